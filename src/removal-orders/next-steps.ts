import type { Answer, FindingAnswer } from '../law/answer.js';
import { addDays, formatDay, parseDay } from '../law/calendar/day.js';
import type { Filing, FilingId } from './filings.js';
import type { DatedEvent, OrderOnFile } from './order-on-file.js';

/** What may happen next. Without a day: at any time, for no day is set. */
export interface NextStep {
  what: string;
  earliestOn: string | null;
  /** from the day asked about; below zero where the day has passed and it is still outstanding */
  daysLeft: number | null;
  citation: string | null;
  /** for an attorney to confirm */
  unverified: boolean;
  because: string[];
}

interface Asked {
  asOf: string;
  order: OrderOnFile | null;
  filings: readonly Filing[];
  evaluation: Answer;
  events: readonly DatedEvent[];
}

type Step = Omit<NextStep, 'daysLeft' | 'unverified'> & { unverified?: boolean };

/** In the order of their days; what has none comes last. */
export function nextSteps(asked: Asked): NextStep[] {
  const { asOf } = asked;
  return [...filingsEnd(asked), ...finality(asked), ...removalPeriodEnds(asked), ...execution(asked), ...reviews(asked), ...setDays(asked)]
    .map(({ unverified = false, ...step }) => ({ ...step, unverified, daysLeft: step.earliestOn === null ? null : parseDay(step.earliestOn) - parseDay(asOf) }))
    .sort((a, b) => compare(a.earliestOn, b.earliestOn));
}

const compare = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

const PENDING: Partial<Record<FilingId, string>> = {
  'bia-appeal': 'bia-decision', 'motion-to-reopen': 'decision-on-motion-to-reopen', 'petition-for-review': 'decision-on-petition-for-review',
};

function filingsEnd({ filings }: Asked): Step[] {
  return filings.flatMap((filing): Step[] => {
    const { what, state, dueOn, citation, unverified, filedOn } = filing;
    if (state === 'due') return [{ what: `${what}-due`, earliestOn: dueOn, citation, unverified, because: [`The last day on which it is in time is ${dueOn!}.`] }];
    const decision = PENDING[what];
    if (state !== 'filed' || decision === undefined) return [];
    return [{ what: decision, earliestOn: null, citation: null, because: [`Filed${filedOn ? ` on ${filedOn}` : ''} and not decided: no day is set for the decision.`] }];
  });
}

/** The ways in which an order that is not final becomes so by itself. */
function finality({ asOf, order, filings, evaluation }: Asked): Step[] {
  if (order === null || evaluation.finality.result === 'final') return [];
  const steps: Step[] = [];
  const appeal = filings.find(({ what }) => what === 'bia-appeal');
  if (appeal?.state === 'due' && order.kind === 'removal') {
    steps.push({ what: 'order-becomes-final', earliestOn: appeal.dueOn, citation: '8 C.F.R. § 1241.1(c)', because: ['If no appeal is filed by then, the time to appeal has run out.'] });
  }
  const { departBy, departedOn, bondDueOn, bondPosted } = order.voluntaryDeparture ?? {};
  const pending = appeal?.state === 'filed';
  if (order.kind === 'voluntary-departure-alternate' && !pending) {
    if (bondDueOn && bondDueOn >= asOf && bondPosted !== true) {
      steps.push({ what: 'order-becomes-final', earliestOn: dayAfter(bondDueOn), citation: '8 C.F.R. § 1241.1(f)', because: [`If the departure bond is not posted by ${bondDueOn}.`] });
    }
    if (departBy && departBy >= asOf && !departedOn) {
      steps.push({ what: 'order-becomes-final', earliestOn: dayAfter(departBy), citation: '8 C.F.R. § 1241.1(f)', because: [`If the person has not departed by ${departBy}.`] });
    }
  }
  if (order.statedFinalOn && order.statedFinalOn > asOf) {
    steps.push({ what: 'order-becomes-final', earliestOn: order.statedFinalOn, citation: '8 C.F.R. § 1241.1', because: ['A document states this day.'] });
  }
  return steps;
}

function removalPeriodEnds({ asOf, evaluation: { removalPeriod } }: Asked): Step[] {
  const citation = '8 U.S.C. § 1231(a)(1)';
  if (removalPeriod.result === 'determined') {
    const { beginsOn, endsOn, tolledDays } = removalPeriod;
    if (endsOn === null || endsOn <= asOf) return [];
    return [{ what: 'removal-period-ends', earliestOn: endsOn, citation, because: [`It began on ${beginsOn!}${tolledDays ? ` and is ${tolledDays} days longer by failures to cooperate` : ''}.`] }];
  }
  return removalPeriod.readings.flatMap(({ policy, citation: by, endsOn }) =>
    (endsOn === null || endsOn <= asOf ? [] : [{ what: 'removal-period-ends', earliestOn: endsOn, citation: by, because: [`By one reading (${policy}); courts differ.`] }]));
}

/** An administrative order is not executed within so many days of its issue, unless the person waives them: 8 U.S.C. § 1228(b)(3). */
const DAYS_BEFORE_EXECUTION = 14;

function execution({ asOf, order }: Asked): Step[] {
  if (order?.kind !== 'administrative' || !order.decidedOn) return [];
  const on = formatDay(addDays(parseDay(order.decidedOn), DAYS_BEFORE_EXECUTION));
  return on <= asOf ? [] : [{
    what: 'order-may-be-executed', earliestOn: on, citation: '8 U.S.C. § 1228(b)(3)',
    because: [`${DAYS_BEFORE_EXECUTION} days from ${order.decidedOn}, unless the person waives them.`],
  }];
}

const REVIEWS: ReadonlySet<string> = new Set(['8-cfr-241.4', '8-cfr-241.13', 'zadvydas-v-davis']);
const AHEAD: ReadonlySet<FindingAnswer['result']> = new Set<FindingAnswer['result']>(['not-met', 'approaching']);

/** Reviews that are to come, and those that are outstanding. */
function reviews({ asOf, evaluation }: Asked): Step[] {
  return evaluation.findings.flatMap(({ authority, clause, event, result, on, citation, unverified, because }) =>
    (event === null && on !== null && REVIEWS.has(authority) && (result === 'met' || (AHEAD.has(result) && on >= asOf))
      ? [{ what: `${authority}/${clause}`, earliestOn: on, citation, unverified, because }] : []));
}

const SET_AHEAD: Readonly<Record<string, string>> = {
  'hearing': 'hearing', 'consular-interview': 'consular-interview', 'custody-review-interview': 'custody-review-interview',
  'redetention-interview': 'redetention-interview', 'travel-document-expired': 'travel-document-expires',
};

function setDays({ asOf, events }: Asked): Step[] {
  return events.flatMap(({ kind, on }) =>
    (on && on > asOf && kind in SET_AHEAD ? [{ what: SET_AHEAD[kind], earliestOn: on, citation: null, because: ['This day was set.'] }] : []));
}

const dayAfter = (day: string): string => formatDay(addDays(parseDay(day), 1));
