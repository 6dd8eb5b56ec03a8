import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { rollForward } from '../calendar/rolling.js';
import { REMOVAL_PROCEEDINGS_SINCE, textInForce, type NamedRule, type PeriodText } from './named-rule.js';
import { countDays } from './period.js';

const THIRTY_DAYS: PeriodText = {
  period: { rule: '8-cfr-1001.1h', n: 30, unit: 'day', direction: 'after' },
  effectiveOn: REMOVAL_PROCEEDINGS_SINCE,
  lostForceOn: null,
  citation: '8 C.F.R. § 1003.38(b)',
  grade: 'V1',
};

/**
 * The interim rule published 2026-02-06 (FR 2026-02326) would have cut the period to 10 days (30 where asylum was
 * adjudicated and not denied under 8 U.S.C. § 1158(a)(2)(A)-(C)) from 2026-03-09. It was vacated the day before, so it
 * never governed a decision; printed text read on 2026-09-30 still shows it.
 */
const TEN_DAYS: PeriodText = {
  period: { rule: '8-cfr-1001.1h', n: 10, unit: 'day', direction: 'after' },
  effectiveOn: parseDay('2026-03-09'),
  lostForceOn: parseDay('2026-03-08'),
  citation: '8 C.F.R. § 1003.38(b) as printed since March 2026 (FR 2026-02326)',
  grade: 'V2',
};
const TEN_DAYS_ANNOUNCED_ON = parseDay('2026-02-06');

/** Shared by the appeal on the merits and by the appeal of a bond order: the rule and its vacatur reached both. */
export const APPEAL_TEXTS: readonly PeriodText[] = [THIRTY_DAYS, TEN_DAYS];

/** The warning that printed text is not the law; nothing before the rule was announced. */
export function tenDayNotes(trigger: Day): string[] {
  if (trigger < TEN_DAYS_ANNOUNCED_ON) return [];
  const tenth = formatDay(countDays(TEN_DAYS.period, trigger).dueOn);
  return [
    'A rule announced on 2026-02-06 (FR 2026-02326) was to make the period 10 days from 2026-03-09; it was vacated on ' +
      '2026-03-08 (Amica Center v. EOIR, D.D.C. No. 1:26-cv-00696), the day before it would have taken effect, so it was never in force.',
    `Printed text of the regulation still shows 10 days: counted that way this period would end on ${tenth}. ` +
      'An appeal received by then is in time under either text.',
  ];
}

export const biaAppeal: NamedRule = {
  id: 'bia-appeal',
  filing: 'Form EOIR-26 is received by the Board of Immigration Appeals',
  trigger: "the immigration judge's oral decision, or the mailing or electronic notice of a written one",
  texts: APPEAL_TEXTS,
  checkedOn: parseDay('2026-11-24'),
  notes: (trigger) => ['Receipt counts, not mailing: there is no mailbox rule (8 C.F.R. § 1003.38(b)).', ...tenDayNotes(trigger)],
};

export interface BiaAppealPeriod {
  dueOn: Day;
  unrolledOn: Day;
  days: number;
  citation: string;
}

/**
 * When the time to appeal a decision ends: what finality asks of every order that nobody appealed. A decision older
 * than the first text on file is counted by that text, for finality decades before any custody that is judged here
 * does not turn on which period it was.
 */
export function biaAppealPeriod(decidedOn: Day): BiaAppealPeriod {
  const text = textInForce(APPEAL_TEXTS, decidedOn) ?? THIRTY_DAYS;
  const unrolledOn = (decidedOn + text.period.n) as Day;
  return { dueOn: rollForward(unrolledOn), unrolledOn, days: text.period.n, citation: text.citation };
}
