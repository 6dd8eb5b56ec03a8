import type { RefusedRow } from './productions.queries.js';

/** What a spreadsheet would take for a formula is marked as text: a cell of a government's file is a stranger's text. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string | number | null): string => {
  if (value === null) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const line = (cells: readonly (string | number | null)[]): string => `${cells.map(cell).join(',')}\r\n`;

/** With a byte order mark, so that a spreadsheet reads it as UTF-8. */
export const REFUSED_CSV_HEADER = `\uFEFF${line(['sheet', 'row', 'set aside', 'column', 'reason', 'cells'])}`;

export const refusedCsvLine = ({ sheet, row, what, column, reason, cells }: RefusedRow): string =>
  line([sheet, row, what, column, reason, JSON.stringify(cells)]);
