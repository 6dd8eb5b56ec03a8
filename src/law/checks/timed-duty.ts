import type { Clause } from '../authorities/authority.js';
import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { CaseEventKind } from '../facts.js';
import type { ReleaseEffect } from './check.js';
import { answersNotKnown, stayToEnd } from './duty.js';
import { isBefore, momentText, type Due, type Moment } from './offset.js';
import { judged, type Judgement, type Situation } from './situation.js';

/** What must be done by an hour. Where only days are known, they decide as far as they can. */
export interface TimedDuty {
  /** from when on an event answers it */
  from: Moment;
  /** the day whose stay a release ends; -Infinity: that of the last stay begun by the due day */
  triggeredOn: Day;
  due: Due;
  /** where the hour of the trigger would stand, if it is not known */
  triggerPath: string | null;
  satisfiedBy: readonly CaseEventKind[];
  requires: 'any' | 'all';
  release: ReleaseEffect;
  why: () => string[];
}

/** How well something answers the duty, worst first; `doubt`: on its day, and the hour is not known. */
const enum Answer {
  None,
  Late,
  Doubt,
  InTime,
}

interface Answered {
  answer: Answer;
  by: Moment | null;
  path: string;
}

const NOTHING_DONE: Answered = { answer: Answer.None, by: null, path: '' };

export function judgeTimedDuty(clause: Clause, policy: string, duty: TimedDuty, situation: Situation): Judgement {
  const { asOf, horizon } = situation;
  const { due: { latest }, why } = duty;
  const dueOn = latest.on;
  const { answer, by, path } = best(duty, situation);
  if (answer === Answer.InTime) return judged('not-met', dueOn, policy, () => [...why(), `Done on ${momentText(by!)}, in time.`], { answeredOn: by!.on });

  const warnsOn = addDays(dueOn, -clause.warningDays);
  const passesOn = addDays(dueOn, 1);
  horizon.mayChangeOn(warnsOn > asOf ? warnsOn : passesOn);
  if (answer === Answer.Doubt) {
    const missing = duty.triggerPath ?? path;
    return judged('unknown', dueOn, policy, () => [...why(), `Done on ${momentText(by!)}; whether in time the hour would say, which is not known (${missing}).`], { missing: [missing] });
  }
  if (asOf < warnsOn && asOf < passesOn) return judged('not-met', dueOn, policy, why);
  const missing = answersNotKnown({ ...duty, satisfiedByOrder: [], dueOn }, situation);
  if (missing.length > 0) return judged('unknown', dueOn, policy, () => [...why(), 'Whether it was done is not known.'], { missing });
  if (answer === Answer.Late) return judged('met', dueOn, policy, () => [...why(), `Done on ${momentText(by!)}, too late.`], { answeredOn: by!.on });
  if (asOf < passesOn) return judged('approaching', dueOn, policy, why);
  return judged('met', dueOn, policy, () => [...why(), `Not done by ${formatDay(asOf)}.`]);
}

/** The better of what was done and of a release that answers as well. */
function best(duty: TimedDuty, situation: Situation): Answered {
  const done = doneBy(duty, situation);
  if (duty.release !== 'satisfies') return done;
  const released = releasedBy(duty, situation);
  return released.answer > done.answer ? released : done;
}

function doneBy(duty: TimedDuty, situation: Situation): Answered {
  const { satisfiedBy, requires } = duty;
  if (satisfiedBy.length === 0) return NOTHING_DONE;
  if (requires === 'any') return bestEvent(satisfiedBy, duty, situation);
  // All are required: the one that answers worst decides.
  return satisfiedBy.map((kind) => bestEvent([kind], duty, situation)).reduce((worst, each) => (each.answer < worst.answer ? each : worst));
}

function bestEvent(kinds: readonly CaseEventKind[], duty: TimedDuty, { facts }: Situation): Answered {
  let found = NOTHING_DONE;
  (facts.events ?? []).forEach(({ kind, on, at }, index) => {
    if (on === null || !kinds.includes(kind) || isBefore({ on, at }, duty.from)) return;
    const answer = answerOf({ on, at }, duty.due);
    if (answer > found.answer) found = { answer, by: { on, at }, path: `events[${index}].at` };
  });
  return found;
}

/** A stay ends on a day; its hour is that of a `released` event of the day, if one is on file. */
function releasedBy(duty: TimedDuty, situation: Situation): Answered {
  const to = stayToEnd(duty.triggeredOn, duty.due.latest.on, situation)?.to ?? null;
  if (to === null) return NOTHING_DONE;
  const event = situation.facts.events?.find(({ kind, on, at }) => kind === 'released' && on === to && at !== null);
  const by = { on: to, at: event?.at ?? null };
  return { answer: answerOf(by, duty.due), by, path: 'events' };
}

function answerOf(done: Moment, { earliest, latest }: Due): Answer {
  // "by": at the very moment is in time. Instants decide where both are known: days of two places may be written differently.
  if (done.at !== null && latest.at !== null) return done.at <= latest.at ? Answer.InTime : Answer.Late;
  if (done.on < earliest.on) return Answer.InTime;
  return done.on > latest.on ? Answer.Late : Answer.Doubt;
}
