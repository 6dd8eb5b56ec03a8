import { addDays, formatDay } from '../calendar/day.js';
import type { Count } from '../evaluation.js';
import { REMOVAL_PERIOD_DAYS } from '../removal-period/removal-period.js';
import { OneRun, unknownCount, zeroCount } from './count.js';
import type { CountFacts } from './count-facts.js';

const POLICY = 'Days of the removal period, in custody or not, through its end. 8 U.S.C. § 1231(a)(1).';

/** `removal-period` */
export function removalPeriodCount({ period, asOf }: CountFacts): Count {
  const base = { id: 'removal-period', policy: POLICY, because: () => period.because() } as const;
  const { result, beginsOn, endsOn } = period;
  if (result === 'not-begun') return zeroCount(base);
  if (beginsOn === null) return unknownCount(base, period.missing);
  // Even where its end is not known or disputed, the period lasts at least ninety days.
  const certainUntil = endsOn ?? addDays(beginsOn, REMOVAL_PERIOD_DAYS);
  if (endsOn === null && asOf > certainUntil) return unknownCount(base, period.missing, beginsOn);
  const through = asOf < certainUntil ? asOf : certainUntil;
  return new OneRun('removal-period', POLICY, beginsOn, through - beginsOn, asOf < certainUntil, () => [
    ...period.because(),
    `${formatDay(beginsOn)} to ${formatDay(through)}: ${through - beginsOn} days.`,
  ]);
}
