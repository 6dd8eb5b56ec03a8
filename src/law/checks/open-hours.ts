import type { Day } from '../calendar/day.js';
import type { Closed } from '../calendar/rolling.js';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** When something happened: its day, and its instant if that is known. */
export interface Moment {
  on: Day;
  /** milliseconds since 1970-01-01T00:00:00Z */
  at: number | null;
  /** minutes that local time there was ahead of UTC */
  offsetMinutes: number | null;
}

/**
 * The least and the most time, in milliseconds, that can lie between two moments, without the hours of closed days. They
 * are the same where both instants are known. Closed days are those of the place, so that their hours are taken from its
 * wall clock: which is put forward and back on Sundays, closed themselves.
 */
export function openBetween(from: Moment, to: Moment, closed: Closed | null): { least: number; most: number } {
  if (closed === null && from.at !== null && to.at !== null) {
    const passed = to.at - from.at;
    return { least: passed, most: passed };
  }
  return { least: openTime(latest(from), earliest(to), closed), most: openTime(earliest(from), latest(to), closed) };
}

/** The day on which more than so many hours have passed since a moment: the first on which it can be, and the last. */
export function hoursPassOn(from: Moment, hours: number, closed: Closed | null): { soonestOn: Day; latestOn: Day } {
  return { soonestOn: passesOn(earliest(from), hours, closed), latestOn: passesOn(latest(from), hours, closed) };
}

/** Of a day alone, its first and its last moment, on the wall clock of the place. */
const earliest = (moment: Moment): number => wallClock(moment) ?? moment.on * MS_PER_DAY;
const latest = (moment: Moment): number => wallClock(moment) ?? (moment.on + 1) * MS_PER_DAY;

const wallClock = ({ at, offsetMinutes }: Moment): number | null => (at === null ? null : at + (offsetMinutes ?? 0) * MS_PER_MINUTE);

const dayAt = (wall: number): Day => Math.floor(wall / MS_PER_DAY) as Day;

function openTime(from: number, to: number, closed: Closed | null): number {
  let open = 0;
  for (let day = dayAt(from); day * MS_PER_DAY < to; day = (day + 1) as Day) {
    if (closed === null || !closed(day)) open += Math.max(0, Math.min(to, (day + 1) * MS_PER_DAY) - Math.max(from, day * MS_PER_DAY));
  }
  return open;
}

function passesOn(from: number, hours: number, closed: Closed | null): Day {
  let left = hours * MS_PER_DAY / 24;
  for (let day = dayAt(from); ; day = (day + 1) as Day) {
    if (closed !== null && closed(day)) continue;
    const open = (day + 1) * MS_PER_DAY - Math.max(from, day * MS_PER_DAY);
    if (left < open) return day; // "exceeds": what fills the day to its last moment passes on the next open one
    left -= open;
  }
}
