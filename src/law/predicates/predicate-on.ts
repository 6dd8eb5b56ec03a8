import { addMonths, formatDay, parseDay, type Day } from '../calendar/day.js';
import { orderEventsNotKnown } from '../checks/order-events.js';
import { covers, dayOfReaching, daysThrough } from '../calendar/span.js';
import type { Custody } from '../custody.js';
import type { CaseEvent, Facts } from '../facts.js';
import { finalityOn } from '../finality/finality.js';
import { Horizon } from '../horizon.js';
import { mayMove, placesOn, stintOn } from './place-on.js';
import type { Predicate } from './predicate.js';
import { allOf, anyOf, no, not, unknown, yes, type Truth } from './truth.js';

/** What a predicate is asked about; the facts are those that had happened by `asOf`. */
export interface Asked {
  asOf: Day;
  facts: Facts;
  custody: Custody;
  horizon: Horizon;
}

/** Answers a predicate about one person on one day, which is `asOf` or an earlier one. */
export type Question = (asked: Asked, day: Day) => Truth;

/** A predicate made ready to be asked of many: its days are read once. */
export function questionOf(who: Predicate): Question {
  if ('all' in who) {
    const parts = who.all.map(questionOf);
    return (asked, day) => allOf(parts, asked, day);
  }
  if ('any' in who) {
    const parts = who.any.map(questionOf);
    return (asked, day) => anyOf(parts, asked, day);
  }
  if ('not' in who) {
    const part = questionOf(who.not);
    return (asked, day) => not(part(asked, day));
  }
  if ('known' in who) {
    const part = questionOf(who.known);
    return (asked, day) => {
      const truth = part(asked, day);
      return truth.is === 'unknown' ? no(truth.because) : truth;
    };
  }
  if ('citizenship' in who) return citizenOf(new Set(who.citizenship));
  if ('youngerThan' in who) return youngerThan(who.youngerThan);
  if ('finalOrder' in who) return finalOrderIn(parseDay(who.finalOrder.from), parseDay(who.finalOrder.to));
  if ('heldAt' in who) {
    const at = placesOn(who.heldAt);
    return ({ facts, horizon }, day) => at(facts, day, horizon);
  }
  if ('heldBy' in who) return heldBy(who.heldBy);
  if ('held' in who) return held;
  if ('hasBeenOrWillBeHeld' in who) return hasBeenOrWillBeHeld;
  if ('orderFinal' in who) return orderFinal;
  if ('orderEvent' in who) return orderEventBy(who.orderEvent);
  if ('heldFor' in who) return heldFor(who.heldFor);
  if ('toBeConfirmed' in who) return toBeConfirmed(who.toBeConfirmed);
  if ('event' in who) return eventIn(who.event, dayOr(who.from, -Infinity), dayOr(who.to, Infinity), who.until ?? []);
  return memberOf(who.member);
}

const dayOr = (text: string | null, otherwise: number): Day => (text === null ? (otherwise as Day) : parseDay(text));

const NO_CITIZENSHIP = unknown(['person.citizenship'], () => ['Of which country the person is a citizen is not known (person.citizenship).']);

const citizenOf = (countries: ReadonlySet<string>): Question => ({ facts: { person: { citizenship } } }) => {
  if (citizenship === null) return NO_CITIZENSHIP;
  const say = () => [`The person is a citizen of ${citizenship} (person.citizenship).`];
  return countries.has(citizenship) ? yes(say) : no(say);
};

const NO_BIRTH_DATE = unknown(['person.birthDate'], () => ['The day of birth is not known (person.birthDate).']);

/** Of that age from the birthday itself; whoever was born on a leap day, from the last of February in other years. */
const youngerThan = (years: number): Question => ({ facts: { person: { birthDate } }, horizon }, day) => {
  if (birthDate === null) return NO_BIRTH_DATE;
  const birthday = addMonths(birthDate, 12 * years);
  horizon.mayChangeOn(birthday);
  const say = () => [`The person turns ${years} on ${formatDay(birthday)} (person.birthDate).`];
  return day < birthday ? yes(say) : no(say);
};

