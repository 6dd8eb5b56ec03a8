/** What a spreadsheet would take for a formula is marked as text, in wide letters too: a cell may hold a stranger's words. */
const FORMULA = /^[\t\r\n]|^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]/;

export type CsvValue = string | number | boolean | null;

const cell = (value: CsvValue): string => {
  if (value === null) return '';
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const csvLine = (cells: readonly CsvValue[]): string => `${cells.map(cell).join(',')}\r\n`;

/** So that a spreadsheet reads what follows as UTF-8. */
export const CSV_BEGINS = '\uFEFF';
