import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { Count } from '../evaluation.js';
import { REMOVAL_PERIOD_DAYS } from '../removal-period/removal-period.js';
import { OneRun, unknownCount, zeroCount } from './count.js';
import type { CountFacts } from './count-facts.js';

const POLICY = 'Days of the removal period, in custody or not, through its end. 8 U.S.C. § 1231(a)(1).';

/** `removal-period` */
export function removalPeriodCount({ period, asOf }: CountFacts): Count {
  const { result, beginsOn, endsOn } = period;
  if (result === 'determined') return determinedCount(period, beginsOn!, endsOn!, asOf);
  const base = { id: 'removal-period', policy: POLICY, because: () => period.because() } as const;
  if (result === 'not-begun') return zeroCount(base);
  if (beginsOn === null) return unknownCount(base, period.missing);
  // Even where its end is not known or disputed, the period lasts at least ninety days.
  const certainUntil = addDays(beginsOn, REMOVAL_PERIOD_DAYS);
  return asOf > certainUntil ? unknownCount(base, period.missing, beginsOn) : determinedCount(period, beginsOn, certainUntil, asOf);
}

function determinedCount(period: CountFacts['period'], beginsOn: Day, endsOn: Day, asOf: Day): Count {
  const through = asOf < endsOn ? asOf : endsOn;
  return new OneRun('removal-period', POLICY, beginsOn, through - beginsOn, asOf < endsOn, () => [
    ...period.because(),
    `${formatDay(beginsOn)} to ${formatDay(through)}: ${through - beginsOn} days.`,
  ]);
}
