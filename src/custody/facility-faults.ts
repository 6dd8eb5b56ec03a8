import type { Tx } from '../common/database.js';
import type { Fault } from '../common/problem.js';

/** A misspelt code would lose the circuit, and with it the law that applies there. */
export async function unknownFacility(db: Pick<Tx, 'query'>, facility: string | null | undefined): Promise<Fault[]> {
  if (!facility) return [];
  const known = await db.query('select 1 from facility where detloc = $1', [facility]);
  return known.length > 0 ? [] : [{
    path: 'facility', problem: 'is the code of no facility on file; look it up by name, have an administrator add it, or leave it null (not known)',
  }];
}
