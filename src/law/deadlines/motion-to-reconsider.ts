import { parseDay } from '../calendar/day.js';
import { REMOVAL_PROCEEDINGS_SINCE, type NamedRule } from './named-rule.js';

export const motionToReconsider: NamedRule = {
  id: 'motion-to-reconsider',
  filing: 'a motion to reconsider is filed',
  trigger: 'the final administrative order of removal',
  texts: [
    {
      period: { rule: '8-cfr-1001.1h', n: 30, unit: 'day', direction: 'after' },
      effectiveOn: REMOVAL_PROCEEDINGS_SINCE,
      lostForceOn: null,
      citation: '8 U.S.C. § 1229a(c)(6)(B)',
      grade: 'V1',
    },
  ],
  checkedOn: parseDay('2026-11-24'),
  notes: () => [],
};
