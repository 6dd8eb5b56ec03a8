import type { Database, Tx } from '../common/database.js';
import { type CursorValue, DEFAULT_LIMIT } from '../common/pagination.js';
import { LISTED_IDENTIFIER } from '../detainees/listed-identifiers.js';
import { listedName } from '../detainees/listed-name.js';
import { inReviewStates, REVIEW_OF_FINDING } from './finding-reviews.queries.js';
import { type FindingDto, type FindingsQuery, type FindingStatus, LISTED_RESULTS, type PredecessorDto } from './findings.dto.js';
import type { LastLook } from './review-of-finding.js';

type Reader = Pick<Database | Tx, 'query'>;

/**
 * The order of the morning: what is met; then what courts decide differently; then what comes; then what cannot be told
 * for want of a fact. Within each: orders and limits on detention before reviews, reviews before periods that have run
 * out; then the oldest line first. A line without a day comes last of its kind. What nobody has verified comes after all
 * of that, in the same order. `urgency` is a column of the finding, and the index of the list is by it.
 */
const ORDER = `f.urgency, coalesce(f.on_day, 'infinity'), f.id`;

/** Where a finding stands in that order. */
export const placeOf = ({ urgency, on, id }: Pick<FindingDto, 'urgency' | 'on' | 'id'>): CursorValue[] => [urgency, on ?? 'infinity', id];

/** `$1` is today in every statement of this file. */
const STATUS = `case when f.superseded_at is not null then 'superseded' when f.snoozed_until > $1::date then 'snoozed'
  when f.acknowledged_at is not null then 'acknowledged' else 'open' end`;

const STATUS_CONDITIONS: Record<FindingStatus, string> = {
  open: '(f.superseded_at is null and f.acknowledged_at is null and (f.snoozed_until is null or f.snoozed_until <= $1::date))',
  acknowledged: '(f.superseded_at is null and f.acknowledged_at is not null and (f.snoozed_until is null or f.snoozed_until <= $1::date))',
  snoozed: '(f.superseded_at is null and f.snoozed_until > $1::date)',
  superseded: '(f.superseded_at is not null)',
};
const ON_THE_LIST = 'f.superseded_at is null and (f.snoozed_until is null or f.snoozed_until <= $1::date)';

/** Said in the words of the index of the list, which holds nothing else. */
const MAY_BE_LISTED = 'f.urgency < 100';

const FROM = `finding f
  join detainee d on d.id = f.detainee_id
  left join evaluation e on e.detainee_id = f.detainee_id
  left join facility p on p.detloc = e.facility`;

/** As a person reads it. A running count has grown since it was written; its reasons name the day they are of. */
const COLUMNS = `
  f.id, f.version, ${STATUS} as status, f.authority, f.clause, nullif(f.event_key, '') as event, f.result, f.on_day as "on",
  f.citation, f.grade, f.unverified, f.urgency,
  json_build_object('days', case when f.count_running then f.count_days + ($1::date - f.as_of) else f.count_days end,
    'running', f.count_running, 'policy', f.policy) as count,
  f.because, f.missing, f.readings, f.as_of as "asOf", e.next_change_on as "nextChangeOn",
  (e.detainee_id is null or coalesce(e.next_change_on <= $1::date, false)
    or split_part(e.law_version, '+', 2) <> (select case when l.revision = 0 then '' else l.revision::text end from office_law l)
    or exists (select from review_mark m where m.detainee_id = f.detainee_id)
    or exists (select from review_failure r where r.detainee_id = f.detainee_id)) as "reviewPending",
  f.opened_at as "openedAt", coalesce(f.opened_reason, (select p.superseded_reason from finding p where p.id = f.supersedes_id)) as cause, f.law_version as "lawVersion",
  json_build_object('id', d.id, 'isDemo', d.is_demo,
    'name', ${listedName('d.id')},
    'identifiers', (select coalesce(json_agg(${LISTED_IDENTIFIER}), '[]')
      from detainee_identifier x where x.detainee_id = d.id and x.superseded_at is null),
    'attorney', (select json_build_object('id', u.id, 'name', u.name) from app_user u where u.id = d.attorney_id)) as person,
  case when e.facility is not null then json_build_object('code', e.facility, 'name', p.name, 'fieldOffice', p.field_office,
    'state', p.state, 'circuit', p.circuit) end as facility,
  ${REVIEW_OF_FINDING} as review,
  case when f.acknowledged_at is not null then json_build_object('at', f.acknowledged_at,
    'by', (select u.name from app_user u where u.id = f.acknowledged_by)) end as acknowledged,
  case when f.snoozed_until is not null then json_build_object('until', f.snoozed_until, 'reason', f.snooze_reason,
    'by', (select u.name from app_user u where u.id = f.snoozed_by)) end as snoozed,
  case when f.superseded_at is not null then json_build_object('at', f.superseded_at, 'reason', f.superseded_reason) end as superseded`;

