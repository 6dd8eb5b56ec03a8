import { OPERATOR_ID } from '../../src/common/actor.js';
import type { TestDatabase } from './database.js';

/** Tables that hold something about a person and are read by others than those who see the person. */
const READ_BY_OTHERS = ['audit_entry'];

export interface PersonTable {
  table: string;
  column: string;
}

/** Every table that hangs on a person, as the schema has it: by a reference, or by a column of that name. */
export async function personTables(database: TestDatabase): Promise<PersonTable[]> {
  const tables = await database.query<{ table: string; column: string }>(`
    select c.relname as table, a.attname as column from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (a.attname = 'detainee_id' or c.relname = 'detainee' and a.attname = 'id' or exists (
        select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'detainee'::regclass and a.attnum = any (k.conkey)))
    order by 1, 2`);
  return tables.filter(({ table }) => !READ_BY_OTHERS.includes(table));
}

const FACT = { source_kind: `'person'`, recorded_by: `'${OPERATOR_ID}'` };
const BY_OPERATOR = `'${OPERATOR_ID}'`;

/** What a row of each needs beside its person, in an order in which they can be written. A new table that hangs on a person gets a line here. */
const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  detainee_identity: { ...FACT, citizenship: `'IRQ'` },
  detainee_name: { ...FACT, kind: `'primary'`, script: `'Latn'`, full_name: `'A Person'`, search_keys: `'{person}'` },
  detainee_identifier: { ...FACT, kind: `'ice-anonymized-id'`, value: 'md5(random()::text)' },
  custody_stint: { ...FACT, custodian: `'ice'`, from_on: `'2026-03-02'` },
  other_custody: { ...FACT, kind: `'criminal'` },
  removal_order: { ...FACT, appeal_known: 'false', departure_known: 'false', events_known: 'false' },
  removal_order_event: { ...FACT, removal_order_id: 'gen_random_uuid()', kind: `'reopened'` },
  cooperation_lapse: { ...FACT },
  class_membership: { ...FACT, class: `'hamama-primary'` },
  membership_decision: { id: 'gen_random_uuid()', class: `'hamama-primary'`, decision: `'declined'`, proposal: `repeat('a', 64)`, because: `'[]'`, evidence: `'[]'`,
    reason: `'sealed:1:x'`, as_of: `'2026-11-24'`, law_version: `'1'`, decided_by: BY_OPERATOR, decided_at: 'now()' },
  case_event: { ...FACT, kind: `'hearing'`, on_day: `'2026-03-02'` },
  ice_contact: { ...FACT, id: 'gen_random_uuid()', version: '1', recorded_at: 'now()', encounter_id: 'gen_random_uuid()', on_day: `'2026-03-02'`, actor: `'ice'`, topics: `'{force}'` },
  known_list: { ...FACT, list: `'stints'` },
  sensitive_detail: { ...FACT, id: 'gen_random_uuid()', version: '1', recorded_at: 'now()', topic: `'fear'`, detail: `'sealed:1:x'` },
  note: { ...FACT, id: 'gen_random_uuid()', version: '1', recorded_at: 'now()', handling: `'privileged'`, body: `'sealed:1:x'` },
  document_content: { id: 'gen_random_uuid()', content_key: `'sealed:1:x'`, address: `md5(random()::text) || md5(random()::text)` },
  document: { ...FACT, id: 'gen_random_uuid()', version: '1', recorded_at: 'now()', handling: `'privileged'`, title: `'sealed:1:x'`, file_name: `'sealed:1:x'`,
    sha256: `'sealed:1:x'`, media_type: `'text/plain'`, size_bytes: '1', content_id: '(select id from document_content where detainee_id = $1)' },
  legal_hold: { reason: `'sealed:1:x'`, put_up_by: BY_OPERATOR },
  retention_proposal: { kind: `'withdrawn-note'`, subject_id: 'gen_random_uuid()', since_on: `'2026-01-02'`, keep_months: '6', rule_version: '1' },
  review_mark: {},
  review_failure: { as_of: `'2026-11-24'`, law_version: `'1'`, reason: `'It failed.'` },
  evaluation: { as_of: `'2026-11-24'`, law_version: `'1'`, finality: `'unknown'`, count_days: `'{}'`, count_running: `'{}'` },
  finding: { authority: `'a-law'`, clause: `'a-clause'`, result: `'met'`, policy: `'p'`, citation: `'1 A Law'`, grade: `'V1'`, weight: '1', as_of: `'2026-11-24'`, law_version: `'1'` },
  person_key: { purpose: `'record'`, version: '1', wrapped: `'\\x00'`, master_key_id: `'a-key'` },
  person_grant: { user_id: BY_OPERATOR, reason: `'sealed:1:x'`, granted_by: BY_OPERATOR },
  wall: { user_id: BY_OPERATOR, reason: `'sealed:1:x'`, put_up_by: BY_OPERATOR },
  broken_glass: { user_id: BY_OPERATOR, reason: `'sealed:1:x'` },
};

/** Somebody about whom every table says something. */
export async function aRowOfEach(database: TestDatabase): Promise<string> {
  const [{ id }] = await database.query<{ id: string }>('insert into detainee (created_by) values ($1) returning id', [OPERATOR_ID]) as [{ id: string }];
  const order = Object.keys(ROWS);
  const tables = (await personTables(database)).sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
  for (const { table, column } of tables) {
    if (table === 'detainee') continue;
    const values = ROWS[table];
    if (!values) throw new Error(`test/support/person-rows.ts has no row for ${table}: add one, so that it is seen whom its rows are shown to`);
    const names = [column, ...Object.keys(values)];
    await database.query(`insert into ${table} (${names.join(', ')}) values ($1${Object.values(values).map((value) => `, ${value}`).join('')})`, [id]);
  }
  return id;
}
