import { holidayOn, isFederalHoliday } from './federal-holidays.js';
import { weekday, Weekday, type Day } from './day.js';

/**
 * Which days are closed, and where a period goes that ends on one. Only filings and notices roll: custody counts and
 * fixed dates never do, and do not come here.
 */
export function isWeekend(day: Day): boolean {
  const of = weekday(day);
  return of === Weekday.Saturday || of === Weekday.Sunday;
}

/** Closed: Saturdays, Sundays, and federal holidays on their own day and on the day on which they are observed. */
export const isClosed = (day: Day): boolean => isWeekend(day) || isFederalHoliday(day);

export type Closed = (day: Day) => boolean;

/**
 * Closed whoever is asked: without the days that are closed only because a holiday is observed on them. 5 U.S.C.
 * § 6103(b) was written for pay and leave; whether a court or an agency keeps such a day is its own affair.
 */
export const isClosedByStatute: Closed = (day) => isWeekend(day) || holidayOn(day)?.actualOn === day;

/** The day itself if it is open, else the next one that is: Fed. R. Civ. P. 6(a)(1)(C), 8 C.F.R. § 1003.38(b). */
export function rollForward(day: Day, closed: Closed = isClosed): Day {
  let open = day;
  while (closed(open)) open = (open + 1) as Day;
  return open;
}

/** The day itself if it is open, else the last one before that was: 6(a)(5), for "at least n days before". */
export function rollBackward(day: Day, closed: Closed = isClosed): Day {
  let open = day;
  while (closed(open)) open = (open - 1) as Day;
  return open;
}

/** The nth open day after `day` (before it if `n` is negative). `n` of 0 is the day itself, open or not. */
export function addBusinessDays(day: Day, n: number, closed: Closed = isClosed): Day {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = (at + step) as Day;
    if (!closed(at)) left -= 1;
  }
  return at;
}
