import type { CountId } from '../answer.js';
import type { Actor, CaseEventKind, Custodian, OrderEventKind, StintEnd, Topic } from '../facts.js';

/**
 * The catalogue of checks: what a clause can be made of. Data, never code, so that an office can enter one.
 * `Check<null>` is one as it is written down, in which a parameter that no source gives is null; `Check` is one of
 * which every parameter is known, and only such a one is evaluated (complete.ts).
 */
export type Check<NotFound = never> =
  | TimeLimit<NotFound> | HoursLimit<NotFound> | Deadline | FixedDate<NotFound> | ForbiddenContent | ForbiddenAct | RequiredBefore<NotFound> | Recurring<NotFound>;

export const CHECK_KINDS = ['time-limit', 'deadline', 'fixed-date', 'forbidden-content', 'forbidden-act', 'required-before', 'recurring'] as const;

/** A line on a count: the day on which the count reaches so many days, or six months. */
export interface Line<NotFound = never> {
  count: CountId;
  n: number | NotFound;
  unit: 'day' | 'month';
}

/** A state must not last past a line on one of the counts. Met on the day of the line itself. */
export interface TimeLimit<NotFound = never> {
  kind: 'time-limit';
  line: Line<NotFound>;
  /** where courts differ, the questions on which readings of this limit exist */
  readings: readonly ReadingQuestion[];
  /** an event that answers the limit if it comes before the line */
  satisfiedBy: readonly CaseEventKind[];
}

export type ReadingQuestion = (typeof READING_QUESTIONS)[number];

/** A time limit in hours between two events; the limit in force may change, and a stay may straddle the change. */
export interface HoursLimit<NotFound = never> {
  kind: 'time-limit';
  begins: CaseEventKind;
  ends: CaseEventKind;
  /** oldest first; each holds until the next */
  hours: readonly { from: string | null; n: number | NotFound }[];
  /** immigration custody of one of these that begins after the entry ends the state as well */
  endsWithCustodyOf?: readonly Custodian[];
  /** "excluding Saturdays, Sundays, and holidays": their hours do not count */
  excluding?: 'closed-days';
}

export const READING_QUESTIONS = ['separate-stays', 'non-cooperation', 'start-after-removal-period'] as const;

/** How a last day that is closed is treated. `frcp-6a`, `8-cfr-1001.1h`: to the next open one. */
export const ROLL_RULES = ['no-roll', 'frcp-6a', '8-cfr-1001.1h'] as const;
export type RollRule = (typeof ROLL_RULES)[number];

export const OFFSET_UNITS = ['hour', 'day', 'business-day', 'month'] as const;

/** Something is due a number of hours, days, months or business days after a trigger. */
export interface Deadline {
  kind: 'deadline';
  trigger: Trigger;
  /**
   * null: at once, the text has no number; `n` null: the number was not found, so the clause refuses to evaluate.
   * `hour` only after an event; where its time of day is not known, days decide as far as they can. No `rolls`: no-roll.
   */
  offset: { n: number | null; unit: (typeof OFFSET_UNITS)[number]; rolls?: RollRule } | null;
  satisfiedBy: readonly CaseEventKind[];
  /** events of a removal order that satisfy it as well */
  satisfiedByOrder?: readonly OrderEventKind[];
  /** `any` of these events is enough, or `all` are required */
  requires: 'any' | 'all';
  /** events satisfy it from so many days after the trigger on */
  countsFrom: number;
  /** from when what was not done asks for a lawyer: `before`, on the day itself; `by`, on the day after. Done on the day is in time */
  due: 'before' | 'by';
  release: ReleaseEffect;
}

/** `satisfies`: release by the day is compliance. `ends`: it answers nothing; what hangs on custody ends with it by its trigger (deadline.ts). */
export const RELEASE_EFFECTS = ['ends', 'satisfies'] as const;
export type ReleaseEffect = (typeof RELEASE_EFFECTS)[number];

export type Trigger =
  | { kind: 'removal-period' }
  | { kind: 'event'; event: CaseEventKind }
  /** the first review decision after day 90 of the removal period, and each one after it */
  | { kind: 'review-after-day-90' }
  /** held again after a release that ended so; none given: on an order of supervision */
  | { kind: 'redetention'; after?: readonly StintEnd[] }
  /** the day of the order, for those who had reached the protected line by then; where there is no line, for all whom it protects */
  | { kind: 'order'; on: string }
  /** the day on which the protected line is reached, for those who reach it after the order */
  | { kind: 'line-reached-after'; on: string };

/** Something is due on a date that the order names; it never rolls. For those who had reached the line by `reachedBy`. */
export interface FixedDate<NotFound = never> {
  kind: 'fixed-date';
  on: string | NotFound;
  /** "by 5 p.m.": an instant on that day with the offset of the place, e.g. 2026-11-26T17:00:00-05:00; none: by the end of the day */
  at?: string;
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
  /** any of these makes it allowed */
  unless?: readonly ContentException[];
}

/** `counsel-notified`: told on an earlier day than that of the contact. */
export const CONTENT_EXCEPTIONS = ['counsel-present', 'counsel-notified'] as const;
export type ContentException = (typeof CONTENT_EXCEPTIONS)[number];

/**
 * A stint must not end so, an event must not happen, or a person must not be held again after such a release; unless the
 * protection of this person had ended: nothing filed so many days after files were produced.
 */
export interface ForbiddenAct {
  kind: 'forbidden-act';
  endedBy: readonly StintEnd[];
  events?: readonly CaseEventKind[];
  /** custody that begins anew after a stay that ended so */
  heldAgainAfter?: readonly StintEnd[];
  unless: { nothing: OrderEventKind; within: number; after: CaseEventKind } | null;
}

/** Something must have happened at least so long before an event; counted backward, and rolled earlier off closed days. */
export interface RequiredBefore<NotFound = never> {
  kind: 'required-before';
  /** the events before which it is required, one judgement each */
  events: readonly CaseEventKind[];
  /** contacts by those bound on these topics are such events as well; counsel present satisfies there */
  contacts: { actors: readonly Actor[]; topics: readonly Topic[] } | null;
  required: CaseEventKind;
  n: number | NotFound;
  unit: 'day' | 'hour';
  /** days of custody are measured, not of notice: the last day does not roll */
  rolls?: 'no-roll';
  /** done once, it stands for every later event; else each event needs it anew */
  stands?: boolean;
  /** judged only if this has happened before the event */
  onlyAfter: CaseEventKind | null;
}

/** A production is due every so many days from a day on. */
export interface Recurring<NotFound = never> {
  kind: 'recurring';
  from: string | NotFound;
  /** days */
  every: number | NotFound;
  satisfiedBy: readonly CaseEventKind[];
}
