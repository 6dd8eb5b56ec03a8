import { types } from 'node:util';
import { conflict, contradiction, type Fault, Problem } from './problem.js';

interface PgError {
  code: string;
  constraint?: string;
}

const explanations = new Map<string, Fault>();

/** Says in the caller's words what breaking a constraint means. A feature does it for its own, in `x.errors.ts`. */
export function explainConstraint(name: string, fault: Fault): void {
  explanations.set(name, fault);
}

const UNIQUE = '23505';
const FOREIGN_KEY = '23503';
/** Values that a column or its checks refuse: check, not-null, length, range and format of text, numbers and dates. */
const REFUSED_VALUE = new Set(['23514', '23502', '22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);
/** Two changes met: serialization failure, deadlock, lock not available. Nothing was kept; trying again is right. */
const MET_ANOTHER = new Set(['40001', '40P01', '55P03']);
/** The database is shutting down, starting, out of connections, or gone. */
const UNAVAILABLE = /^(08...|57P0[123]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT)$/;
const TOOK_TOO_LONG = '57014';
/** What `pg` says without a code: no connection became free, or the one in use is gone. */
const CONNECTION_LOST = new Set([
  'timeout exceeded when trying to connect', 'Connection terminated unexpectedly', 'Connection terminated due to connection timeout',
  'Connection terminated', 'Client has encountered a connection error and is not queryable',
]);

/** What the database refused, as a problem that its caller understands; null for an error of another kind. */
export function problemOfDatabase(error: unknown): Problem | null {
  if (types.isNativeError(error) && CONNECTION_LOST.has(error.message)) return unavailable();
  const pg = pgError(error);
  if (!pg) return null;
  if (UNAVAILABLE.test(pg.code)) return unavailable();
  if (pg.code === TOOK_TOO_LONG) return tookTooLong();
  if (MET_ANOTHER.has(pg.code)) return conflict({ path: '', problem: 'Another change of the same record ran at the same time; nothing was kept, try again' });

  const known = explanations.get(pg.constraint ?? '');
  if (pg.code === UNIQUE) return conflict(known ?? { path: '', problem: 'The same thing is already on file' });
  if (pg.code === FOREIGN_KEY) return contradiction(known ?? { path: '', problem: 'It refers to something that is not on file' });
  if (REFUSED_VALUE.has(pg.code)) return contradiction(known ?? { path: '', problem: 'A value is out of the range or form that the record allows' });
  return null;
}

const unavailable = (): Problem =>
  new Problem('unavailable', 'The database does not answer. Nothing was kept; try again shortly.', { retryAfterSeconds: 5 });

const tookTooLong = (): Problem =>
  new Problem('unavailable', 'The database took longer over it than is allowed. Nothing was kept; ask for less, or try again later.', { retryAfterSeconds: 30 });

/** A driver's error, bare or inside TypeORM's wrapper. */
function pgError(error: unknown): PgError | null {
  const driverError = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const code = (driverError as { code?: unknown } | null)?.code;
  return typeof code === 'string' && types.isNativeError(driverError) ? (driverError as unknown as PgError) : null;
}
