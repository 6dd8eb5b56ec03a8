import { addDays, type Day } from './calendar/day.js';
import type { Custody } from './custody.js';
import type { GoverningSpan } from './evaluation.js';
import type { RemovalOrder } from './facts.js';
import { orderMadeOn, type FinalityPicture } from './finality/finality.js';
import { REMOVAL_PERIOD_DAYS, type RemovalPeriodPicture } from './removal-period/removal-period.js';

/** Which statute governs each day of immigration custody. */
export const BEFORE_FINALITY = '8 U.S.C. § 1226';
export const DURING_REMOVAL_PERIOD = '8 U.S.C. § 1231(a)(2)';
export const AFTER_REMOVAL_PERIOD = '8 U.S.C. § 1231(a)(6)';
export const NOT_KNOWN = 'unknown';
export const DISPUTED = 'contested';

/** From this day on, until the next mark, this authority governs. */
interface Mark {
  from: Day;
  authority: string;
}

const ALWAYS = -Infinity as Day;

export function governingOn(
  custody: Custody, orders: readonly RemovalOrder[] | null, finality: FinalityPicture, period: RemovalPeriodPicture, asOf: Day,
): readonly GoverningSpan[] {
  if (custody.stays.length === 0) return [];
  const marks = marksOf(orders, finality, period);
  const spans: GoverningSpan[] = [];
  for (const stay of custody.stays) {
    for (let i = 0; i < marks.length; i++) {
      const from = marks[i].from > stay.from ? marks[i].from : stay.from;
      const until = i + 1 < marks.length ? marks[i + 1].from : null;
      if (from > asOf || (stay.to !== null && from >= stay.to) || (until !== null && until <= from)) continue;
      const to = until === null || until > asOf ? stay.to : stay.to === null || until < stay.to ? until : stay.to;
      const last = spans.length > 0 ? spans[spans.length - 1] : null;
      if (last !== null && last.to === from && last.authority === marks[i].authority && from > stay.from) last.to = to;
      else spans.push({ from, to, authority: marks[i].authority });
    }
  }
  return spans;
}

function marksOf(orders: readonly RemovalOrder[] | null, finality: FinalityPicture, period: RemovalPeriodPicture): Mark[] {
  if (orders === null) return [{ from: ALWAYS, authority: NOT_KNOWN }];
  const marks: Mark[] = [{ from: ALWAYS, authority: BEFORE_FINALITY }];
  for (const { from, to } of finality.spans) pushEarlierFinality(marks, from, to ?? finality.on ?? from, to === null);
  if (finality.result === 'unknown' || finality.result === 'contested') {
    const madeOn = finality.orderIndex === null ? null : orderMadeOn(orders[finality.orderIndex]);
    marks.push({ from: madeOn ?? ALWAYS, authority: finality.result === 'unknown' ? NOT_KNOWN : DISPUTED });
  } else if (finality.result === 'final' && finality.on !== null) {
    pushPeriod(marks, finality.on, period);
  }
  return marks;
}

/** Days on which an order was final that is so no more, or before the order that governs now was. */
function pushEarlierFinality(marks: Mark[], from: Day, to: Day, standsOn: boolean): void {
  if (from >= to) return;
  const periodEndsOn = addDays(from, REMOVAL_PERIOD_DAYS);
  marks.push({ from, authority: DURING_REMOVAL_PERIOD });
  if (periodEndsOn < to) marks.push({ from: periodEndsOn, authority: AFTER_REMOVAL_PERIOD });
  if (!standsOn) marks.push({ from: to, authority: BEFORE_FINALITY });
}

function pushPeriod(marks: Mark[], finalOn: Day, period: RemovalPeriodPicture): void {
  const { result, beginsOn, endsOn, readings } = period;
  if (beginsOn === null) {
    marks.push({ from: finalOn, authority: result === 'not-begun' ? BEFORE_FINALITY : result === 'unknown' ? NOT_KNOWN : DISPUTED });
    return;
  }
  if (beginsOn > finalOn) marks.push({ from: finalOn, authority: period.waitContested ? DISPUTED : BEFORE_FINALITY });
  marks.push({ from: beginsOn, authority: DURING_REMOVAL_PERIOD });
  if (endsOn !== null) {
    marks.push({ from: endsOn, authority: AFTER_REMOVAL_PERIOD });
  } else if (result === 'unknown') {
    marks.push({ from: addDays(beginsOn, REMOVAL_PERIOD_DAYS), authority: NOT_KNOWN });
  } else {
    const ends = readings.map((reading) => reading.endsOn);
    const known = ends.filter((end): end is Day => end !== null).sort((a, b) => a - b);
    if (known.length > 0) marks.push({ from: known[0], authority: DISPUTED });
    if (known.length === ends.length) marks.push({ from: known[known.length - 1], authority: AFTER_REMOVAL_PERIOD });
  }
}
