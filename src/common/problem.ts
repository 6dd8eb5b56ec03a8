/** One thing that is wrong: where, what, and what would be right. Never the value that was sent. */
export interface Fault {
  /** the field by its path in the request, e.g. `events[0].on`; empty for the request as a whole */
  path: string;
  /** a clause that reads after the path: `must be a day on the calendar, YYYY-MM-DD` */
  problem: string;
  allowed?: readonly (string | number | boolean)[];
}

interface Extras {
  errors?: readonly Fault[];
  /** what the server holds now, for who changed something older */
  current?: unknown;
  retryAfterSeconds?: number;
}

/**
 * A refusal that the caller can act on (RFC 9457). Services throw these; they know the meaning, and the status code
 * that goes with it is looked up here, so that no service speaks HTTP.
 */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly extras: Extras = {},
  ) {
    super(detail);
    this.name = 'Problem';
  }

  get status(): number {
    return PROBLEMS[this.kind].status;
  }

  get title(): string {
    return PROBLEMS[this.kind].title;
  }
}

export const PROBLEMS = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  'invalid-request': { status: 400, title: 'The request has invalid fields' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'sign-in-again': { status: 403, title: 'Sign in again first' },
  'not-permitted': { status: 403, title: 'Your role does not permit this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'too-slow': { status: 408, title: 'The request came in too slowly' },
  conflict: { status: 409, title: 'It conflicts with what is on file' },
  gone: { status: 410, title: 'It was erased' },
  'changed-meanwhile': { status: 412, title: 'Somebody changed it meanwhile' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The request has an unsupported media type' },
  contradiction: { status: 422, title: 'The facts contradict each other' },
  'key-reused': { status: 422, title: 'The idempotency key belongs to another request' },
  'version-required': { status: 428, title: 'Say which version you saw' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The headers of the request are too large' },
  internal: { status: 500, title: 'Something failed on our side' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

/** Fields that cannot be read as what they must be. */
export const invalid = (...errors: Fault[]): Problem =>
  new Problem('invalid-request', sentence(errors), { errors });

/** Fields that are well formed each, and impossible together or against the record. */
export const contradiction = (...errors: Fault[]): Problem =>
  new Problem('contradiction', sentence(errors), { errors });

export const conflict = (...errors: Fault[]): Problem =>
  new Problem('conflict', sentence(errors), { errors });

/** `what` is a kind of thing (`detainee`), never a value. */
export const notFound = (what: string): Problem => new Problem('not-found', `There is no such ${what}.`);

/** Somebody changed it since the caller read it; `current` is what the caller would read now. */
export const changedMeanwhile = (current: unknown): Problem =>
  new Problem('changed-meanwhile', 'It has changed since you read it. The current state is given in `current`.', { current });

function sentence(errors: readonly Fault[]): string {
  const clauses = errors.map(({ path, problem }) => (path ? `${path} ${problem}` : problem));
  const text = clauses.join('; ');
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
