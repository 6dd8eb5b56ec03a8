import { addDays, addMonths, type Day } from '../calendar/day.js';
import { addBusinessDays, isClosed, rollBackward, rollForward, type Closed } from '../calendar/rolling.js';
import type { GeneralRuleId } from './general-rules.js';

export const UNITS = ['hour', 'day', 'business-day', 'month'] as const;
export type Unit = (typeof UNITS)[number];

export const DIRECTIONS = ['after', 'before'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A period as a text writes it, with the general rule by which it is counted. */
export interface Period {
  rule: GeneralRuleId;
  n: number;
  unit: Unit;
  direction: Direction;
}

/** A period counted from a day. */
export interface DueDay {
  unrolledOn: Day;
  dueOn: Day;
}

/** The end of a period of days, business days or months. The trigger's own day is never counted: 6(a)(1)(A). */
export function countDays(period: Period, trigger: Day, closed: Closed = isClosed): DueDay {
  const unrolledOn = unrolled(period, trigger, closed);
  return { unrolledOn, dueOn: period.rule === 'no-roll' ? unrolledOn : roll(unrolledOn, period.direction, closed) };
}

function unrolled(period: Period, trigger: Day, closed: Closed): Day {
  const steps = period.direction === 'after' ? period.n : -period.n;
  if (period.unit === 'month') return addMonths(trigger, steps);
  return skipsClosedDays(period) ? addBusinessDays(trigger, steps, closed) : addDays(trigger, steps);
}

/** Under `business-days` a day is a business day: that is the whole of the rule. */
export const skipsClosedDays = ({ rule, unit }: Period): boolean => unit === 'business-day' || rule === 'business-days';

/** Forward periods roll later; "at least n days before" keeps going back, so that no one loses notice by a weekend. */
export const roll = (day: Day, direction: Direction, closed: Closed = isClosed): Day =>
  direction === 'after' ? rollForward(day, closed) : rollBackward(day, closed);
