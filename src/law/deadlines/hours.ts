import { formatDay, tryParseDay, type Day } from '../calendar/day.js';
import { isClosed } from '../calendar/rolling.js';
import { roll, skipsClosedDays, type Period } from './period.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * An instant as it was written: the wall clock where it happened, and its offset. Hours are counted on that wall clock
 * and closed days are those of that place, so the offset is carried along and never applied.
 */
export interface LocalInstant {
  /** milliseconds of wall-clock time since 1970-01-01T00:00 at this offset */
  wall: number;
  offset: string;
}

const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** RFC 3339 text to an instant; null for text that is not one. Below milliseconds nothing is kept. */
export function tryParseInstant(text: string): LocalInstant | null {
  const parts = RFC_3339.exec(text);
  if (parts === null) return null;
  const [, dayText = '', hour = '', minute = '', second = '', fraction = '', offset = ''] = parts;
  const day = tryParseDay(dayText);
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { wall: day * DAY + Number(hour) * HOUR + Number(minute) * 60_000 + Number(second) * 1000 + milliseconds, offset };
}

export function formatInstant({ wall, offset }: LocalInstant): string {
  const ofDay = timeOfDay(wall);
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const fraction = ofDay % 1000 === 0 ? '' : `.${String(ofDay % 1000).padStart(3, '0')}`;
  const time = `${two(ofDay / HOUR)}:${two((ofDay / 60_000) % 60)}:${two((ofDay / 1000) % 60)}${fraction}`;
  return `${formatDay(dayOfInstant({ wall, offset }))}T${time}${offset}`;
}

export const dayOfInstant = ({ wall }: LocalInstant): Day => Math.floor(wall / DAY) as Day;
const timeOfDay = (wall: number): number => ((wall % DAY) + DAY) % DAY;

/**
 * The end of a period of hours. They begin to run at the event and run through nights, weekends and holidays; an end
 * on a closed day goes to the same time on the next open day: 6(a)(2). Under `business-days` closed days have no hours.
 */
export function countHours(period: Period, trigger: LocalInstant): { unrolledAt: LocalInstant; dueAt: LocalInstant } {
  const at = (wall: number): LocalInstant => ({ wall, offset: trigger.offset });
  if (skipsClosedDays(period) && period.n > 0) {
    const end = at(period.direction === 'after' ? openHoursAfter(trigger.wall, period.n) : openHoursBefore(trigger.wall, period.n));
    return { unrolledAt: end, dueAt: end };
  }
  const unrolledAt = at(trigger.wall + (period.direction === 'after' ? period.n : -period.n) * HOUR);
  if (period.rule === 'no-roll') return { unrolledAt, dueAt: unrolledAt };
  const open = roll(dayOfInstant(unrolledAt), period.direction);
  return { unrolledAt, dueAt: at(open * DAY + timeOfDay(unrolledAt.wall)) };
}

/** An end at the stroke of midnight stays there: it is the last moment of the open day before. */
function openHoursAfter(wall: number, hours: number): number {
  let at = wall;
  for (let left = hours * HOUR; left > 0; ) {
    const day = Math.floor(at / DAY) as Day;
    const untilMidnight = (day + 1) * DAY - at;
    const passed = isClosed(day) ? untilMidnight : Math.min(left, untilMidnight);
    if (!isClosed(day)) left -= passed;
    at += passed;
  }
  return at;
}

function openHoursBefore(wall: number, hours: number): number {
  let at = wall;
  for (let left = hours * HOUR; left > 0; ) {
    const day = (Math.ceil(at / DAY) - 1) as Day; // the day of the moment just before
    const sinceMidnight = at - day * DAY;
    const passed = isClosed(day) ? sinceMidnight : Math.min(left, sinceMidnight);
    if (!isClosed(day)) left -= passed;
    at -= passed;
  }
  return at;
}
