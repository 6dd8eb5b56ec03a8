import type { Count } from '../evaluation.js';
import type { CountFacts } from './count-facts.js';
import { currentStay, totalCustody } from './custody.js';
import { postOrderCumulative, postOrderCurrentStay, postOrderLessTolled, postOrderSpans } from './post-order.js';
import { removalPeriodCount } from './removal-period.js';

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
