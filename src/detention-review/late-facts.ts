import type { FindingResult } from '../law/answer.js';
import { type Day, formatDay } from '../law/calendar/day.js';
import type { Finding } from '../law/evaluation.js';

/** What a finding said when it was written. `through`: the last day of which it is known to have said so, as no fact changed and days alone change nothing. */
interface Former { result: FindingResult; on: Day | null; asOf: Day; through: Day }

/**
 * What the former finding said of a day that lay behind it already, and a fact that came late has turned round, in words.
 * What was done late, a line that moved into the future and a release turn nothing round: the deadline was missed all the same.
 */
export function turnedRound(former: Former, finding: Finding, asOf: Day): string | null {
  const { result, on, check } = finding;
  if (on === null) return null;
  const { of, missed, kept } = WORDS[check];
  const came = (now: string, then: string, said = former.asOf): string =>
    `a fact came late, by which ${of} ${formatDay(on)} was ${now}, where the file as it stood on ${formatDay(said)} said that it was ${then}`;
  if (result === 'met' && on <= former.through && isPast(former)) return came(missed, `not ${missed}`, latest(former.asOf, on, former.on!));
  if (result === 'met' && on < former.asOf && isAhead(former)) return came(missed, 'still to come');
  return former.result === 'met' && wasKept(finding, asOf) ? came(kept, missed) : null;
}

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
