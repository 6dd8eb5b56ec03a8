import { parseDay } from '../calendar/day.js';
import { REMOVAL_PROCEEDINGS_SINCE, type NamedRule } from './named-rule.js';

export const motionToReopenInAbsentia: NamedRule = {
  id: 'motion-to-reopen-in-absentia',
  filing: 'a motion to rescind an in absentia order for exceptional circumstances is filed',
  trigger: 'the order of removal entered in absentia',
  texts: [
    {
      period: { rule: '8-cfr-1001.1h', n: 180, unit: 'day', direction: 'after' },
      effectiveOn: REMOVAL_PROCEEDINGS_SINCE,
      lostForceOn: null,
      citation: '8 U.S.C. § 1229a(b)(5)(C)',
      grade: 'V1',
    },
  ],
  checkedOn: parseDay('2026-11-24'),
  notes: () => [
    'For want of notice, or where the person was in custody and failed to appear through no fault of their own, it may be filed at any time.',
    'Filing stays removal until the immigration judge rules on the motion (8 U.S.C. § 1229a(b)(5)(C)).',
  ],
};
