import type { Clause } from '../authorities/authority.js';
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import type { FixedDate } from './check.js';
import { judgeDuty } from './duty.js';
import { firstOrderEvent, orderEventsNotKnown } from './order-events.js';
import { judged, type Judgement, type Situation } from './situation.js';
import { judgeTimedDuty } from './timed-duty.js';

const LONG_AGO = -Infinity as Day;

/** The line that a class must have reached, where it has one, and when the person's custody did. */
export interface LineReached {
  hasLine: boolean;
  reached: Day | null;
}

export function judgeFixedDate(clause: Clause, check: FixedDate, { reached }: LineReached, situation: Situation): Judgement {
  const reachedBy = check.reachedBy === null ? null : parseDay(check.reachedBy);
  const { earlier } = check;
  if (earlier === undefined) return judgeDate(clause, check, false, reachedBy, reached, situation);
  const sooner = firstOrderEvent(situation, earlier.orderEvent, LONG_AGO, parseDay(earlier.on)) !== null;
  const judgement = judgeDate(clause, check, sooner, reachedBy, reached, situation);
  const missing = sooner ? [] : orderEventsNotKnown(situation.facts.removalOrders, [earlier.orderEvent]);
  if (missing.length === 0 || judgeDate(clause, check, true, reachedBy, reached, situation).result === judgement.result) return judgement;
  return judged('unknown', judgement.on, 'fixed-date', () => [...judgement.because(), `Whether ${earlier.orderEvent} made it due on ${earlier.on} is not known (${missing.join(', ')}).`], { missing });
}

function judgeDate(clause: Clause, check: FixedDate, sooner: boolean, reachedBy: Day | null, reached: Day | null, situation: Situation): Judgement {
  const dueOn = parseDay(sooner ? check.earlier!.on : check.on);
  const because = () => [
    `The order names ${check.at === undefined || sooner ? formatDay(dueOn) : check.at}${reachedBy === null ? '' : ` for those who had reached the line by ${formatDay(reachedBy)}`}; a fixed date does not roll.`,
    ...(sooner ? [`${check.earlier!.orderEvent} by then is on file.`] : []),
  ];
  if (reachedBy !== null && (reached === null || reached > reachedBy)) return judged('not-met', null, 'fixed-date', () => [...because(), 'This person reached it later.']);
  const triggeredOn = reachedBy ?? LONG_AGO;
  if (check.at !== undefined && !sooner) {
    const moment = { on: dueOn, at: Date.parse(check.at) };
    return judgeTimedDuty(clause, 'fixed-date', {
      from: { on: LONG_AGO, at: null }, triggeredOn, due: { earliest: moment, latest: moment }, triggerPath: null,
      satisfiedBy: check.satisfiedBy, requires: 'any', release: check.release, why: because,
    }, situation);
  }
  return judgeDuty(clause, 'fixed-date', {
    triggeredOn, dueOn, satisfiedBy: check.satisfiedBy, satisfiedByOrder: [], requires: 'any', countsFrom: 0, due: 'by', release: check.release, why: because,
  }, situation);
}