/** How many findings a filter has, and the first of them. */
export interface FindingsSection<Finding> { count: number; items: Finding[] }

/** What is asked most has a name, under which each connection keeps its plan. */
export interface Statement { sql: string; params: unknown[]; name?: string }

/** What is asked for, page by page aside. */
export type FindingsFilter = Omit<FindingsQuery, 'limit' | 'cursor'>;

/** How the office reads the clock: its day, and where it is. */
export interface OfficeDay { today: string; timeZone: string }

function conditionsOf(query: FindingsFilter, timeZone: string, params: unknown[]): string[] {
  const conditions: string[] = [];
  const where = (value: unknown, condition: (place: string) => string) => conditions.push(condition(`$${params.push(value)}`));

  conditions.push(query.status ? `(${query.status.map((status) => STATUS_CONDITIONS[status]).join(' or ')})` : ON_THE_LIST);
  const results = query.result ?? LISTED_RESULTS;
  if (results.every((result) => LISTED_RESULTS.includes(result))) conditions.push(MAY_BE_LISTED);
  if (query.review) where(query.review, (place) => inReviewStates(query.review!, place));
  if (query.result) where(results, (place) => `f.result = any(${place}::text[])`);
  if (query.authority !== undefined) where(query.authority, (place) => `f.authority = ${place}`);
  if (query.clause !== undefined) where(query.clause, (place) => `f.clause = ${place}`);
  if (query.detainee !== undefined) where(query.detainee, (place) => `f.detainee_id = ${place}::uuid`);
  if (query.facility !== undefined) where(query.facility, (place) => `e.facility = ${place}`);
  if (query.fieldOffice !== undefined) where(query.fieldOffice, (place) => `p.field_office = ${place}`);
  if (query.attorney !== undefined) where(query.attorney, (place) => `d.attorney_id = ${place}::uuid`);
  if (query.crossedSince !== undefined) where(query.crossedSince, (place) => `f.result = 'met' and f.on_day between ${place}::date and $1::date`);
  if (query.dueWithin !== undefined) where(query.dueWithin, (place) => `f.result <> 'met' and f.on_day between $1::date and $1::date + ${place}::integer`);
  if (query.onFrom !== undefined) where(query.onFrom, (place) => `f.on_day >= ${place}::date`);
  if (query.onTo !== undefined) where(query.onTo, (place) => `f.on_day <= ${place}::date`);
  if (query.openedSince !== undefined) {
    where(query.openedSince, (place) => `f.opened_at >= (${place}::date)::timestamp at time zone $${params.push(timeZone)}::text
      and (f.supersedes_id is null or not exists (select from finding former where former.id = f.supersedes_id and former.result = f.result))`);
  }
  if (query.unverified !== undefined) where(query.unverified, (place) => `f.unverified = ${place}::boolean`);
  return conditions;
}

/** Filters that are asked together, of the clients of one attorney or of all. */
export interface SectionsAsked {
  attorney?: string;
  filters: readonly Omit<FindingsFilter, 'attorney' | 'facility' | 'fieldOffice'>[];
  limit: number;
}

/** Of each filter how many there are and the ids of the first, in one pass over what is listed. */
export function sectionsStatement({ attorney, filters, limit }: SectionsAsked, { today, timeZone }: OfficeDay): Statement {
  const params: unknown[] = [today];
  const member = filters.map((filter, i) => `${conditionsOf(filter, timeZone, params).join(' and ')} as in_${i}`);
  const clients = attorney === undefined ? '' : `join detainee d on d.id = f.detainee_id and d.attorney_id = $${params.push(attorney)}::uuid`;
  const first = (i: number) => `array(select l.id from listed l where l.in_${i} order by l.urgency, l.day, l.id limit $${params.push(limit)}) as ids_${i}`;
  return {
    sql: `
      with listed as materialized (
        select f.id, f.urgency, coalesce(f.on_day, 'infinity') as day, ${member.join(', ')}
        from finding f ${clients}
        where f.superseded_at is null and ${MAY_BE_LISTED} and $1::date is not null)
      select ${filters.map((_filter, i) => `(select count(*)::integer from listed where in_${i}) as count_${i}, ${first(i)}`).join(', ')}`,
    params,
  };
}

