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
  let after = evaluation.asOf;
  for (let asked = 0; asked < MOST_DAYS_ASKED; asked++) {
    const day = firstAfter(candidates, after);
    if (day === null) return null;
    const then = new Horizon(day);
    if (!isSameState(evaluation, evaluateOn(day, then))) return day;
    candidates = then.days; // each day names by itself all that may change after it
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

/** A count that merely grows is no change; results, the governing statute and the state of the period are. */
function isSameState(a: Evaluation, b: Evaluation): boolean {
  if (a.finality.result !== b.finality.result || a.removalPeriod.result !== b.removalPeriod.result) return false;
  if (hasEnded(a) !== hasEnded(b) || governedBy(a) !== governedBy(b) || a.findings.length !== b.findings.length) return false;
  for (let i = 0; i < a.findings.length; i++) {
    const [x, y] = [a.findings[i], b.findings[i]];
    if (x.result !== y.result || x.clause !== y.clause || x.event !== y.event || x.authority !== y.authority) return false;
  }
  return true;
}

const hasEnded = ({ removalPeriod, asOf }: Evaluation): boolean => removalPeriod.endsOn !== null && removalPeriod.endsOn <= asOf;

function governedBy({ governing }: Evaluation): string | null {
  const last = governing.length > 0 ? governing[governing.length - 1] : null;
  return last !== null && last.to === null ? last.authority : null;
}
