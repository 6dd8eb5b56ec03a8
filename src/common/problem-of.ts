import { types } from 'node:util';
import { HttpException } from '@nestjs/common';
import { problemOfDatabase } from './constraint.js';
import { Problem, type ProblemKind, PROBLEMS } from './problem.js';

/** What the reader of forms says of one that it cannot read; it gives no code. */
const BROKEN_FORM = /^(Multipart: Boundary not found|(.+ terminated early due to u|U)nexpected end of multipart data|The needle cannot .+)$/;

/** What was thrown, as a problem: our own as they are, the framework's by their status, all else as `internal`. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const fromDatabase = problemOfDatabase(error);
  if (fromDatabase) return fromDatabase;
  if (types.isNativeError(error) && error.name === 'Error' && BROKEN_FORM.test(error.message)) return new Problem('malformed-request', 'The form cannot be read to its end.');
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  return OF_STATUS[status] ?? (status >= 400 && status < 500 ? OF_STATUS[400] : new Problem('internal', 'The request failed on our side; nothing was kept. Its `instance` names it in the log.'));
}

/** Fastify's own refusals (a body that is no JSON, too large, of another type) carry their status. */
const statusOf = (error: unknown): number => {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
};

const of = (kind: ProblemKind, detail: string): [number, Problem] => [PROBLEMS[kind].status, new Problem(kind, detail)];

const OF_STATUS: Readonly<Record<number, Problem>> = Object.fromEntries([
  of('malformed-request', 'The request is not well-formed: the body must be JSON, and the path and query must be encoded rightly.'),
  of('not-signed-in', 'Send an access token as `Authorization: Bearer …`; a token is given by POST /v1/auth/sign-in.'),
  of('not-permitted', 'Your role does not permit this.'),
  of('not-found', 'Nothing stands at this address.'),
  of('too-large', 'The request is larger than is accepted here.'),
  of('unsupported-media-type', 'Send the body as `Content-Type: application/json`.'),
  of('unavailable', 'Not available at the moment; try again shortly.'),
]);
