import type { Authority, Clause } from '../law/authorities/authority.js';
import type { Day } from '../law/calendar/day.js';
import type { Evaluation, Finding } from '../law/evaluation.js';
import type { Facts } from '../law/facts.js';
import { fallsDueAgain, type Outcome, outcomeOf, type Seen } from './outcome.js';

/** The days of a report, both ends included, and the day as of which it is told what became of them. */
export interface Period {
  from: Day;
  through: Day;
  asOf: Day;
}

/** One time that a clause was to be kept by or toward one person: a due day, an act, a contact, a line. */
export interface Occasion {
  authority: string;
  clause: string;
  /** the path of the fact that was judged, e.g. `contacts[3]`; null for limits on a state */
  event: string | null;
  /** the due day, the day of the act, of the event, or of the line; null: not known */
  on: Day | null;
  answeredOn: Day | null;
  outcome: Outcome;
  /** the judgement that decided, with its reasons */
  finding: Finding;
}

export type Clauses = ReadonlyMap<string, { authority: Authority; clause: Clause }>;
export const clauseKey = (authority: string, clause: string): string => `${authority}\t${clause}`;

/**
 * What the clauses of a law asked in a period, of one person, and what became of it by `asOf`. The law is asked on the first day and
 * then on each day on which its answer changes, since what it says of a state ends with the state: a review that was missed
 * before a release, or under an order that was vacated later, is still one that was missed.
 */
export function occasionsOf(facts: Facts, period: Period, clauses: Clauses, evaluate: (facts: Facts, day: Day) => Evaluation): Occasion[] {
  const walk = new Map<string, Walked>();
  const last = new Map<string, Walked>();
  for (const { asOf, findings } of evaluations(facts, period, evaluate)) {
    for (const finding of findings) if (mayCount(finding)) note(walk, last, finding, asOf);
  }
  return [...walk.values()].flatMap((walked) => occasionOf(walked, period, clauses) ?? []);
}

/** Most of what the law says of somebody has no day and asks for nothing: the person is not held, or the line is not known to come. */
const mayCount = ({ on, day, result }: Finding): boolean => on !== null || day !== null || result === 'unknown' || result === 'contested';

interface Walked {
  finding: Finding;
  lastOn: Day;
  everMet: boolean;
  replacedOn: Day | null;
}

function* evaluations(facts: Facts, { from, asOf }: Period, evaluate: (facts: Facts, day: Day) => Evaluation): Generator<Evaluation> {
  // An event may answer what falls due again, of which only the day of the line changes.
  const events = [...new Set((facts.events ?? []).flatMap(({ on }) => (on !== null && on > from && on < asOf ? [on] : [])))].sort((a, b) => a - b);
  let next = 0;
  for (let day = from; ;) {
    const evaluation = evaluate(facts, day);
    yield evaluation;
    if (day >= asOf) return;
    while (next < events.length && events[next] <= day) next += 1;
    day = Math.min(asOf, evaluation.nextChangeOn ?? asOf, events[next] ?? asOf) as Day;
  }
}

function note(walk: Map<string, Walked>, last: Map<string, Walked>, finding: Finding, day: Day): void {
  const clause = clauseKey(finding.authority, finding.clause);
  const key = finding.event === null ? `${clause}\t\t${finding.on ?? ''}` : `${clause}\t${finding.event}`;
  let walked = walk.get(key);
  if (walked === undefined) walk.set(key, walked = { finding, lastOn: day, everMet: false, replacedOn: null });
  walked.finding = finding;
  walked.lastOn = day;
  walked.everMet ||= finding.result === 'met';
  if (finding.event !== null || finding.on === null) return;
  const former = last.get(clause);
  // A state that is asked about again names a later day: the one before was answered on the day on which it did.
  if (former !== undefined && former.finding.on !== null && former.finding.on < finding.on) former.replacedOn ??= day;
  last.set(clause, walked);
}

function occasionOf({ finding, lastOn, everMet, replacedOn }: Walked, { from, through, asOf }: Period, clauses: Clauses): Occasion | null {
  const { check } = clauses.get(clauseKey(finding.authority, finding.clause))!.clause;
  if (check === null) return null;
  const standing = lastOn === asOf;
  const on = finding.on ?? finding.day;
  // Of what has no day it can be said only what is open as of the report.
  if (on === null ? !standing : on < from || on > through) return null;
  const again = fallsDueAgain(check) ? replacedOn : null;
  const seen: Seen = { result: finding.result, on, answeredOn: finding.answeredOn, everMet, standing, replacedOn: again };
  const outcome = outcomeOf(check.kind, seen, asOf);
  if (outcome === null) return null;
  return { authority: finding.authority, clause: finding.clause, event: finding.event, on, answeredOn: finding.answeredOn ?? again, outcome, finding };
}
