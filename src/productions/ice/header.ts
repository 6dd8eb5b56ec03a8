import { COLUMN_NAMES, type Column, columnPlaces, REQUIRED_COLUMNS } from './columns.js';
import { FileRefused } from './file-refused.js';
import { layouts, nearestLayout } from './layouts.js';

/** ICE puts six lines of title above the header, or five; nobody has seen more than a page of them. */
export const HEADER_WITHIN_ROWS = 60;

export interface Header {
  names: readonly string[];
  places: ReadonlyMap<Column, number>;
  /** the release layout that it is most like */
  layout: string;
}

/** Fewer names in common than this are chance: a line of a title may hold the word `Gender`. */
const LIKENESS_FLOOR = 4;

/**
 * The header that a row is, or null if it is none. Refuses the file when the row is plainly the header of something
 * else, or of a detention release that lacks a column without which nothing can be known.
 */
export function headerIn(cells: readonly string[], where: string): Header | null {
  const names = trimmedEnd(cells);
  const places = columnPlaces(names);
  const missing = REQUIRED_COLUMNS.filter((column) => !places.has(column));
  if (missing.length === 0) {
    const detentions = layouts().filter(({ table }) => table === 'detentions');
    return { names, places, layout: nearestLayout(names, detentions).layout.id };
  }

  const { layout, hits } = nearestLayout(names);
  if (hits < LIKENESS_FLOOR || hits * 2 < names.filter((name) => name.trim() !== '').length) return null;
  if (layout.table === 'detentions') {
    const wanted = missing.map((column) => COLUMN_NAMES[column].map((name) => `“${name}”`).join(' or '));
    throw new FileRefused(`${where} looks like a detention release, but its header has no column ${wanted.join('; and none ')}.`);
  }
  throw new FileRefused(`${where} is a release of ${layout.table}, not of detentions: give the detentions file of the same release.`);
}

function trimmedEnd(cells: readonly string[]): string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1].trim() === '') end--;
  return cells.slice(0, end).map((cell) => cell.trim());
}
