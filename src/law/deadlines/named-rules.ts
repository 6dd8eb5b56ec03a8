import { biaAppeal } from './bia-appeal.js';
import { bondAppeal } from './bond-appeal.js';
import { dhsBondStayNotice } from './dhs-bond-stay-notice.js';
import { motionToReconsider } from './motion-to-reconsider.js';
import { motionToReopenInAbsentia } from './motion-to-reopen-in-absentia.js';
import { motionToReopen } from './motion-to-reopen.js';
import type { NamedRule } from './named-rule.js';
import { petitionForReview } from './petition-for-review.js';
import { slrrfAcknowledgement } from './slrrf-acknowledgement.js';
import { voluntaryDepartureBond } from './voluntary-departure-bond.js';

/** Every filing and notice whose period the law fixes. A new one is a file beside these and a line here. */
export const NAMED_RULES: readonly NamedRule[] = [
  biaAppeal,
  bondAppeal,
  dhsBondStayNotice,
  motionToReopen,
  motionToReopenInAbsentia,
  motionToReconsider,
  petitionForReview,
  voluntaryDepartureBond,
  slrrfAcknowledgement,
];
