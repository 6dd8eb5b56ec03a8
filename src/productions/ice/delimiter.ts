import { afterByteOrderMark, RowSplitter } from './csv-rows.js';
import { FileRefused } from './file-refused.js';
import { HEADER_WITHIN_ROWS, headerIn } from './header.js';
import { rowTexts } from './row.js';

/** Comma, the pipe of one published copy, tab and the semicolon of European spreadsheets. */
const DELIMITERS = [',', '|', '\t', ';'];

/**
 * The byte that separates the cells of a text file: the one with which a header appears. A title above the header may
 * hold any of them. `start` is as much of the file as is sure to hold the header.
 */
export function delimiterOf(start: Buffer, isWhole: boolean): number {
  let refusal: FileRefused | null = null;
  for (const delimiter of DELIMITERS.map((character) => character.charCodeAt(0))) {
    try {
      if (hasHeader(Buffer.from(start), delimiter, isWhole)) return delimiter;
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? noHeader('The file has no');
}

/** `what` is the beginning of a sentence: `The file has no`, `No sheet has a`. */
export const noHeader = (what: string): FileRefused =>
  new FileRefused(`${what} header of a detention release in the first ${HEADER_WITHIN_ROWS} rows (with columns such as “Unique Identifier”, “Book In Date Time” and “Detention Facility Code”).`);

function hasHeader(bytes: Buffer, delimiter: number, isWhole: boolean): boolean {
  const splitter = new RowSplitter(bytes, delimiter);
  let from = afterByteOrderMark(bytes);
  for (let row = 0; row < HEADER_WITHIN_ROWS; row++) {
    from = splitter.split(from, bytes.length, isWhole);
    if (from === -1) return false;
    if (splitter.row.broken === null && headerIn(rowTexts(splitter.row), 'The file') !== null) return true;
  }
  return false;
}
