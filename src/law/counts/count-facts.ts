import type { Day } from '../calendar/day.js';
import type { Lapses } from '../cooperation.js';
import type { Custody } from '../custody.js';
import type { FinalityPicture } from '../finality/finality.js';
import type { RemovalPeriodPicture } from '../removal-period/removal-period.js';

/** What every count is made from. */
export interface CountFacts {
  asOf: Day;
  custody: Custody;
  finality: FinalityPicture;
  period: RemovalPeriodPicture;
  lapses: Lapses;
}
