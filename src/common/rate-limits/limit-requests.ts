import type { FastifyInstance } from 'fastify';
import { sendProblem } from '../problem.filter.js';
import { problemOf } from '../problem-of.js';
import { sourceOf } from '../source.js';
import type { RateLimits } from './rate-limits.js';

/** Before anything of a request is read: nobody's body is parsed, and nobody's token looked at, beyond the limit of an address. */
export function limitRequests(fastify: FastifyInstance, limits: RateLimits): void {
  fastify.addHook('onRequest', async (request, reply) => {
    try {
      await limits.address(sourceOf(request.ip));
    } catch (error) {
      sendProblem(reply, problemOf(error), request.id);
      return reply;
    }
  });
}
