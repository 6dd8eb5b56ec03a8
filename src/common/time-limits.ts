import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './limits.js';
import { Problem } from './problem.js';
import { sendProblem } from './problem.filter.js';

const HEADERS_WITHIN_MS = 15_000;

const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/**
 * Whoever sends a request a byte at a time holds a connection, not the office. The server cuts off what is longest
 * allowed, a file; a body without one is given less.
 */
export function limitTime(fastify: FastifyInstance, { requestSeconds, uploadMinutes }: Limits): void {
  fastify.server.headersTimeout = HEADERS_WITHIN_MS;
  fastify.server.requestTimeout = uploadMinutes * 60_000;
  fastify.addHook('onRequest', (request, reply, done) => {
    if (hasBody(request) && !bringsFile(request)) waiting.set(request, setTimeout(() => cutOff(request, reply), requestSeconds * 1_000));
    done();
  });
  const arrived = (request: FastifyRequest): void => clearTimeout(waiting.get(request));
  fastify.addHook('preValidation', (request, _reply, done) => {
    arrived(request);
    done();
  });
  fastify.addHook('onResponse', (request, _reply, done) => {
    arrived(request);
    done();
  });
  fastify.addHook('onRequestAbort', (request, done) => {
    arrived(request);
    done();
  });
}

const hasBody = ({ headers }: FastifyRequest): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

const bringsFile = ({ headers }: FastifyRequest): boolean => headers['content-type']?.startsWith('multipart/') ?? false;

function cutOff(request: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) return;
  reply.raw.once('finish', () => request.raw.destroy());
  sendProblem(reply.header('Connection', 'close'), new Problem('too-slow', 'The request did not come in whole in the time that is given for it.'), request.id);
}
