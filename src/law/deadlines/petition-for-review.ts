import { parseDay } from '../calendar/day.js';
import { REMOVAL_PROCEEDINGS_SINCE, type NamedRule } from './named-rule.js';

/** Filed in a court, so counted as federal courts count: Fed. R. App. P. 26(a) runs as Rule 6(a) does. */
export const petitionForReview: NamedRule = {
  id: 'petition-for-review',
  filing: 'the petition for review is filed in the court of appeals',
  trigger: 'the final order of removal; a final administrative removal order is one',
  texts: [
    {
      period: { rule: 'frcp-6a', n: 30, unit: 'day', direction: 'after' },
      effectiveOn: REMOVAL_PROCEEDINGS_SINCE,
      lostForceOn: null,
      citation: '8 U.S.C. § 1252(b)(1)',
      grade: 'V1',
    },
  ],
  checkedOn: parseDay('2026-11-24'),
  notes: () => [
    'The limit is mandatory though not jurisdictional, and a later ruling on relief under the Convention against Torture does not restart it: Riley v. Bondi, No. 23-1270 (2025-06-26).',
    'Filing does not stay removal (8 U.S.C. § 1252(b)(3)(B)).',
  ],
};
