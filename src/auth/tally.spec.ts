import { type Pace, Tally } from './tally.js';

const PACE: Pace = { free: 3, baseMs: 1_000, mostMs: 8_000, forgetMs: 60_000 };
const NOON = Date.parse('2026-11-24T12:00:00Z');

describe('a tally with three free tries', () => {
  const take = (tally: Tally, at: number, key = 'a') => tally.take([{ key, pace: PACE }], NOON + at);

  it('lets three through, then asks for a second, two, four, eight, and never more', () => {
    const tally = new Tally();
    expect([take(tally, 0), take(tally, 0), take(tally, 0)]).toEqual([0, 0, 0]);
    expect([take(tally, 0), take(tally, 999)]).toEqual([1_000, 1]);
    expect(take(tally, 1_000)).toBe(0);
    expect([take(tally, 1_000), take(tally, 2_999), take(tally, 3_000)]).toEqual([2_000, 1, 0]);
    expect([take(tally, 3_000), take(tally, 7_000)]).toEqual([4_000, 0]);
    expect([take(tally, 7_000), take(tally, 15_000)]).toEqual([8_000, 0]);
    expect(take(tally, 15_000)).toBe(8_000);
  });

  it('forgets after a minute without a try, not a millisecond before', () => {
    const [early, late] = [new Tally(), new Tally()];
    for (const tally of [early, late]) for (let i = 0; i < 3; i++) take(tally, 0);
    expect([take(early, 59_999), take(early, 59_999)]).toEqual([0, 2_000]);
    expect([take(late, 60_000), take(late, 60_000), take(late, 60_000)]).toEqual([0, 0, 0]);
  });

  it('counts a try on all of its keys or, if one must wait, on none', () => {
    const tally = new Tally();
    for (let i = 0; i < 3; i++) take(tally, 0, 'a');
    expect(tally.take([{ key: 'a', pace: PACE }, { key: 'b', pace: PACE }], NOON)).toBe(1_000);
    expect(tally.count('b', PACE.forgetMs, NOON)).toBe(0);
  });

  it('gives a right try back, and forgets a key', () => {
    const tally = new Tally();
    for (let i = 0; i < 3; i++) take(tally, 0);
    tally.giveBack('a');
    expect(tally.count('a', PACE.forgetMs, NOON)).toBe(2);
    expect(take(tally, 0)).toBe(0);
    tally.forget('a');
    expect(tally.count('a', PACE.forgetMs, NOON)).toBe(0);
  });
});
