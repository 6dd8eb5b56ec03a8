import fc from 'fast-check';
import { addDays, addMonths, civil, dayOf, daysBetween, daysInMonth, formatDay, monthsBetween, parseDay, tryParseDay, weekday, Weekday, type Day } from './day.js';

const FIRST = parseDay('0001-01-01');
const LAST = parseDay('9999-12-31');
const aDay = fc.integer({ min: FIRST, max: LAST }).map((day) => day as Day);

describe('reading a day', () => {
  it.each([
    ['the first day of the count', '1970-01-01', 0],
    ['the day before it', '1969-12-31', -1],
    ['a leap day', '2024-02-29', 19_782],
    ['the leap day of a fourth century', '2000-02-29', 11_016],
  ])('%s, %s', (_name, text, number) => expect(parseDay(text)).toBe(number));

  it.each(['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-01', '26-01-01', '2026/01/01', '2026-01-01T00:00:00Z', ' 2026-01-01', '0000-01-01', '-001-01-01', '2026-0a-01', ''])(
    '%j is not a day',
    (text) => {
      expect(tryParseDay(text)).toBeNull();
      expect(() => parseDay(text)).toThrow(RangeError);
    },
  );

  it('comes back as it was written, and agrees with the system calendar, for every day of four digits', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const text = formatDay(day);
        expect(parseDay(text)).toBe(day);
        expect(new Date(day * 86_400_000).toISOString().slice(0, 10)).toBe(text);
        expect(weekday(day)).toBe((new Date(day * 86_400_000).getUTCDay() + 3) % 7);
        const { year, month, dayOfMonth } = civil(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('days between', () => {
  it.each([
    ['143 days, not 144: the last day minus the first', '2017-06-12', '2017-11-02', 143],
    ['197 days of Yonan', '2017-09-20', '2018-04-05', 197],
    ['a leap year has 366', '2024-01-01', '2025-01-01', 366],
    ['a day and itself', '2026-11-24', '2026-11-24', 0],
  ])('%s', (_name, first, last, days) => {
    expect(daysBetween(parseDay(first), parseDay(last))).toBe(days);
    expect(formatDay(addDays(parseDay(first), days))).toBe(last);
  });

  it('knows the days of the week', () => {
    expect(weekday(parseDay('2018-06-20'))).toBe(Weekday.Wednesday);
    expect(weekday(parseDay('2018-12-20'))).toBe(Weekday.Thursday);
    expect(weekday(parseDay('1969-12-28'))).toBe(Weekday.Sunday);
  });
});

describe('six months are months', () => {
  it.each([
    ['2017-06-11', '2017-12-11', 183, '2017-12-08'],
    ['2018-08-31', '2019-02-28', 181, '2019-02-27'],
    ['2019-08-31', '2020-02-29', 182, '2020-02-27'],
    ['2026-03-01', '2026-09-01', 184, '2026-08-28'],
    ['2026-09-01', '2027-03-01', 181, '2027-02-28'],
    ['2026-01-15', '2026-07-15', 181, '2026-07-14'],
    ['2017-09-20', '2018-03-20', 181, '2018-03-19'],
  ])('from %s to %s: %i days, and 180 days are %s', (first, sixMonths, days, day180) => {
    const from = parseDay(first);
    expect(formatDay(addMonths(from, 6))).toBe(sixMonths);
    expect(daysBetween(from, addMonths(from, 6))).toBe(days);
    expect(formatDay(addDays(from, 180))).toBe(day180);
  });

  it('are never 180 days', () => {
    for (let day = parseDay('2016-01-01'); day <= parseDay('2030-12-31'); day = addDays(day, 1)) {
      expect(daysBetween(day, addMonths(day, 6))).toBeGreaterThan(180);
    }
  });

  it('are counted from the original day, not by repeated months: 31 August to 28 February to 31 March', () => {
    const from = parseDay('2018-08-31');
    expect(formatDay(addMonths(from, 7))).toBe('2019-03-31');
    expect(formatDay(addMonths(addMonths(from, 6), 1))).toBe('2019-03-28');
    expect(formatDay(addMonths(parseDay('2026-03-31'), -1))).toBe('2026-02-28');
    expect(formatDay(addMonths(parseDay('2026-01-31'), -12))).toBe('2025-01-31');
  });
});

describe('whole months and the days left over', () => {
  it.each([
    ['92 days from 10 September', '2019-09-10', '2019-12-11', 3, 1],
    ['the day before the sixth month', '2018-08-31', '2019-02-27', 5, 27],
    ['the clamped sixth month', '2018-08-31', '2019-02-28', 6, 0],
    ['the day after', '2018-08-31', '2019-03-01', 6, 1],
    ['the same day', '2026-11-24', '2026-11-24', 0, 0],
  ])('%s', (_name, first, last, whole, days) => {
    expect(monthsBetween(parseDay(first), parseDay(last))).toEqual({ whole, days });
  });

  it('add up to the days in between, with fewer left over than a month has', () => {
    fc.assert(
      fc.property(fc.integer({ min: parseDay('1990-01-01'), max: parseDay('2090-01-01') }), fc.integer({ min: 0, max: 5_000 }), (first, more) => {
        const [from, to] = [first as Day, addDays(first as Day, more)];
        const { whole, days } = monthsBetween(from, to);
        expect(addDays(addMonths(from, whole), days)).toBe(to);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(addMonths(from, whole + 1)).toBeGreaterThan(to);
      }),
      { numRuns: 1_000 },
    );
  });

  it('no month is longer than 31 days and February has 29 in a leap year alone', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2026, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([2000, 2024, 2100, 2023].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28, 28]);
  });
});
