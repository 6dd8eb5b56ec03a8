import type { Day } from './day.js';

/** Half-open days, `[from, to)`; `to` null: open. Lists of spans are kept oldest first and never overlapping. */
export interface Span {
  from: Day;
  to: Day | null;
}

/** Any spans, made into a list that is in order and without overlaps; spans that touch become one. */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const union: Span[] = [];
  let last: Span | null = null;
  for (const { from, to } of sorted) {
    if (last === null || (last.to !== null && last.to < from)) {
      last = { from, to };
      union.push(last);
    } else if (last.to !== null && (to === null || to > last.to)) {
      last.to = to;
    }
  }
  return union;
}

/** The days that are in both lists. */
export function intersectionOf(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (const x of a) {
    for (const y of b) {
      const from = x.from > y.from ? x.from : y.from;
      const to = x.to === null ? y.to : y.to === null ? x.to : x.to < y.to ? x.to : y.to;
      if (to === null || from < to) common.push({ from, to });
    }
  }
  return common;
}

/** The days of `spans` that are in none of `holes`. */
export function without(spans: readonly Span[], holes: readonly Span[]): readonly Span[] {
  if (holes.length === 0) return spans;
  let rest: readonly Span[] = spans;
  for (const hole of holes) {
    const next: Span[] = [];
    for (const span of rest) {
      const before = hole.from < span.from ? span.from : hole.from;
      if (span.from < before) {
        next.push({ from: span.from, to: span.to === null || span.to > before ? before : span.to });
      }
      if (hole.to !== null && (span.to === null || span.to > hole.to)) {
        next.push({ from: span.from > hole.to ? span.from : hole.to, to: span.to });
      }
    }
    rest = next;
  }
  return rest;
}

/** Days of all spans through `asOf`, each counted once, the last day excluded. */
export function daysThrough(spans: readonly Span[], asOf: Day): number {
  let days = 0;
  for (const { from, to } of spans) {
    const end = to === null || to > asOf ? asOf : to;
    if (end > from) days += end - from;
  }
  return days;
}

/** The day on which the sum of the days reaches `days`, the open span taken to run on; null if it never does. */
export function dayOfReaching(spans: readonly Span[], days: number): Day | null {
  let sum = 0;
  for (const { from, to } of spans) {
    const left = days - sum;
    if (to === null || to - from >= left) return (from + left) as Day;
    sum += to - from;
  }
  return null;
}

export const covers = ({ from, to }: Span, day: Day): boolean => from <= day && (to === null || day < to);
