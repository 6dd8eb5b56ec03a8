/**
 * One row of a sheet, as bytes in somebody else's buffer: valid until the next row is read. Cell i is
 * `bytes[starts[i] … ends[i])`, UTF-8, without its quotation marks.
 */
export interface Row {
  bytes: Buffer;
  starts: Int32Array;
  ends: Int32Array;
  /** how many cells it has */
  count: number;
  /** 1 for the first row of the sheet, as a spreadsheet shows it */
  number: number;
  /** why the row cannot be split into cells; null if it can */
  broken: string | null;
}

/** Excel's own limit; a line with more commas than this is no row of a table. */
export const MAX_CELLS = 16_384;

export const newRow = (): Row => ({
  bytes: Buffer.alloc(0), starts: new Int32Array(MAX_CELLS), ends: new Int32Array(MAX_CELLS), count: 0, number: 0, broken: null,
});

export const cellText = (row: Row, cell: number): string =>
  cell < row.count ? row.bytes.toString('utf8', row.starts[cell], row.ends[cell]) : '';

export const rowTexts = (row: Row): string[] => Array.from({ length: row.count }, (_, cell) => cellText(row, cell));
