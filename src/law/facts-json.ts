import type { Day } from './calendar/day.js';
import { CIRCUITS } from './circuits.js';
import {
  ACTORS, APPEAL_OUTCOMES, CUSTODIANS, DECIDERS, EVENT_KINDS, LAPSE_ACTS, ORDER_EVENT_KINDS, ORDER_KINDS, STINT_ENDS, TOPICS,
  type Appeal, type CaseEvent, type Contact, type CooperationLapse, type Facts, type Membership, type OrderEvent, type OtherCustody,
  type RemovalOrder, type StandardSpan, type Stint, type Topic, type VoluntaryDeparture,
} from './facts.js';
import { FactsReader, type Fields } from './facts-reader.js';
import { FactsError } from './refusal.js';

export { CIRCUITS } from './circuits.js';
export { FactsError } from './refusal.js';

/** Where a facility lies: `circuitOf` and, of what a stint itself does not say, `placeOf`. */
export type PlaceOf = (facility: string) => { fieldOffice: string | null; state: string | null; district: string | null } | null;

/**
 * How many facts of a kind there may be, which no person's file reaches. When the answer changes next is found by asking
 * day after day about all of them, so that the time grows with the square: at these limits it is about two seconds.
 */
export const MOST_FACTS = {
  stints: 300, standards: 4, otherCustody: 100, removalOrders: 100, orderEvents: 100, cooperation: 100, memberships: 100, events: 300, contacts: 300,
} as const;

/**
 * Facts as the JSON contract writes them. `circuitOf` gives the circuit of a facility code, null for a place it does not
 * know; `placeOf` its area of responsibility, State and district. Throws FactsError naming every field that cannot be read; a fact that is absent is not known, never wrong.
 */
export function readFacts(json: unknown, circuitOf: (facility: string) => string | null, placeOf: PlaceOf = () => null): { facts: Facts; asOf: Day } {
  const reader = new FactsReader();
  const fields = reader.object(json, '$');
  if (fields === null) throw new FactsError(reader.problems.length > 0 ? reader.problems : [{ path: '$', problem: 'must be an object of facts' }]);

  const asOf = reader.day(fields, 'asOf', '');
  if (fields.asOf === undefined || fields.asOf === null) reader.refuse('asOf', 'is missing: the law is asked about a day', ['YYYY-MM-DD']);
  const person = reader.object(fields.person, 'person') ?? {};
  const facts: Facts = {
    circuit: reader.oneOf(fields, 'circuit', '', CIRCUITS),
    person: { citizenship: citizenship(reader, person), birthDate: reader.day(person, 'birthDate', 'person') },
    stints: reader.list(fields, 'stints', '', MOST_FACTS.stints, (stint, at) => readStint(reader, stint, at, circuitOf, placeOf)),
    otherCustody: reader.list(fields, 'otherCustody', '', MOST_FACTS.otherCustody, (span, at) => readOtherCustody(reader, span, at)),
    removalOrders: reader.list(fields, 'removalOrders', '', MOST_FACTS.removalOrders, (order, at) => readOrder(reader, order, at)),
    cooperation: reader.list(fields, 'cooperation', '', MOST_FACTS.cooperation, (lapse, at) => readLapse(reader, lapse, at)),
    memberships: reader.list(fields, 'memberships', '', MOST_FACTS.memberships, (membership, at) => readMembership(reader, membership, at)),
    events: reader.list(fields, 'events', '', MOST_FACTS.events, (event, at) => readEvent(reader, event, at)),
    contacts: reader.list(fields, 'contacts', '', MOST_FACTS.contacts, (contact, at) => readContact(reader, contact, at)),
  };
  if (reader.problems.length > 0 || asOf === null) throw new FactsError(reader.problems);
  return { facts, asOf };
}

function citizenship(reader: FactsReader, person: Fields): string | null {
  const code = reader.text(person, 'citizenship', 'person');
  return code === null || /^[A-Z]{3}$/.test(code) ? code : reader.refuse('person.citizenship', 'is not a country code', ['ISO 3166-1 alpha-3, e.g. IRQ']);
}

function readStint(reader: FactsReader, stint: Fields, at: string, circuitOf: (facility: string) => string | null, placeOf: PlaceOf): Stint {
  const facility = reader.text(stint, 'facility', at);
  const from = reader.day(stint, 'from', at);
  const to = reader.day(stint, 'to', at);
  const endedBy = reader.oneOf(stint, 'endedBy', at, STINT_ENDS);
  reader.span(from, to, at);
  if (endedBy !== null && (stint.to === undefined || stint.to === null)) reader.refuse(`${at}.endedBy`, 'is given for a stint that has no end (`to`)');
  const place = facility === null ? null : placeOf(facility);
  return {
    facility, circuit: facility === null ? null : circuitOf(facility),
    fieldOffice: reader.text(stint, 'fieldOffice', at) ?? place?.fieldOffice ?? null,
    state: reader.text(stint, 'state', at) ?? place?.state ?? null,
    district: reader.text(stint, 'district', at) ?? place?.district ?? null,
    standard: reader.text(stint, 'standard', at),
    standards: reader.list(stint, 'standards', at, MOST_FACTS.standards, (span, spanAt) => readStandard(reader, span, spanAt)),
    custodian: reader.required(stint, 'custodian', at, CUSTODIANS), from, to, endedBy,
  };
}

function readStandard(reader: FactsReader, span: Fields, at: string): StandardSpan {
  const from = reader.day(span, 'from', at);
  const to = reader.day(span, 'to', at);
  reader.span(from, to, at);
  const standard = reader.text(span, 'standard', at);
  if (standard === null) reader.refuse(`${at}.standard`, 'is missing');
  return { standard: standard ?? '', from, to };
}

