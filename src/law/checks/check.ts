import type { CountId } from '../answer.js';
import type { Actor, CaseEventKind, OrderEventKind, StintEnd, Topic } from '../facts.js';

/** The catalogue of checks: what a clause can be made of. Data, never code, so that an office can enter one. */
export type Check = TimeLimit | HoursLimit | Deadline | FixedDate | ForbiddenContent | ForbiddenAct | RequiredBefore | Recurring;

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
  /** events of a removal order that satisfy it as well */
  satisfiedByOrder?: readonly OrderEventKind[];
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
  /** an earlier date for those on whose order this event had happened by then */
  earlier?: { on: string; orderEvent: OrderEventKind };
  /** null: for every member, whatever line their custody has reached */
  reachedBy: string | null;
  satisfiedBy: readonly CaseEventKind[];
  release: ReleaseEffect;
}

/** Certain people must not speak of certain things: judged once for each contact, by who spoke and of what. */
export interface ForbiddenContent {
  kind: 'forbidden-content';
  /** whom the order binds; what anybody else says is recorded and charged to nobody */
  actors: readonly Actor[];
  topics: readonly Topic[];
}

/** A stint must not end so, unless the protection of this person had ended: nothing filed so many days after files were produced. */
export interface ForbiddenAct {
  kind: 'forbidden-act';
  endedBy: readonly StintEnd[];
  unless: { nothing: OrderEventKind; within: number; after: CaseEventKind } | null;
}

/** Something must have happened at least so long before an event; counted backward, and rolled earlier off closed days. */
export interface RequiredBefore {
  kind: 'required-before';
  /** the events before which it is required, one judgement each */
  events: readonly CaseEventKind[];
  /** contacts by those bound on these topics are such events as well; counsel present satisfies there */
  contacts: { actors: readonly Actor[]; topics: readonly Topic[] } | null;
  required: CaseEventKind;
  n: number;
  unit: 'day' | 'hour';
  /** judged only if this has happened before the event */
  onlyAfter: CaseEventKind | null;
}

/** A production is due every so many days from a day on. */
export interface Recurring {
  kind: 'recurring';
  from: string;
  every: number;
  satisfiedBy: readonly CaseEventKind[];
}
