import { readFileSync } from 'node:fs';
import { dataFile } from '../../reference/data-files.js';
import { normalName } from './columns.js';

/** A layout in which ICE has released a table: which table, and the names of its columns. */
export interface Layout {
  /** `detentions:detentions-7-25` */
  id: string;
  table: string;
  columns: ReadonlySet<string>;
}

let read: readonly Layout[] | null = null;

/** Every layout known, of detentions and of the other tables, from the file that ships with the project. */
export function layouts(): readonly Layout[] {
  read ??= Object.entries(JSON.parse(readFileSync(dataFile('ice/ice_foia_schemas.json'), 'utf8')) as Record<string, Schema>)
    .map(([id, { table, columns }]) => ({ id, table, columns: new Set(columns.map(({ name }) => normalName(name))) }));
  return read;
}

interface Schema {
  table: string;
  columns: { name: string }[];
}

export interface Likeness {
  layout: Layout;
  /** how many of the header's names the layout has */
  hits: number;
  /** what the two have in common, of all that either has: 1 is the same */
  share: number;
}

/** The layout that a header is most like. */
export function nearestLayout(header: readonly string[], among: readonly Layout[] = layouts()): Likeness {
  const names = new Set(header.map(normalName).filter((name) => name !== ''));
  let nearest: Likeness | null = null;
  for (const layout of among) {
    let hits = 0;
    for (const name of names) if (layout.columns.has(name)) hits++;
    const share = hits / (names.size + layout.columns.size - hits);
    if (nearest === null || share > nearest.share) nearest = { layout, hits, share };
  }
  return nearest!;
}