function readOtherCustody(reader: FactsReader, span: Fields, at: string): OtherCustody {
  const from = reader.day(span, 'from', at);
  const to = reader.day(span, 'to', at);
  reader.span(from, to, at);
  return { kind: reader.required(span, 'kind', at, ['criminal'] as const), from, to };
}

function readOrder(reader: FactsReader, order: Fields, at: string): RemovalOrder {
  const appeal = reader.object(order.appeal, `${at}.appeal`);
  const departure = reader.object(order.voluntaryDeparture, `${at}.voluntaryDeparture`);
  return {
    kind: reader.oneOf(order, 'kind', at, ORDER_KINDS),
    decidedOn: reader.day(order, 'decidedOn', at),
    decidedBy: reader.oneOf(order, 'decidedBy', at, DECIDERS),
    inAbsentia: reader.boolean(order, 'inAbsentia', at),
    appeal: appeal === null ? null : readAppeal(reader, appeal, `${at}.appeal`),
    voluntaryDeparture: departure === null ? null : readDeparture(reader, departure, `${at}.voluntaryDeparture`),
    statedFinalOn: reader.day(order, 'statedFinalOn', at),
    originalFinalOn: reader.day(order, 'originalFinalOn', at),
    reinstatedOn: reader.day(order, 'reinstatedOn', at),
    events: reader.list(order, 'events', at, MOST_FACTS.orderEvents, (event, eventAt) => readOrderEvent(reader, event, eventAt)),
  };
}

const readAppeal = (reader: FactsReader, appeal: Fields, at: string): Appeal => ({
  waivedOn: reader.day(appeal, 'waivedOn', at),
  filed: reader.boolean(appeal, 'filed', at),
  filedOn: reader.day(appeal, 'filedOn', at),
  decidedOn: reader.day(appeal, 'decidedOn', at),
  outcome: reader.oneOf(appeal, 'outcome', at, APPEAL_OUTCOMES),
  certifiedOn: reader.day(appeal, 'certifiedOn', at),
});

const readDeparture = (reader: FactsReader, departure: Fields, at: string): VoluntaryDeparture => ({
  departBy: reader.day(departure, 'departBy', at),
  departed: reader.boolean(departure, 'departed', at),
  departedOn: reader.day(departure, 'departedOn', at),
  bondDueOn: reader.day(departure, 'bondDueOn', at),
  bondPosted: reader.boolean(departure, 'bondPosted', at),
  bondPostedOn: reader.day(departure, 'bondPostedOn', at),
});

const readOrderEvent = (reader: FactsReader, event: Fields, at: string): OrderEvent => ({
  kind: reader.required(event, 'kind', at, ORDER_EVENT_KINDS),
  on: reader.day(event, 'on', at),
  court: reader.text(event, 'court', at),
});

function readLapse(reader: FactsReader, lapse: Fields, at: string): CooperationLapse {
  const from = reader.day(lapse, 'from', at);
  const to = reader.day(lapse, 'to', at);
  const ongoing = reader.boolean(lapse, 'ongoing', at);
  reader.span(from, to, at);
  if (ongoing === true && to !== null) reader.refuse(`${at}.ongoing`, 'is true for a lapse that has an end (`to`)');
  return {
    from, to, ongoing, act: reader.oneOf(lapse, 'act', at, LAPSE_ACTS), noticeServedOn: reader.day(lapse, 'noticeServedOn', at),
    disputed: reader.boolean(lapse, 'disputed', at),
  };
}

function readMembership(reader: FactsReader, membership: Fields, at: string): Membership {
  const name = reader.text(membership, 'class', at);
  const from = reader.day(membership, 'from', at);
  const to = reader.day(membership, 'to', at);
  reader.span(from, to, at);
  if (name === null) reader.refuse(`${at}.class`, 'is missing');
  return { class: name ?? '', from, to };
}

function readEvent(reader: FactsReader, event: Fields, at: string): CaseEvent {
  const kind = reader.required(event, 'kind', at, EVENT_KINDS);
  const instant = reader.instant(event, 'at', at);
  const on = reader.day(event, 'on', at);
  if (instant === null && on === null && !given(event, 'at') && !given(event, 'on')) reader.refuse(`${at}.on`, 'an event needs `on` or `at`');
  if (instant !== null && on !== null && instant.on !== on) reader.refuse(`${at}.on`, 'is not the day of `at`');
  return { kind, on: on ?? instant?.on ?? null, at: instant?.at ?? null, offsetMinutes: instant?.offsetMinutes ?? null };
}

const given = (fields: Fields, key: string): boolean => fields[key] !== undefined && fields[key] !== null;

function readContact(reader: FactsReader, contact: Fields, at: string): Contact {
  const instant = reader.instant(contact, 'at', at);
  const topics = contact.topics ?? [];
  if (!Array.isArray(topics)) reader.refuse(`${at}.topics`, 'must be a list', TOPICS);
  else if (topics.some((topic) => !TOPICS.includes(topic as Topic))) reader.refuse(`${at}.topics`, 'has a topic that is not one of the allowed values', TOPICS);
  const documents = contact.documents ?? null;
  if (documents !== null && !(Array.isArray(documents) && documents.every((document) => typeof document === 'string'))) {
    reader.refuse(`${at}.documents`, 'must be a list of texts');
  }
  return {
    at: instant?.at ?? null, on: instant?.on ?? null, actor: reader.required(contact, 'actor', at, ACTORS), topics: topics as Contact['topics'],
    counselPresent: reader.boolean(contact, 'counselPresent', at), counselNotifiedOn: reader.day(contact, 'counselNotifiedOn', at),
    documents: documents as readonly string[] | null, narrative: reader.text(contact, 'narrative', at),
  };
}
