import { OPERATOR_ID } from '../../src/common/actor.js';
import type { Database } from '../../src/common/database.js';
import { copyIn, copyLine, CopyText, type CopyValue } from '../../src/detention-review/copy-text.js';
import { type Day, formatDay } from '../../src/law/calendar/day.js';

/**
 * A caseload of any size in the proportions of ICE's releases: 3.3 stints a person, four in ten still held, a removal
 * order for most, much of what decides its finality on file and some of it not. The same seed gives the same people.
 */
const STINTS = [1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7] as const;
const FACILITIES: readonly (readonly [detloc: string, name: string, circuit: string])[] = [
  ['GLADEFL', 'Glades County Detention Center', '11'], ['STCLAMI', 'St. Clair County Jail', '6'], ['ELZICDF', 'Elizabeth Contract Detention Facility', '3'],
  ['STWRTGA', 'Stewart Detention Center', '11'], ['EAZ', 'Eloy Federal Contract Facility', '9'], ['LAWINCI', 'Winn Correctional Center', '5'],
  ['CALHOMI', 'Calhoun County Jail', '6'], ['ADLNTCA', 'Adelanto ICE Processing Center', '9'], ['NWIPCWA', 'Northwest ICE Processing Center', '9'],
  ['STCDFTX', 'South Texas ICE Processing Center', '5'], ['HOUICDF', 'Houston Contract Detention Facility', '5'], ['CHIPAWA', 'Chippewa County SSM', '6'],
];
const RELEASES = ['removed', 'removed', 'removed', 'order-of-supervision', 'bond', 'parole', 'recognizance'] as const;
const CITIZENSHIPS = ['IRQ', 'MEX', 'GTM', 'HND', 'SLV', 'HTI', 'VNM', 'CUB', 'VEN'] as const;

const TABLES = {
  detainee: ['id', 'created_by'],
  detainee_identity: ['detainee_id', 'source_kind', 'recorded_by', 'citizenship'],
  detainee_name: ['detainee_id', 'source_kind', 'recorded_by', 'kind', 'script', 'full_name', 'search_keys'],
  detainee_identifier: ['detainee_id', 'source_kind', 'recorded_by', 'kind', 'value'],
  custody_stint: ['detainee_id', 'source_kind', 'recorded_by', 'facility', 'custodian', 'from_on', 'to_on', 'ended_by'],
  removal_order: ['detainee_id', 'source_kind', 'recorded_by', 'kind', 'decided_on', 'decided_by', 'in_absentia', 'appeal_known',
    'appeal_waived_on', 'appeal_filed', 'departure_known', 'events_known'],
  known_list: ['detainee_id', 'source_kind', 'recorded_by', 'list'],
} as const satisfies Record<string, readonly string[]>;
type Table = keyof typeof TABLES;
type Rows = Record<Table, CopyText>;

/** People in one go: what is made is written before the next are made, so that the bench itself stays small. */
const CHUNK = 20_000;

export interface Caseload { people: number; stints: number; open: number }

export async function fillCaseload(database: Database, people: number, today: Day, seed = 1): Promise<Caseload> {
  const random = randomOf(seed);
  const made: Caseload = { people, stints: 0, open: 0 };
  await database.query(
    `insert into facility (detloc, name, circuit, field_office, source) select *, 'invented' from unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
    [FACILITIES.map(([d]) => d), FACILITIES.map(([, n]) => n), FACILITIES.map(([, , c]) => c), FACILITIES.map(([, , c]) => `AREA ${c}`)],
  );
  for (let done = 0; done < people; done += CHUNK) {
    const rows = Object.fromEntries(Object.keys(TABLES).map((table) => [table, new CopyText()])) as Rows;
    for (let i = done; i < Math.min(done + CHUNK, people); i++) addPerson(rows, i, today, random, made);
    await database.transaction(async (tx) => {
      for (const table of Object.keys(TABLES) as Table[]) {
        await copyIn(tx.client, table, TABLES[table], rows[table]);
      }
    });
  }
  await database.query('insert into review_mark (detainee_id) select id from detainee');
  await database.query('vacuum analyze');
  return made;
}

function addPerson(rows: Rows, index: number, today: Day, random: (below: number) => number, made: Caseload): void {
  const id = uuid(random);
  const add = (table: Table, ...values: CopyValue[]) => rows[table].add(copyLine([id, 'person', OPERATOR_ID, ...values]));
  rows.detainee.add(copyLine([id, OPERATOR_ID]));
  add('detainee_identity', CITIZENSHIPS[random(CITIZENSHIPS.length)]);
  add('detainee_name', 'primary', 'Latn', `Person ${index}`, `{"person ${index}"}`);
  add('detainee_identifier', 'ice-anonymized-id', (200_000_000 + index).toString(16).padStart(40, '0'));

  const open = random(1000) < 393;
  made.open += Number(open);
  let to: Day | null = open ? null : ((today - 1 - random(1400)) as Day);
  let first = today;
  const stints = STINTS[random(STINTS.length)];
  for (let left = stints; left > 0; left--) {
    const end = to ?? today;
    // Most stints are short and a few are very long.
    const length = 1 + Math.floor(320 * (random(10_000) / 10_000) ** 3);
    const from = (end - length) as Day;
    const last = left === stints;
    const gap = last || random(10) > 0 ? random(2) : 10 + random(300);
    const endedBy = to === null ? null : last || gap > 3 ? RELEASES[random(RELEASES.length)] : 'transfer';
    add('custody_stint', FACILITIES[random(FACILITIES.length)][0], 'ice', formatDay(from), to === null ? null : formatDay(to), endedBy);
    made.stints += 1;
    first = from;
    to = (from - gap) as Day;
  }

  if (random(100) < 85) {
    const decidedOn = (first + random(Math.max(today - first, 1))) as Day;
    const waived = random(100) < 40;
    const appealKnown = waived || random(100) < 70;
    add('removal_order', 'removal', formatDay(decidedOn), 'immigration-judge', false, appealKnown, waived ? formatDay(decidedOn) : null,
      appealKnown ? false : null, false, random(100) < 70);
  } else if (random(100) < 50) {
    add('known_list', 'removalOrders');
  }
  for (const list of ['cooperation', 'events', 'otherCustody']) if (random(100) < 40) add('known_list', list);
}

/** The same numbers in every run (mulberry32). */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function uuid(random: (below: number) => number): string {
  const hex = (digits: number) => random(16 ** digits).toString(16).padStart(digits, '0');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}`;
}
