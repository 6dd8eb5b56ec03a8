import type { Day } from '../calendar/day.js';
import type { Lapses } from '../cooperation.js';
import type { Custody } from '../custody.js';
import type { Count } from '../evaluation.js';
import type { FinalityPicture } from '../finality/finality.js';
import type { RemovalPeriodPicture } from '../removal-period/removal-period.js';
import { currentStay, totalCustody } from './custody.js';
import { postOrderCumulative, postOrderCurrentStay, postOrderLessTolled, postOrderSpans } from './post-order.js';
import { removalPeriodCount } from './removal-period.js';

/** What every count is made from. */
export interface CountFacts {
  asOf: Day;
  custody: Custody;
  finality: FinalityPicture;
  period: RemovalPeriodPicture;
  lapses: Lapses;
}

/** Always all of them, in the order of COUNT_IDS. */
export type Counts = readonly [
  custodyCurrentStay: Count, custodyTotal: Count, postOrderCurrentStay: Count, postOrderCumulative: Count,
  postOrderLessTolled: Count, removalPeriod: Count,
];

export function countsOn(facts: CountFacts): Counts {
  const spans = postOrderSpans(facts);
  return [
    currentStay(facts), totalCustody(facts), postOrderCurrentStay(facts), postOrderCumulative(facts, spans),
    postOrderLessTolled(facts, spans), removalPeriodCount(facts),
  ];
}
