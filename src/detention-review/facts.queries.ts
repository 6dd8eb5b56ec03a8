import pg from 'pg';
import type { PoolClient } from 'pg';
import { knownOn } from '../common/as-known.js';
import type { Day } from '../law/calendar/day.js';
import { type BoundPlace, type CaseFile, CaseFileDraft, NO_PLACE } from './case-file.js';
import { CHOSEN_BY_THEM, CHOSEN_ONCE } from './chosen-people.queries.js';
import { copyOut } from './copy-text.js';
import { type FactLine, RowLine } from './fact-line.js';

/**
 * The facts of some people in one statement, so that all of them are read from one moment: one person, or a batch of
 * a sweep, as the file stands or as it was known on an earlier instant. Every row has the same shape, whose it is, a
 * kind, and places for text (t), days (d) and flags (b); the reader of a kind (case-file.ts) takes its places in order.
 */
interface FactRows {
  kind: string;
  from: string;
  /** the fact's own id; for an event of an order, the order's */
  id?: string;
  text?: readonly string[];
  days?: readonly string[];
  instant?: string;
  offset?: string;
  flags?: readonly string[];
  /** which of them */
  where?: string;
}

const FACT_ROWS: readonly FactRows[] = [
  { kind: 'i', from: 'detainee_identity f', text: ['f.citizenship::text'], days: ['f.birth_date'] },
  { kind: 's', from: 'custody_stint f', id: 'f.id', text: ['f.facility', 'f.custodian', 'f.ended_by'], days: ['f.from_on', 'f.to_on'] },
  { kind: 'o', from: 'other_custody f', id: 'f.id', text: ['f.kind'], days: ['f.from_on', 'f.to_on'] },
  { kind: 'r', from: 'removal_order f', id: 'f.id',
    text: ['f.kind', 'f.decided_by', 'f.appeal_outcome'],
    days: ['f.decided_on', 'f.appeal_waived_on', 'f.appeal_filed_on', 'f.appeal_decided_on', 'f.appeal_certified_on',
      'f.depart_by', 'f.departed_on', 'f.departure_bond_due_on', 'f.departure_bond_posted_on', 'f.stated_final_on',
      'f.original_final_on', 'f.reinstated_on'],
    flags: ['f.in_absentia', 'f.appeal_known', 'f.appeal_filed', 'f.departure_known', 'f.departed',
      'f.departure_bond_posted', 'f.events_known'] },
  { kind: 'v', from: 'removal_order_event f', id: 'f.removal_order_id', text: ['f.kind', 'f.court', 'f.id::text'], days: ['f.on_day'] },
  { kind: 'c', from: 'cooperation_lapse f', id: 'f.id', text: ['f.act'],
    days: ['f.from_on', 'f.to_on', 'f.notice_served_on'], flags: ['f.ongoing', 'f.disputed'] },
  { kind: 'm', from: 'class_membership f', id: 'f.id', text: ['f.class'], days: ['f.from_on', 'f.to_on'] },
  { kind: 'e', from: 'case_event f', id: 'f.id', text: ['f.kind'], days: ['f.on_day'],
    instant: 'f.at_instant', offset: 'f.at_offset_minutes' },
  // A G-28 makes whoever filed it counsel of record, as a policy that names the form has it; no other form does.
  { kind: 'g', from: 'representation f', id: 'f.id', days: ['f.from_on', 'f.to_on'], where: `f.kind = 'g-28'` },
  { kind: 'a', from: 'counsel_contact f', id: 'f.id',
    text: ['f.manner', '(extract(epoch from f.granted_at_instant) * 1000)::bigint::text', 'f.granted_offset_minutes::text'],
    days: ['f.on_day', 'f.granted_on'], instant: 'f.at_instant', offset: 'f.at_offset_minutes', flags: ['f.monitored'] },
  { kind: 'x', from: 'ice_contact f', id: 'f.id', text: ['f.actor', `array_to_string(f.topics, ',')`],
    days: ['f.on_day', 'f.counsel_notified_on'], instant: 'f.at_instant', flags: ['f.counsel_present'] },
  { kind: 'k', from: 'known_list f', text: ['f.list'] },
];

/** Where all that is read of a person stands. */
export const FACT_TABLES: readonly string[] = FACT_ROWS.map(({ from }) => from.split(' ')[0]);

/**
 * Where a facility lies: a row for each place, and not for each stay there, of which there are thousands; and one for each
 * detention standard by which it was bound from when.
 */
const placeRows = (instant: Date | null): FactRows => ({
  kind: 'p', from: `facility f left join facility_standard b on b.facility = f.detloc and ${asKnown(instant, 'b')}`,
  text: ['f.detloc', 'f.circuit', 'f.field_office', 'f.state', 'f.district', 'b.standard'], days: ['b.from_on', 'b.to_on'],
});

const TEXTS = Math.max(...[...FACT_ROWS, placeRows(null)].map(({ text }) => text?.length ?? 0));
const DAYS = Math.max(...FACT_ROWS.map(({ days }) => days?.length ?? 0));
const FLAGS = Math.max(...FACT_ROWS.map(({ flags }) => flags?.length ?? 0));

