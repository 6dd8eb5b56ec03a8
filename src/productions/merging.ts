import type { Actor } from '../common/actor.js';
import type { Tx } from '../common/database.js';

/** The file that is being merged into the facts, and who merges it. */
export interface Merging {
  tx: Tx;
  fileId: string;
  fileName: string;
  actor: Actor;
  /** when it is recorded: one instant for the whole release */
  instant: Date;
}

/** As `Merging`, once the file has been read. */
export interface MergingRead extends Merging {
  /** the names of the file's sheets, in order; null for a text file */
  sheets: readonly (string | null)[];
}
