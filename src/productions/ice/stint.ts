import type { Day } from '../../law/calendar/day.js';
import type { OrderKind, StintEnd } from '../../law/facts.js';

/** What one row of a detention release says, in our words. Null is not known. */
export interface ReleasedStint {
  sheet: string | null;
  row: number;
  /** ICE's stand-in for the A-number: 40 hexadecimal digits */
  person: string;
  /** the day on which the stay began that the release counts this stint to */
  stayOn: Day | null;
  facility: string | null;
  fromOn: Day;
  fromSeconds: number | null;
  toOn: Day | null;
  toSeconds: number | null;
  endedBy: StintEnd | null;
  order: ReleasedOrder | null;
  /** the release says that there was no final order when it was drawn */
  noFinalOrder: boolean;
  citizenship: string | null;
  birthOn: Day | null;
  birthYear: number | null;
  gender: 'male' | 'female' | 'unknown' | null;
}

export interface ReleasedOrder {
  kind: OrderKind | null;
  finalOn: Day | null;
}

/** Something of a row that was set aside, and why. */
export interface Refused {
  sheet: string | null;
  row: number;
  /** the column by its name in the file; null when it is the row as a whole */
  column: string | null;
  reason: string;
  /** the row was kept without this value; otherwise none of it was */
  rowKept: boolean;
  /** what the file has in the columns that the import reads, by their names in the file */
  cells: Record<string, string>;
}

/** How often a release contradicted itself in a way that has a rule; see `notes` of the summary. */
export interface Notes {
  /** a stint has a release reason and no book-out, and its stay a book-out: the stint ends with its stay */
  endsTakenFromStay: number;
  /** a stint is open in a stay that has ended: it stays open, so that a lawyer looks */
  openInEndedStays: number;
  /** a stint begins before the stay that it is counted to */
  stintsBeforeTheirStay: number;
}
