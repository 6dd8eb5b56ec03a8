import type { Fault } from '../common/problem.js';

/** Days are compared as text: `YYYY-MM-DD` sorts as the calendar does. */
export type MaybeDay = string | null | undefined;

/** No record is older than the immigration service itself, and a slip of the year is likelier than a true date. */
const EARLIEST_DAY = '1891-03-03';

export function notAfterToday(today: string, days: Readonly<Record<string, MaybeDay>>): Fault[] {
  return named(days).flatMap(([path, day]) =>
    day > today ? [{ path, problem: `must not be after today (${today})` }] : tooEarly(path, day));
}

/** A day that may lie ahead, because a document sets it. */
export function possible(days: Readonly<Record<string, MaybeDay>>): Fault[] {
  return named(days).flatMap(([path, day]) => tooEarly(path, day));
}

/** The second may fall on the day of the first, never before it. */
export function inOrder(first: readonly [path: string, day: MaybeDay], second: readonly [path: string, day: MaybeDay]): Fault[] {
  const [firstPath, firstDay] = first;
  const [secondPath, secondDay] = second;
  if (!firstDay || !secondDay || secondDay >= firstDay) return [];
  return [{ path: secondPath, problem: `must not be before ${firstPath}` }];
}

const named = (days: Readonly<Record<string, MaybeDay>>) =>
  Object.entries(days).filter((entry): entry is [string, string] => typeof entry[1] === 'string');

const tooEarly = (path: string, day: string): Fault[] =>
  day < EARLIEST_DAY ? [{ path, problem: `must not be before ${EARLIEST_DAY}` }] : [];
