import { FixedClock, SystemClock } from './clock.js';

describe("the office's day", () => {
  it.each([
    ['America/Detroit', 'the second before midnight in winter', '2026-11-24T04:59:59Z', '2026-11-23'],
    ['America/Detroit', 'midnight in winter', '2026-11-24T05:00:00Z', '2026-11-24'],
    ['America/Detroit', 'the second before midnight in summer', '2026-07-01T03:59:59Z', '2026-06-30'],
    ['America/Detroit', 'midnight in summer', '2026-07-01T04:00:00Z', '2026-07-01'],
    ['America/Detroit', 'the last midnight before the clocks go forward', '2026-03-08T05:00:00Z', '2026-03-08'],
    ['America/Detroit', 'the first midnight after they went forward', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['Pacific/Honolulu', 'the same instant, far west', '2026-11-24T05:00:00Z', '2026-11-23'],
    ['Asia/Baghdad', 'the same instant, far east', '2026-11-23T21:00:00Z', '2026-11-24'],
    ['UTC', 'a leap day', '2024-02-29T23:59:59Z', '2024-02-29'],
  ])('in %s at %s is %s → %s', (zone, _when, instant, day) => {
    expect(new FixedClock(instant, zone).today()).toBe(day);
  });

  it('of the real clock is a day near the one in UTC', () => {
    const clock = new SystemClock('UTC');
    expect(clock.today()).toBe(clock.now().toISOString().slice(0, 10));
  });

  it('does not move when somebody changes the date it gave', () => {
    const clock = new FixedClock('2026-11-24T12:00:00Z');
    clock.now().setFullYear(1990);
    expect(clock.today()).toBe('2026-11-24');
  });
});
