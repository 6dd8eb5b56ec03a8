import { formatDay, type Day } from '../calendar/day.js';
import type { Contact } from '../facts.js';
import type { ContentException, ForbiddenContent } from './check.js';
import { judged, NO_EVENTS, ofEvent, type EventJudgement, type Judgement, type Situation } from './situation.js';

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
    if (!bound || spoken.length === 0) return ofEvent(judged('not-met', on, 'contact', because), event, on);
    return ofEvent(unlessExcepted(check.unless ?? NO_EXCEPTIONS, contact, event, because), event, on);
  });
}

const NO_EXCEPTIONS: readonly ContentException[] = [];

/** Forbidden, unless one of the exceptions holds; one that may hold, for all that is known, leaves it open. */
function unlessExcepted(exceptions: readonly ContentException[], contact: DatedContact, event: string, because: () => string[]): Judgement {
  const missing: string[] = [];
  for (const exception of exceptions) {
    const { holds, path, sentence } = EXCEPTIONS[exception](contact);
    if (holds === true) return judged('not-met', contact.on, 'contact', () => [...because(), sentence]);
    if (holds === null) missing.push(`${event}.${path}`);
  }
  return missing.length === 0
    ? judged('met', contact.on, 'contact', because)
    : judged('unknown', contact.on, 'contact', () => [...because(), `Whether it was allowed is not known (${missing.join(', ')}).`], { missing });
}

const EXCEPTIONS: Readonly<Record<ContentException, (contact: DatedContact) => { holds: boolean | null; path: string; sentence: string }>> = {
  'counsel-present': ({ counselPresent }) => ({ holds: counselPresent, path: 'counselPresent', sentence: 'Counsel was present.' }),
  // "before": told on the day itself, nobody can say which came first.
  'counsel-notified': ({ counselNotifiedOn, on }) => ({
    holds: counselNotifiedOn === null ? null : counselNotifiedOn < on ? true : counselNotifiedOn > on ? false : null,
    path: 'counselNotifiedOn', sentence: 'Counsel had been told before.',
  }),
};

export type DatedContact = Contact & { on: Day };

/** The contacts that had happened by the day asked about, with what had; one without a day cannot be judged. */
export function contactsBy({ facts, asOf, horizon }: Situation): { contact: DatedContact; index: number }[] {
  const happened: { contact: DatedContact; index: number }[] = [];
  (facts.contacts ?? []).forEach((contact, index) => {
    const { on, counselNotifiedOn: told } = contact;
    if (on === null) return;
    horizon.mayChangeOn(on);
    horizon.mayChangeOn(told);
    if (on <= asOf) happened.push({ contact: { ...contact, on, counselNotifiedOn: told !== null && told > asOf ? null : told }, index });
  });
  return happened;
}
