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

const IF_MATCH = { name: 'If-Match', description: 'The ETag that was read last.', schema: { type: 'string', example: '"3"' } };
const headerOf = (context: ExecutionContext): string | undefined => context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];

/** The version that the caller saw. Missing: 428. A service compares it in its transaction (`requireVersion`: 412). */
export const IfMatch = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number => versionOf(headerOf(context)),
  [(target: object, key: string | symbol | undefined) => {
    ApiHeader({ ...IF_MATCH, required: true })(target, key!, Object.getOwnPropertyDescriptor(target, key!)!);
  }],
);

/** The same where a client may make what it has never read: null then. A service refuses null for what is there. */
export const IfMatchIfRead = createParamDecorator(
  (_data: unknown, context: ExecutionContext): number | null => {
    const header = headerOf(context);
    return header === undefined ? null : versionOf(header);
  },
  [(target: object, key: string | symbol | undefined) => {
    ApiHeader({ ...IF_MATCH, required: false, description: 'The ETag that was read last; left out for what is new.' })(target, key!, Object.getOwnPropertyDescriptor(target, key!)!);
  }],
);
