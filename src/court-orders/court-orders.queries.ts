import { randomUUID } from 'node:crypto';
import type { Tx } from '../common/database.js';
import type { Authority } from '../law/authorities/authority.js';
import { MOST_PERSONS } from './order-json.js';
import type { Reader } from './office-law.queries.js';
import { authorityOf, type Definition, definitionOf, type StatusRow, timelinesOf } from './timeline.js';

export interface StatusEntryView {
  id: string;
  version: number;
  clauseIds: string[];
  on: string | null;
  state: string;
  cause: string;
  source: string;
  grade: string;
  recordedBy: string;
  recordedAt: string;
  withdrawn: { by: string; at: string; reason: string } | null;
}

export interface PersonNamed {
  detaineeId: string;
  membershipId: string;
  from: string | null;
  to: string | null;
}

interface OrderRow {
  definition: Definition;
  version: number;
  recordedBy: string;
  recordedAt: string;
  reason: string | null;
  statusEntries: StatusEntryView[];
  persons: PersonNamed[];
  personCount: number;
}

/** An order as it is read: the authority, each clause with its states as spans, and what the office keeps beside it. */
export type CourtOrder = Omit<Authority, 'clauses'> & Omit<OrderRow, 'definition'> & {
  clauses: readonly (Definition['clauses'][number] & { statusTimeline: readonly object[] })[];
};

const ENTRY = `json_build_object('id', s.id, 'version', s.version, 'clauseIds', s.clause_ids, 'on', s.on_day, 'state', s.state, 'cause', s.cause,
  'source', s.source, 'grade', s.grade, 'recordedBy', s.recorded_by, 'recordedAt', s.recorded_at,
  'withdrawn', case when s.withdrawn_at is not null then json_build_object('by', s.withdrawn_by, 'at', s.withdrawn_at, 'reason', s.withdrawn_reason) end)`;
const IN_ORDER = 's.on_day nulls first, s.recorded_at, s.id';
/** Whom an order names is for the memberships to say: the caller is shown those of people whom the caller sees. */
const NAMED = 'class_membership m where o.names_persons and m.class = o.id and m.superseded_at is null';

const ORDERS = `select o.definition, o.version, o.recorded_by as "recordedBy", to_json(o.recorded_at) as "recordedAt",
  (select p.superseded_reason from court_order p where p.id = o.id and p.version = o.version - 1) as reason,
  (select coalesce(json_agg(${ENTRY} order by ${IN_ORDER}), '[]') from court_order_status s where s.order_id = o.id) as "statusEntries",
  (select coalesce(json_agg(n), '[]') from (select m.detainee_id as "detaineeId", m.id as "membershipId", m.from_on as "from", m.to_on as "to"
     from ${NAMED} order by m.from_on nulls last, m.detainee_id limit ${MOST_PERSONS}) n) as persons,
  (select count(*)::integer from ${NAMED}) as "personCount"
  from court_order o`;

const standingRows = (entries: readonly StatusEntryView[]): StatusRow[] =>
  entries.filter(({ withdrawn }) => withdrawn === null).map(({ clauseIds, on, state, cause, source, grade }) => (
    { clauseIds, from: on, state: state as StatusRow['state'], cause, source, grade }));

function view({ definition, ...kept }: OrderRow): CourtOrder {
  const { clauses, ...authority } = authorityOf(definition, timelinesOf(standingRows(kept.statusEntries)));
  return { ...authority, clauses: clauses.map(({ status, ...clause }) => ({ ...clause, statusTimeline: spans(status) })), ...kept };
}

/** Half-open, `to` null for the last; as `GET /v1/law/authorities` answers them. */
const spans = (status: Authority['clauses'][number]['status']): object[] =>
  status.map((entry, i) => ({ ...entry, to: i + 1 < status.length ? status[i + 1].from : null }));

