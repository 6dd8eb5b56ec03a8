import type { CountId, FinalityResult, FindingResult, RemovalPeriodResult } from './answer.js';
import type { Day, Months } from './calendar/day.js';

/**
 * What the law says about one person on one day, in the form in which it is computed: days are integers and no
 * sentence is built until somebody asks for it (`because()`), so that a caseload can be swept without prose.
 */
export interface Evaluation {
  asOf: Day;
  lawVersion: string;
  /** null: not known */
  inCustody: boolean | null;
  stays: readonly Stay[];
  custodyMissing: readonly string[];
  finality: Finality;
  removalPeriod: RemovalPeriod;
  governing: readonly GoverningSpan[];
  /** always all of them, in the order of COUNT_IDS */
  counts: readonly Count[];
  findings: readonly Finding[];
  /** the next day on which a result, the governing statute or the state of a period changes if no fact does */
  nextChangeOn: Day | null;
  custodyBecause(): string[];
}

/** Unbroken immigration custody: one stint or several joined by transfers. Half-open: `to` is the day the person left. */
export interface Stay {
  from: Day;
  to: Day | null;
  stints: number;
}

export interface Finality {
  result: FinalityResult;
  on: Day | null;
  basis: string | null;
  citation: string | null;
  missing: readonly string[];
  because(): string[];
}

export interface RemovalPeriod {
  result: RemovalPeriodResult;
  beginsOn: Day | null;
  endsOn: Day | null;
  tolledDays: number | null;
  readings: readonly { policy: string; citation: string; beginsOn: Day | null; endsOn: Day | null }[];
  missing: readonly string[];
  because(): string[];
}

export interface GoverningSpan {
  from: Day;
  to: Day | null;
  authority: string;
}

export interface Count {
  id: CountId;
  from: Day | null;
  /** null: not known */
  days: number | null;
  /** whether it grows by one with every day that passes, if no fact changes */
  running: boolean;
  months: Months | null;
  day90On: Day | null;
  day180On: Day | null;
  sixMonthsOn: Day | null;
  policy: string;
  missing: readonly string[];
  because(): string[];
}

export interface Reading {
  policy: string;
  citation: string;
  days: number | null;
  on: Day | null;
  result: FindingResult;
}

export interface Finding {
  authority: string;
  clause: string;
  /** event clauses: which event it judges, e.g. `events[3]`; null for limits on a state */
  event: string | null;
  result: FindingResult;
  on: Day | null;
  citation: string;
  grade: string;
  /** id of the count or rule by which it was measured */
  policy: string;
  /** the count it was measured by, if it was measured by one */
  count: Count | null;
  readings: readonly Reading[];
  missing: readonly string[];
  because(): string[];
}
