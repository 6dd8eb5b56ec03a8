import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { Contact, OrderEventKind } from '../facts.js';
import type { ForbiddenAct, ForbiddenContent } from './check.js';
import { firstEvent, judged, NO_EVENTS, ofEvent, type EventJudgement, type Situation } from './situation.js';

/** One judgement for each contact: met if somebody whom the order binds spoke of what it forbids. */
export function judgeForbiddenContent(check: ForbiddenContent, situation: Situation): readonly EventJudgement[] {
  if (!situation.facts.contacts?.length) return NO_EVENTS;
  return contactsBy(situation).map(({ contact, index }) => {
    const { actor, on } = contact;
    const event = `contacts[${index}]`;
    const bound = check.actors.includes(actor);
    const spoken = contact.topics.filter((topic) => check.topics.includes(topic));
    const said = `On ${formatDay(on)} ${actor} spoke with the person (${event}) of: ${contact.topics.join(', ') || 'nothing that was noted'}.`;
    const because = () => [
      said,
      spoken.length === 0 ? `Nothing of what is forbidden here: ${check.topics.join(', ')}.`
        : bound ? `Forbidden to ${actor}: ${spoken.join(', ')}.`
          : `${actor} is not bound by the order: recorded, and charged to nobody.`,
    ];
    return ofEvent(judged(bound && spoken.length > 0 ? 'met' : 'not-met', on, 'contact', because), event, on);
  });
}

export type DatedContact = Contact & { on: Day };

/** The contacts that had happened by the day asked about; one without a day cannot be judged. */
export function contactsBy({ facts, asOf, horizon }: Situation): { contact: DatedContact; index: number }[] {
  const happened: { contact: DatedContact; index: number }[] = [];
  (facts.contacts ?? []).forEach((contact, index) => {
    const { on } = contact;
    if (on === null) return;
    if (on > asOf) horizon.mayChangeOn(on);
    else happened.push({ contact: { ...contact, on }, index });
  });
  return happened;
}

/** One judgement for each stint that ended in the forbidden way. */
export function judgeForbiddenAct(check: ForbiddenAct, situation: Situation): EventJudgement[] {
  const { facts, asOf } = situation;
  const judgements: EventJudgement[] = [];
  (facts.stints ?? []).forEach(({ to, endedBy }, index) => {
    if (to === null || to > asOf || endedBy === null || !check.endedBy.includes(endedBy)) return;
    const event = `stints[${index}]`;
    const because = () => [`The stint ended on ${formatDay(to)} because the person was ${endedBy} (${event}).`];
    judgements.push(ofEvent(withException(check, to, because, situation), event, to));
  });
  return judgements;
}

function withException({ unless }: ForbiddenAct, on: Day, because: () => string[], situation: Situation) {
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
  const filed = firstOrderEvent(situation, unless.nothing, produced.on, lastDay);
  return filed === null
    ? judged('not-met', on, 'act', () => [...because(), `${unless.nothing} is not on file within ${unless.within} days of ${formatDay(produced.on)}: the protection had ended on ${formatDay(lastDay)}.`])
    : judged('met', on, 'act', () => [...because(), `${unless.nothing} on ${formatDay(filed)}, in time: the protection had not ended.`]);
}

/** The day of the first such event on any order in `[from, through]`. */
export function firstOrderEvent({ facts, horizon, asOf }: Situation, kind: OrderEventKind, from: Day, through: Day): Day | null {
  let first: Day | null = null;
  for (const order of facts.removalOrders ?? []) {
    for (const event of order.events ?? []) {
      if (event.kind !== kind || event.on === null) continue;
      horizon.mayChangeOn(event.on);
      if (event.on > asOf || event.on < from || event.on > through) continue;
      if (first === null || event.on < first) first = event.on;
    }
  }
  return first;
}
