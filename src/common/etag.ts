import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { changedMeanwhile, Problem } from './problem.js';

export const etagOf = (version: number): string => `"${version}"`;

/** The version in an `If-Match` header. Without one nobody can know whether the caller saw what they are changing. */
export function versionOf(header: string | undefined): number {
  if (header === undefined) {
    throw new Problem('version-required', 'Send the ETag that you read last as If-Match, so that nobody\'s change is overwritten unseen.');
  }
  const tag = /^"([^"]*)"$/.exec(header.trim());
  if (!tag) {
    throw new Problem('malformed-request', 'If-Match must be one ETag as it was read, in its quotes, e.g. "3".',
      { errors: [{ path: 'If-Match', problem: 'must be one ETag in its quotes' }] });
  }
  // A tag that we never gave matches no version; the service then answers with the current state.
  return /^[1-9]\d{0,8}$/.test(tag[1]) ? Number(tag[1]) : 0;
}

/** `current` is what a reader would see now, with its `version`. */
export function requireVersion<T extends { version: number }>(current: T, seen: number): void {
  if (current.version !== seen) throw changedMeanwhile(current);
}

/** The version that the caller saw. Missing: 428. A service compares it in its transaction (`requireVersion`: 412). */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number => versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
  [(target: object, key: string | symbol | undefined) => {
    const method = Object.getOwnPropertyDescriptor(target, key!)!;
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read last.', schema: { type: 'string', example: '"3"' } })(target, key!, method);
  }],
);
