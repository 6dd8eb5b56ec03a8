import type { Authority, Clause } from '../authorities/authority.js';
import type { CountId, FindingResult } from '../answer.js';
import { COUNT_IDS } from '../answer.js';
import { addMonths, type Day } from '../calendar/day.js';
import { covers } from '../calendar/span.js';
import type { Line } from './check.js';
import type { Lapses } from '../cooperation.js';
import type { Counts } from '../counts/counts.js';
import type { Custody } from '../custody.js';
import type { Count, Finding, Reading, Stay } from '../evaluation.js';
import type { CaseEventKind, Facts } from '../facts.js';
import type { FinalityPicture } from '../finality/finality.js';
import type { Horizon } from '../horizon.js';
import type { RemovalPeriodPicture } from '../removal-period/removal-period.js';

/** Everything that a clause may be judged by. */
export interface Situation {
  asOf: Day;
  facts: Facts;
  circuit: string | null;
  custody: Custody;
  lapses: Lapses;
  finality: FinalityPicture;
  period: RemovalPeriodPicture;
  counts: Counts;
  horizon: Horizon;
}

export const countOf = (counts: Counts, id: CountId): Count => counts[COUNT_IDS.indexOf(id)];

/** What a check says, before the authority and the force of its clause are added. */
export interface Judgement {
  event: string | null;
  result: FindingResult;
  on: Day | null;
  policy: string;
  count: Count | null;
  readings: readonly Reading[];
  missing: readonly string[];
  because: () => string[];
  /** the day of the event that is judged; null for limits on a state */
  day: Day | null;
  /** the day on which what is asked for was done, in time or late; null: not done, or nothing is to be done */
  answeredOn: Day | null;
}

/** A judgement of one event: the force of the clause, and membership, on its day decide. */
export type EventJudgement = Judgement & { event: string; day: Day };

/** Shared by everybody on whose file no such event is. */
export const NO_EVENTS: readonly EventJudgement[] = [];

const NO_READINGS: readonly Reading[] = [];
const NOTHING: readonly string[] = [];

export const judged = (
  result: FindingResult, on: Day | null, policy: string, because: () => string[],
  more: { event?: string; count?: Count | null; readings?: readonly Reading[]; missing?: readonly string[]; answeredOn?: Day | null } = {},
): Judgement => ({
  event: more.event ?? null, result, on, policy, count: more.count ?? null,
  readings: more.readings ?? NO_READINGS, missing: more.missing ?? NOTHING, because, day: null,
  answeredOn: more.answeredOn ?? null,
});

/** Says of a judgement that was just made which event it is of. */
export function ofEvent(judgement: Judgement, event: string, day: Day): EventJudgement {
  judgement.event = event;
  judgement.day = day;
  return judgement as EventJudgement;
}

export const custodyNotKnown = (policy: string, missing: readonly string[]): Judgement =>
  judged('unknown', null, policy, () => ['Whether, or since when, the person is in immigration custody is not known.'], { missing });

const NOT_HELD = () => ['The person is not in immigration custody.'];

/** Nothing is asked of the government for a person at liberty. */
export const notHeld = (policy: string, count: Count | null): Judgement => judged('not-met', null, policy, NOT_HELD, { count });

export const findingOf = (authority: Authority, clause: Clause, judgement: Judgement, forceOn: Day): Finding => ({
  authority: authority.id, clause: clause.id, event: judgement.event, result: judgement.result, on: judgement.on,
  day: judgement.day, answeredOn: judgement.answeredOn,
  citation: clause.citation, grade: clause.grade, unverified: clause.unverified, weight: clause.weight, policy: judgement.policy,
  count: judgement.count, check: clause.check!.kind, forceOn, readings: judgement.readings, missing: judgement.missing, because: judgement.because,
});

/**
 * Reached on the day itself: `on <= asOf`. Before it, inside the warning window: approaching. Without a horizon the line
 * moves away as days pass, so that no day is named on which it is reached.
 */
export function lineResult(on: Day | null, asOf: Day, warningDays: number, horizon: Horizon | null): FindingResult {
  if (on === null) return 'not-met';
  if (on <= asOf) return 'met';
  const warnsOn = (on - warningDays) as Day;
  horizon?.mayChangeOn(warnsOn <= asOf ? on : warnsOn);
  return warnsOn <= asOf ? 'approaching' : 'not-met';
}

/** Agreed readings give their result; one that is not known leaves the whole not known; otherwise they are contested. */
export function resultOfReadings(readings: readonly Reading[]): FindingResult {
  const [first] = readings;
  if (readings.every(({ result }) => result === first.result)) return first.result;
  return readings.some(({ result }) => result === 'unknown') ? 'unknown' : 'contested';
}

/** The day of the first event of one of the kinds in `[from, through]`, as far as the events on file go. */
export function firstEvent(facts: Facts, kinds: readonly CaseEventKind[], from: Day, through: Day): { on: Day; index: number } | null {
  let first: { on: Day; index: number } | null = null;
  const events = facts.events ?? [];
  for (let index = 0; index < events.length; index++) {
    const { kind, on } = events[index];
    if (on === null || on < from || on > through || !kinds.includes(kind)) continue;
    if (first === null || on < first.on) first = { on, index };
  }
  return first;
}

export const heldOn = (custody: Custody, day: Day): Stay | null => custody.stays.find((stay) => covers(stay, day)) ?? null;

/**
 * The day on which custody that went on after `since` reached a line, if it has: `null` if it has not.
 * A stay that ended later keeps the line that it reached.
 */
export function lineReachedOn({ custody, counts, asOf, horizon }: Situation, line: Line, since: Day): Day | null {
  const relevant = custody.stays.filter(({ to }) => to === null || to > since);
  if (relevant.length === 0) return null;
  if (line.count !== 'custody.current-stay') {
    const on = countOf(counts, line.count).reaches(line.n, line.unit);
    horizon.mayChangeOn(on);
    return on !== null && on <= asOf ? on : null;
  }
  for (const stay of relevant) {
    const on = lineOfStay(stay, line);
    if (stay.to === null) horizon.mayChangeOn(on);
    if (on <= (stay.to ?? asOf)) return on;
  }
  return null;
}

const lineOfStay = (stay: Stay, { n, unit }: Line): Day => (unit === 'day' ? ((stay.from + n) as Day) : addMonths(stay.from, n));
