import { readFile } from 'node:fs/promises';
import { SEALED_TABLES } from '../../src/common/crypto/sealed-columns.js';
import { type TestDatabase, testDatabase } from '../support/database.js';

/** A line of the map: `table` columns `a`, `b` | what | kept | read by | goes. */
interface Entry {
  columns: string[];
  kept: string;
  readBy: string;
  goes: string;
}

/** Columns that every table of facts has are told once, for all of them. */
const EVERY_FACT = 'every fact';

function entriesOf(map: string, factTables: readonly string[]): Entry[] {
  return map.split('\n').filter((line) => /^\| (`|every fact)/.test(line)).flatMap((line) => {
    const [tableCell, columnCell, , kept, readBy, goes] = line.split('|').slice(1, -1).map((cell) => cell.trim());
    const tables = tableCell === EVERY_FACT ? factTables : namesIn(tableCell);
    return tables.map((table) => ({ columns: namesIn(columnCell).map((column) => `${table}.${column}`), kept, readBy, goes }));
  });
}

const namesIn = (cell: string): string[] => [...cell.matchAll(/`([a-z0-9_]+)`/g)].map(([, name]) => name);

describe('docs/data-map.md', () => {
  let database: TestDatabase;
  let columns: string[];
  let entries: Entry[];
  beforeAll(async () => {
    database = await testDatabase();
    const rows = await database.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name not in ('migrations', 'typeorm_metadata') order by 1`);
    columns = rows.map(({ name }) => name);
    const facts = await database.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'version_id' order by 1`);
    entries = entriesOf(await readFile(new URL('../../docs/data-map.md', import.meta.url), 'utf8'), facts.map(({ name }) => name));
  });
  afterAll(() => database.close());

  it('tells every column of every table, and no other', () => {
    const told = new Set(entries.flatMap((entry) => entry.columns));
    expect({ untold: columns.filter((name) => !told.has(name)), gone: [...told].filter((name) => !columns.includes(name)) })
      .toEqual({ untold: [], gone: [] });
  });

  it('tells each of them once, and how it is kept, who reads it and when it goes', () => {
    const all = entries.flatMap((entry) => entry.columns);
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
    for (const entry of entries) expect([entry.columns, entry.kept, entry.readBy, entry.goes].every((cell) => cell.length > 0)).toBe(true);
  });

  it('says sealed of what is sealed, and of nothing else', () => {
    const sealed = SEALED_TABLES.flatMap(({ table, columns: names }) => names.map(({ name }) => `${table}.${name}`)).sort();
    const told = entries.filter(({ kept }) => /^sealed\b/.test(kept)).flatMap((entry) => entry.columns);
    // The log is sealed by a service of its own, and an answer that is kept under the server's secret; neither is written again.
    expect(told.sort()).toEqual([...sealed, 'audit_entry.after', 'audit_entry.before', 'idempotency_key.body'].sort());
  });

  it('and the list of sealed columns has each whose plain text the database refuses', async () => {
    const checks = await database.query<{ table: string; definition: string }>(
      `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint
       where contype = 'c' and connamespace = 'public'::regnamespace and pg_get_constraintdef(oid) like '%sealed:1:%'`);
    const checked = checks.flatMap(({ table, definition }) => [...definition.matchAll(/\(?(\w+) ~~ 'sealed:1:%'/g)].map(([, column]) => `${table}.${column}`));
    const listed = SEALED_TABLES.flatMap(({ table, columns: names }) => names.map(({ name }) => `${table}.${name}`));
    expect(checked.length).toBeGreaterThan(10);
    expect(checked.filter((name) => !listed.includes(name))).toEqual([]);
    // A release says in the words of the program why it supersedes.
    expect(listed.filter((name) => !checked.includes(name) && !name.endsWith('.superseded_reason'))).toEqual([]);
  });
});
