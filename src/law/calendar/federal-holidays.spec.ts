import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { civil, formatDay, parseDay, weekday, Weekday, type Day } from './day.js';
import { federalHolidays, FIRST_HOLIDAY_YEAR, holidayOn, isFederalHoliday } from './federal-holidays.js';

const table = readFileSync('data/dates/us_federal_holidays_2000_2040.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => /^(?<year>\d{4}),(?:"(?<quoted>[^"]+)"|(?<plain>[^,]+)),(?<actual>[\d-]{10}),(?<observed>[\d-]{10}),/.exec(line)!.groups!);

describe('federal holidays under 5 U.S.C. § 6103', () => {
  it('are those of the holiday table, row by row, 2000 to 2040', () => {
    const ours = [];
    for (let year = 2000; year <= 2040; year++) {
      for (const { name, actualOn, observedOn } of federalHolidays(year)) ours.push([String(year), name, formatDay(actualOn), formatDay(observedOn)]);
    }
    expect(table).toHaveLength(430);
    expect(ours).toEqual(table.map(({ year, quoted, plain, actual, observed }) => [year, quoted ?? plain, actual, observed]));
  });

  it.each([
    ['Juneteenth is no holiday on 2020-06-19', '2020-06-19', null],
    ['the first Juneteenth, Saturday 2021-06-19', '2021-06-19', 'Juneteenth National Independence Day'],
    ['and the Friday on which it was observed', '2021-06-18', 'Juneteenth National Independence Day'],
    ['the third Monday of January 1985 is not yet a holiday', '1985-01-21', null],
    ['that of 1986 is', '1986-01-20', 'Birthday of Martin Luther King, Jr.'],
    ['2028-01-01 is a Saturday, so 2027-12-31 is closed', '2027-12-31', "New Year's Day"],
    ['2010-12-31 was closed for 2011-01-01', '2010-12-31', "New Year's Day"],
    ['2026-12-31 is an open Thursday', '2026-12-31', null],
    ["Washington's Birthday of 1970 stood on the 22nd, observed on the 23rd", '1970-02-23', "Washington's Birthday"],
    ['Veterans Day of 1977 was the fourth Monday of October', '1977-10-24', 'Veterans Day'],
    ['11 November 1977 was an open Friday', '1977-11-11', null],
    ['11 November 1978, a Saturday, is Veterans Day again', '1978-11-10', 'Veterans Day'],
    ['the day after Thanksgiving is open', '2026-11-27', null],
  ])('%s', (_name, day, holiday) => {
    expect(holidayOn(parseDay(day))?.name ?? null).toBe(holiday);
    expect(isFederalHoliday(parseDay(day))).toBe(holiday !== null);
  });

  it('names no holiday before the years it knows', () => {
    expect(federalHolidays(FIRST_HOLIDAY_YEAR - 1)).toEqual([]);
    expect(holidayOn(parseDay('1941-12-25'))).toBeNull();
  });

  it('observes no holiday on a weekend and none further than a day away, in any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_HOLIDAY_YEAR, max: 2400 }), (year) => {
        for (const { actualOn, observedOn } of federalHolidays(year)) {
          expect(civil(actualOn).year).toBe(year);
          expect([Weekday.Saturday, Weekday.Sunday]).not.toContain(weekday(observedOn));
          expect(Math.abs(observedOn - actualOn)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('looks up what it computes: the table and the rules name the same days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        expect(isFederalHoliday(day as Day)).toBe(holidayOn(day as Day) !== null);
      }),
      { numRuns: 2_000 },
    );
  });
});
