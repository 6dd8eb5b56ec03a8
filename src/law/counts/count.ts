import type { CountId } from '../answer.js';
import { addDays, addMonths, formatDay, type Day } from '../calendar/day.js';
import { dayOfReaching, daysThrough, type Span } from '../calendar/span.js';
import type { Count } from '../evaluation.js';

interface CountBase {
  id: CountId;
  policy: string;
  because: () => string[];
}

/** A count that is not known, and the facts it lacks. */
export const unknownCount = ({ id, policy, because }: CountBase, missing: readonly string[], from: Day | null = null): Count => ({
  id, policy, because, from, days: null, running: false, reaches: never, missing,
});

/** A count known to be nothing. */
export const zeroCount = ({ id, policy, because }: CountBase): Count => ({
  id, policy, because, from: null, days: 0, running: false, reaches: never, missing: NONE,
});

const NONE: readonly string[] = [];
const never = (): null => null;

/** One run of days: so many days after the first, or the same day of the month so many months on, clamped. */
export class OneRun implements Count {
  readonly missing = NONE;

  constructor(
    readonly id: CountId, readonly policy: string, readonly from: Day, readonly days: number, readonly running: boolean,
    readonly because: () => string[],
  ) {}

  reaches(n: number, unit: 'day' | 'month'): Day {
    return unit === 'day' ? addDays(this.from, n) : addMonths(this.from, n);
  }
}

/**
 * Runs added together. A threshold is the day on which the sum reached, or with unbroken custody will reach, so many
 * days; for months, as many days as so many months from the first counted day have.
 */
export class AddedRuns implements Count {
  readonly from: Day;
  readonly days: number;
  readonly running: boolean;
  readonly missing = NONE;

  constructor(
    readonly id: CountId, readonly policy: string, private readonly spans: readonly Span[], asOf: Day,
    readonly because: () => string[],
  ) {
    this.from = spans[0].from;
    this.days = daysThrough(spans, asOf);
    this.running = spans[spans.length - 1].to === null;
  }

  reaches(n: number, unit: 'day' | 'month'): Day | null {
    return dayOfReaching(this.spans, unit === 'day' ? n : addMonths(this.from, n) - this.from);
  }
}

/** "2019-08-12 to 2019-12-11: 121 days": one sentence a span, and the sum if there are several. */
export function sumSentences(spans: readonly Span[], asOf: Day): string[] {
  const sentences = spans.map((span) => {
    const to = span.to === null || span.to > asOf ? asOf : span.to;
    return `${formatDay(span.from)} to ${formatDay(to)}${span.to === null ? ' (running)' : ''}: ${to - span.from} days.`;
  });
  if (spans.length > 1) sentences.push(`Together ${daysThrough(spans, asOf)} days.`);
  return sentences;
}
