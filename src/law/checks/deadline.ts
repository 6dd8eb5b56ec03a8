import type { Clause } from '../authorities/authority.js';
import { addDays, formatDay, parseDay, type Day } from '../calendar/day.js';
import type { Count, Reading, Stay } from '../evaluation.js';
import type { StintEnd } from '../facts.js';
import { REMOVAL_PERIOD_DAYS } from '../removal-period/removal-period.js';
import type { Deadline } from './check.js';
import { answersNotKnown, answersTo, dutyOf, judgeDuty } from './duty.js';
import type { LineReached } from './fixed-date.js';
import { dueAfter, hoursAfter, momentText, noNumberSentence, offsetWords, withoutNumber, type Moment } from './offset.js';
import { countOf, custodyNotKnown, firstEvent, heldOn, judged, NO_EVENTS, notHeld, ofEvent, resultOfReadings, type EventJudgement, type Judgement, type Situation } from './situation.js';
import { readingSentence } from './time-limit.js';
import { judgeTimedDuty } from './timed-duty.js';

export function judgeDeadline(clause: Clause, check: Deadline, line: LineReached, situation: Situation): Judgement {
  switch (check.trigger.kind) {
    case 'removal-period': return fromRemovalPeriod(clause, check, situation);
    case 'review-after-day-90': return fromLastReview(clause, check, situation);
    case 'order': return fromOrder(clause, check, parseDay(check.trigger.on), line, situation);
    case 'line-reached-after': return fromLine(clause, check, parseDay(check.trigger.on), line.reached, situation);
    case 'event':
    case 'redetention': throw new Error(`${clause.id} is judged once for each event`);
  }
}

/**
 * One judgement for each event that triggers the clause. `owedFrom`: the day before which nothing was owed, for a clause
 * that looks back to events before its order was entered; null: from the event itself.
 */
export function judgeEventDeadline(clause: Clause, check: Deadline, trigger: EventTrigger, owedFrom: Day | null, situation: Situation): readonly EventJudgement[] {
  if (trigger.kind === 'event') return situation.facts.events?.length ? fromEvents(clause, check, trigger.event, owedFrom, situation) : NO_EVENTS;
  return situation.custody.stays.length < 2 ? NO_EVENTS : fromRedetentions(clause, check, trigger.after ?? ON_SUPERVISION, owedFrom, situation);
}

const ON_SUPERVISION: readonly StintEnd[] = ['order-of-supervision'];

type EventTrigger = Extract<Deadline['trigger'], { kind: 'event' | 'redetention' }>;

function fromRemovalPeriod(clause: Clause, check: Deadline, situation: Situation): Judgement {
  const { custody, period } = situation;
  return whileHeld('removal-period', countOf(situation.counts, 'removal-period'), situation, (beginsOn) => {
    const dueOn = dueAfter(check, beginsOn);
    if (dueOn === null) return withoutNumber(clause, 'removal-period');
    const { from } = custody.current!;
    if (from > dueOn) {
      return judged('not-met', dueOn, 'removal-period', () => [`The stay began on ${formatDay(from)}, after ${formatDay(dueOn)}: what was due then does not concern it.`]);
    }
    const why = () => [...period.because(), `${offsetWords(check)} from ${formatDay(beginsOn)}: ${formatDay(dueOn)}.`];
    return judgeDuty(clause, 'removal-period', dutyOf(check, beginsOn, dueOn, why), situation);
  });
}

function fromLastReview(clause: Clause, check: Deadline, situation: Situation): Judgement {
  const { facts, asOf, horizon } = situation;
  return whileHeld('last-review', null, situation, (beginsOn) => {
    const since = addDays(beginsOn, REMOVAL_PERIOD_DAYS + 1);
    horizon.mayChangeOn(since);
    if (asOf < since) return judged('not-met', null, 'last-review', () => ['No review after day 90 can have been decided yet.']);
    if (facts.events === null) return judged('unknown', null, 'last-review', () => ['Which custody reviews were decided is not known.'], { missing: ['events'] });
    const last = lastReview(situation, since);
    if (last === null) {
      return judged('not-met', null, 'last-review', () => ['No custody review decided after day 90 of the removal period is on file; the yearly cycle counts from one.']);
    }
    const dueOn = dueAfter(check, last.on);
    if (dueOn === null) return withoutNumber(clause, 'last-review');
    const why = () => [`The last custody review was decided on ${formatDay(last.on)} (events[${last.index}]).`, `${offsetWords(check)} later: ${formatDay(dueOn)}.`];
    return judgeDuty(clause, 'last-review', dutyOf({ ...check, countsFrom: 1 }, last.on, dueOn, why), situation);
  });
}

