import { civil, dayOf, daysInMonth, weekday, Weekday, type Day } from './day.js';

/**
 * The legal public holidays of 5 U.S.C. § 6103(a), by the words that were law in the year asked about.
 *
 * A holiday closes two days: its own, which Fed. R. Civ. P. 6(a)(6) names, and the one on which the holiday table
 * observes it. Saturday to Friday is § 6103(b)(1), Sunday to Monday an executive order; both are written for pay and
 * leave. That is why the two are kept apart: a deadline that moves only because of an observance says so.
 */
export interface FederalHoliday {
  name: string;
  actualOn: Day;
  observedOn: Day;
}

interface HolidayRule {
  name: string;
  /** first and last year of these words; `until: null` while they stand */
  from: number;
  until: number | null;
  on: (year: number) => Day;
}

/** Before it, Thanksgiving was proclaimed from year to year and no rule gives its day. */
export const FIRST_HOLIDAY_YEAR = 1942;
const MONDAY_HOLIDAYS = 1971; // Pub. L. 90-363 moved four holidays to Mondays from 1971-01-01

const fixed = (month: number, dayOfMonth: number) => (year: number) => dayOf(year, month, dayOfMonth);

const nth = (n: number, day: Weekday, month: number) => (year: number) => {
  const first = dayOf(year, month, 1);
  return (first + ((day - weekday(first) + 7) % 7) + (n - 1) * 7) as Day;
};

const lastMonday = (month: number) => (year: number) => {
  const last = dayOf(year, month, daysInMonth(year, month));
  return (last - ((weekday(last) - Weekday.Monday + 7) % 7)) as Day;
};

const rule = (name: string, on: HolidayRule['on'], from = FIRST_HOLIDAY_YEAR, until: number | null = null): HolidayRule => ({ name, on, from, until });

/** In the order of the year. */
const RULES: readonly HolidayRule[] = [
  rule("New Year's Day", fixed(1, 1)),
  rule('Birthday of Martin Luther King, Jr.', nth(3, Weekday.Monday, 1), 1986), // Pub. L. 98-144
  rule("Washington's Birthday", fixed(2, 22), FIRST_HOLIDAY_YEAR, MONDAY_HOLIDAYS - 1),
  rule("Washington's Birthday", nth(3, Weekday.Monday, 2), MONDAY_HOLIDAYS),
  rule('Memorial Day', fixed(5, 30), FIRST_HOLIDAY_YEAR, MONDAY_HOLIDAYS - 1),
  rule('Memorial Day', lastMonday(5), MONDAY_HOLIDAYS),
  rule('Juneteenth National Independence Day', fixed(6, 19), 2021), // Pub. L. 117-17, signed 2021-06-17
  rule('Independence Day', fixed(7, 4)),
  rule('Labor Day', nth(1, Weekday.Monday, 9)),
  rule('Columbus Day', nth(2, Weekday.Monday, 10), MONDAY_HOLIDAYS), // Pub. L. 90-363 made it a federal holiday
  rule('Armistice Day', fixed(11, 11), FIRST_HOLIDAY_YEAR, 1953),
  rule('Veterans Day', fixed(11, 11), 1954, MONDAY_HOLIDAYS - 1),
  rule('Veterans Day', nth(4, Weekday.Monday, 10), MONDAY_HOLIDAYS, 1977), // Pub. L. 94-97 moved it back from 1978
  rule('Veterans Day', fixed(11, 11), 1978),
  rule('Thanksgiving Day', nth(4, Weekday.Thursday, 11)),
  rule('Christmas Day', fixed(12, 25)),
];

/** The holidays of one year. One that falls on a Saturday may be observed in the year before: 2028-01-01 on 2027-12-31. */
export function federalHolidays(year: number): FederalHoliday[] {
  return RULES.filter(({ from, until }) => from <= year && (until === null || year <= until)).map(({ name, on }) => {
    const actualOn = on(year);
    return { name, actualOn, observedOn: observance(actualOn) };
  });
}

function observance(actualOn: Day): Day {
  const day = weekday(actualOn);
  if (day === Weekday.Saturday) return (actualOn - 1) as Day;
  if (day === Weekday.Sunday) return (actualOn + 1) as Day;
  return actualOn;
}

/** The holiday that closes this day, on its own day or as observed; null if none does. */
export function holidayOn(day: Day): FederalHoliday | null {
  const { year, month } = civil(day);
  const found = federalHolidays(year).find(({ actualOn, observedOn }) => actualOn === day || observedOn === day);
  if (found !== undefined) return found;
  // only New Year's Day is ever observed in another year than its own
  return month === 12 ? (federalHolidays(year + 1).find(({ observedOn }) => observedOn === day) ?? null) : null;
}

/** The years that a caseload asks about a million times a night are looked up, all others computed. */
const TABLE_FROM = dayOf(1970, 1, 1);
const TABLE_TO = dayOf(2100, 1, 1);
const table = new Uint8Array(TABLE_TO - TABLE_FROM);
for (let year = 1970; year <= 2100; year++) {
  for (const { actualOn, observedOn } of federalHolidays(year)) {
    table[actualOn - TABLE_FROM] = 1;
    table[observedOn - TABLE_FROM] = 1;
  }
}

/** Whether a federal holiday falls on this day or is observed on it. */
export function isFederalHoliday(day: Day): boolean {
  return day >= TABLE_FROM && day < TABLE_TO ? table[day - TABLE_FROM] === 1 : holidayOn(day) !== null;
}
