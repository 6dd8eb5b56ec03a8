import { formatDay, type Day } from './calendar/day.js';
import { unionOf, type Span } from './calendar/span.js';
import type { CooperationLapse } from './facts.js';
import type { Horizon } from './horizon.js';

/**
 * Failures to cooperate with removal, 8 U.S.C. § 1231(a)(1)(C). A lapse that is disputed, or whose notice is not known
 * to have been served, is counted like any other, but what depends on it is contested.
 */
export interface Lapses {
  /** every lapse begun by the day asked about whose days are known; `to` null: still going on */
  all: readonly Span[];
  /** those neither disputed nor without a served notice */
  settled: readonly Span[];
  ongoing: boolean;
  /** facts without which the days are not known; a lapse without an end counts from `unendedFrom` */
  missing: readonly string[];
  unendedFrom: Day | null;
}

const NONE: Lapses = { all: [], settled: [], ongoing: false, missing: [], unendedFrom: null };
const NOT_KNOWN: Lapses = { ...NONE, missing: ['cooperation'] };

export function lapsesOn(cooperation: readonly CooperationLapse[] | null, asOf: Day, horizon: Horizon): Lapses {
  if (cooperation === null) return NOT_KNOWN;
  if (cooperation.length === 0) return NONE;

  const all: Span[] = [];
  const settled: Span[] = [];
  const missing: string[] = [];
  let ongoing = false;
  let unendedFrom: Day | null = null;
  for (let i = 0; i < cooperation.length; i++) {
    const lapse = cooperation[i];
    const { from } = lapse;
    if (from === null) {
      missing.push(`cooperation[${i}].from`);
      unendedFrom = -Infinity as Day;
      continue;
    }
    if (from > asOf) {
      horizon.mayChangeOn(from);
      continue;
    }
    horizon.mayChangeOn(lapse.to);
    horizon.mayChangeOn(lapse.noticeServedOn);
    const running = lapse.to === null ? lapse.ongoing === true : lapse.to > asOf;
    if (lapse.to === null && !running) {
      missing.push(`cooperation[${i}].to`);
      if (unendedFrom === null || from < unendedFrom) unendedFrom = from;
      continue;
    }
    ongoing ||= running;
    const span: Span = { from, to: running ? null : lapse.to };
    all.push(span);
    if (isSettled(lapse, asOf)) settled.push(span);
  }
  return { all: unionOf(all), settled: unionOf(settled), ongoing, missing, unendedFrom };
}

const isSettled = ({ disputed, noticeServedOn }: CooperationLapse, asOf: Day): boolean =>
  disputed === false && noticeServedOn !== null && noticeServedOn <= asOf;

/** The paths of facts without which the lapses in `[from, until)` are not known. */
export const missingWithin = (lapses: Lapses, until: Day | null): readonly string[] =>
  lapses.missing.length === 0 || (lapses.unendedFrom !== null && until !== null && lapses.unendedFrom >= until) ? [] : lapses.missing;

export const lapseSentence = ({ from, to }: Span): string =>
  to === null
    ? `A failure to cooperate began on ${formatDay(from)} and is going on (cooperation).`
    : `A failure to cooperate lasted from ${formatDay(from)} to ${formatDay(to)} (cooperation).`;
