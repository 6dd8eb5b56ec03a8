import type { Tx } from '../common/database.js';
import { CHOSEN_BY_THEM, CHOSEN_ONCE, THE_CHOSEN } from './chosen-people.queries.js';

/** What a sweep compares with: the office's day and the law as it stands. */
export interface Now {
  today: string;
  lawVersion: string;
}

/**
 * Who is due: whoever has a mark, whose day has come, or who was evaluated by another version of the law. It asks what
 * is due and not what happened, so that a missed run, a second worker or a lost wake-up changes nothing. Whoever could
 * not be evaluated today by this version of the law waits for the next mark, day or version.
 */
const FAILED_ALREADY = `exists (select from review_failure f
  where f.detainee_id = e.detainee_id and f.law_version = $2 and f.as_of >= $1::date)`;
const TRY_AGAIN = '(f.law_version <> $2 or f.as_of < $1::date)';
const DAY_HAS_COME = 'e.next_change_on <= $1::date';
const OTHER_LAW = '(e.law_version < $2 or e.law_version > $2)';

/**
 * The next `limit` people who are due after the id `after`, in the order of their ids. Each part stops at the limit,
 * so that a page costs what is on it and not what the caseload holds.
 */
export async function duePage(tx: Pick<Tx, 'query'>, now: Now, after: string, limit: number): Promise<string[]> {
  const due = [DAY_HAS_COME, ...(await anyOtherLaw(tx, now) ? [OTHER_LAW] : [])].map((condition) => `
    union all (select e.detainee_id from evaluation e where ${condition} and e.detainee_id > $3 and not ${FAILED_ALREADY}
      order by e.detainee_id limit $4)`);
  const rows = await tx.query<{ id: string }>(
    `select distinct detainee_id as id from (
       (select distinct m.detainee_id from review_mark m where m.detainee_id > $3 order by m.detainee_id limit $4) ${due.join('')}
       union all (select f.detainee_id from review_failure f where ${TRY_AGAIN} and f.detainee_id > $3
         order by f.detainee_id limit $4)
     ) as due order by id limit $4`,
    [now.today, now.lawVersion, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Two look-ups at the ends of an index: almost always nobody was evaluated by another law. */
async function anyOtherLaw(tx: Pick<Tx, 'query'>, { lawVersion }: Now): Promise<boolean> {
  const [ends] = await tx.query<{ other: boolean }>(
    `select coalesce(min(law_version) <> $1 or max(law_version) <> $1, false) as other from evaluation`, [lawVersion]);
  return ends.other;
}

/**
 * Of the chosen, those who are still due and whom nobody else holds, in the order of their ids, each with whether they had a
 * mark. NO KEY UPDATE lets others go on recording facts and marks of the same people (they take KEY SHARE); SKIP LOCKED lets
 * any number of workers share the work. The marks are taken before the facts are read: a fact recorded later brings its own
 * mark, which stays.
 */
export async function claimDue(tx: Tx, now: Now): Promise<Map<string, { marked: boolean }>> {
  const rows = await tx.query<{ id: string; marked: boolean }>(
    `${CHOSEN_ONCE}, due as (
       select m.detainee_id from review_mark m where m.detainee_id = ${CHOSEN_BY_THEM}
       union select e.detainee_id from evaluation e
         where e.detainee_id = ${CHOSEN_BY_THEM} and (${DAY_HAS_COME} or e.law_version <> $2) and not ${FAILED_ALREADY}
       union select f.detainee_id from review_failure f where f.detainee_id = ${CHOSEN_BY_THEM} and ${TRY_AGAIN}
     ), held as materialized (
       select d.id from detainee d join due on due.detainee_id = d.id order by d.id for no key update of d skip locked
     ), taken as (
       delete from review_mark m using held where m.detainee_id = held.id returning m.detainee_id
     )
     select id, id in (select detainee_id from taken) as marked from held order by id`,
    [now.today, now.lawVersion],
  );
  return new Map(rows.map(({ id, marked }) => [id, { marked }]));
}

/** Those of the chosen who have a mark. */
export async function markedPeople(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(`select distinct detainee_id as id from review_mark where detainee_id = ${THE_CHOSEN}`);
  return new Set(rows.map(({ id }) => id));
}

export async function recordFailure(tx: Tx, now: Now, detaineeId: string, reason: string): Promise<void> {
  await tx.query(
    `insert into review_failure (detainee_id, as_of, law_version, reason) values ($1, $2, $3, $4)
     on conflict (detainee_id) do update
       set as_of = excluded.as_of, law_version = excluded.law_version, reason = excluded.reason, failed_at = now()`,
    [detaineeId, now.today, now.lawVersion, reason],
  );
}

/** Of the chosen: who is evaluated has none any more, and who is not gets another. */
export async function forgetFailures(tx: Tx): Promise<void> {
  await tx.query(`delete from review_failure where detainee_id = ${THE_CHOSEN}`);
}

export async function markEverybody(tx: Tx): Promise<number> {
  return tx.execute('insert into review_mark (detainee_id) select id from detainee where erased_at is null');
}

export interface ReviewStatus {
  /** people with a mark that no sweep has taken yet, counted to a thousand */
  waiting: number;
  waitingSince: string | null;
  /** people whose day has come, or who were evaluated by another law, counted to a thousand */
  due: number;
  failures: { detaineeId: string; failedAt: string; asOf: string; lawVersion: string; reason: string }[];
}

export async function reviewStatus(db: Pick<Tx, 'query'>, now: Now): Promise<ReviewStatus> {
  const [status] = await db.query<ReviewStatus>(
    `select
       (select count(*) from (select distinct detainee_id from review_mark limit 1000) as m)::integer as waiting,
       (select min(marked_at) from review_mark where id = (select min(id) from review_mark)) as "waitingSince",
       (select count(*) from (select from evaluation e where ${DAY_HAS_COME} or ${OTHER_LAW} limit 1000) as e)::integer as due,
       (select coalesce(json_agg(f), '[]') from (
          select detainee_id as "detaineeId", failed_at as "failedAt", as_of as "asOf", law_version as "lawVersion", reason
          from review_failure order by failed_at desc limit 100) as f) as failures`,
    [now.today, now.lawVersion],
  );
  return status;
}
