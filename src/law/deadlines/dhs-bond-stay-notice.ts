import { parseDay } from '../calendar/day.js';
import type { NamedRule } from './named-rule.js';

/** In force as 71 FR 57873 left it. The text of 2001 is not on file. */
export const dhsBondStayNotice: NamedRule = {
  id: 'dhs-bond-stay-notice',
  filing: 'DHS files its notice of intent to appeal a bond decision (Form EOIR-43), which stays the release automatically',
  trigger: 'the immigration judge’s bond order',
  texts: [
    {
      period: { rule: 'business-days', n: 1, unit: 'business-day', direction: 'after' },
      effectiveOn: parseDay('2006-11-01'),
      lostForceOn: null,
      citation: '8 C.F.R. § 1003.19(i)(2)',
      grade: 'V3',
    },
  ],
  checkedOn: parseDay('2026-11-24'),
  notes: () => [
    'The automatic stay is open to DHS only where it had set no bond or one of at least $10,000 (8 C.F.R. § 1003.19(i)(2)); ' +
      'it lapses unless the appeal itself is filed in time, and 90 days after the notice of appeal is filed (8 C.F.R. § 1003.6(c)).',
  ],
};
