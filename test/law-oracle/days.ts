import { readFileSync } from 'node:fs';

/**
 * Days for the oracle, reckoned by the system's calendar and the printed holiday table, so that nothing is shared with
 * the calendar of the law core. Slow, and obvious.
 */
export function num(text: string): number {
  let day = read.get(text);
  if (day === undefined) read.set(text, (day = Date.parse(`${text}T00:00:00Z`) / 86_400_000));
  return day;
}
const read = new Map<string, number>();

export const text = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The same day of the month six months on, or the last day of a shorter month. */
export function sixMonthsOn(day: number): number {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 6];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / 86_400_000;
}

const closed = new Set<number>();
for (const row of readFileSync('data/dates/us_federal_holidays_2000_2040.csv', 'utf8').split('\n').slice(1)) {
  for (const day of row.match(/\d{4}-\d{2}-\d{2}/g) ?? []) closed.add(num(day));
}
const isClosed = (day: number): boolean => [0, 6].includes(new Date(day * 86_400_000).getUTCDay()) || closed.has(day);

/** The day on which 30 days to appeal end: the thirtieth, or the next that is open. */
export function appealLapsesOn(decidedOn: number): number {
  let day = decidedOn + 30;
  while (isClosed(day)) day += 1;
  return day;
}
