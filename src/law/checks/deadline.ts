import type { Clause } from '../authorities/authority.js';
import { addDays, addMonths, formatDay, parseDay, type Day } from '../calendar/day.js';
import { addBusinessDays } from '../calendar/rolling.js';
import type { Count, Reading } from '../evaluation.js';
import { REMOVAL_PERIOD_DAYS } from '../removal-period/removal-period.js';
import type { Deadline, FixedDate, ReleaseEffect } from './check.js';
import { readingSentence } from './time-limit.js';
import { firstOrderEvent } from './forbidden.js';
import { countOf, custodyNotKnown, firstEvent, heldOn, judged, NO_EVENTS, notHeld, ofEvent, resultOfReadings, type EventJudgement, type Judgement, type Situation } from './situation.js';

const LONG_AGO = -Infinity as Day;

/** What must be done, by when, and how its doing is known. */
interface Duty {
  triggeredOn: Day;
  dueOn: Day;
  satisfiedBy: Deadline['satisfiedBy'];
  satisfiedByOrder: NonNullable<Deadline['satisfiedByOrder']>;
  requires: Deadline['requires'];
  countsFrom: number;
  due: Deadline['due'];
  release: ReleaseEffect;
  why: () => string[];
}

/** `reached`: when the class line was reached, if there is one. */
export function judgeDeadline(clause: Clause, check: Deadline, reached: Day | null, situation: Situation): Judgement {
  switch (check.trigger.kind) {
    case 'removal-period': return fromRemovalPeriod(clause, check, situation);
    case 'review-after-day-90': return fromLastReview(clause, check, situation);
    case 'order': return fromOrder(clause, check, parseDay(check.trigger.on), reached, situation);
    case 'line-reached-after': return fromLine(clause, check, parseDay(check.trigger.on), reached, situation);
    case 'event':
    case 'redetention': throw new Error(`${clause.id} is judged once for each event`);
  }
}

/** One judgement for each event that triggers the clause. */
export function judgeEventDeadline(clause: Clause, check: Deadline, trigger: EventTrigger, situation: Situation): readonly EventJudgement[] {
  if (trigger.kind === 'event') return situation.facts.events?.length ? fromEvents(clause, check, trigger.event, situation) : NO_EVENTS;
  return situation.custody.stays.length < 2 ? NO_EVENTS : fromRedetentions(clause, check, situation);
}

type EventTrigger = Extract<Deadline['trigger'], { kind: 'event' | 'redetention' }>;