/** What is owed to a person who is held, counted from the day on which the removal period begins, under each reading of it. */
function whileHeld(policy: string, count: Count | null, situation: Situation, judgeFrom: (beginsOn: Day) => Judgement): Judgement {
  const { custody, period, asOf } = situation;
  if (custody.inCustody === null || (custody.inCustody && custody.missing.length > 0)) return custodyNotKnown(policy, custody.missing);
  if (!custody.inCustody) return notHeld(policy, count);
  if (period.beginsOn !== null) {
    const judgement = judgeFrom(period.beginsOn);
    judgement.count = count;
    return judgement;
  }
  if (period.result !== 'contested') {
    return judged(period.result === 'not-begun' ? 'not-met' : 'unknown', null, policy, () => period.because(), { count, missing: period.missing });
  }
  const judgements = period.readings.map(({ beginsOn }) => (beginsOn === null ? null : judgeFrom(beginsOn)));
  const readings = period.readings.map(({ policy: reading, citation, beginsOn }, i): Reading => ({
    policy: reading, citation, days: beginsOn === null ? 0 : asOf - beginsOn, on: judgements[i]?.on ?? null,
    result: judgements[i]?.result ?? (period.readings[i].missing.length > 0 ? 'unknown' : 'not-met'),
  }));
  const missing = [...new Set(judgements.flatMap((judgement, i) => judgement?.missing ?? period.readings[i].missing))];
  return judged(resultOfReadings(readings), null, policy, () => [...period.because(), ...readings.map(readingSentence)], { count, readings, missing });
}

function lastReview({ facts, asOf }: Situation, since: Day): { on: Day; index: number } | null {
  let last: { on: Day; index: number } | null = null;
  facts.events!.forEach(({ kind, on }, index) => {
    if (kind === 'custody-review-decision' && on !== null && on >= since && on <= asOf && (last === null || on > last.on)) last = { on, index };
  });
  return last;
}

function fromEvents(clause: Clause, check: Deadline, trigger: string, owedFrom: Day | null, situation: Situation): EventJudgement[] {
  const judgements: EventJudgement[] = [];
  (situation.facts.events ?? []).forEach(({ kind, on, at, offsetMinutes }, index) => {
    if (kind !== trigger || on === null) return;
    const event = `events[${index}]`;
    const why = () => [`${trigger} on ${formatDay(on)} (${event}).`];
    judgements.push(ofEvent(judgeFrom(clause, 'deadline', check, { from: { on, at }, offsetMinutes, path: `${event}.at` }, owedFrom, why, situation), event, on));
  });
  return judgements;
}

/** What is due so long after a moment, or after the entry of an order that reaches back to it; `path`: where its hour would stand. */
function judgeFrom(
  clause: Clause, policy: string, check: Deadline, trigger: { from: Moment; offsetMinutes: number | null; path: string }, owedFrom: Day | null, say: () => string[], situation: Situation,
): Judgement {
  const { offset } = check;
  const { from, offsetMinutes } = trigger;
  const entered = owedFrom !== null && owedFrom > from.on ? owedFrom : null;
  const owed: Moment = entered === null ? from : { on: entered, at: null };
  const why = entered === null ? say : () => [...say(), `The order reaches back to it; what it asks for is owed from its entry, ${formatDay(entered)}.`];
  if (offset !== null && offset.n !== null && offset.unit === 'hour') {
    const due = hoursAfter({ ...offset, n: offset.n }, owed, offsetMinutes);
    const path = entered === null ? trigger.path : `${clause.id}.status`;
    return judgeTimedDuty(clause, policy, {
      from, triggeredOn: from.on, due, triggerPath: owed.at === null ? path : null, satisfiedBy: check.satisfiedBy, requires: check.requires, release: check.release,
      why: () => [...why(), `${offsetWords(check)} later: ${momentText(due.latest)}.`],
    }, situation);
  }
  if (offset === null) return outstanding(policy, check, from.on, owed.on, why, situation);
  const dueOn = dueAfter(check, owed.on);
  if (dueOn === null) return { ...withoutNumber(clause, policy), because: () => [...why(), noNumberSentence(clause)] };
  return judgeDuty(clause, policy, dutyOf(check, from.on, dueOn, () => [...why(), `${offsetWords(check)} later: ${formatDay(dueOn)}.`]), situation);
}

