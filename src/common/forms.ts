import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

const readers = new WeakSet<FastifyInstance>();

/**
 * Forms are read as they stream in, on the routes that ask for it; the sizes are theirs to say. Asked twice, it is done
 * once. Not awaited: waiting would make Fastify load what it has before Nest has told it how an error is answered.
 */
export function readForms(fastify: FastifyInstance): void {
  if (readers.has(fastify)) return;
  readers.add(fastify);
  void fastify.register(multipart);
}
