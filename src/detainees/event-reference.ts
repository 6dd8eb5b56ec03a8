import type { Tx } from '../common/database.js';
import type { Fault } from '../common/problem.js';

/** What is said of an event is said of one that stands, and of the same person. */
export async function unknownEvent(tx: Pick<Tx, 'query'>, detaineeId: string, eventId: string): Promise<Fault[]> {
  const known = await tx.query('select from case_event where id = $1 and detainee_id = $2 and superseded_at is null', [eventId, detaineeId]);
  return known.length > 0 ? [] : [{ path: 'eventId', problem: 'is no event of this person' }];
}
