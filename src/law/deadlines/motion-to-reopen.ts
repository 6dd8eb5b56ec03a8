import { parseDay } from '../calendar/day.js';
import { REMOVAL_PROCEEDINGS_SINCE, type NamedRule } from './named-rule.js';

export const motionToReopen: NamedRule = {
  id: 'motion-to-reopen',
  filing: 'a motion to reopen is filed',
  trigger: 'the final administrative order of removal',
  texts: [
    {
      period: { rule: '8-cfr-1001.1h', n: 90, unit: 'day', direction: 'after' },
      effectiveOn: REMOVAL_PROCEEDINGS_SINCE,
      lostForceOn: null,
      citation: '8 U.S.C. § 1229a(c)(7)(C)(i)',
      grade: 'V1',
    },
  ],
  checkedOn: parseDay('2026-11-24'),
  notes: () => ['One motion may be filed. There is no limit for changed country conditions or a joint motion (8 C.F.R. §§ 1003.2(c), 1003.23(b)).'],
};
