import type { CountId } from '../answer.js';
import type { CaseEventKind } from '../facts.js';

/** The catalogue of checks: what a clause can be made of. Data, never code, so that an office can enter one. */
export type Check = TimeLimit | HoursLimit | Deadline | FixedDate;

/** A line on a count: the day on which the count reaches so many days, or six months. */
export interface Line {
  count: CountId;
  n: number;
  unit: 'day' | 'month';
}

/** A state must not last past a line on one of the counts. Met on the day of the line itself. */
export interface TimeLimit {
  kind: 'time-limit';
  line: Line;
  /** where courts differ, the questions on which readings of this limit exist */
  readings: readonly ReadingQuestion[];
  /** an event that answers the limit if it comes before the line */
  satisfiedBy: readonly CaseEventKind[];
}

export type ReadingQuestion = 'separate-stays' | 'non-cooperation' | 'start-after-removal-period';

/** A time limit in hours between two events; the limit in force may change, and a stay may straddle the change. */
export interface HoursLimit {
  kind: 'time-limit';
  begins: CaseEventKind;
  ends: CaseEventKind;
  /** oldest first; each holds until the next */
  hours: readonly { from: string | null; n: number }[];
}

/** Something is due a number of days, months or business days after a trigger. */
export interface Deadline {
  kind: 'deadline';
  trigger: Trigger;
  /** null: at once, the text has no number; `n` null: the number was not found, so the clause refuses to evaluate */
  offset: { n: number | null; unit: 'day' | 'business-day' | 'month' } | null;
  satisfiedBy: readonly CaseEventKind[];
  /** `any` of these events is enough, or `all` are required */
  requires: 'any' | 'all';
  /** events satisfy it from so many days after the trigger on */
  countsFrom: number;
  /** `before`: the day itself is too late; `by`: on the day is in time */
  due: 'before' | 'by';
  release: ReleaseEffect;
}

/** `ends`: it protects the detained, so nothing is due to a person at liberty; `satisfies`: release by the day is compliance. */
export type ReleaseEffect = 'ends' | 'satisfies';

export type Trigger =
  | { kind: 'removal-period' }
  | { kind: 'event'; event: CaseEventKind }
  /** the first review decision after day 90 of the removal period, and each one after it */
  | { kind: 'review-after-day-90' }
  /** held again after release on an order of supervision */
  | { kind: 'redetention' }
  /** the day of the order, for those who had reached the protected line by then */
  | { kind: 'order'; on: string }
  /** the day on which the protected line is reached, for those who reach it after the order */
  | { kind: 'line-reached-after'; on: string };

/** Something is due on a date that the order names; it never rolls. For those who had reached the line by `reachedBy`. */
export interface FixedDate {
  kind: 'fixed-date';
  on: string;
  reachedBy: string;
  satisfiedBy: readonly CaseEventKind[];
  release: ReleaseEffect;
}
