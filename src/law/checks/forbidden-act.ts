import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { ForbiddenAct } from './check.js';
import { answeringKinds, answeringOrderEvent, orderEventsNotKnown } from './order-events.js';
import { firstEvent, judged, ofEvent, type EventJudgement, type Judgement, type Situation } from './situation.js';

/** One judgement for each stint that ended in the forbidden way, each forbidden event, and each time the person was held again. */
export function judgeForbiddenAct(check: ForbiddenAct, situation: Situation): readonly EventJudgement[] {
  const judgements: EventJudgement[] = [];
  const judge = (event: string, on: Day, because: () => string[]) =>
    judgements.push(ofEvent(withException(check, on, because, situation), event, on));
  endsOf(check, situation, judge);
  if (check.events !== undefined) eventsOf(check.events, situation, judge);
  if (check.heldAgainAfter !== undefined) newStaysOf(check.heldAgainAfter, situation, judge);
  return judgements;
}

type Judge = (event: string, on: Day, because: () => string[]) => void;

function endsOf(check: ForbiddenAct, { facts, asOf, horizon }: Situation, judge: Judge): void {
  if (check.endedBy.length === 0) return;
  (facts.stints ?? []).forEach(({ to, endedBy }, index) => {
    if (to === null || endedBy === null || !check.endedBy.includes(endedBy)) return;
    horizon.mayChangeOn(to);
    if (to > asOf) return;
    const event = `stints[${index}]`;
    judge(event, to, () => [`The stint ended on ${formatDay(to)} because the person was ${endedBy} (${event}).`]);
  });
}

function eventsOf(kinds: NonNullable<ForbiddenAct['events']>, { facts }: Situation, judge: Judge): void {
  (facts.events ?? []).forEach(({ kind, on }, index) => {
    if (on === null || !kinds.includes(kind)) return;
    judge(`events[${index}]`, on, () => [`${kind} on ${formatDay(on)} (events[${index}]).`]);
  });
}

/** Custody that began anew: the stay before it had ended by such a release. */
function newStaysOf(ends: NonNullable<ForbiddenAct['heldAgainAfter']>, { custody: { stays } }: Situation, judge: Judge): void {
  for (let i = 1; i < stays.length; i++) {
    const [before, stay] = [stays[i - 1], stays[i]];
    if (before.endedBy === null || !ends.includes(before.endedBy)) continue;
    judge(`stints[${stay.firstStint}]`, stay.from, () => [
      `Released on ${formatDay(before.to!)} (${before.endedBy}, stints[${before.lastStint}]) and held again on ${formatDay(stay.from)} (stints[${stay.firstStint}]).`,
    ]);
  }
}

function withException({ unless }: ForbiddenAct, on: Day, because: () => string[], situation: Situation): Judgement {
  if (unless === null) return judged('met', on, 'act', because);
  const { facts, asOf } = situation;
  if (facts.events === null) {
    return judged('unknown', on, 'act', () => [...because(), 'Whether the protection of this person had ended is not known.'], { missing: ['events'] });
  }
  const produced = firstEvent(facts, [unless.after], -Infinity as Day, asOf);
  const lastDay = produced === null ? null : addDays(produced.on, unless.within);
  if (produced === null || lastDay === null || on <= lastDay) {
    return judged('met', on, 'act', () => [...because(), 'Nothing on file had ended the protection of this person before.']);
  }
  const filed = answeringOrderEvent(situation, unless.nothing, produced.on, lastDay);
  const missing = filed === null ? orderEventsNotKnown(facts.removalOrders, answeringKinds([unless.nothing])) : [];
  if (missing.length > 0) {
    return judged('unknown', on, 'act', () => [...because(), `Whether there was ${unless.nothing} within ${unless.within} days of ${formatDay(produced.on)} is not known (${missing.join(', ')}).`], { missing });
  }
  return filed === null
    ? judged('not-met', on, 'act', () => [...because(), `${unless.nothing} is not on file within ${unless.within} days of ${formatDay(produced.on)}: the protection had ended on ${formatDay(lastDay)}.`])
    : judged('met', on, 'act', () => [...because(), `${unless.nothing} on ${formatDay(filed)}, in time: the protection had not ended.`]);
}
