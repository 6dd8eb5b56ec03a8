import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

const FORM = 'multipart/form-data';

/** Forms are read as they stream in, on the routes that ask for it; the sizes are theirs to say. Asked twice, it is done once. */
export async function readForms(fastify: FastifyInstance): Promise<void> {
  if (!fastify.hasContentTypeParser(FORM)) await fastify.register(multipart);
}
