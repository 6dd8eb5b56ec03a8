import { parseDay } from '../calendar/day.js';
import { REMOVAL_PROCEEDINGS_SINCE, type NamedRule } from './named-rule.js';

export const voluntaryDepartureBond: NamedRule = {
  id: 'voluntary-departure-bond',
  filing: 'the voluntary departure bond is posted',
  trigger: 'the immigration judge’s grant of voluntary departure',
  texts: [
    {
      period: { rule: 'business-days', n: 5, unit: 'business-day', direction: 'after' },
      effectiveOn: REMOVAL_PROCEEDINGS_SINCE,
      lostForceOn: null,
      citation: '8 C.F.R. § 1241.1(f)',
      grade: 'V2',
    },
  ],
  checkedOn: parseDay('2026-11-24'),
  notes: () => ['If it is not posted in time the alternate order of removal becomes final on the next day (8 C.F.R. § 1241.1(f)).'],
};
