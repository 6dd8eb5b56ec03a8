import type { Counts } from './ice/preview.js';
import type { Notes } from './ice/stint.js';
import type { Changes } from './merge.js';

/** What an import read, kept and set aside. */
export interface ImportSummary extends Counts {
  /** rows of data in the file */
  rows: number;
  /** rows and values that were set aside; duplicates are not among them */
  refused: number;
  notes: Notes;
  changes: Changes;
}
