import type { FileHandle } from 'node:fs/promises';
import { FileRefused } from './file-refused.js';
import { MAX_CELLS, newRow, type Row } from './row.js';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** The longest row of any release is under 3 kB. What goes on for longer than this is no row. */
const MAX_ROW_BYTES = 1 << 20;
const BUFFER_BYTES = MAX_ROW_BYTES * 2;
/** Small, so that whoever takes in what was read is heard in between. */
const READ_BYTES = 256 * 1024;

export interface CsvEnd {
  /** the last row ends with an end of line, as whoever writes whole rows leaves it */
  endsWithNewline: boolean;
}

/**
 * The rows of a text file, in one pass through one buffer, whatever the size of the file. Cells may be quoted, with
 * quotation marks in them doubled and line ends in them kept; lines end with LF or CRLF.
 *
 * `onRow` runs for every row at once; `onPause` between two pieces of the file, and is waited for.
 */
export async function readCsvRows(
  file: FileHandle, delimiter: number, onRow: (row: Row) => void, onPause: (bytesRead: number) => Promise<void> | void,
): Promise<CsvEnd> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  const splitter = new RowSplitter(buffer, delimiter);
  let held = 0;
  let position = 0;
  let start = 0;

  for (;;) {
    const { bytesRead } = await file.read(buffer, held, Math.min(READ_BYTES, buffer.length - held), position);
    if (position === 0) start = afterByteOrderMark(buffer.subarray(0, bytesRead));
    position += bytesRead;
    held += bytesRead;
    const atEnd = bytesRead === 0;

    let next = start;
    for (let after = splitter.split(next, held, atEnd); after !== -1; after = splitter.split(next, held, atEnd)) {
      onRow(splitter.row);
      next = after;
    }
    if (atEnd) return { endsWithNewline: splitter.endsWithNewline };

    held -= next;
    if (held > MAX_ROW_BYTES) {
      const number = splitter.row.number + 1;
      throw new FileRefused(`Row ${number} goes on for more than ${MAX_ROW_BYTES / 1024 / 1024} MB: this is no table of rows, or a quotation mark in it is never closed.`);
    }
    buffer.copyWithin(0, next, next + held);
    start = 0;
    await onPause(position);
  }
}

export const afterByteOrderMark = (bytes: Buffer): number => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

/** Finds where the cells of the next row begin and end. */
export class RowSplitter {
  readonly row: Row = newRow();
  endsWithNewline = true;
  /** cells of the row at hand that hold doubled quotation marks */
  private readonly doubled: number[] = [];

  constructor(private readonly bytes: Buffer, private readonly delimiter: number) {
    this.row.bytes = bytes;
  }

  /** Splits the row that begins at `from`; returns where the next begins, or -1 if `end` comes before it is whole. */
  split(from: number, end: number, atEnd: boolean): number {
    if (from >= end) return -1;
    const { bytes, delimiter, row } = this;
    let broken: string | null = null;
    let count = 0;
    let at = from;
    this.doubled.length = 0;
    for (;;) {
      let cellEnd: number;
      let cellStart = at;
      if (bytes[at] === QUOTE && at < end) {
        const close = this.closingQuote(at + 1, end);
        if (close === -1) {
          if (!atEnd) return -1;
          throw new FileRefused(`The file is cut off: it ends inside a quoted cell of row ${row.number + 1}.`);
        }
        cellStart = at + 1;
        cellEnd = close;
        const inner = bytes.indexOf(QUOTE, cellStart);
        if (inner < close) this.doubled.push(count);
        at = close + 1;
        if (at < end && bytes[at] === RETURN) at++;
        if (at < end && bytes[at] !== delimiter && bytes[at] !== NEWLINE) {
          broken = 'text follows a quotation mark that closes a cell';
          while (at < end && bytes[at] !== delimiter && bytes[at] !== NEWLINE) at++;
        }
      } else {
        while (at < end && bytes[at] !== delimiter && bytes[at] !== NEWLINE) at++;
        cellEnd = at > cellStart && bytes[at - 1] === RETURN && (at === end || bytes[at] === NEWLINE) ? at - 1 : at;
      }
      if (at >= end && !atEnd) return -1;

      if (count < MAX_CELLS) {
        row.starts[count] = cellStart;
        row.ends[count] = cellEnd;
        count++;
      } else {
        broken = `it has more than ${MAX_CELLS} cells`;
      }
      if (at >= end || bytes[at] === NEWLINE) break;
      at++;
    }
    // Only now: the same bytes are looked at again if the row turned out not to be whole.
    for (const cell of this.doubled) if (cell < count) row.ends[cell] = this.undoubled(row.starts[cell], row.ends[cell]);
    row.count = count;
    row.number++;
    row.broken = broken;
    this.endsWithNewline = at < end;
    return at + 1;
  }

  /** The quotation mark that closes a cell: the first that is not doubled; -1 if it is not among the bytes at hand. */
  private closingQuote(from: number, end: number): number {
    const { bytes } = this;
    for (let at = from; at < end; at++) {
      if (bytes[at] !== QUOTE) continue;
      // The last byte at hand may be the first of two; the caller tries again with more, or it is the end.
      if (bytes[at + 1] === QUOTE && at + 1 < end) at++;
      else return at;
    }
    return -1;
  }

  /** Undoubles the quotation marks of a cell where it stands; returns its new end. */
  private undoubled(start: number, end: number): number {
    const { bytes } = this;
    let to = start;
    for (let at = start; at < end; at++) {
      if (bytes[at] === QUOTE) at++;
      bytes[to++] = bytes[at]!;
    }
    return to;
  }
}
