import { type Day, dayOf, daysInMonth } from '../../law/calendar/day.js';

/**
 * A date of a release with the time, if it has one. Times carry no zone: they are the wall clock of the place, and only
 * the day is computed with. Exactly midnight is how a bare date is stored, so it counts as no time.
 */
export interface Moment {
  day: Day;
  /** seconds since the local midnight; null when the release gives the day alone */
  seconds: number | null;
}

const SPACE = 0x20;
const DASH = 0x2d;
const COLON = 0x3a;
const UPPER_T = 0x54;

/** `2024-04-08` and `2024-04-08 11:54:00`, read in place: nearly every date of every release is one of the two. */
export function readIsoMoment(bytes: Buffer, start: number, end: number): Moment | null {
  const length = end - start;
  if ((length !== 10 && length !== 19) || bytes[start + 4] !== DASH || bytes[start + 7] !== DASH) return null;
  const day = dayIn(two(bytes, start) * 100 + two(bytes, start + 2), two(bytes, start + 5), two(bytes, start + 8));
  if (day === null) return null;
  if (length === 10) return { day, seconds: null };

  const between = bytes[start + 10];
  if ((between !== SPACE && between !== UPPER_T) || bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return null;
  return withTime(day, two(bytes, start + 11), two(bytes, start + 14), two(bytes, start + 17));
}

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?Z?)?$/;
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: +(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: *([AP])M)?)?$/i;

/** The other ways in which releases write a date: `4/8/2024`, `04/08/2024 11:54`, `4/8/2024 1:05:00 PM`. */
export function readWrittenMoment(text: string): Moment | null {
  const iso = ISO.exec(text);
  if (iso) return momentOf(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6]);
  const american = AMERICAN.exec(text);
  if (!american) return null;
  const [, month, day, year, hour, minute, second, half] = american;
  return momentOf(year, month, day, half ? on24(hour, half) : hour, minute, second);
}

const SECONDS_A_DAY = 86_400;
/** Excel's last day is 9999-12-31; the first that its two ways of counting agree on is 1900-03-01. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const SERIAL_OF_1970 = 25_569;
const DAYS_FROM_1900_TO_1904 = 1_462;

/** A workbook's date: days since its first day, the time as a fraction. */
export function serialMoment(serial: number, date1904: boolean): Moment | null {
  const since1900 = date1904 ? serial + DAYS_FROM_1900_TO_1904 : serial;
  if (!(since1900 >= FIRST_SERIAL && since1900 < LAST_SERIAL + 1)) return null;
  const seconds = Math.round(since1900 * SECONDS_A_DAY);
  const day = (Math.floor(seconds / SECONDS_A_DAY) - SERIAL_OF_1970) as Day;
  const ofDay = seconds % SECONDS_A_DAY;
  return { day, seconds: ofDay === 0 ? null : ofDay };
}

function momentOf(year: string, month: string, day: string, hour?: string, minute?: string, second?: string): Moment | null {
  const on = dayIn(Number(year), Number(month), Number(day));
  if (on === null) return null;
  if (hour === undefined) return { day: on, seconds: null };
  return withTime(on, Number(hour), Number(minute), Number(second ?? 0));
}

function on24(hour: string, half: string): string {
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return '24'; // no hour of the day: refused like any other impossible time
  return String((twelve % 12) + (half.toUpperCase() === 'P' ? 12 : 0));
}

function dayIn(year: number, month: number, dayOfMonth: number): Day | null {
  if (!(year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month))) return null;
  return dayOf(year, month, dayOfMonth);
}

function withTime(day: Day, hour: number, minute: number, second: number): Moment | null {
  if (!(hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60)) return null;
  const seconds = hour * 3600 + minute * 60 + second;
  return { day, seconds: seconds === 0 ? null : seconds };
}

/** Two digits as a number; NaN if either is none, which no range accepts. */
function two(bytes: Buffer, at: number): number {
  const tens = bytes[at] - 0x30;
  const ones = bytes[at + 1] - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
