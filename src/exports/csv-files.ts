import { CSV_BEGINS, csvLine, type CsvValue } from '../common/csv.js';
import type { LeavingFile } from './person-export.js';

export interface TextFile {
  path: string;
  text: string;
}

/** One table for each kind of record of which there is any. */
export function csvFiles({ facts, findings, membershipDecisions, notes, documents, log }: LeavingFile): TextFile[] {
  const tables: [string, readonly object[]][] = [
    ...Object.entries(facts).map(([kind, all]): [string, readonly object[]] => [`facts/${kind}`, all]),
    ['findings', findings], ['membership-decisions', membershipDecisions], ['notes', notes], ['documents', documents], ['log', log],
  ];
  return tables.filter(([, rows]) => rows.length > 0).map(([name, rows]) => ({ path: `${name}.csv`, text: csvOf(rows) }));
}

function csvOf(rows: readonly object[]): string {
  const flat = rows.map((row) => flattened(row));
  const columns = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return CSV_BEGINS + csvLine(columns) + flat.map((row) => csvLine(columns.map((column) => row.get(column) ?? null))).join('');
}

/** A field in a field is named by its path, a list is written as JSON. */
function flattened(row: object, prefix = ''): Map<string, CsvValue> {
  const cells = new Map<string, CsvValue>();
  for (const [name, value] of Object.entries(row) as [string, unknown][]) {
    const column = `${prefix}${name}`;
    if (value instanceof Date) cells.set(column, value.toISOString());
    else if (Array.isArray(value)) cells.set(column, JSON.stringify(value));
    else if (typeof value === 'object' && value !== null) for (const [path, cell] of flattened(value, `${column}.`)) cells.set(path, cell);
    else cells.set(column, (value ?? null) as CsvValue);
  }
  return cells;
}
