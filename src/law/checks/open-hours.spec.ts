import fc from 'fast-check';
import { parseDay, type Day } from '../calendar/day.js';
import { isClosed, isClosedByStatute, type Closed } from '../calendar/rolling.js';
import { hoursPassOn, openBetween, type Moment } from './open-hours.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const OFFSET = -300;

/** A moment by the wall clock of a place five hours behind UTC. */
const atWall = (wall: number): Moment => ({ on: Math.floor(wall / DAY) as Day, at: wall - OFFSET * 60_000, offsetMinutes: OFFSET });
const dayOnly = (on: Day): Moment => ({ on, at: null, offsetMinutes: null });

const wall = fc.integer({ min: parseDay('2015-01-01') * 1440, max: parseDay('2027-01-01') * 1440 }).map((minutes) => minutes * 60_000);
const closed = fc.constantFrom<Closed | null>(null, isClosed, isClosedByStatute);
const later = fc.integer({ min: 0, max: 20 * 1440 }).map((minutes) => minutes * 60_000);

describe('the hours of open days between two moments', () => {
  test('are the time that passed where no day is left out', () => {
    fc.assert(fc.property(wall, later, (from, more) => {
      expect(openBetween(atWall(from), atWall(from + more), null)).toEqual({ least: more, most: more });
    }));
  });

  test('are known where both instants are, and never more than the time that passed', () => {
    fc.assert(fc.property(wall, later, closed, (from, more, without) => {
      const { least, most } = openBetween(atWall(from), atWall(from + more), without);
      expect(least).toBe(most);
      expect(most).toBeLessThanOrEqual(more);
    }));
  });

  test('add up', () => {
    fc.assert(fc.property(wall, later, later, closed, (from, first, second, without) => {
      const [a, b, c] = [atWall(from), atWall(from + first), atWall(from + first + second)];
      expect(openBetween(a, b, without).most + openBetween(b, c, without).most).toBe(openBetween(a, c, without).most);
    }));
  });

  test('lie between the bounds that the days alone give', () => {
    fc.assert(fc.property(wall, later, closed, (from, more, without) => {
      const [a, b] = [atWall(from), atWall(from + more)];
      const known = openBetween(a, b, without).most;
      for (const [x, y] of [[dayOnly(a.on), b], [a, dayOnly(b.on)], [dayOnly(a.on), dayOnly(b.on)]]) {
        const { least, most } = openBetween(x, y, without);
        expect(least).toBeLessThanOrEqual(known);
        expect(most).toBeGreaterThanOrEqual(known);
      }
    }));
  });

  test('pass a limit on the day by whose end, and not by whose beginning, there are more of them', () => {
    fc.assert(fc.property(wall, fc.integer({ min: 1, max: 100 }), closed, (from, hours, without) => {
      const { soonestOn, latestOn } = hoursPassOn(atWall(from), hours, without);
      expect(soonestOn).toBe(latestOn);
      const begins = Math.max(from, soonestOn * DAY);
      expect(openBetween(atWall(from), atWall(begins), without).most).toBeLessThanOrEqual(hours * HOUR);
      expect(openBetween(atWall(from), atWall((soonestOn + 1) * DAY), without).most).toBeGreaterThan(hours * HOUR);
    }));
  });

  test('pass it, where only the day is known, between the first and the last moment of that day', () => {
    fc.assert(fc.property(wall, fc.integer({ min: 1, max: 100 }), closed, (from, hours, without) => {
      const moment = atWall(from);
      const { soonestOn } = hoursPassOn(moment, hours, without);
      const bounds = hoursPassOn(dayOnly(moment.on), hours, without);
      expect(bounds.soonestOn).toBeLessThanOrEqual(soonestOn);
      expect(bounds.latestOn).toBeGreaterThanOrEqual(soonestOn);
    }));
  });

  test('do not run on a Saturday, a Sunday or a holiday: from Wednesday noon over Thanksgiving 2025 to Monday noon are 48', () => {
    const [from, to] = [parseDay('2025-11-26') * DAY + 12 * HOUR, parseDay('2025-12-01') * DAY + 12 * HOUR];
    expect(openBetween(atWall(from), atWall(to), isClosed)).toEqual({ least: 48 * HOUR, most: 48 * HOUR });
  });
});
