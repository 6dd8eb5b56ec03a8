import { addDays, formatDay, type Day } from '../calendar/day.js';
import { rollBackward } from '../calendar/rolling.js';
import type { CaseEvent, CaseEventKind, Facts } from '../facts.js';
import type { RequiredBefore } from './check.js';
import { contactsBy } from './forbidden.js';
import { isBefore, type Moment } from './offset.js';
import { firstEvent, judged, NO_EVENTS, ofEvent, type EventJudgement, type Judgement, type Situation } from './situation.js';

const MS_PER_HOUR = 3_600_000;
const HOURS_PER_DAY = 24;
const LONG_AGO = -Infinity as Day;

/** One judgement for each event before which something is required, and for each contact that is such an event. */
export function judgeRequiredBefore(check: RequiredBefore, situation: Situation): readonly EventJudgement[] {
  const { facts } = situation;
  if (!facts.events?.length && !facts.contacts?.length) return NO_EVENTS;
  const judgements: EventJudgement[] = [];
  (facts.events ?? []).forEach((trigger, index) => {
    const { kind, on } = trigger;
    if (on === null || !check.events.includes(kind)) return;
    if (check.onlyAfter !== null && firstEvent(facts, [check.onlyAfter], previousOf(facts.events!, trigger, on), on) === null) return;
    judgements.push(ofEvent(judgeBefore(check, trigger, on, `events[${index}]`, situation), `events[${index}]`, on));
  });
  if (check.contacts !== null) judgements.push(...judgeContacts(check, check.contacts, situation));
  return judgements;
}

/** The day after the last event of the same kind before this one: what answered that one does not answer this one. */
function previousOf(events: readonly CaseEvent[], trigger: CaseEvent, day: Day): Day {
  let previous = -Infinity;
  for (const { kind, on } of events) if (kind === trigger.kind && on !== null && on < day && on > previous) previous = on;
  return (previous + 1) as Day;
}

/** The first event of a kind since a day that did not come after the trigger, as far as instants say. */
function firstBefore({ events }: Facts, required: CaseEventKind, since: Day, trigger: Moment): (Moment & { index: number }) | null {
  let first: (Moment & { index: number }) | null = null;
  for (let index = 0; events !== null && index < events.length; index++) {
    const { kind, on, at } = events[index];
    if (kind !== required || on === null || on < since || isBefore(trigger, { on, at })) continue;
    if (first === null || isBefore({ on, at }, first)) first = { on, at, index };
  }
  return first;
}

function judgeBefore(check: RequiredBefore, trigger: CaseEvent, day: Day, event: string, situation: Situation): Judgement {
  const since = check.stands === true ? LONG_AGO : previousOf(situation.facts.events!, trigger, day);
  const done = firstBefore(situation.facts, check.required, since, { on: day, at: trigger.at });
  return check.unit === 'hour' ? hoursBefore(check, trigger, day, done, event) : daysBefore(check, day, since, done, event);
}

type Done = ReturnType<typeof firstBefore>;

/** "At least n days before": counted back from the event, and if that day is closed, back to the last open one. */
function daysBefore(check: RequiredBefore, day: Day, since: Day, done: Done, event: string): Judgement {
  const counted = addDays(day, -check.n);
  const lastDay = check.n === 0 || check.rolls === 'no-roll' ? counted : rollBackward(counted);
  const inTime = done !== null && (check.n === 0 || done.on <= lastDay);
  const because = () => [
    `An event on ${formatDay(day)} (${event}).`,
    check.n === 0 ? `${check.required} must come before it.` : `${check.required} was due ${check.n} days before, by ${formatDay(lastDay)}${lastDay === counted ? '' : `, because ${formatDay(counted)} is a closed day`}.`,
    done === null ? `None is on file since ${since > -Infinity ? formatDay(since) : 'the beginning'}.` : `Done on ${formatDay(done.on)} (events[${done.index}])${inTime ? '' : ', too late'}.`,
  ];
  return judged(inTime ? 'not-met' : 'met', lastDay, 'required-before', because, { answeredOn: done?.on ?? null });
}

/** Hours run through every day; where only days are known, whole days between decide as far as they can. */
function hoursBefore(check: RequiredBefore, trigger: CaseEvent, day: Day, done: Done, event: string): Judgement {
  const because = (more: string) => () => [`An event on ${formatDay(day)} (${event}); ${check.required} must come at least ${check.n} hours before it.`, more];
  if (done === null) return judged('met', day, 'required-before', because('None is on file.'));
  if (trigger.at !== null && done.at !== null) {
    const hours = (trigger.at - done.at) / MS_PER_HOUR;
    return judged(hours >= check.n ? 'not-met' : 'met', day, 'required-before', because(`It came ${Math.floor(hours)} hours before.`), { answeredOn: done.on });
  }
  const days = day - done.on;
  if ((days - 1) * HOURS_PER_DAY >= check.n) return judged('not-met', day, 'required-before', because(`It came ${days} days before.`), { answeredOn: done.on });
  if ((days + 1) * HOURS_PER_DAY <= check.n) return judged('met', day, 'required-before', because(`It came ${days} days before.`), { answeredOn: done.on });
  const path = trigger.at === null ? `${event}.at` : `events[${done.index}].at`;
  return judged('unknown', day, 'required-before', because('The hour is not known.'), { missing: [path] });
}

function judgeContacts(check: RequiredBefore, { actors, topics }: NonNullable<RequiredBefore['contacts']>, situation: Situation): EventJudgement[] {
  const { facts } = situation;
  return contactsBy(situation)
    .filter(({ contact }) => actors.includes(contact.actor) && contact.topics.some((topic) => topics.includes(topic)))
    .map(({ contact, index }) => {
      const event = `contacts[${index}]`;
      const { on, counselPresent } = contact;
      const about = () => `On ${formatDay(on)} ${contact.actor} dealt with ${topics.join(', ')} (${event}).`;
      if (counselPresent === true) return ofEvent(judged('not-met', on, 'required-before', () => [about(), 'Counsel was present.'], { answeredOn: on }), event, on);
      if (facts.events === null) {
        return ofEvent(judged('unknown', on, 'required-before', () => [about(), `Whether ${check.required} came before is not known.`], { missing: ['events'] }), event, on);
      }
      const done = firstBefore(facts, check.required, LONG_AGO, contact);
      if (done !== null) return ofEvent(judged('not-met', on, 'required-before', () => [about(), `${check.required} on ${formatDay(done.on)} (events[${done.index}]).`], { answeredOn: done.on }), event, on);
      if (counselPresent === null) {
        return ofEvent(judged('unknown', on, 'required-before', () => [about(), 'Whether counsel was present is not known.'], { missing: [`${event}.counselPresent`] }), event, on);
      }
      return ofEvent(judged('met', on, 'required-before', () => [about(), `No ${check.required} before it is on file, and counsel was not present.`]), event, on);
    });
}
