import type { Tx } from '../database.js';
import { SEALED_PREFIX } from './sealed.js';
import { SEALED_TABLES, type SealedTable } from './sealed-columns.js';

/** Which values of sealed columns are meant: those still in plain text, or those sealed under another key than this. */
export type Stale = 'plain' | { notVersion: number };

export interface StaleRow {
  key: unknown;
  /** `Place.row` */
  row: string;
  values: { column: string; text: string }[];
  /** as its table has it, for what is kept beside a value */
  whole: Record<string, unknown>;
}

/** What is written once and for good keeps its key. */
const tablesOf = (stale: Stale): readonly SealedTable[] => (stale === 'plain' ? SEALED_TABLES : SEALED_TABLES.filter(({ purpose }) => purpose === 'record'));

const condition = (stale: Stale, { name, only }: SealedTable['columns'][number]): string =>
  stale === 'plain'
    ? `(${name} is not null and ${name} not like '${SEALED_PREFIX}%'${only ? ` and ${only.sql}` : ''})`
    : `(${name} like '${SEALED_PREFIX}%' and ${name} not like '${SEALED_PREFIX}record:${stale.notVersion}:%')`;

const anyOf = (stale: Stale, { columns }: SealedTable): string => columns.map((column) => condition(stale, column)).join(' or ');

/** The next people after `after`, in the order of their ids, of whom something stands in plain text. */
export async function peopleInPlainText(db: Pick<Tx, 'query'>, after: string, limit: number): Promise<string[]> {
  const parts = SEALED_TABLES.map((sealed) =>
    `(select distinct ${sealed.person} as id from ${sealed.table} where ${sealed.person} > $1 and (${anyOf('plain', sealed)}) order by 1 limit $2)`);
  const rows = await db.query<{ id: string }>(`select distinct id from (${parts.join(' union all ')}) as people order by id limit $2`, [after, limit]);
  return rows.map(({ id }) => id);
}

/** The tables in which such a value stands of this person: most have none, and each that is asked costs a question. */
export async function staleTables(tx: Tx, personId: string, stale: Stale): Promise<SealedTable[]> {
  const tables = tablesOf(stale);
  const parts = tables.map((sealed, at) => `select ${at} as place where exists (select from ${sealed.table} where ${sealed.person} = $1 and (${anyOf(stale, sealed)}))`);
  const rows = await tx.query<{ place: number }>(parts.join(' union all '), [personId]);
  return rows.map(({ place }) => tables[place]);
}

/** Held until the end of the transaction, as whoever corrects one of them holds it before sealing anew. */
export async function staleRows(tx: Tx, sealed: SealedTable, personId: string, stale: Stale): Promise<StaleRow[]> {
  const { table, columns, primaryKey, person, rowSql } = sealed;
  const chosen = columns.map((column, at) => `case when ${condition(stale, column)} then ${column.name} end as stale_${at}`);
  const rows = await tx.query<Record<string, unknown>>(
    `select ${primaryKey} as stale_key, ${rowSql} as stale_row, ${chosen.join(', ')}, to_jsonb(t) as stale_whole from ${table} t
     where ${person} = $1 and (${anyOf(stale, sealed)}) order by ${primaryKey} for no key update`, [personId]);
  return rows.map((row) => ({
    key: row.stale_key, row: row.stale_row as string, whole: row.stale_whole as Record<string, unknown>,
    values: columns.flatMap(({ name }, at) => {
      const text = row[`stale_${at}`];
      return typeof text === 'string' ? [{ column: name, text }] : [];
    }),
  }));
}

export async function rewriteRow(tx: Tx, { table, primaryKey }: SealedTable, key: unknown, values: Readonly<Record<string, string>>): Promise<void> {
  const columns = Object.keys(values);
  await tx.query(`update ${table} set ${columns.map((column, at) => `${column} = $${at + 2}`).join(', ')} where ${primaryKey} = $1`,
    [key, ...Object.values(values)]);
}

/** The checks that refuse plain text and were not yet held against what was there before them. */
export async function uncheckedSeals(db: Pick<Tx, 'query'>): Promise<{ table: string; name: string }[]> {
  return db.query(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where contype = 'c' and not convalidated and connamespace = current_schema()::regnamespace and conname like '%\\_sealed'
       and conrelid::regclass::text = any($1::text[]) order by 1, 2`, [SEALED_TABLES.map(({ table }) => table)]);
}
