import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from './config.js';
import type { SignedInRequest } from './current-actor.decorator.js';
import type { Log } from './logging.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';
import { refuseUnread } from './unread-request.js';

const BODY_LIMIT_BYTES = 1024 * 1024;
/** Facts have six levels. What is deeper than this is made to be deep: whoever reads it field by field would run out of stack. */
const DEEPEST = 32;

/**
 * Fastify as this API uses it. A request's id is always ours: one sent by a caller could say anything in our log. Where
 * a request comes from is what the connection says, unless it comes from the proxy that the office named.
 */
export const fastifyAdapter = ({ trustedProxy, tls }: Pick<Config, 'trustedProxy' | 'tls'>): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: trustedProxy?.split(',') ?? false,
    ...(tls && { https: { cert: readFileSync(tls.certificateFile), key: readFileSync(tls.keyFile), minVersion: 'TLSv1.2' as const } }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logger: false,
    clientErrorHandler: refuseUnread,
    // An address that is not one never reaches a route, and Fastify's own answer would repeat it.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(reply.headers(HEADERS).header('X-Request-Id', request.id), new Problem('malformed-request', 'The address of the request cannot be read.'), request.id);
    },
  });

/** Fastify's own reader takes JSON alone; Nest's would take forms too. */
export const apiOptions = (log: Log) => ({ logger: log, abortOnError: false, bodyParser: false }) as const;

const HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
} as const;

/** The page at /docs runs its own script and styles, and calls the API it describes. */
const DOCS_POLICY = `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Level by level, and not by calling itself. */
function isDeeper(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null && !Buffer.isBuffer(each) ? Object.values(each) as unknown[] : []));
  }
  return false;
}

/** What every answer carries, and the one line that is logged of it: the route's pattern, never the address. */
export function addHooks(fastify: FastifyInstance, log: Log): void {
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(HEADERS).header('X-Request-Id', request.id);
    if (request.url.startsWith('/docs')) reply.header('Content-Security-Policy', DOCS_POLICY);
    done();
  });
  fastify.addHook('preValidation', (request, reply, done) => {
    if (isDeeper(request.body, DEEPEST)) sendProblem(reply, new Problem('malformed-request', `The body is nested more than ${DEEPEST} levels deep.`), request.id);
    else done();
  });
  // What is in flight when the end comes is answered; then its connection closes too, instead of waiting for more.
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('Connection', 'close');
    done(null, payload);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'no such route';
    if (!route.startsWith('/health') || reply.statusCode >= 500) {
      log.event('info', 'answered', {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        userId: (request as SignedInRequest).user?.userId ?? null,
      });
    }
    done();
  });
}
