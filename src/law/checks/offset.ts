import type { Clause } from '../authorities/authority.js';
import { addDays, addMonths, formatDay, type Day } from '../calendar/day.js';
import { addBusinessDays, rollForward } from '../calendar/rolling.js';
import { countHours } from '../deadlines/hours.js';
import type { Deadline } from './check.js';
import { judged, type Judgement } from './situation.js';

const MS_PER_MINUTE = 60_000;
const HOURS_PER_DAY = 24;

/** A day, with the instant on it if that is known: milliseconds since 1970-01-01T00:00:00Z. */
export interface Moment {
  on: Day;
  at: number | null;
}

/** By the instants where both are known, else by the days. */
export const isBefore = (a: Moment, b: Moment): boolean => (a.at !== null && b.at !== null ? a.at < b.at : a.on < b.on);

/** When something is due. Where hours are counted from a day alone, it falls between two moments. */
export interface Due {
  earliest: Moment;
  latest: Moment;
}

type Offset = NonNullable<Deadline['offset']>;

/** The day on which a period of days, business days or months after `day` ends, rolled if it rolls; null: no number is known. */
export function dueAfter({ offset }: Pick<Deadline, 'offset'>, day: Day): Day | null {
  if (offset === null) return day;
  const { n, unit } = offset;
  if (n === null) return null;
  return rolled(offset, unit === 'month' ? addMonths(day, n) : unit === 'business-day' ? addBusinessDays(day, n) : addDays(day, n));
}

const rolled = ({ rolls }: Offset, day: Day): Day => (rolls === undefined || rolls === 'no-roll' ? day : rollForward(day));

/** The end of so many hours after a moment; `offsetMinutes`: how far local time was ahead of UTC, where it happened. */
export function hoursAfter(offset: Offset & { n: number }, from: Moment, offsetMinutes: number | null): Due {
  const { n, rolls = 'no-roll' } = offset;
  if (from.at === null) {
    const [first, last] = [Math.floor(n / HOURS_PER_DAY), Math.ceil(n / HOURS_PER_DAY)];
    return { earliest: { on: rolled(offset, addDays(from.on, first)), at: null }, latest: { on: rolled(offset, addDays(from.on, last)), at: null } };
  }
  const ahead = (offsetMinutes ?? 0) * MS_PER_MINUTE;
  const { dueAt } = countHours({ rule: rolls, n, unit: 'hour', direction: 'after' }, { wall: from.at + ahead, offset: '' });
  const due = { on: Math.floor(dueAt.wall / (HOURS_PER_DAY * 60 * MS_PER_MINUTE)) as Day, at: dueAt.wall - ahead };
  return { earliest: due, latest: due };
}

export const offsetWords = ({ offset }: Pick<Deadline, 'offset'>): string =>
  offset === null || offset.n === null ? 'At once'
    : `${offset.n} ${offset.unit}${offset.n === 1 ? '' : 's'}${offset.rolls === undefined || offset.rolls === 'no-roll' ? '' : `, rolled off closed days (${offset.rolls}),`}`;

export const noNumberSentence = (clause: Clause): string =>
  `The number that ${clause.id} needs was found in no source: it is not evaluated until an attorney enters it.`;

export const withoutNumber = (clause: Clause, policy: string): Judgement =>
  judged('unknown', null, policy, () => [noNumberSentence(clause)], { missing: [`${clause.id}.check.offset.n`] });

/** A moment as it is read aloud: the day, and the time in UTC if it is known. */
export const momentText = ({ on, at }: Moment): string =>
  at === null ? formatDay(on) : `${formatDay(on)} (${new Date(at).toISOString().slice(0, 16)}Z)`;
