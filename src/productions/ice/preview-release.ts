import { type Counts, Preview } from './preview.js';
import { readRelease } from './release.js';
import type { Notes, Refused } from './stint.js';

/** A file of nothing but faults would otherwise be held in memory whole. */
export const MOST_REFUSED_LISTED = 10_000;

export type RefusedListed = Pick<Refused, 'sheet' | 'row' | 'column' | 'reason' | 'rowKept'>;

export interface ReleasePreview extends Counts {
  layout: string;
  rows: number;
  /** the first ten thousand */
  refused: RefusedListed[];
  refusedCount: number;
  notes: Notes;
}

export interface PreviewRequest {
  file: string;
  today: string;
  onRefused?: (refused: Refused) => void;
  onPause?: () => Promise<void> | void;
  onProgress?: (share: number) => void;
}

/** What an import of the file would read, without a database. */
export async function previewRelease({ onRefused, ...request }: PreviewRequest): Promise<ReleasePreview> {
  const preview = new Preview();
  const refused: RefusedListed[] = [];
  let refusedCount = 0;
  const { layout, rows, notes } = await readRelease({
    ...request,
    onStint: (stint) => preview.add(stint),
    onRefused: (each) => {
      onRefused?.(each);
      const { sheet, row, column, reason, rowKept } = each;
      if (++refusedCount <= MOST_REFUSED_LISTED) refused.push({ sheet, row, column, reason, rowKept });
    },
  });
  return { layout, rows, ...preview.counts(), refused, refusedCount, notes };
}
