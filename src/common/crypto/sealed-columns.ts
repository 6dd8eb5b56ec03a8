import type { KeyPurpose } from './sealed.js';

/** A row as its table has it. */
type Row = Readonly<Record<string, unknown>>;

/**
 * A table with sealed columns: how the row that a value is sealed for is told apart, in SQL and here alike. What is
 * sealed and does not stand in this list is not found when keys rotate; a test compares it with the schema.
 */
export interface SealedTable {
  table: string;
  columns: readonly SealedColumn[];
  /** what tells a row from the others: `Place.row` */
  rowOf: (row: Row) => string;
  rowSql: string;
  /** the column of the person */
  person: string;
  /** by which a row is updated */
  primaryKey: string;
  purpose: KeyPurpose;
}

export interface SealedColumn {
  name: string;
  /** where only some rows have it sealed */
  only?: { sql: string; holds(row: Row): boolean };
}

const VERSION = { rowOf: (row: Row) => `${String(row.id)}/${String(row.version)}`, rowSql: "id || '/' || version", person: 'detainee_id', primaryKey: 'version_id', purpose: 'record' } as const;

/** Every fact says in words where it comes from, and why it no longer stands. */
const fact = (table: string, ...columns: (string | SealedColumn)[]): SealedTable => ({
  table, ...VERSION,
  columns: [
    { name: 'source_text' },
    // What a release supersedes says so in the words of the program, which name a file and a row.
    { name: 'superseded_reason', only: { sql: "superseded_by is not null and superseded_reason not like 'The release %'", holds: () => true } },
    ...columns.map((column) => (typeof column === 'string' ? { name: column } : column)),
  ],
});

/** Reasons, which are given once; of a hold on a class, which is about nobody, they are plain. */
const given = (table: string, ...columns: string[]): SealedTable => ({
  table, person: 'detainee_id', primaryKey: 'id', rowOf: ({ id }) => String(id), rowSql: 'id::text', purpose: 'log',
  columns: columns.map((name) => ({ name, only: { sql: `detainee_id is not null and ${name} <> '${FILE_OPENED}'`, holds: (row) => row.detainee_id !== null } })),
});
/** What the database writes of whoever opens a file. */
const FILE_OPENED = 'Opened the file.';

/** The identifier of the government's public releases is a pseudonym that everybody has: it is kept as it is. */
const PUBLIC_IDENTIFIER = 'ice-anonymized-id';
const NOT_PUBLIC = { sql: `kind <> '${PUBLIC_IDENTIFIER}'`, holds: (row: Row) => row.kind !== PUBLIC_IDENTIFIER };

export const SEALED_TABLES: readonly SealedTable[] = [
  fact('detainee_identity'),
  fact('detainee_name'),
  fact('detainee_identifier', { name: 'value', only: NOT_PUBLIC }),
  fact('sensitive_detail', 'detail'),
  fact('custody_stint'),
  fact('other_custody'),
  fact('removal_order'),
  fact('removal_order_event'),
  fact('cooperation_lapse'),
  fact('class_membership'),
  fact('case_event', 'note'),
  fact('ice_contact', 'place', 'actor_name', 'words', 'narrative', 'documents', 'witnesses', 'learned_how'),
  fact('known_list'),
  fact('note', 'body'),
  fact('document', 'title', 'file_name', 'sha256'),
  { table: 'document_content', columns: [{ name: 'content_key' }], person: 'detainee_id', primaryKey: 'id', rowOf: ({ id }) => String(id), rowSql: 'id::text', purpose: 'record' },
  { table: 'membership_decision', columns: [{ name: 'reason' }], person: 'detainee_id', primaryKey: 'id', rowOf: ({ id }) => String(id), rowSql: 'id::text', purpose: 'record' },
  given('person_grant', 'reason'),
  given('wall', 'reason', 'taken_down_reason'),
  given('broken_glass', 'reason', 'review_note'),
  given('legal_hold', 'reason', 'lifted_reason'),
  {
    table: 'finding', columns: [{ name: 'snooze_reason' }], person: 'detainee_id', primaryKey: 'id', purpose: 'record',
    // A finding that succeeds another of the same clause takes over what was said of it, as it stands.
    rowOf: ({ authority, clause, event_key }) => `${String(authority)}/${String(clause)}/${String(event_key)}`,
    rowSql: "authority || '/' || clause || '/' || event_key",
  },
];

const BY_NAME = new Map(SEALED_TABLES.map((sealed) => [sealed.table, sealed]));

export function sealedTable(table: string): SealedTable {
  const found = BY_NAME.get(table);
  if (!found) throw new Error(`${table} is not among the tables with sealed columns`);
  return found;
}
