import type { Months } from './calendar/day.js';

/** The answer as the JSON contract writes it: days are `YYYY-MM-DD`. `answerOf` (evaluate.ts) makes it. */
export interface Answer {
  asOf: string;
  lawVersion: string;
  /** whose readings lead; null: not known */
  circuit: string | null;
  custody: { inCustody: boolean | null; stays: StayAnswer[]; because: string[]; missing: string[] };
  finality: FinalityAnswer;
  removalPeriod: RemovalPeriodAnswer;
  governing: GoverningAnswer[];
  counts: CountAnswer[];
  findings: FindingAnswer[];
  /** no finding and no day of change: what the circuit of the place of custody says of bond hearings before a final order */
  bondHearing: BondHearingAnswer;
  nextChangeOn: string | null;
}

export interface StayAnswer { from: string; to: string | null; days: number; stints: number; endedBy: string | null }

export type FinalityResult = 'final' | 'not-final' | 'unknown' | 'contested';
export interface FinalityAnswer {
  result: FinalityResult;
  on: string | null;
  basis: string | null;
  citation: string | null;
  because: string[];
  missing: string[];
}

export type RemovalPeriodResult = 'determined' | 'not-begun' | 'unknown' | 'contested';
export interface RemovalPeriodAnswer {
  result: RemovalPeriodResult;
  beginsOn: string | null;
  endsOn: string | null;
  tolledDays: number | null;
  readings: { policy: string; citation: string; beginsOn: string | null; endsOn: string | null }[];
  because: string[];
  missing: string[];
}

export interface GoverningAnswer { from: string; to: string | null; authority: string }

export const COUNT_IDS = [
  'custody.current-stay', 'custody.total', 'post-order.current-stay', 'post-order.cumulative',
  'post-order.cumulative-less-tolled', 'removal-period',
] as const;
export type CountId = (typeof COUNT_IDS)[number];

export interface CountAnswer {
  id: CountId;
  from: string | null;
  days: number | null;
  months: Months | null;
  day90On: string | null;
  day180On: string | null;
  sixMonthsOn: string | null;
  policy: string;
  because: string[];
  missing: string[];
}

export const FINDING_RESULTS = ['met', 'approaching', 'not-met', 'unknown', 'contested', 'not-in-force'] as const;
export type FindingResult = (typeof FINDING_RESULTS)[number];

export interface ReadingAnswer { policy: string; citation: string; days: number | null; on: string | null; result: FindingResult }

export interface FindingAnswer {
  authority: string;
  clause: string;
  result: FindingResult;
  /** the day the clause's line is or was reached, or the deadline fell */
  on: string | null;
  citation: string;
  grade: string;
  /** true: shown, never counted, until an attorney verifies the clause */
  unverified: boolean;
  /** id of the count or rule by which it was measured */
  policy: string;
  /** event clauses: which event it judges, e.g. `events[3]`; null for limits on a state */
  event: string | null;
  readings: ReadingAnswer[];
  because: string[];
  missing: string[];
}

export const BOND_HEARING_RESULTS = ['available', 'mandatory-detention', 'unknown', 'contested', 'not-asked'] as const;
export type BondHearingResult = (typeof BOND_HEARING_RESULTS)[number];

export const MANDATE_STATES = ['issued', 'not-issued', 'withheld', 'not-seen'] as const;

export interface BondHearingAnswer {
  result: BondHearingResult;
  circuit: string | null;
  /** the circuit's decision, once it has been made; null before, and where there is none */
  case: string | null;
  citation: string | null;
  decidedOn: string | null;
  mandate: (typeof MANDATE_STATES)[number] | null;
  because: string[];
  missing: string[];
  /** what the result takes for granted, because no fact says it */
  supposes: string[];
  /** how the answer stood in this circuit, half-open, oldest first */
  timeline: BondHearingPeriod[];
}

export interface BondHearingPeriod {
  from: string | null;
  to: string | null;
  result: BondHearingResult;
  cause: string;
  source: string;
  grade: string;
}
