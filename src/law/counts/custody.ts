import type { Count } from '../evaluation.js';
import { AddedRuns, OneRun, sumSentences, unknownCount, zeroCount } from './count.js';
import type { CountFacts } from './count-facts.js';

const POLICY_CURRENT = 'Days of immigration custody in the stay that stands open, however many transfers it holds.';
const POLICY_TOTAL =
  'Days of immigration custody in all stays added together; criminal custody neither counts nor resets. Hamama v. Adducci, ECF 555 (E.D. Mich. 2019).';

/** `custody.current-stay`: unbroken immigration custody up to the day asked about. */
export function currentStay({ custody, asOf }: CountFacts): Count {
  const base = { id: 'custody.current-stay', policy: POLICY_CURRENT } as const;
  if (custody.inCustody === null || (custody.inCustody && custody.missing.length > 0)) {
    return unknownCount({ ...base, because: () => ['When the present custody began is not known.'] }, custody.missing);
  }
  const stay = custody.current;
  if (stay === null) return zeroCount({ ...base, because: () => ['Not in immigration custody.'] });
  return new OneRun(base.id, base.policy, stay.from, asOf - stay.from, true, () => sumSentences([stay], asOf));
}

/** `custody.total`: every day of immigration custody, each counted once. */
export function totalCustody({ custody, asOf }: CountFacts): Count {
  const base = { id: 'custody.total', policy: POLICY_TOTAL } as const;
  if (custody.missing.length > 0) {
    return unknownCount({ ...base, because: () => ['Not every day of custody is known.'] }, custody.missing);
  }
  if (custody.stays.length === 0) return zeroCount({ ...base, because: () => ['No immigration custody is on file.'] });
  return new AddedRuns(base.id, base.policy, custody.stays, asOf, () => sumSentences(custody.stays, asOf));
}
