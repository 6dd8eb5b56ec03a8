import type { BondHearingAnswer, CountId, FinalityResult, FindingResult, RemovalPeriodResult } from './answer.js';
import type { Day } from './calendar/day.js';
import type { CHECK_KINDS } from './checks/check.js';
import type { StintEnd } from './facts.js';

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
  /** the circuit whose readings lead on the day asked about; null: not known */
  circuit: string | null;
  finality: Finality;
  removalPeriod: RemovalPeriod;
  governing: readonly GoverningSpan[];
  /** always all of them, in the order of COUNT_IDS */
  counts: readonly Count[];
  findings: readonly Finding[];
  /** the next day on which a result, the governing statute or the state of a period changes if no fact does */
  nextChangeOn: Day | null;
  custodyBecause: () => string[];
  /** no finding: asked only where an answer is written, so that a sweep pays nothing for it */
  bondHearing: () => BondHearingAnswer;
}

/** Unbroken immigration custody: one stint or several joined by transfers. Half-open: `to` is the day the person left. */
export interface Stay {
  from: Day;
  to: Day | null;
  stints: number;
  /** how it ended; null while open */
  endedBy: StintEnd | null;
  /** places in the list of facts of the stint that opened the stay and of the one it ended, or stands, with */
  firstStint: number;
  lastStint: number;
}

export interface Finality {
  result: FinalityResult;
  on: Day | null;
  basis: string | null;
  citation: string | null;
  missing: readonly string[];
  because: () => string[];
  /** place of the governing order in the list of facts; null when no order governs */
  orderIndex: number | null;
}

export interface PeriodReading {
  policy: string;
  citation: string;
  beginsOn: Day | null;
  endsOn: Day | null;
  /** facts without which this reading's end is not known */
  missing: readonly string[];
}

export interface RemovalPeriod {
  result: RemovalPeriodResult;
  beginsOn: Day | null;
  endsOn: Day | null;
  tolledDays: number | null;
  readings: readonly PeriodReading[];
  missing: readonly string[];
  because: () => string[];
}

export interface GoverningSpan {
  from: Day;
  to: Day | null;
  /** a citation, or `unknown`, or `contested` */
  authority: string;
}

export interface Count {
  id: CountId;
  from: Day | null;
  /** null: not known */
  days: number | null;
  /** whether it grows by one with every day that passes, if no fact changes */
  running: boolean;
  /**
   * The day on which it reaches so many days, or as many as so many months from its first day have; null if it is not
   * known, has not reached them and does not run.
   */
  reaches(n: number, unit: 'day' | 'month'): Day | null;
  policy: string;
  missing: readonly string[];
  because: () => string[];
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
  /** event clauses: which event it judges, e.g. `events[3]` or `stints[2]`; null for limits on a state */
  event: string | null;
  result: FindingResult;
  on: Day | null;
  /** event clauses: the day of the event that is judged; null for limits on a state */
  day: Day | null;
  /** the day on which what the clause asks for was done, in time or late, as far as it is on file; null: not done, or nothing is to be done */
  answeredOn: Day | null;
  citation: string;
  grade: string;
  /** true: its source is not good enough to rely on; shown, never counted, until an attorney verifies it */
  unverified: boolean;
  /** 1 to 3: how it weighs on the morning's list, most first */
  weight: number;
  /** id of the count or rule by which it was measured */
  policy: string;
  /** the count it was measured by, if it was measured by one */
  count: Count | null;
  /** what kind of check judged it */
  check: (typeof CHECK_KINDS)[number];
  /** the day whose force of the clause decided: the day asked about, or that of the event */
  forceOn: Day;
  readings: readonly Reading[];
  missing: readonly string[];
  because: () => string[];
}
