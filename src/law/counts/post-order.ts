import { formatDay } from '../calendar/day.js';
import { intersectionOf, without, type Span } from '../calendar/span.js';
import { lapseSentence, missingWithin } from '../cooperation.js';
import type { Count } from '../evaluation.js';
import { AddedRuns, OneRun, sumSentences, unknownCount, zeroCount } from './count.js';
import type { CountFacts } from './count-facts.js';

const POLICY_CURRENT = 'Unbroken immigration custody since the later of the start of the stay and administrative finality. Zadvydas v. Davis, 533 U.S. 678, 701 (2001).';
const POLICY_CUMULATIVE =
  'Every day of immigration custody while an order was final, stays added together. Hamama v. Adducci, ECF 555 (E.D. Mich. 2019); Sied v. Nielsen, 17-cv-06785 (N.D. Cal. 2018).';
const POLICY_LESS_TOLLED =
  'As cumulative, less days of failure to cooperate with removal, disputed or not. 8 U.S.C. § 1231(a)(1)(C); Pelich v. INS, 329 F.3d 1057 (9th Cir. 2003).';

const CURRENT = { id: 'post-order.current-stay', policy: POLICY_CURRENT } as const;
const CUMULATIVE = { id: 'post-order.cumulative', policy: POLICY_CUMULATIVE } as const;
const LESS_TOLLED = { id: 'post-order.cumulative-less-tolled', policy: POLICY_LESS_TOLLED } as const;

const NOT_HELD = zeroCount({ ...CURRENT, because: () => ['Not in immigration custody.'] });
const NOT_FINAL = zeroCount({ ...CURRENT, because: () => ['No order of removal is final.'] });
const nothingAdded = () => ['No immigration custody while an order was final is on file.'];
const NO_CUMULATIVE = zeroCount({ ...CUMULATIVE, because: nothingAdded });
const NO_LESS_TOLLED = zeroCount({ ...LESS_TOLLED, because: nothingAdded });
const notCertain = () => ['The custody or the finality from which it is counted is not certain.'];

/** `post-order.current-stay` */
export function postOrderCurrentStay({ custody, finality, asOf }: CountFacts): Count {
  if (custody.inCustody === false) return NOT_HELD;
  if (finality.result === 'not-final') return NOT_FINAL;
  const missing = custody.current === null || custody.missing.length > 0 ? custody.missing : [];
  if (finality.result !== 'final' || missing.length > 0 || custody.current === null || finality.on === null) {
    return unknownCount({ ...CURRENT, because: notCertain }, [...missing, ...finality.missing]);
  }
  const { current } = custody;
  const from = current.from > finality.on ? current.from : finality.on;
  const finalOn = finality.on;
  return new OneRun(CURRENT.id, CURRENT.policy, from, asOf - from, true, () => [
    `The stay began on ${formatDay(current.from)} (stints[${current.firstStint}]) and the order became final on ${formatDay(finalOn)}: counted from ${formatDay(from)}.`,
    ...sumSentences([{ from, to: null }], asOf),
  ]);
}

/** The spans of immigration custody while an order was final. */
export const postOrderSpans = ({ custody, finality }: CountFacts): readonly Span[] => intersectionOf(custody.stays, finality.spans);

/** `post-order.cumulative` */
export function postOrderCumulative(facts: CountFacts, spans: readonly Span[]): Count {
  const missing = missingOf(facts);
  if (missing !== null) return unknownCount({ ...CUMULATIVE, because: notCertain }, missing);
  if (spans.length === 0) return NO_CUMULATIVE;
  return new AddedRuns(CUMULATIVE.id, CUMULATIVE.policy, spans, facts.asOf, () => sumSentences(spans, facts.asOf));
}

/** `post-order.cumulative-less-tolled` */
export function postOrderLessTolled(facts: CountFacts, spans: readonly Span[]): Count {
  const missing = missingOf(facts);
  if (missing !== null) return unknownCount({ ...LESS_TOLLED, because: notCertain }, missing);
  if (spans.length === 0) return NO_LESS_TOLLED;
  const { lapses, asOf } = facts;
  const lapseFacts = missingWithin(lapses, spans[spans.length - 1].to);
  if (lapseFacts.length > 0) return unknownCount({ ...LESS_TOLLED, because: () => ['Whether and how long the person failed to cooperate is not known.'] }, lapseFacts);
  if (lapses.all.length === 0) return new AddedRuns(LESS_TOLLED.id, LESS_TOLLED.policy, spans, asOf, () => sumSentences(spans, asOf));

  const rest = without(spans, lapses.all).filter(({ from, to }) => from < asOf || to === null);
  const because = () => [...sumSentences(spans, asOf), ...lapses.all.map(lapseSentence), 'What remains:', ...sumSentences(rest, asOf)];
  return rest.length === 0 ? zeroCount({ ...LESS_TOLLED, because }) : new AddedRuns(LESS_TOLLED.id, LESS_TOLLED.policy, rest, asOf, because);
}

/** Facts without which the sum is not known; null when it is known. Without a day of custody there is nothing to add. */
function missingOf({ custody, finality }: CountFacts): readonly string[] | null {
  if (finality.result === 'not-final' && finality.spans.length === 0 && finality.spansMissing.length === 0) return null;
  if (custody.missing.length > 0) return custody.missing;
  if (custody.stays.length === 0) return null;
  if (finality.result === 'unknown' || finality.result === 'contested') return finality.missing;
  return finality.spansMissing.length > 0 ? finality.spansMissing : null;
}
