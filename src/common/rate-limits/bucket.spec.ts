import fc from 'fast-check';
import { Buckets } from './bucket.js';

const NOW = Date.parse('2026-11-24T12:00:00Z');

describe('a bucket of sixty requests a minute', () => {
  const rate = { perMinute: 60 };

  it('takes a minute’s worth at once, then tells how long the next one waits', () => {
    const buckets = new Buckets();
    expect(Array.from({ length: 60 }, () => buckets.take('a', rate, NOW))).toEqual(Array.from({ length: 60 }, () => 0));
    expect([buckets.take('a', rate, NOW), buckets.take('a', rate, NOW + 400), buckets.take('b', rate, NOW)]).toEqual([1_000, 600, 0]);
  });

  it('takes the next one on the millisecond that it told, not one before, and a refused one costs nothing', () => {
    const buckets = new Buckets();
    for (let i = 0; i < 60; i++) buckets.take('a', rate, NOW);
    expect([999, 1_000, 1_000, 1_999, 2_000].map((later) => buckets.take('a', rate, NOW + later))).toEqual([1, 0, 1_000, 1, 0]);
  });

  it('that was filled before the clock was set back begins anew, and not for a second by which two processes differ', () => {
    const buckets = new Buckets();
    for (let i = 0; i < 60; i++) buckets.take('a', rate, NOW);
    expect([buckets.take('a', rate, NOW - 1_000), buckets.take('a', rate, NOW - 1_001)]).toEqual([2_000, 0]);
    expect(Array.from({ length: 60 }, () => buckets.take('a', rate, NOW - 1_001)).filter((wait) => wait > 0)).toEqual([1_000]);
  });

  it('is empty after a minute without a request', () => {
    const buckets = new Buckets();
    for (let i = 0; i < 60; i++) buckets.take('a', rate, NOW);
    expect(Array.from({ length: 61 }, () => buckets.take('a', rate, NOW + 60_000)).filter((wait) => wait > 0)).toEqual([1_000]);
  });
});

it('in no minute lets more through than twice its rate, however they come', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 600 }), (perMinute, pauses) => {
    const buckets = new Buckets();
    let now = NOW;
    const taken: number[] = [];
    for (const pause of pauses) {
      now += pause;
      if (buckets.take('a', { perMinute }, now) === 0) taken.push(now);
    }
    for (const from of taken) expect(taken.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(2 * perMinute);
  }));
});

it('refuses, and after waiting as long as it told takes the request', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 0, max: 5_000 }), (perMinute, later) => {
    const buckets = new Buckets();
    for (let i = 0; i < perMinute; i++) buckets.take('a', { perMinute }, NOW);
    const wait = buckets.take('a', { perMinute }, NOW + later);
    if (wait > 0) expect(buckets.take('a', { perMinute }, NOW + later + wait)).toBe(0);
  }));
});
