import { addDays, addMonths, type Day } from '../calendar/day.js';
import { addBusinessDays, rollBackward, rollForward } from '../calendar/rolling.js';

export const UNITS = ['hour', 'day', 'business-day', 'month'] as const;
export type Unit = (typeof UNITS)[number];

export const DIRECTIONS = ['after', 'before'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const GENERAL_RULE_IDS = ['frcp-6a', '8-cfr-1001.1h', 'business-days', 'no-roll'] as const;
export type GeneralRuleId = (typeof GENERAL_RULE_IDS)[number];

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

/** The end of a period of days or months. The trigger's own day is never counted: 6(a)(1)(A). */
export function countDays({ rule, n, unit, direction }: Period, trigger: Day): DueDay {
  const steps = direction === 'after' ? n : -n;
  const unrolledOn = unrolled(unit, rule, trigger, steps);
  return { unrolledOn, dueOn: rule === 'no-roll' ? unrolledOn : roll(unrolledOn, direction) };
}

function unrolled(unit: Unit, rule: GeneralRuleId, trigger: Day, steps: number): Day {
  if (unit === 'month') return addMonths(trigger, steps);
  // under `business-days` a day is a business day: that is the whole of the rule
  if (unit === 'business-day' || rule === 'business-days') return addBusinessDays(trigger, steps);
  return addDays(trigger, steps);
}

/** Forward periods roll later; "at least n days before" keeps going back, so that no one loses notice by a weekend. */
export const roll = (day: Day, direction: Direction): Day => (direction === 'after' ? rollForward(day) : rollBackward(day));
