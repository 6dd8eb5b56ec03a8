import { knownOn } from '../common/as-known.js';
import type { Tx } from '../common/database.js';

/**
 * What a report reads of everybody, also of those whom a wall closes to who asks. For the API the schema shows it to an admin and an
 * auditor (migrations/0015-reports.ts); the statements are those of a review, and find its views in the place of the tables.
 */
export async function inWholeOffice<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.query('set local search_path = whole_office, public');
  const result = await work();
  await tx.query('set local search_path to default'); // a failure undoes the transaction, and this with it
  return result;
}

/** The ids of the next people who were on file on an instant and have not been erased, in an order of their own. */
export async function peopleAfter(tx: Tx, knownOn: Date, after: string, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from detainee where created_at <= $1 and erased_at is null and id > $2 order by id limit $3', [knownOn, after, limit]);
  return rows.map(({ id }) => id);
}

/** Findings of the ledger by what they are about, with the day of their line, as they stood, or stood last, on an instant. */
export interface LedgerFinding { person: string; authority: string; clause: string; eventKey: string; on: string | null; id: string }

/** The latest of each clause, event and day; of a clause and event, the latest last. */
export const ledgerOf = (tx: Tx, ids: readonly string[], authorities: readonly string[], knownOn: Date): Promise<LedgerFinding[]> =>
  tx.query<LedgerFinding>(
    `select detainee_id as person, authority, clause, event_key as "eventKey", on_day as "on", id from (
       select distinct on (detainee_id, authority, clause, event_key, on_day) * from (
         -- what stands and what stood have an index each
         select * from finding where superseded_at is null and detainee_id = any($1::uuid[])
         union all select * from finding where superseded_at is not null and detainee_id = any($1::uuid[])) as theirs
       where authority = any($2::text[]) and date_trunc('milliseconds', opened_at) <= $3
       order by detainee_id, authority, clause, event_key, on_day, opened_at desc, id) as latest
     order by opened_at, id`,
    [ids, authorities, knownOn]);

/** How the office's review of what a clause says of a person and an event stood on an instant; of what nobody had looked at nothing is said. */
export interface StandingReview { person: string; authority: string; clause: string; eventKey: string; state: string }

export const reviewsOf = (tx: Tx, ids: readonly string[], authorities: readonly string[], knownOn: Date): Promise<StandingReview[]> =>
  tx.query<StandingReview>(
    `select distinct on (detainee_id, authority, clause, event_key) detainee_id as person, authority, clause, event_key as "eventKey", state from finding_review
     where detainee_id = any($1::uuid[]) and authority = any($2::text[]) and at <= $3
     order by detainee_id, authority, clause, event_key, step desc`, [ids, authorities, knownOn]);

/** Where a facility lies. */
export const facilities = (tx: Tx): Promise<{ code: string; name: string | null; fieldOffice: string | null }[]> =>
  tx.query('select detloc as code, name, field_office as "fieldOffice" from facility');

/** What to call people, as it was on file on an instant: the Latin spelling if there is one. Whom the reader does not see has none here. */
export async function namesOf(tx: Tx, ids: readonly string[], instant: Date): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select distinct on (detainee_id) detainee_id as id, full_name as name from detainee_name
     where detainee_id = any($1::uuid[]) and ${knownOn('$2')}
     order by detainee_id, script = 'Latn' desc, kind = 'primary' desc, version_id`, [ids, instant]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
