import type { Day } from './calendar/day.js';
import type { Evaluation } from './evaluation.js';
import { Horizon } from './horizon.js';

/**
 * The next day on which a result, the governing statute or the state of a period changes if no fact does. Every rule
 * names the days on which it may change; the first of them on which the answer really differs is the one.
 */
export function nextChange(
  evaluation: Evaluation, horizon: Horizon, evaluateOn: (day: Day, horizon: Horizon) => Evaluation,
): Day | null {
  let candidates = horizon.days;
  if (candidates.length === 0) return null;
  const now = stateOf(evaluation);
  let after = evaluation.asOf;
  for (let asked = 0; asked < MOST_DAYS_ASKED; asked++) {
    const day = firstAfter(candidates, after);
    if (day === null) return null;
    const then = new Horizon(day);
    if (stateOf(evaluateOn(day, then)) !== now) return day;
    candidates = candidates.concat(then.days);
    after = day;
  }
  throw new Error(`no end of days on which the answer may change after ${MOST_DAYS_ASKED} of them: a rule names a day that moves`);
}

/** Far more than one person's facts can name; a rule that names a new day on every day is a fault, not a search. */
const MOST_DAYS_ASKED = 10_000;

function firstAfter(days: readonly Day[], after: Day): Day | null {
  let first: Day | null = null;
  for (const day of days) if (day > after && (first === null || day < first)) first = day;
  return first;
}

/** What counts as a change: a count that merely grows does not. */
export function stateOf({ findings, governing, finality, removalPeriod, asOf }: Evaluation): string {
  const last = governing.length > 0 ? governing[governing.length - 1] : null;
  let state = `${finality.result}|${removalPeriod.result}|${removalPeriod.endsOn !== null && removalPeriod.endsOn <= asOf}|`;
  state += last !== null && last.to === null ? last.authority : '-';
  for (const { clause, event, result } of findings) state += `|${clause}${event ?? ''}:${result}`;
  return state;
}