/** Held again after a release that ended so: what is owed is owed at once where the text has no number of days. */
function fromRedetentions(clause: Clause, check: Deadline, after: readonly StintEnd[], owedFrom: Day | null, situation: Situation): EventJudgement[] {
  const { custody } = situation;
  const judgements: EventJudgement[] = [];
  for (let i = 1; i < custody.stays.length; i++) {
    const before = custody.stays[i - 1];
    const stay = custody.stays[i];
    if (before.endedBy === null || !after.includes(before.endedBy)) continue;
    const event = `stints[${stay.firstStint}]`;
    const why = () => [
      `${RELEASED[before.endedBy!] ?? `Released (${before.endedBy})`} on ${formatDay(before.to!)} (stints[${before.lastStint}]) and held again since ${formatDay(stay.from)} (${event}).`,
    ];
    const judgement = judgeRedetention(clause, check, stay, owedFrom, why, situation);
    // A stint that began on a day that is not known may have ended this stay, or been one with it: only what was done is certain.
    const restsOnTheStay = (check.offset === null && stay.to !== null) || judgement.result === 'met' || judgement.result === 'approaching';
    const isNotKnown = custody.missing.length > 0 && restsOnTheStay;
    judgements.push(ofEvent(isNotKnown ? custodyNotKnown('redetention', custody.missing) : judgement, event, stay.from));
  }
  return judgements;
}

function judgeRedetention(clause: Clause, check: Deadline, stay: Stay, owedFrom: Day | null, why: () => string[], situation: Situation): Judgement {
  if (check.offset === null && stay.to !== null) return judged('not-met', stay.from, 'redetention', () => [...why(), `That stay ended on ${formatDay(stay.to!)}.`]);
  return judgeFrom(clause, 'redetention', check, { from: { on: stay.from, at: null }, offsetMinutes: null, path: 'events' }, owedFrom, why, situation);
}

const RELEASED: Readonly<Partial<Record<StintEnd, string>>> = { 'order-of-supervision': 'Released on an order of supervision' };

/** What the text asks for without a number of days is owed at once, and stays outstanding until it is on file. */
function outstanding(policy: string, check: Deadline, triggeredOn: Day, owedOn: Day, why: () => string[], situation: Situation): Judgement {
  const { facts, asOf } = situation;
  const duty = dutyOf(check, triggeredOn, owedOn, why);
  const { done, releasedOn } = answersTo(duty, situation);
  if (releasedOn !== null) return judged('not-met', owedOn, policy, () => [...why(), `Released on ${formatDay(releasedOn)}.`], { answeredOn: releasedOn });
  const asked = [...duty.satisfiedBy, ...duty.satisfiedByOrder].join(', ') || 'release';
  if (done !== null) return judged('not-met', owedOn, policy, () => [...why(), `On file since: ${asked}.`], { answeredOn: done });
  const missing = answersNotKnown(duty, situation);
  if (missing.length > 0) return judged('unknown', owedOn, policy, why, { missing });
  const lacking = check.requires === 'any' ? asked : check.satisfiedBy.filter((kind) => firstEvent(facts, [kind], addDays(triggeredOn, check.countsFrom), asOf) === null).join(', ') || asked;
  return judged('met', owedOn, policy, () => [...why(), `Not on file since: ${lacking}.`]);
}

/** Due so long after the order, for those who had reached the line by then, if there is one, and were held on that day. */
function fromOrder(clause: Clause, check: Deadline, orderOn: Day, { hasLine, reached }: LineReached, situation: Situation): Judgement {
  const because = () => [`Counted from the order of ${formatDay(orderOn)}${hasLine ? ', for those who had reached the line by then' : ''}.`];
  const isLate = hasLine && (reached === null || reached > orderOn);
  // Release can be asked for whoever was held; anything else also for those who were not.
  if (isLate || ((hasLine || check.release === 'satisfies') && heldOn(situation.custody, orderOn) === null)) {
    return judged('not-met', null, 'deadline', () => [...because(), 'This person was not among them.']);
  }
  const dueOn = dueAfter(check, orderOn);
  if (dueOn === null) return withoutNumber(clause, 'deadline');
  return judgeDuty(clause, 'deadline', dutyOf(check, orderOn, dueOn, () => [...because(), `${offsetWords(check)}: ${formatDay(dueOn)}.`]), situation);
}

/** Due on, or so long after, the day on which the line was reached after the order, or on which custody past it began anew. */
function fromLine(clause: Clause, check: Deadline, orderOn: Day, reached: Day | null, situation: Situation): Judgement {
  const { custody } = situation;
  const anew = reached !== null && reached <= orderOn && heldOn(custody, orderOn) === null;
  const start = reached === null ? null : reached > orderOn ? reached : anew ? (custody.stays.find(({ from }) => from > orderOn)?.from ?? null) : null;
  if (start === null) return judged('not-met', null, 'deadline', () => [`For those who reach the line after ${formatDay(orderOn)}; this person had reached it before.`]);
  const dueOn = dueAfter(check, start);
  const why = () => [`The line was reached, or custody past it began, on ${formatDay(start)}, after the order of ${formatDay(orderOn)}.`];
  if (dueOn === null) return { ...withoutNumber(clause, 'deadline'), because: () => [...why(), noNumberSentence(clause)] };
  return judgeDuty(clause, 'deadline', dutyOf(check, start, dueOn, why), situation);
}
