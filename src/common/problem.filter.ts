import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';

/** Every refusal leaves as `application/problem+json`, and nothing of the program's insides leaves with it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500) this.logger.error(`request ${request.id} failed`, error);
    sendProblem(reply, problem, request.id);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem, requestId: string): void {
  if (problem.kind === 'not-signed-in') reply.header('WWW-Authenticate', 'Bearer');
  if (problem.extras.retryAfterSeconds !== undefined) reply.header('Retry-After', problem.extras.retryAfterSeconds);
  reply.removeHeader('ETag');
  reply.status(problem.status).header('Content-Type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problemBody(problem, requestId)));
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  errors?: Problem['extras']['errors'];
  current?: unknown;
}

export function problemBody({ kind, title, status, detail, extras: { errors, current } }: Problem, requestId: string): ProblemBody {
  return {
    type: `urn:vigil:problem:${kind}`,
    title,
    status,
    detail,
    instance: `urn:uuid:${requestId}`,
    ...(errors && { errors }),
    ...(current !== undefined && { current }),
  };
}