/** The orders that stand and that the caller may see, by their ids; one more than `limit`. */
export async function orderPage(db: Reader, after: string | null, limit: number): Promise<CourtOrder[]> {
  const rows = await db.query<OrderRow>(
    `${ORDERS} where o.superseded_at is null and ($1::text is null or o.id > $1) order by o.id limit $2`, [after, limit + 1]);
  return rows.map(view);
}

export async function orderById(db: Reader, id: string): Promise<CourtOrder | null> {
  const [row] = await db.query<OrderRow>(`${ORDERS} where o.superseded_at is null and o.id = $1`, [id]);
  return row ? view(row) : null;
}

/** The ids of the orders that the caller may see. */
export async function visibleOrders(db: Reader): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>('select id from court_order where superseded_at is null');
  return new Set(rows.map(({ id }) => id));
}

export interface OrderVersion {
  version: number;
  definition: Definition;
  recordedBy: string;
  recordedAt: Date;
  supersededAt: Date | null;
  supersededBy: string | null;
  supersededReason: string | null;
}

/** All that an order ever said, the latest first. */
export const versionsOf = (db: Reader, id: string): Promise<OrderVersion[]> => db.query<OrderVersion>(
  `select version, definition, recorded_by as "recordedBy", recorded_at as "recordedAt", superseded_at as "supersededAt",
     superseded_by as "supersededBy", superseded_reason as "supersededReason"
   from court_order where id = $1 order by version desc`, [id]);

/** Whom it names or has named, of the people whom the caller sees; nobody if it names no persons. */
export async function peopleOf(db: Reader, id: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select distinct m.detainee_id as id from court_order o join class_membership m on m.class = o.id where o.id = $1 and o.names_persons order by 1`, [id]);
  return rows.map((row) => row.id);
}

/** Whom it names or has named, also of those whom the caller does not see; for the log, and nobody where the order itself is closed to the caller. */
export async function everybodyOf(db: Reader, id: string): Promise<string[]> {
  const [{ people }] = await db.query<{ people: string[] }>('select people_of_order($1) as people', [id]);
  return people;
}

/** Whether an order has or had this id, whoever may see it. */
export async function idWasGiven(db: Reader, id: string): Promise<boolean> {
  const [{ given }] = await db.query<{ given: boolean }>('select order_id_was_given($1) as given', [id]);
  return given;
}

export async function insertVersion(tx: Tx, authority: Authority, version: number, by: string): Promise<void> {
  await tx.query('insert into court_order (id, version, definition, recorded_by) values ($1, $2, $3, $4)',
    [authority.id, version, JSON.stringify(definitionOf(authority)), by]);
}

export async function closeVersion(tx: Tx, id: string, by: string, reason: string): Promise<void> {
  await tx.query('update court_order set superseded_at = now(), superseded_by = $2, superseded_reason = $3 where id = $1 and superseded_at is null',
    [id, by, reason]);
}

export async function insertStatus(tx: Tx, orderId: string, rows: readonly StatusRow[], by: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { clauseIds, from, state, cause, source, grade } of rows) {
    const id = randomUUID();
    await tx.query(
      `insert into court_order_status (id, order_id, clause_ids, on_day, state, cause, source, grade, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, orderId, [...clauseIds], from, state, cause, source, grade, by]);
    ids.push(id);
  }
  return ids;
}

export async function statusEntries(db: Reader, orderId: string): Promise<StatusEntryView[]> {
  const rows = await db.query<{ entry: StatusEntryView }>(
    `select ${ENTRY} as entry from court_order_status s where s.order_id = $1 order by ${IN_ORDER}`, [orderId]);
  return rows.map(({ entry }) => entry);
}

export async function withdrawStatus(tx: Tx, id: string, by: string, reason: string): Promise<void> {
  await tx.query('update court_order_status set withdrawn_at = now(), withdrawn_by = $2, withdrawn_reason = $3, version = version + 1 where id = $1', [id, by, reason]);
}