/** One row more than `limit` is read: it says that there is a next page. */
export function listStatement(query: FindingsQuery, after: readonly CursorValue[] | null, { today, timeZone }: OfficeDay): Statement {
  const params: unknown[] = [today];
  const conditions = conditionsOf(query, timeZone, params);
  const unfiltered = !query.status && !query.result && params.length === 1;
  if (after) {
    const places = after.map((value) => `$${params.push(value)}`);
    conditions.push(`(f.urgency, coalesce(f.on_day, 'infinity'), f.id) > (${places[0]}::smallint, ${places[1]}::date, ${places[2]}::uuid)`);
  }
  // A plan that is kept is made for a number of rows that is known.
  const name = unfiltered && query.limit === DEFAULT_LIMIT ? `findings-${after ? 'next' : 'first'}` : undefined;
  const limit = name ? query.limit + 1 : `$${params.push(query.limit + 1)}`;
  return { sql: `select ${COLUMNS} from ${FROM} where ${conditions.join(' and ')} order by ${ORDER} limit ${limit}`, params, name };
}

/** A finding as it is read, before what is sealed in it is opened and its review is put into words. */
export type FindingRow = Omit<FindingDto, 'review'> & { review: LastLook | null };

/** As `sectionsStatement` asks, with the findings themselves. */
export async function findingsInSections(db: Reader, asked: SectionsAsked, day: OfficeDay): Promise<FindingsSection<FindingRow>[]> {
  const { sql, params } = sectionsStatement(asked, day);
  const [row] = await db.query<Record<string, unknown>>(sql, params);
  const ids = asked.filters.map((_filter, i) => row[`ids_${i}`] as string[]);
  const found = await db.query<FindingRow>(`select ${COLUMNS} from ${FROM} where f.id = any($2::uuid[])`, [day.today, [...new Set(ids.flat())]]);
  const byId = new Map(found.map((finding) => [finding.id, finding]));
  return ids.map((own, i) => ({ count: row[`count_${i}`] as number, items: own.flatMap((id) => byId.get(id) ?? []) }));
}

export const listFindings = (db: Database, { sql, params, name }: Statement): Promise<FindingRow[]> => db.query<FindingRow>(sql, params, name);

export async function findingById(db: Reader, id: string, today: string): Promise<FindingRow | null> {
  const [finding] = await db.query<FindingRow>(`select ${COLUMNS} from ${FROM} where f.id = $2`, [today, id]);
  return finding ?? null;
}

/** Held for the length of the transaction, so that a sweep that supersedes it comes before or after. */
export async function lockFinding(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query('select from finding where id = $1 for update', [id])).length > 0;
}

/** What it took the place of, the latest first, and what took its place. */
export async function chainOf(db: Reader, id: string): Promise<{ predecessors: PredecessorDto[]; successorId: string | null }> {
  const predecessors = await db.query<PredecessorDto>(
    `with recursive chain as (
       select f.*, 0 as steps from finding f where f.id = $1
       union all
       select f.*, c.steps + 1 from finding f join chain c on f.id = c.supersedes_id
     )
     select id, result, on_day as "on", count_days as days, as_of as "asOf", opened_at as "openedAt",
       superseded_at as "supersededAt", superseded_reason as reason
     from chain where steps > 0 order by steps`,
    [id],
  );
  const [successor] = await db.query<{ id: string }>('select id from finding where supersedes_id = $1', [id]);
  return { predecessors, successorId: successor?.id ?? null };
}

export async function acknowledge(tx: Tx, id: string, by: string): Promise<void> {
  await tx.query('update finding set acknowledged_by = $2, acknowledged_at = now(), version = version + 1 where id = $1', [id, by]);
}

export async function snooze(tx: Tx, id: string, by: string, until: string, reason: string): Promise<void> {
  await tx.query('update finding set snoozed_by = $2, snoozed_until = $3, snooze_reason = $4, version = version + 1 where id = $1',
    [id, by, until, reason]);
}
