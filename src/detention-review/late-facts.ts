import type { FindingResult } from '../law/answer.js';
import { addDays, type Day, formatDay } from '../law/calendar/day.js';
import type { Finding } from '../law/evaluation.js';

/** What a finding said when it was written. `through`: the last day of which it is known to have said so, as no fact changed and days alone change nothing. */
export interface Former { result: FindingResult; on: Day | null; asOf: Day; through: Day }

/**
 * What the former finding said of a day that lay behind it already, and a fact that came late has turned round, in words.
 * What was done late and a release turn nothing round: the deadline was missed all the same.
 */
export function turnedRound(former: Former, finding: Finding, asOf: Day, now: Said): string | null {
  const { result, on, check } = finding;
  const { of, missed, kept } = WORDS[check];
  const isUndone = (): boolean => former.on !== null && ANSWERED.has(result) && neverWas(former, asOf, now);
  const came = (is: string, then: string, said = former.asOf, line = on!): string =>
    `a fact came late, by which ${of} ${formatDay(line)} was ${is}, where the file as it stood on ${formatDay(said)} said that it was ${then}`;
  // What the file as it is says only of a later day may have come with the days.
  const wasMissedBy = (said: Day): boolean => passedOn(finding, former, asOf, now) !== null || now.on(said)?.result === 'met';
  if (on !== null && result === 'met' && on <= former.through && isPast(former)) {
    const said = latest(former.asOf, on, former.on!);
    return wasMissedBy(said) ? came(missed, `not ${missed}`, said) : null;
  }
  if (on !== null && result === 'met' && on < former.asOf && isAhead(former)) return wasMissedBy(former.asOf) ? came(missed, 'still to come') : null;
  if (former.result !== 'met') return null;
  // Owed at once, it stands as missed from its day on: what is done on that day is not late.
  if (wasKept(finding, asOf)) return finding.answeredOn === asOf ? null : came(kept, missed);
  return isUndone() ? came(`not ${missed}`, missed, former.asOf, former.on!) : null;
}

/** Of a finding that is closed, in words: what it said was met never was, by a fact that came late. */
export function undone(former: Omit<Former, 'through'>, asOf: Day, now: Said): string | null {
  const { result, on, asOf: said } = former;
  if (result !== 'met' || on === null || !neverWas(former, asOf, now)) return null;
  return `a fact came late, by which what was met on ${formatDay(on)} in the file as it stood on ${formatDay(said)} never was`;
}

/**
 * Whether the file as it is says of no day that it was met, from its line until today: somebody held past it may have come and
 * gone in between. A line that stood on its day and was not answered by then was missed, also where the person was released
 * before anybody could say so.
 */
function neverWas({ on }: Pick<Former, 'on'>, asOf: Day, now: Said): boolean {
  const raisesNothing = (day: Day): boolean => ANSWERED.has(now.on(day)?.result ?? 'not-met');
  const onItsDay = now.on(on!);
  if (onItsDay !== undefined && onItsDay.on === on && onItsDay.answeredOn === null) return false;
  // Asked first, since almost always the day after the line decides, and to find the others takes long.
  if (![on!, addDays(on!, 1)].filter((day) => day <= asOf).every(raisesNothing)) return false;
  for (let day = now.changesAfter(on!); day !== null && day <= asOf; day = now.changesAfter(day)) if (!raisesNothing(day)) return false;
  return true;
}

/** What the law says of the same clause and event by one state of the file. */
export interface Said {
  /** as of a day */
  on(day: Day): Finding | undefined;
  /** the next day on which some answer about the person changes; null: on none */
  changesAfter(day: Day): Day | null;
}

/** The last evaluation, which raised nothing of a clause and event. `through`: as of a finding that stood. */
export type Silence = Pick<Former, 'asOf' | 'through'>;

/**
 * The first day on which a line, which lay behind the former evaluation already, had passed by the file as it is: null where it
 * had not, as that of a clause that had no force yet.
 */
export function passedOn({ on, day }: Finding, { through }: Silence, asOf: Day, now: Said): Day | null {
  if (on === null || on > through) return null;
  const first = Math.max(on, day ?? on) as Day; // what is required before an event is judged when the event has come
  return [first, addDays(first, 1)].find((each) => each <= asOf && now.on(each)?.result === 'met') ?? null;
}

/**
 * Why a finding came that is met and of which nothing stood, where a fact that came late made it so: as of the day on which its
 * line had passed, the file as it is says that it is met, and the file as it was known at the former evaluation did not. What is
 * claimed of that file is what it said when it stood: a line that it had for that day may have fallen since.
 */
export function cameLate({ asOf: looked }: Silence, { on, check }: Finding, passed: Day, asOf: Day, then: Said): string | null {
  if (on === null) return null;
  const stood = latest(looked, on);
  const was = then.on(stood);
  if (![was, then.on(passed)].every((said) => said === undefined || ANSWERED.has(said.result))) return null;
  const { of, missed } = WORDS[check];
  const late = `A fact came late, by which ${of} ${formatDay(on)} was ${missed}`;
  const theFile = `the file as it stood on ${formatDay(stood)}`;
  const line = was?.on ?? null;
  if (was?.result === 'not-met' && line !== null && line <= stood) return `${late}, where ${theFile} said that it was not ${missed}.`;
  if (on >= asOf) return null; // it came on the day itself
  return line === null ? `${late}; ${theFile} raised nothing of it.` : `${late}, where ${theFile} said that it was still to come.`;
}

/** What raises nothing: where a fact was missing, or courts differ, nobody said that it was kept. */
const ANSWERED: ReadonlySet<FindingResult> = new Set(['not-met', 'approaching', 'not-in-force']);

/** Days bring a line nearer and let it pass. That what asked is answered after all, or that what was answered is missed, comes of a fact. */
export function canComeByDays(former: Former, { result, on }: Finding): boolean {
  if (former.result === 'met' || former.result === 'approaching') return result !== 'not-met';
  return former.result !== 'not-met' || result !== 'met' || on === null || on > former.through;
}

/** On the day itself, too, what is not met was answered: else it would approach, or be met. */
const isPast = ({ result, on, through }: Former): boolean => result === 'not-met' && on !== null && on <= through;
/** Where there was no line at all, as of somebody at liberty, one that is there now need not be due to a fact that came late. */
const isAhead = ({ result, on }: Former): boolean => on !== null && (result === 'not-met' || result === 'approaching');

const latest = (...days: readonly Day[]): Day => Math.max(...days) as Day;

/** Its day has come, and what was due had been done by then; or what happened on it was allowed. */
const wasKept = ({ result, on, check, answeredOn }: Finding, asOf: Day): boolean =>
  result === 'not-met' && on !== null && on <= asOf && (WORDS[check] === CONDUCT || (answeredOn !== null && answeredOn <= on));

interface Words { of: string; kept: string; missed: string }
const LIMIT: Words = { of: 'the line of', kept: 'answered in time', missed: 'crossed' };
const DUTY: Words = { of: 'the deadline of', kept: 'kept', missed: 'missed' };
const CONDUCT: Words = { of: 'what happened on', kept: 'allowed', missed: 'forbidden' };

const WORDS: Readonly<Record<Finding['check'], Words>> = {
  'time-limit': LIMIT, deadline: DUTY, 'fixed-date': DUTY, 'required-before': DUTY, recurring: DUTY, 'forbidden-content': CONDUCT, 'forbidden-act': CONDUCT,
};
