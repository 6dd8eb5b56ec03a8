import type { Grade } from './grade.js';

export const GENERAL_RULE_IDS = ['frcp-6a', '8-cfr-1001.1h', 'business-days', 'no-roll'] as const;
export type GeneralRuleId = (typeof GENERAL_RULE_IDS)[number];

/** How a period is counted when the text that fixes it does not say. */
export interface GeneralRule {
  id: GeneralRuleId;
  citation: string;
  grade: Grade;
  /** what it does with the days on the way and with a closed last day, to be read aloud */
  counting: string;
}

export const GENERAL_RULES: Readonly<Record<GeneralRuleId, GeneralRule>> = {
  // (a)(1) days, (a)(2) hours, (a)(5) which way "next" lies. Not for a fixed date: 2009 committee note.
  'frcp-6a': {
    id: 'frcp-6a',
    citation: 'Fed. R. Civ. P. 6(a)',
    grade: 'V1',
    counting: 'every day and every hour counts, the event itself does not, and an end on a Saturday, Sunday or legal holiday moves to the next open day in the direction of the count',
  },
  '8-cfr-1001.1h': {
    id: '8-cfr-1001.1h',
    citation: '8 C.F.R. § 1001.1(h)',
    grade: 'M',
    counting: 'every day counts, and a last day that is a Saturday, Sunday or legal holiday moves to the next open day in the direction of the count',
  },
  'business-days': {
    id: 'business-days',
    citation: 'The count of business days',
    grade: 'M',
    counting: 'Saturdays, Sundays and federal holidays are not counted',
  },
  'no-roll': {
    id: 'no-roll',
    citation: 'Fed. R. App. P. 26(a), committee note of 2009 on fixed times',
    grade: 'V1',
    counting: 'the last day stays where it falls, open or closed',
  },
};