/** "With a final order between two days": it stood as final on one of them, however old it was. */
const finalOrderIn = (from: Day, to: Day): Question => ({ facts: { removalOrders }, horizon }, day) => {
  const through = day < to ? day : to;
  if (from > day) horizon.mayChangeOn(from);
  if (from > through) return no(() => [`${formatDay(from)} has not come.`]);
  let open: readonly string[] | null = null;
  // Finality can change only on the days that its own rule names.
  for (let at: Day | null = from; at !== null; ) {
    const changes = new Horizon(at);
    const finality = finalityOn(removalOrders, at, changes);
    const on = at;
    if (finality.result === 'final') {
      return yes(() => [`On ${formatDay(on)} an order was final: since ${finality.on === null ? 'a day that is not known' : formatDay(finality.on)} (removalOrders[${finality.orderIndex}]).`]);
    }
    if (finality.result !== 'not-final') open ??= finality.missing.length > 0 ? finality.missing : ['removalOrders'];
    at = firstOf(changes.days, through);
    if (day < to) for (const change of changes.days) if (change > day && change <= to) horizon.mayChangeOn(change);
  }
  const span = () => `from ${formatDay(from)} through ${formatDay(through)}`;
  return open === null
    ? no(() => [`No order was final on any day ${span()} (removalOrders).`])
    : unknown(open, () => [`Whether an order was final on a day ${span()} is not known (${open.join(', ')}).`]);
};

function firstOf(days: readonly Day[], through: Day): Day | null {
  let first: Day | null = null;
  for (const day of days) if (day <= through && (first === null || day < first)) first = day;
  return first;
}

const orderFinal: Question = ({ facts: { removalOrders }, horizon }, day) => {
  const finality = finalityOn(removalOrders, day, horizon);
  const because = () => finality.because();
  if (finality.result === 'final') return yes(because);
  return finality.result === 'not-final' ? no(because) : unknown(finality.missing.length > 0 ? finality.missing : ['removalOrders'], because);
};

const orderEventBy = (kinds: readonly string[]): Question => ({ facts: { removalOrders }, horizon }, day) => {
  if (removalOrders === null) return unknown(['removalOrders'], () => ['No removal order is on file and it is not known that there is none (removalOrders).']);
  for (let i = 0; i < removalOrders.length; i++) {
    const events = removalOrders[i].events ?? [];
    for (let j = 0; j < events.length; j++) {
      const { kind, on } = events[j];
      if (on === null || !kinds.includes(kind)) continue;
      horizon.mayChangeOn(on);
      if (on <= day) return yes(() => [`${kind} on ${formatDay(on)} (removalOrders[${i}].events[${j}]).`]);
    }
  }
  const missing = orderEventsNotKnown(removalOrders, kinds);
  const say = () => [`No ${kinds.join(' or ')} is on file for an order by ${formatDay(day)} (removalOrders).`];
  return missing.length === 0 ? no(say) : unknown(missing, say);
};

const heldFor = (days: number): Question => ({ custody, horizon }, day) => {
  const held = daysThrough(custody.stays, day);
  const say = () => [`${held} days of immigration custody by ${formatDay(day)}, stays added together (stints); ${days} are asked for.`];
  if (held >= days) return yes(say);
  horizon.mayChangeOn(dayOfReaching(custody.stays, days));
  return custody.missing.length > 0 ? unknown(custody.missing, say) : no(say);
};

const toBeConfirmed = (words: string): Question => () => unknown(['memberships'], () => [`Not on file, and for a person to confirm: ${words}.`]);

