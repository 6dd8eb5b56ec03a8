import fc from 'fast-check';
import { formatDay, parseDay, type Day } from './day.js';
import { addBusinessDays, isClosed, rollBackward, rollForward } from './rolling.js';

const aDay = fc.integer({ min: parseDay('1990-01-01'), max: parseDay('2110-12-31') }).map((day) => day as Day);

describe('rolling off closed days', () => {
  it.each([
    ['an open Friday stays', '2026-08-07', '2026-08-07', '2026-08-07'],
    ['a Saturday', '2026-10-24', '2026-10-26', '2026-10-23'],
    ['a Sunday', '2026-10-25', '2026-10-26', '2026-10-23'],
    ['Memorial Day, a Monday: forward to Tuesday, back over the weekend', '2026-05-25', '2026-05-26', '2026-05-22'],
    ['Saturday before Labor Day 2007', '2007-09-01', '2007-09-04', '2007-08-31'],
    ['Friday 2026-07-03, on which Independence Day is observed', '2026-07-03', '2026-07-06', '2026-07-02'],
    ['Christmas 2022, a Sunday, observed on Monday', '2022-12-25', '2022-12-27', '2022-12-23'],
    ['New Year 2022, observed on Friday 2021-12-31', '2021-12-31', '2022-01-03', '2021-12-30'],
    ['Juneteenth 2019 was an open Wednesday', '2019-06-19', '2019-06-19', '2019-06-19'],
    ['Juneteenth 2025, a Thursday', '2025-06-19', '2025-06-20', '2025-06-18'],
  ])('%s', (_name, day, forward, backward) => {
    expect(formatDay(rollForward(parseDay(day)))).toBe(forward);
    expect(formatDay(rollBackward(parseDay(day)))).toBe(backward);
  });

  it('never ends on a closed day, never on the wrong side, and never passes an open one', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const forward = rollForward(day);
        const backward = rollBackward(day);
        expect(isClosed(forward)).toBe(false);
        expect(isClosed(backward)).toBe(false);
        expect(forward).toBeGreaterThanOrEqual(day);
        expect(backward).toBeLessThanOrEqual(day);
        for (let between = backward + 1; between < forward; between++) {
          expect(isClosed(between as Day) || between === day).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('business days', () => {
  it.each([
    ['one after a Thursday', '2026-08-06', 1, '2026-08-07'],
    ['one after a Friday', '2026-08-07', 1, '2026-08-10'],
    ['five over Labor Day', '2026-09-02', 5, '2026-09-10'],
    ['none stays, even on a Saturday', '2026-08-08', 0, '2026-08-08'],
    ['one before a Monday', '2026-08-10', -1, '2026-08-07'],
    ['three before a Wednesday after Columbus Day', '2026-10-14', -3, '2026-10-08'],
  ])('%s', (_name, day, n, expected) => {
    expect(formatDay(addBusinessDays(parseDay(day), n))).toBe(expected);
  });

  it('has exactly n open days in between, and comes back when counted the other way from an open day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 400 }), (day, n) => {
        const end = addBusinessDays(day, n);
        let open = 0;
        for (let at = day + 1; at <= end; at++) if (!isClosed(at as Day)) open += 1;
        expect(open).toBe(n);
        expect(isClosed(end)).toBe(false);
        expect(addBusinessDays(end, -n)).toBe(rollBackward(day));
      }),
    );
  });
});
