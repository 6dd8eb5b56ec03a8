import { parseDay } from '../calendar/day.js';
import type { NamedRule } from './named-rule.js';

export const slrrfAcknowledgement: NamedRule = {
  id: 'slrrf-acknowledgement',
  filing: 'headquarters acknowledges in writing a request to find no significant likelihood of removal in the reasonably foreseeable future',
  trigger: 'the day on which the request was received',
  texts: [
    {
      period: { rule: 'business-days', n: 10, unit: 'business-day', direction: 'after' },
      effectiveOn: parseDay('2001-11-14'),
      lostForceOn: null,
      citation: '8 C.F.R. § 241.13(e)(1)',
      grade: 'M',
    },
  ],
  checkedOn: parseDay('2026-11-24'),
  notes: () => [],
};
