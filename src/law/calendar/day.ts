/**
 * A day on the calendar as the count of days since 1970-01-01 (which is day 0), with no clock and no time zone.
 *
 * Legal periods are counted in days. A JavaScript `Date` is an instant, so one deadline would fall on two days in
 * Honolulu and in New York. Inside the law a day is therefore an integer: it is read from text once, at the door,
 * and written as text once, on the way out.
 */
export type Day = number & { readonly __brand: 'Day' };

export const enum Weekday {
  Thursday = 0,
  Friday = 1,
  Saturday = 2,
  Sunday = 3,
  Monday = 4,
  Tuesday = 5,
  Wednesday = 6,
}

const DAYS_IN_400_YEARS = 146_097;
const DAYS_BEFORE_1970 = 719_468; // from 0000-03-01, the start of the civil cycle used below

/** `YYYY-MM-DD` to a day. Throws RangeError on anything that is not a day of the Gregorian calendar. */
export function parseDay(text: string): Day {
  const day = tryParseDay(text);
  if (day === null) throw new RangeError(`not a calendar day (YYYY-MM-DD): ${JSON.stringify(text)}`);
  return day;
}

/** As `parseDay`, with null for text that is not a day. */
export function tryParseDay(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const dayOfMonth = digits(text, 8, 10);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return dayOf(year, month, dayOfMonth);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The day of a valid year, month (1 to 12) and day of the month. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_IN_400_YEARS + dayOfEra - DAYS_BEFORE_1970) as Day;
}

export interface CivilDay {
  year: number;
  /** 1 to 12 */
  month: number;
  dayOfMonth: number;
}

export function civil(day: Day): CivilDay {
  const z = day + DAYS_BEFORE_1970;
  const era = Math.floor(z / DAYS_IN_400_YEARS);
  const dayOfEra = z - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** A day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = civil(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

export const addDays = (day: Day, days: number): Day => (day + days) as Day;

/** Exclusive count: the last day minus the first. */
export const daysBetween = (first: Day, last: Day): number => last - first;

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);

export const weekday = (day: Day): Weekday => (((day % 7) + 7) % 7);

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The same day of the month `months` later (earlier if negative), clamped to the end of a shorter month:
 * six months from 2018-08-31 is 2019-02-28. Always from the original day, never by repeated steps of one month.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civil(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}

export interface Months {
  whole: number;
  /** days left over after the whole months */
  days: number;
}

/** Whole months from `first` (clamped to the end of a shorter month) and the days left over; `last >= first`. */
export function monthsBetween(first: Day, last: Day): Months {
  const a = civil(first);
  const b = civil(last);
  let whole = (b.year - a.year) * 12 + (b.month - a.month);
  if (addMonths(first, whole) > last) whole -= 1;
  return { whole, days: last - addMonths(first, whole) };
}
