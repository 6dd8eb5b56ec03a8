import type { Day } from './calendar/day.js';

/**
 * Collects the days after `asOf` on which something may change if no fact does. Each rule names its own; which of
 * them is the next change is then found by asking again on that day (next-change.ts).
 */
export class Horizon {
  readonly days: Day[] = [];

  constructor(readonly asOf: Day) {}

  mayChangeOn(day: Day | null): void {
    if (day !== null && day > this.asOf) this.days.push(day);
  }
}
