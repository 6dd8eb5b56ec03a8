import type { FindingResult } from '../law/answer.js';
import { addDays, type Day, formatDay } from '../law/calendar/day.js';
import type { Evaluation, Finding, Reading } from '../law/evaluation.js';
import { canComeByDays, type Former, type Said, turnedRound, undone } from './late-facts.js';

/**
 * The ledger of findings, as a pure function: what stands for one person, and what the law says now, make what is to
 * be written. A finding is never changed or deleted: it is succeeded by another, or closed, with the reason.
 */

/** A finding as it stands in the ledger. */
export interface LedgerRow {
  id: string;
  authority: string;
  clause: string;
  eventKey: string;
  result: FindingResult;
  on: Day | null;
  policy: string;
  citation: string;
  grade: string;
  unverified: boolean;
  countDays: number | null;
  countRunning: boolean;
  asOf: Day;
  missing: readonly string[];
  readings: readonly StoredReading[];
}

/**
 * The last evaluation of a person. Each row that stands said by then what the law said, and as long as no result changes by
 * days it goes on to say so: a row is written only when it changes, which may be long ago and under an earlier law.
 */
export interface LastEvaluation {
  lawVersion: string;
  asOf: Day;
  /** when it was under way: the file as it was known then is what it read */
  evaluatedAt: Date;
  /** the next day on which a result changes if no fact does; null: on none */
  nextChangeOn: Day | null;
}

/** A reading as it is stored: days as text. */
export interface StoredReading { policy: string; citation: string; days: number | null; on: string | null; result: FindingResult }

export interface Written { finding: Finding; eventKey: string }
export interface Opened extends Written {
  /** why it came, where a fact that came late brought it (late-openings.ts) */
  reason: string | null;
}
export interface Succeeded extends Written {
  previous: LedgerRow;
  reason: string;
  /** an acknowledgement or a snooze was about this result: it stays with the successor */
  keepsReview: boolean;
}
export interface Closed { previous: LedgerRow; reason: string }
export interface LedgerWrites { opened: Opened[]; succeeded: Succeeded[]; closed: Closed[] }

/** What a lawyer has to look at; a clause that is not met or not in force is followed only once it has been on the list. */
export const OPENS: ReadonlySet<FindingResult> = new Set(['met', 'approaching', 'unknown', 'contested']);

export interface Review {
  evaluation: Evaluation;
  /** null: there was none, and nothing stands */
  before: LastEvaluation | null;
  /** the id of the fact at a path such as `events[3]` */
  factIdAt: (path: string) => string;
  /** whether a fact of this person changed since the last evaluation */
  factsChanged: boolean;
  /** what the file as it is says of a clause and event as of another day */
  said: (about: About) => Said;
}

/** Of what a finding is, for one person; `eventKey` empty: of a state. */
export type About = Pick<LedgerRow, 'authority' | 'clause' | 'eventKey'>;

export function ledgerWrites(previous: readonly LedgerRow[], review: Review): LedgerWrites {
  const writes: LedgerWrites = { opened: [], succeeded: [], closed: [] };
  const standing = new Map(previous.map((row) => [keyOf(row.authority, row.clause, row.eventKey), row]));
  for (const finding of review.evaluation.findings) {
    // A place in a list moves when an earlier fact is recorded; the id of the fact does not.
    const eventKey = finding.event === null ? '' : review.factIdAt(finding.event);
    const key = keyOf(finding.authority, finding.clause, eventKey);
    const row = standing.get(key);
    if (row === undefined) {
      if (OPENS.has(finding.result)) writes.opened.push({ finding, eventKey, reason: null });
      continue;
    }
    standing.delete(key);
    const changes = changesBetween(row, finding, review);
    if (changes.length === 0) continue;
    const reason = `${causeOf(row, changes, review)}: ${changes.map(({ sentence }) => sentence).join('; ')}${closing(finding)}.`;
    writes.succeeded.push({ previous: row, finding, eventKey, reason, keepsReview: row.result === finding.result });
  }
  for (const row of standing.values()) {
    const gone = row.eventKey === ''
      ? 'this clause no longer applies to this person'
      : 'the event that this clause judged no longer stands in the file';
    const tells = byFactsAlone(review) && !writes.opened.some((opened) => isSameAgain(row, opened));
    const late = tells ? undone(row, review.evaluation.asOf, review.said(row)) : null;
    writes.closed.push({ previous: row, reason: `${causeOf(row, [], review)}: ${gone}${late === null ? '' : `; ${late}`}.` });
  }
  return writes;
}

/** An event that was withdrawn and entered again has another id, and is the same: nothing of it came late, nor never was. */
export const isSameAgain = (closed: LedgerRow, { finding: { authority, clause, on } }: Opened): boolean =>
  closed.authority === authority && closed.clause === clause && (closed.on === on || on === null);

const keyOf = (authority: string, clause: string, eventKey: string): string => `${authority}\t${clause}\t${eventKey}`;

/** `by`: what makes such a change; `either`: a day or a fact, which the ledger alone does not tell. */
interface Change { by: 'day' | 'fact' | 'either'; sentence: string }