function heldBy(custodians: readonly string[]): Question {
  const never = no(() => [`No custody of ${custodians.join(' or ')} is on file (stints).`]);
  const notHeld = no(() => ['No custody stands on that day (stints).']);
  return ({ facts, horizon }, day) => {
    const theirs = facts.stints?.filter(({ custodian }) => custodians.includes(custodian));
    if (theirs?.length === 0) return never;
    mayMove(facts, horizon);
    if (theirs?.every(({ from }) => from !== null && from > day)) return never;
    const at = stintOn(facts, day);
    if (at === 'none') return notHeld;
    if ('missing' in at) return unknown(at.missing, () => ['In whose custody the person was on that day is not known (stints).']);
    const { index, stint: { custodian } } = at;
    const say = () => [`On ${formatDay(day)} the person was in the custody of ${custodian} (stints[${index}]).`];
    return custodians.includes(custodian) ? yes(say) : no(say);
  };
}

const held: Question = ({ custody }, day) => {
  for (const stay of custody.stays) {
    if (covers(stay, day)) return yes(() => [`In immigration custody on ${formatDay(day)}, since ${formatDay(stay.from)} (stints[${stay.firstStint}]).`]);
  }
  if (custody.missing.length > 0) return unknown(custody.missing, () => ['Whether the person was in custody on that day is not known (stints).']);
  return no(() => [`Not in immigration custody on ${formatDay(day)} (stints).`]);
};

const hasBeenOrWillBeHeld: Question = ({ custody }, day) => {
  const [first] = custody.stays;
  if (first !== undefined && first.from <= day) return yes(() => [`In immigration custody since ${formatDay(first.from)} (stints[${first.firstStint}]).`]);
  return unknown(['stints'], () => ['No immigration custody is on file by that day (stints); whether the person will be detained nobody can say.']);
};

function eventIn(kinds: readonly string[], from: Day, to: Day, until: readonly string[]): Question {
  const notKnown = unknown(['events'], () => [`Whether there was ${kinds.join(' or ')} is not known (events).`]);
  const stillOpen = until.length === 0 ? '' : ` that was not ended by ${until.join(' or ')}`;
  const none = no(() => [`No ${kinds.join(' or ')} is on file by then${stillOpen} (events).`]);
  return ({ facts: { events } }, day) => {
    if (events === null) return notKnown;
    const through = day < to ? day : to;
    const counted = ({ kind, on }: CaseEvent): boolean => on !== null && on >= from && on <= through && kinds.includes(kind);
    const index = until.length === 0 ? events.findIndex(counted) : openSince(day, events, counted, until);
    if (index === -1) return none;
    return yes(() => [`${events[index].kind} on ${formatDay(events[index].on!)} (events[${index}]).`]);
  };
}

/**
 * With which of the events it began that one has been open ever since, through the day; -1: none is. An end without a
 * beginning on file ends nothing that begins later.
 */
function openSince(day: Day, events: readonly CaseEvent[], begins: (event: CaseEvent) => boolean, until: readonly string[]): number {
  const steps = events.flatMap((event, index) => {
    const { kind, on } = event;
    if (on === null || on > day) return [];
    return begins(event) ? [{ on, by: 1, index }] : until.includes(kind) ? [{ on, by: -1, index }] : [];
  });
  steps.sort((a, b) => a.on - b.on || b.by - a.by);
  let [open, since] = [0, -1];
  for (const { by, index } of steps) {
    if (open === 0 && by > 0) since = index;
    open = Math.max(0, open + by);
  }
  return open === 0 ? -1 : since;
}

const memberOf = (name: string): Question => ({ facts: { memberships }, horizon }, day) => {
  if (memberships === null) return unknown(['memberships'], () => ['To which classes the person belongs is not known (memberships).']);
  let undated = -1;
  for (let i = 0; i < memberships.length; i++) {
    const { class: of, from, to } = memberships[i];
    if (of !== name) continue;
    horizon.mayChangeOn(from);
    horizon.mayChangeOn(to);
    if (from === null) undated = i;
    else if (covers({ from, to }, day)) return yes(() => [`A member of ${name} on ${formatDay(day)} (memberships[${i}]).`]);
  }
  return undated === -1
    ? no(() => [`No membership of ${name} on that day is on file (memberships).`])
    : unknown([`memberships[${undated}].from`], () => [`Since when the person is a member of ${name} is not known (memberships[${undated}].from).`]);
};