export function judgeFixedDate(clause: Clause, check: FixedDate, reached: Day | null, situation: Situation): Judgement {
  const reachedBy = check.reachedBy === null ? null : parseDay(check.reachedBy);
  const sooner = check.earlier !== undefined && firstOrderEvent(situation, check.earlier.orderEvent, LONG_AGO, parseDay(check.earlier.on)) !== null;
  const dueOn = parseDay(sooner ? check.earlier!.on : check.on);
  const because = () => [
    `The order names ${formatDay(dueOn)}${reachedBy === null ? '' : ` for those who had reached the line by ${formatDay(reachedBy)}`}; a fixed date does not roll.`,
    ...(sooner ? [`${check.earlier!.orderEvent} by then is on file.`] : []),
  ];
  if (reachedBy !== null && (reached === null || reached > reachedBy)) return judged('not-met', null, 'fixed-date', () => [...because(), 'This person reached it later.']);
  return judgeDuty(
    clause, 'fixed-date',
    { triggeredOn: reachedBy ?? LONG_AGO, dueOn, satisfiedBy: check.satisfiedBy, satisfiedByOrder: [], requires: 'any', countsFrom: 0, due: 'by', release: check.release, why: because },
    situation,
  );
}

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
  const { facts, asOf } = situation;
  return whileHeld('last-review', null, situation, (beginsOn) => {
    const since = addDays(beginsOn, REMOVAL_PERIOD_DAYS + 1);
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

function fromEvents(clause: Clause, check: Deadline, trigger: string, situation: Situation): EventJudgement[] {
  const judgements: EventJudgement[] = [];
  (situation.facts.events ?? []).forEach(({ kind, on }, index) => {
    if (kind !== trigger || on === null) return;
    const dueOn = dueAfter(check, on);
    const event = `events[${index}]`;
    if (dueOn === null) {
      judgements.push(ofEvent(withoutNumber(clause, 'deadline'), event, on));
      return;
    }
    const why = () => [`${trigger} on ${formatDay(on)} (${event}).`, `${offsetWords(check)} later: ${formatDay(dueOn)}.`];
    judgements.push(ofEvent(judgeDuty(clause, 'deadline', dutyOf(check, on, dueOn, why), situation), event, on));
  });
  return judgements;
}

/** Held again after release on an order of supervision: what is owed is owed at once, the text has no number of days. */
function fromRedetentions(clause: Clause, check: Deadline, situation: Situation): EventJudgement[] {
  const { custody } = situation;
  const judgements: EventJudgement[] = [];
  for (let i = 1; i < custody.stays.length; i++) {
    const before = custody.stays[i - 1];
    const stay = custody.stays[i];
    if (before.endedBy !== 'order-of-supervision') continue;
    const event = `stints[${stay.firstStint}]`;
    const why = () => [
      `Released on an order of supervision on ${formatDay(before.to!)} (stints[${before.lastStint}]) and held again since ${formatDay(stay.from)} (${event}).`,
    ];
    if (check.offset !== null) {
      judgements.push(ofEvent(redetentionWithin(clause, check, stay.from, why, situation), event, stay.from));
    } else if (stay.to !== null && custody.missing.length > 0) {
      judgements.push(ofEvent(custodyNotKnown('redetention', custody.missing), event, stay.from));
    } else if (stay.to !== null) {
      judgements.push(ofEvent(judged('not-met', stay.from, 'redetention', () => [...why(), `That stay ended on ${formatDay(stay.to!)}.`]), event, stay.from));
    } else {
      judgements.push(ofEvent(outstanding(check, stay.from, why, situation), event, stay.from));
    }
  }
  return judgements;
}

function redetentionWithin(clause: Clause, check: Deadline, from: Day, why: () => string[], situation: Situation): Judgement {
  const dueOn = dueAfter(check, from);
  return dueOn === null
    ? { ...withoutNumber(clause, 'redetention'), on: null, because: () => [...why(), noNumberSentence(clause)] }
    : judgeDuty(clause, 'redetention', dutyOf(check, from, dueOn, why), situation);
}

function outstanding(check: Deadline, from: Day, why: () => string[], situation: Situation): Judgement {
  const { facts, asOf } = situation;
  if (facts.events === null) return judged('unknown', from, 'redetention', why, { missing: ['events'] });
  const lacking = check.satisfiedBy.filter((kind) => firstEvent(facts, [kind], from, asOf) === null);
  return lacking.length === 0
    ? judged('not-met', from, 'redetention', () => [...why(), `On file since: ${check.satisfiedBy.join(', ')}.`])
    : judged('met', from, 'redetention', () => [...why(), `Not on file since: ${lacking.join(', ')}.`]);
}

/** Due so long after the order, for those who had reached the line by then and were held on that day. */
function fromOrder(clause: Clause, check: Deadline, orderOn: Day, reached: Day | null, situation: Situation): Judgement {
  const because = () => [`Counted from the order of ${formatDay(orderOn)}, for those who had reached the line by then.`];
  if (reached === null || reached > orderOn || heldOn(situation.custody, orderOn) === null) {
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

const dutyOf = (check: Deadline, triggeredOn: Day, dueOn: Day, why: () => string[]): Duty => ({
  triggeredOn, dueOn, satisfiedBy: check.satisfiedBy, satisfiedByOrder: check.satisfiedByOrder ?? [], requires: check.requires, countsFrom: check.countsFrom, due: check.due, release: check.release, why,
});

function judgeDuty(clause: Clause, policy: string, duty: Duty, situation: Situation): Judgement {
  const { facts, asOf, horizon } = situation;
  const { dueOn, satisfiedBy, why } = duty;
  const passesOn = duty.due === 'before' ? dueOn : addDays(dueOn, 1);
  const warnsOn = addDays(dueOn, -clause.warningDays);

  const releasedOn = duty.release === 'satisfies' ? releaseAfter(duty, situation) : null;
  const done = doneOn(duty, situation);
  const soonest = earliest(done, releasedOn);
  if (soonest !== null && soonest <= dueOn) {
    return judged('not-met', dueOn, policy, () => [...why(), soonest === done ? `Done on ${formatDay(soonest)}, in time.` : `Released on ${formatDay(soonest)}, in time.`]);
  }
  horizon.mayChangeOn(warnsOn > asOf ? warnsOn : passesOn);
  if (asOf < warnsOn && asOf < passesOn) return judged('not-met', dueOn, policy, why);
  if (satisfiedBy.length > 0 && facts.events === null) {
    return judged('unknown', dueOn, policy, () => [...why(), 'Whether it was done is not known.'], { missing: ['events'] });
  }
  if (asOf < passesOn) return judged('approaching', dueOn, policy, why);
  return judged('met', dueOn, policy, () => [
    ...why(),
    soonest === null ? `Not done by ${formatDay(asOf)}.` : `${soonest === done ? 'Done' : 'Released'} on ${formatDay(soonest)}, ${soonest - dueOn} days late.`,
  ]);
}

function doneOn({ satisfiedBy, satisfiedByOrder, requires, triggeredOn, countsFrom }: Duty, situation: Situation): Day | null {
  const { facts, asOf } = situation;
  const from = addDays(triggeredOn, countsFrom);
  for (const kind of satisfiedByOrder) {
    const on = firstOrderEvent(situation, kind, from, asOf);
    if (on !== null) return on;
  }
  if (requires === 'any') return firstEvent(facts, satisfiedBy, from, asOf)?.on ?? null;
  let last: Day | null = null;
  for (const kind of satisfiedBy) {
    const event = firstEvent(facts, [kind], from, asOf);
    if (event === null) return null;
    if (last === null || event.on > last) last = event.on;
  }
  return last;
}

/** The day on which the stay that stood on the day of the trigger ended. */
const releaseAfter = ({ triggeredOn }: Duty, { custody }: Situation): Day | null => heldOn(custody, triggeredOn)?.to ?? null;

const earliest = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a < b ? a : b);

function dueAfter({ offset }: Deadline, day: Day): Day | null {
  if (offset === null) return day;
  if (offset.n === null) return null;
  return offset.unit === 'day' ? addDays(day, offset.n) : offset.unit === 'month' ? addMonths(day, offset.n) : addBusinessDays(day, offset.n);
}

const offsetWords = ({ offset }: Deadline): string => (offset === null || offset.n === null ? 'At once' : `${offset.n} ${offset.unit}${offset.n === 1 ? '' : 's'}`);

const noNumberSentence = (clause: Clause): string => `The number that ${clause.id} needs was found in no source: it is not evaluated until an attorney enters it.`;

const withoutNumber = (clause: Clause, policy: string): Judgement =>
  judged('unknown', null, policy, () => [noNumberSentence(clause)], { missing: [`${clause.id}.check.offset.n`] });
