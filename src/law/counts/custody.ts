import type { Count } from '../evaluation.js';
import { AddedRuns, OneRun, sumSentences, unknownCount, zeroCount } from './count.js';
import type { CountFacts } from './count-facts.js';

const POLICY_CURRENT = 'Days of immigration custody in the stay that stands open, however many transfers it holds.';
const POLICY_TOTAL =
  'Days of immigration custody in all stays added together; criminal custody neither counts nor resets. Hamama v. Adducci, ECF 555 (E.D. Mich. 2019).';

const CURRENT = 'custody.current-stay';
const TOTAL = 'custody.total';
const NOT_HELD = zeroCount({ id: CURRENT, policy: POLICY_CURRENT, because: () => ['Not in immigration custody.'] });
const NEVER_HELD = zeroCount({ id: TOTAL, policy: POLICY_TOTAL, because: () => ['No immigration custody is on file.'] });

/** `custody.current-stay`: unbroken immigration custody up to the day asked about. */
export function currentStay({ custody, asOf }: CountFacts): Count {
  if (custody.inCustody === null || (custody.inCustody && custody.missing.length > 0)) {
    return unknownCount({ id: CURRENT, policy: POLICY_CURRENT, because: () => ['When the present custody began is not known.'] }, custody.missing);
  }
  const stay = custody.current;
  if (stay === null) return NOT_HELD;
  return new OneRun(CURRENT, POLICY_CURRENT, stay.from, asOf - stay.from, true, () => sumSentences([stay], asOf));
}

/** `custody.total`: every day of immigration custody, each counted once. */
export function totalCustody({ custody, asOf }: CountFacts): Count {
  if (custody.missing.length > 0) {
    return unknownCount({ id: TOTAL, policy: POLICY_TOTAL, because: () => ['Not every day of custody is known.'] }, custody.missing);
  }
  if (custody.stays.length === 0) return NEVER_HELD;
  return new AddedRuns(TOTAL, POLICY_TOTAL, custody.stays, asOf, () => sumSentences(custody.stays, asOf));
}
