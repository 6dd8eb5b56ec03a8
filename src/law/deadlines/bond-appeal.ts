import { parseDay } from '../calendar/day.js';
import type { NamedRule } from './named-rule.js';
import { APPEAL_TEXTS, tenDayNotes } from './bia-appeal.js';

/** The period is that of the appeal on the merits; that it reaches bond orders is known from third parties only. */
export const bondAppeal: NamedRule = {
  id: 'bond-appeal',
  filing: 'Form EOIR-26 against an immigration judge’s bond order is received by the Board of Immigration Appeals',
  trigger: 'the immigration judge’s bond order: the oral decision, or the mailing or electronic notice of a written one',
  texts: APPEAL_TEXTS.map((text) => ({ ...text, grade: 'V3' as const })),
  checkedOn: parseDay('2026-11-24'),
  notes: (trigger) => [
    'It costs no fee. It is not the appeal of a DHS officer’s bond decision, which has 10 days (8 C.F.R. § 1236.1(d)(3)(ii)).',
    ...tenDayNotes(trigger),
  ],
};