function changesBetween(row: LedgerRow, finding: Finding, review: Review): Change[] {
  const { evaluation: { asOf } } = review;
  const former = { ...row, through: review.before === null ? row.asOf : stoodThrough(review.before, asOf) };
  const changes: Change[] = [];
  const changed = (sentence: string, by: Change['by'] = 'fact') => changes.push({ by, sentence });
  if (row.result !== finding.result) {
    changed(`the result went from ${row.result} to ${finding.result}`, resultChangedBy(former, finding, asOf));
    const late = byFactsAlone(review) ? turnedRound(former, finding, asOf, review.said(row)) : null;
    if (late !== null) changed(late);
  }
  if (row.on !== finding.on) changed(`the day of the line went from ${dayText(row.on)} to ${dayText(finding.on)}`);
  if (row.policy !== finding.policy) changed(`it is now measured by ${finding.policy}, before by ${row.policy}`);
  if (row.citation !== finding.citation) changed(`it now rests on ${finding.citation}, before on ${row.citation}`);
  if (row.grade !== finding.grade) changed(`its source is now graded ${finding.grade}, before ${row.grade}`);
  if (row.unverified !== finding.unverified) changed(finding.unverified ? 'its source is no longer relied on' : 'its source is relied on now');
  if (!sameTexts(row.missing, finding.missing)) changed(missingSentence(row.missing, finding.missing));
  if (!sameReadings(row.readings, finding.readings)) changed('the readings of the courts differ from those before', 'either');

  // A count that merely grows is no change: it was foretold by the row. Any other count is.
  const days = finding.count?.days ?? null;
  const running = finding.count?.running ?? false;
  const foretold = row.countDays !== null && row.countRunning ? row.countDays + (asOf - row.asOf) : row.countDays;
  if (days !== foretold) changed(`the count is ${countText(days)}, where ${countText(foretold)} would have followed from before`);
  else if (running !== row.countRunning) changed(running ? 'the count runs again' : 'the count no longer runs', 'day');
  return changes;
}

/** As long as the former answer is known to stand, no day changes a result; and what was not met may have been answered, or only ahead. */
function resultChangedBy(former: Former, finding: Finding, asOf: Day): Change['by'] {
  if (former.through >= asOf || !canComeByDays(former, finding)) return 'fact';
  return former.result === 'not-met' ? 'either' : 'day';
}

/** The last day of which the last evaluation is known to have said what it says; of today, as the file stood before. */
export const stoodThrough = ({ nextChangeOn }: LastEvaluation, today: Day): Day =>
  (nextChangeOn === null || nextChangeOn > today ? today : addDays(nextChangeOn, -1));

const byFactsAlone = (review: Review): boolean => review.factsChanged && !lawChanged(review);
const lawChanged = ({ evaluation, before }: Review): boolean => before !== null && before.lawVersion !== evaluation.lawVersion;

function causeOf(row: LedgerRow, changes: readonly Change[], review: Review): string {
  const { evaluation: { asOf, lawVersion }, before, factsChanged } = review;
  const causes: string[] = [];
  if (before !== null && lawChanged(review)) {
    const what = buildOf(before.lawVersion) === buildOf(lawVersion) ? 'an order of the office or a verification' : 'the law as computed';
    causes.push(`${what} changed (version ${before.lawVersion} to ${lawVersion})`);
  }
  const days = causes.length === 0 && asOf !== row.asOf && changes.length > 0 && changes.every(({ by }) => by !== 'fact');
  if (days) causes.push(`days passed from ${formatDay(row.asOf)} to ${formatDay(asOf)}`);
  if (factsChanged && (!days || changes.some(({ by }) => by === 'either'))) causes.push('facts on file changed');
  // Neither a fact nor the law changed: what is left is the day.
  if (causes.length === 0) causes.push(`days passed from ${formatDay(row.asOf)} to ${formatDay(asOf)}`);
  return capital(causes.join(' and '));
}

/** The law of an office goes by the version of what ships and, after `+`, by how often the office changed it. */
const buildOf = (lawVersion: string): string => lawVersion.split('+', 1)[0];

/** A clause that has lost its force says since when, and what took it. */
function closing(finding: Finding): string {
  const [first] = finding.result === 'not-in-force' ? finding.because() : [];
  return first === undefined ? '' : ` (${first.replace(/\.$/, '')})`;
}

const dayText = (day: Day | null): string => (day === null ? 'not known' : formatDay(day));
const countText = (days: number | null): string => (days === null ? 'not known' : `${days} days`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function missingSentence(before: readonly string[], now: readonly string[]): string {
  return now.length === 0 ? `nothing is missing any more (before: ${before.join(', ')})` : `what is missing is now ${now.join(', ')}`;
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((text, i) => text === b[i]);

/** The days of a running reading grow by themselves; a reading is another when its line, its result or its source is. */
function sameReadings(before: readonly StoredReading[], now: readonly Reading[]): boolean {
  return before.length === now.length && before.every((reading, i) => {
    const other = now[i];
    return reading.policy === other.policy
      && reading.citation === other.citation
      && reading.result === other.result
      && reading.on === (other.on === null ? null : formatDay(other.on));
  });
}

export const storedReadings = (readings: readonly Reading[]): StoredReading[] => readings.map(({ policy, citation, days, on, result }) => (
  { policy, citation, days, on: on === null ? null : formatDay(on), result }));
