import { num } from './days.js';
import type { OracleCustody } from './custody.js';
import { hasCome, type FactsJson } from './facts.js';
import type { OracleFinality } from './finality.js';

export interface OraclePeriod {
  result: 'determined' | 'not-begun' | 'unknown' | 'contested';
  beginsOn: number | null;
  /** `beginsOn` and 90 days and those lost so far: while a lapse inside the period goes on it moves with every day */
  endsOn: number | null;
  tolledDays: number;
}

const without = (result: OraclePeriod['result']): OraclePeriod => ({ result, beginsOn: null, endsOn: null, tolledDays: 0 });

/** The ninety days of 8 U.S.C. § 1231(a)(1): from the latest of three days, longer by each day of non-cooperation. */
export function removalPeriodOf(facts: FactsJson, asOf: number, finality: OracleFinality, custody: OracleCustody | null): OraclePeriod {
  if (finality.result !== 'final') return without(finality.result === 'unknown' ? 'unknown' : 'not-begun');
  const { order } = finality;
  let beginsOn = finality.on;
  if (order.kind === 'reinstated') beginsOn = Math.max(beginsOn, num(order.reinstatedOn!));

  const happened = (kind: string) => (order.events ?? []).filter((event) => event.kind === kind && hasCome(event.on, asOf)).map(({ on }) => num(on!));
  const [petition, ruling, stay] = ['petition-for-review-filed', 'petition-for-review-decided', 'judicial-stay-entered'].map(happened) as [number[], number[], number[]];
  if (stay.length > 0 && petition.length > 0) {
    if (ruling.length === 0) return without(['2', '3', '9'].includes(facts.circuit ?? '') ? 'not-begun' : 'contested');
    beginsOn = Math.max(beginsOn, ruling[0]);
  }

  if (!facts.otherCustody) {
    if (!custody || !custody.days.has(beginsOn)) return without('unknown'); // perhaps in a prison on that day
  } else {
    const confined = facts.otherCustody.find(({ from, to }) => num(from!) <= beginsOn && (!to || num(to) > beginsOn));
    if (confined && !hasCome(confined.to, asOf)) return without('not-begun');
    if (confined) beginsOn = Math.max(beginsOn, num(confined.to!));
  }

  if (!facts.cooperation) return { ...without('unknown'), beginsOn }; // nobody knows when the ninety days end
  let [day, left, tolledDays] = [beginsOn, 90, 0];
  while (left > 0) {
    if (!lapsedOn(facts, day, asOf)) left -= 1;
    else if (day >= asOf) return { result: 'determined', beginsOn, endsOn: beginsOn + 90 + tolledDays, tolledDays };
    else tolledDays += 1;
    day += 1;
  }
  return { result: 'determined', beginsOn, endsOn: day, tolledDays };
}

/** Whether the person failed to cooperate on this day. A lapse that has not begun by `asOf` has not happened. */
export const lapsedOn = (facts: FactsJson, day: number, asOf: number): boolean =>
  (facts.cooperation ?? []).some(({ from, to }) => {
    if (num(from!) > asOf || day < num(from!)) return false;
    return !to || num(to) > asOf || day < num(to);
  });
