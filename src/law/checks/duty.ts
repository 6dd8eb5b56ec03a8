import type { Clause } from '../authorities/authority.js';
import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { Stay } from '../evaluation.js';
import type { Deadline, ReleaseEffect } from './check.js';
import { answeringKinds, answeringOrderEvent, orderEventsNotKnown } from './order-events.js';
import { firstEvent, heldOn, judged, type Judgement, type Situation } from './situation.js';

/** What must be done, by when, and how its doing is known. Days are whole: what has a time of day is in timed-duty.ts. */
export interface Duty {
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

export const dutyOf = (check: Deadline, triggeredOn: Day, dueOn: Day, why: () => string[]): Duty => ({
  triggeredOn, dueOn, satisfiedBy: check.satisfiedBy, satisfiedByOrder: check.satisfiedByOrder ?? [], requires: check.requires,
  countsFrom: check.countsFrom, due: check.due, release: check.release, why,
});

export function judgeDuty(clause: Clause, policy: string, duty: Duty, situation: Situation): Judgement {
  const { asOf, horizon } = situation;
  const { dueOn, why } = duty;
  const passesOn = duty.due === 'before' ? dueOn : addDays(dueOn, 1);
  const warnsOn = addDays(dueOn, -clause.warningDays);

  const { done, releasedOn } = answersTo(duty, situation);
  const soonest = earliest(done, releasedOn);
  // On the day itself nobody is blamed yet, also where the day already asks for a lawyer: what comes on it is in time.
  if (soonest !== null && soonest <= dueOn) {
    return judged('not-met', dueOn, policy, () => [...why(), soonest === done ? `Done on ${formatDay(soonest)}, in time.` : `Released on ${formatDay(soonest)}, in time.`]);
  }
  horizon.mayChangeOn(warnsOn > asOf ? warnsOn : passesOn);
  if (asOf < warnsOn && asOf < passesOn) return judged('not-met', dueOn, policy, why);
  const missing = answersNotKnown(duty, situation);
  if (missing.length > 0) return judged('unknown', dueOn, policy, () => [...why(), 'Whether it was done is not known.'], { missing });
  if (asOf < passesOn) return judged('approaching', dueOn, policy, why);
  return judged('met', dueOn, policy, () => [
    ...why(),
    soonest === null ? `Not done by ${formatDay(asOf)}.` : `${soonest === done ? 'Done' : 'Released'} on ${formatDay(soonest)}, ${soonest - dueOn} days late.`,
  ]);
}

/** The day on which a duty was done, and that on which the person was released if release answers it as well. */
export function answersTo(duty: Duty, situation: Situation): { done: Day | null; releasedOn: Day | null } {
  return {
    done: doneOn(duty, situation),
    releasedOn: duty.release === 'satisfies' ? (stayToEnd(duty.triggeredOn, duty.dueOn, situation)?.to ?? null) : null,
  };
}

/** The facts without which nobody can say that nothing answered. */
export function answersNotKnown(
  { satisfiedBy, satisfiedByOrder, release, triggeredOn, dueOn }: Pick<Duty, 'satisfiedBy' | 'satisfiedByOrder' | 'release' | 'triggeredOn' | 'dueOn'>, situation: Situation,
): readonly string[] {
  const { facts, custody } = situation;
  const missing: string[] = [];
  if (satisfiedBy.length > 0 && facts.events === null) missing.push('events');
  if (satisfiedByOrder.length > 0) missing.push(...orderEventsNotKnown(facts.removalOrders, answeringKinds(satisfiedByOrder)));
  if (release === 'satisfies' && stayToEnd(triggeredOn, dueOn, situation) === null) missing.push(...custody.missing);
  return missing;
}

function doneOn({ satisfiedBy, satisfiedByOrder, requires, triggeredOn, countsFrom }: Duty, situation: Situation): Day | null {
  const { facts, asOf } = situation;
  const from = addDays(triggeredOn, countsFrom);
  for (const kind of satisfiedByOrder) {
    const on = answeringOrderEvent(situation, kind, from, asOf);
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

/**
 * The stay whose end is the release that a duty asks for: the one that stood on the day of the trigger, or ended on it.
 * Where an order names a date and no trigger, the last one begun by that date.
 */
export function stayToEnd(triggeredOn: Day, dueOn: Day, { custody }: Situation): Stay | null {
  if (triggeredOn > -Infinity) return heldOn(custody, triggeredOn) ?? custody.stays.find(({ to }) => to === triggeredOn) ?? null;
  let last: Stay | null = null;
  for (const stay of custody.stays) if (stay.from <= dueOn) last = stay;
  return last;
}

const earliest = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a < b ? a : b);
