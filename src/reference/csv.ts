/** Rows of a small comma-separated file (RFC 4180) that has a header, by column name. For files that fit in memory. */
export function readCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = cells(text.replace(/^\uFEFF/, ''));
  if (!header) return [];
  return rows.map((row, i) => {
    if (row.length !== header.length) {
      throw new Error(`row ${i + 2} has ${row.length} columns, the header has ${header.length}`);
    }
    return Object.fromEntries(header.map((name, column) => [name, row[column]]));
  });
}

/** A cell is either quoted, with quotes in it doubled, or runs up to the next comma or end of line. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const at = CELL.lastIndex;
    const [, quoted, plain, end] = CELL.exec(text) ?? refuse(at);
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',' && CELL.lastIndex < text.length) continue;
    if (end === ',') row.push('');
    rows.push(row);
    row = [];
  }
  return rows;
}

function refuse(at: number): never {
  throw new Error(`a quotation mark stands where none may, at character ${at + 1}`);
}