/** The facts of the chosen people as they stand, or as they were known on an instant. */
const factsSql = (instant: Date | null): string => `${CHOSEN_ONCE}\n${factsOf(CHOSEN_BY_THEM, instant)}`;

function factsOf(people: string, instant: Date | null): string {
  return [
    placesSql(`f.detloc in (select s.facility from custody_stint s where s.detainee_id = ${people})`, instant),
    ...FACT_ROWS.map((rows) => rowsSql(rows, `f.detainee_id = ${people} and ${asKnown(instant)}`)),
  ].join('\nunion all\n');
}

/** The facts of everybody, as they stand. */
export const allFactsSql = (): string => [placesSql('true', null), ...FACT_ROWS.map((rows) => rowsSql(rows, asKnown(null)))].join('\nunion all\n');

const placesSql = (condition: string, instant: Date | null): string => rowsSql(placeRows(instant), condition, 'null::uuid');

function rowsSql(rows: FactRows, condition: string, whose = 'f.detainee_id'): string {
  const columns = [
    `${whose} as detainee_id`,
    `'${rows.kind}'`,
    rows.id ?? 'null::uuid',
    rows.instant ? `(extract(epoch from ${rows.instant}) * 1000)::bigint` : 'null::bigint',
    rows.offset ?? 'null::smallint',
    ...places(rows.text, TEXTS, 'null::text', (column) => column),
    ...places(rows.days, DAYS, 'null::integer', (column) => `${column} - date '1970-01-01'`),
    ...places(rows.flags, FLAGS, 'null::boolean', (column) => column),
  ];
  return `select ${columns.join(', ')} from ${rows.from} where ${rows.where === undefined ? condition : `${rows.where} and ${condition}`}`;
}

const places = (columns: readonly string[] = [], count: number, none: string, write: (column: string) => string): string[] =>
  Array.from({ length: count }, (_, place) => (columns[place] === undefined ? none : write(columns[place])));

/** The instant is written into the statement: COPY takes no parameters. */
function asKnown(instant: Date | null, row = 'f'): string {
  return instant === null ? `${row}.superseded_at is null` : knownOn(`${pg.escapeLiteral(instant.toISOString())}::timestamptz`, row);
}

/** A case file for each of `ids`, who have been chosen, in their order, as it stands or as it was known on `instant`; a person without a single fact has an empty one. */
export const readCaseFiles = async (client: PoolClient, ids: readonly string[], instant: Date | null = null): Promise<CaseFile[]> => (
  [...await readCaseFilesOneByOne(client, ids, instant)]);

/** The same, each made of its rows when it is asked for: of many people, one file after another is in memory, and not all. */
export async function readCaseFilesOneByOne(client: PoolClient, ids: readonly string[], instant: Date | null = null): Promise<Iterable<CaseFile>> {
  const gathered = new CaseFiles(ids);
  await copyOut(client, factsSql(instant), (line) => gathered.add(line));
  return gathered;
}

const OF_ONE = { name: 'vigil_facts_of_one', text: factsOf('$1::uuid', null), rowMode: 'array' as const };

/**
 * The file of one person, as it stands. What comes by COPY is planned each time, which for one person takes longer than
 * reading; this is planned once on each connection, as it asks for one person and never for a list of some length.
 */
export async function readCaseFile(client: PoolClient, id: string): Promise<CaseFile> {
  const gathered = new CaseFiles([id]);
  const { rows } = await client.query<unknown[]>({ ...OF_ONE, values: [id] });
  for (const row of rows) gathered.add(new RowLine(row));
  return [...gathered][0];
}

/** The files of some people, whose rows come in whatever order. */
class CaseFiles implements Iterable<CaseFile> {
  private readonly rows: ReadonlyMap<string, FactLine[]>;
  private readonly places = new Map<string, BoundPlace>();

  constructor(ids: readonly string[]) {
    this.rows = new Map(ids.map((id) => [id, []]));
  }

  add(line: FactLine): void {
    const detaineeId = line.text();
    if (detaineeId === null) {
      this.addPlace(line);
      return;
    }
    const rows = this.rows.get(detaineeId);
    if (rows === undefined) throw new Error('the database answered with facts of somebody who was not asked about');
    rows.push(line);
  }

  * [Symbol.iterator](): Iterator<CaseFile> {
    for (const [detaineeId, rows] of this.rows) {
      const draft = new CaseFileDraft(detaineeId);
      for (const row of rows) draft.add(row);
      yield draft.finish((facility) => this.places.get(facility) ?? NO_PLACE);
    }
  }

  private addPlace(line: FactLine): void {
    for (let skipped = 0; skipped < BEFORE_TEXTS; skipped++) line.text();
    const code = line.text()!;
    const place = { circuit: line.text(), fieldOffice: line.text(), state: line.text(), district: line.text() };
    const standard = line.text();
    const bound = standard === null ? [] : [{ standard, from: line.int() as Day | null, to: line.int() as Day | null }];
    this.places.set(code, { ...place, standards: [...(this.places.get(code)?.standards ?? []), ...bound] });
  }
}

/** Of a row, after whose it is: kind, id, instant and offset, which say nothing of a place. */
const BEFORE_TEXTS = 4;
