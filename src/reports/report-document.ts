import type { NumberName } from './tally.js';
import type { Outcome } from './outcome.js';

export const AUDIENCES = ['office', 'outside'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** All that decides what a report says, beside the facts as they were known on the instant and the law. */
export interface ReportQuery {
  id: string;
  audience: Audience;
  /** both in the period; `YYYY-MM-DD` */
  from: string;
  through: string;
  /** null: all */
  authorities: readonly string[] | null;
  asOf: string;
  /** RFC 3339, in UTC and with milliseconds */
  asKnownOn: string;
  /** people below whom a number is not told outside */
  smallestCell: number;
  lawVersion: string;
}

/** `count` null: suppressed. `findings`: where exactly those are listed that were counted. */
export interface NumberOf { count: number | null; findings: string | null }
export type NumbersOf = Readonly<Record<NumberName, NumberOf>>;

export interface ReportClause {
  authority: string;
  caption: string;
  clause: string;
  /** in our words */
  text: string;
  citation: string;
  grade: string;
  check: string;
}

export interface ClauseRow { authority: string; clause: string; numbers: NumbersOf; reviews: Readonly<Record<string, NumberOf>> | null }
/** `facility`, `fieldOffice`, `month`: null where it is not known or does not apply. */
export interface PlaceRow { authority: string; clause: string; facility: string | null; name: string | null; fieldOffice: string | null; numbers: NumbersOf }
export interface OfficeRow { authority: string; clause: string; fieldOffice: string | null; numbers: NumbersOf }
export interface MonthRow { authority: string; clause: string; month: string | null; numbers: NumbersOf }

/** One finding of the exhibit, as it stays in the office. */
export interface OfficeFinding {
  number: number;
  /** the person's id */
  person: string;
  authority: string;
  clause: string;
  /** false: its source is not good enough to rely on, and no number has it */
  counted: boolean;
  outcome: Outcome;
  on: string | null;
  answeredOn: string | null;
  result: string;
  /** what was judged, and the id of that fact; null for limits on a state */
  event: { kind: string; id: string } | null;
  facility: string | null;
  fieldOffice: string | null;
  month: string | null;
  policy: string;
  because: readonly string[];
  missing: readonly string[];
  /** the ledger's finding about it, as it stood then; null: there was none */
  finding: string | null;
  /** how far the office had come with it; null where there is no finding in the ledger */
  review: string | null;
}

/** The same as it may leave: no day, no place, no reasons, and a name that says nothing. */
export interface OutsideFinding {
  number: number;
  person: string;
  authority: string;
  clause: string;
  outcome: Outcome;
  /** null where the number of that month is suppressed, or its day is not known */
  month: string | null;
}

export type ExhibitFinding = OfficeFinding | OutsideFinding;

/** A report, whole: what is hashed, and from which each format is written. */
export interface ReportDocument {
  form: 'vigil-compliance-report-1';
  query: ReportQuery;
  method: readonly string[];
  outcomes: Readonly<Record<Outcome, string>>;
  clauses: readonly ReportClause[];
  byClause: readonly ClauseRow[];
  byFacility: readonly PlaceRow[];
  byFieldOffice: readonly OfficeRow[];
  byMonth: readonly MonthRow[];
  /** shown and never counted, until an attorney verifies the source */
  unverified: readonly ClauseRow[];
  findings: readonly ExhibitFinding[];
}
