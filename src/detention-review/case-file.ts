import type { Day } from '../law/calendar/day.js';
import type {
  Actor, Appeal, CaseEvent, CaseEventKind, Contact, CooperationLapse, Custodian, Decider, Facts, LapseAct, Membership, OrderEvent, OrderEventKind,
  OrderKind, OtherCustody, PersonFacts, RemovalOrder, Stint, StintEnd, Topic, VoluntaryDeparture, AppealOutcome,
} from '../law/facts.js';
import type { FactLine } from './fact-line.js';

/**
 * The facts of one person, and whose they are. Each fact in a list keeps its id beside what the law reads, so that a
 * finding about `events[3]` is about that fact, wherever it stands in a later list.
 */
export interface CaseFile {
  detaineeId: string;
  facts: Facts;
}

/** Where a facility lies and by which standards it was bound from when, as far as it is known. */
export type BoundPlace = Pick<Required<Stint>, 'circuit' | 'fieldOffice' | 'state' | 'district' | 'standards'>;

export const NO_PLACE: BoundPlace = { circuit: null, fieldOffice: null, state: null, district: null, standards: null };

type Stored<T> = T & { id: string };

/** The id of the fact at a path such as `events[3]`; the path itself for anything else. */
export function factIdAt(facts: Facts, path: string): string {
  const [, name, place] = /^([a-zA-Z]+)\[(\d+)\]$/.exec(path) ?? [];
  const list = (facts as unknown as Record<string, readonly { id?: string }[] | null>)[name ?? ''];
  return list?.[Number(place)]?.id ?? path;
}

/** What kind of fact it is, where the law reads it as an event and it is none of the events; null: what its list holds. */
export function factKindAt(facts: Facts, path: string): string | null {
  const [, place] = /^events\[(\d+)\]$/.exec(path) ?? [];
  const events: readonly Derived[] | null = facts.events;
  return events?.[Number(place)]?.kindOfFact ?? null;
}

type Derived = CaseEvent & { kindOfFact?: string };

const NO_INSTANT = { at: null, offsetMinutes: null };
const NOBODY: PersonFacts = { citizenship: null, birthDate: null };

/** Gathers the rows of one person in whatever order they come. The order of places is that of facts.queries.ts. */
export class CaseFileDraft {
  private person = NOBODY;
  private readonly stints: Stored<Stint>[] = [];
  private readonly otherCustody: Stored<OtherCustody>[] = [];
  private readonly orders: { order: Stored<RemovalOrder>; eventsKnown: boolean }[] = [];
  private readonly orderEvents: { orderId: string; event: Stored<OrderEvent> }[] = [];
  private readonly cooperation: Stored<CooperationLapse>[] = [];
  private readonly memberships: Stored<Membership>[] = [];
  private readonly events: Stored<CaseEvent>[] = [];
  private readonly contacts: Stored<Contact>[] = [];
  private known: string[] | null = null;

  constructor(readonly detaineeId: string) {}

  add(line: FactLine): void {
    const kind = line.text()!;
    const id = line.text() ?? '';
    const instant = line.int();
    const offsetMinutes = line.int();
    const t1 = line.text();
    const t2 = line.text();
    const t3 = line.text();
    line.text();
    line.text();
    line.text(); // the last three places are those of a facility alone

    switch (kind) {
      case 'i':
        this.person = { citizenship: t1, birthDate: dayOf(line) };
        break;
      case 's':
        this.stints.push({
          id, facility: t1, custodian: t2 as Custodian, endedBy: t3 as StintEnd | null, from: dayOf(line), to: dayOf(line),
          ...NO_PLACE, standard: null,
        });
        break;
      case 'o':
        this.otherCustody.push({ id, kind: t1 as OtherCustody['kind'], from: dayOf(line), to: dayOf(line) });
        break;
      case 'r':
        this.addOrder(id, t1, t2, t3, line);
        break;
      case 'v':
        this.orderEvents.push({ orderId: id, event: { id: t3!, kind: t1 as OrderEventKind, court: t2, on: dayOf(line) } });
        break;
      case 'c': {
        const [from, to, noticeServedOn] = [dayOf(line), dayOf(line), dayOf(line)];
        skip(line, 9);
        this.cooperation.push({ id, act: t1 as LapseAct | null, from, to, noticeServedOn, ongoing: line.flag(), disputed: line.flag() });
        break;
      }
      case 'm':
        this.memberships.push({ id, class: t1!, from: dayOf(line), to: dayOf(line) });
        break;
      case 'e':
        this.events.push({ id, kind: t1 as CaseEventKind, on: dayOf(line), at: instant, offsetMinutes });
        break;
      case 'g': {
        const [entered, ended] = [dayOf(line), dayOf(line)];
        const kindOfFact = 'representation';
        this.happened({ id, kindOfFact, kind: 'counsel-of-record-entered', ...NO_INSTANT, on: entered });
        if (ended !== null) this.happened({ id, kindOfFact, kind: 'counsel-of-record-ended', ...NO_INSTANT, on: ended });
        break;
      }
      case 'a': {
        const asked = { on: dayOf(line), at: instant, offsetMinutes };
        const granted = { on: dayOf(line), at: numberOf(t2), offsetMinutes: numberOf(t3) };
        skip(line, 10);
        this.attempted(id, t1!, asked, granted, line.flag());
        break;
      }
      case 'x': {
        const [on, counselNotifiedOn] = [dayOf(line), dayOf(line)];
        skip(line, 10);
        this.contacts.push({
          id, at: instant, on, actor: t1 as Actor, topics: (t2?.split(',') ?? []) as Topic[], counselNotifiedOn, counselPresent: line.flag(),
          documents: null, narrative: null, // sealed: no clause is judged by them
        });
        break;
      }
      case 'k':
        (this.known ??= []).push(t1!);
        break;
      default:
        throw new Error(`no reader for facts of kind ${kind}`);
    }
  }

  private happened(event: Stored<Derived>): void {
    this.events.push(event);
  }

  /** Of an attempt to reach a client, what standards judge: a legal call asked for and made, a legal visit that somebody listened to. */
  private attempted(id: string, manner: string, asked: Omit<CaseEvent, 'kind'>, granted: Omit<CaseEvent, 'kind'>, monitored: boolean | null): void {
    const attempt = { id, kindOfFact: 'counsel-contact' };
    if (manner === 'legal-call') this.happened({ ...attempt, kind: 'legal-call-requested', ...asked });
    if (manner === 'legal-call' && granted.on !== null) this.happened({ ...attempt, kind: 'legal-call-made', ...granted });
    if (manner === 'visit' && monitored === true) this.happened({ ...attempt, kind: 'legal-visit-monitored', ...granted });
  }

  /** `placeOf`: where a facility lies; places may come after the stints that name them. */
  finish(placeOf: (facility: string) => BoundPlace): CaseFile {
    for (const stint of this.stints) if (stint.facility !== null) Object.assign(stint, placeOf(stint.facility));
    return {
      detaineeId: this.detaineeId,
      facts: {
        circuit: null,
        person: this.person,
        stints: this.list('stints', this.stints, bySpan),
        otherCustody: this.list('otherCustody', this.otherCustody, bySpan),
        removalOrders: this.list('removalOrders', this.finishedOrders(), byDecision),
        cooperation: this.list('cooperation', this.cooperation, bySpan),
        memberships: this.list('memberships', this.memberships, byMembership),
        events: this.list('events', this.events, byEvent),
        contacts: this.list('contacts', this.contacts, byContact),
      },
    };
  }

  /** Nothing recorded is not known, unless somebody recorded that there is nothing. */
  private list<T>(name: string, items: T[], order?: (a: T, b: T) => number): T[] | null {
    if (items.length === 0) return this.known?.includes(name) ? [] : null;
    return order && items.length > 1 ? items.sort(order) : items;
  }

  private addOrder(id: string, kind: string | null, decidedBy: string | null, outcome: string | null, line: FactLine): void {
    const decidedOn = dayOf(line);
    const waivedOn = dayOf(line);
    const filedOn = dayOf(line);
    const appealDecidedOn = dayOf(line);
    const certifiedOn = dayOf(line);
    const departBy = dayOf(line);
    const departedOn = dayOf(line);
    const bondDueOn = dayOf(line);
    const bondPostedOn = dayOf(line);
    const statedFinalOn = dayOf(line);
    const originalFinalOn = dayOf(line);
    const reinstatedOn = dayOf(line);
    const inAbsentia = line.flag();
    const appealKnown = line.flag();
    const filed = line.flag();
    const departureKnown = line.flag();
    const departed = line.flag();
    const bondPosted = line.flag();
    const eventsKnown = line.flag() === true;
    const appeal: Appeal = { waivedOn, filed, filedOn, decidedOn: appealDecidedOn, outcome: outcome as AppealOutcome | null, certifiedOn };
    const voluntaryDeparture: VoluntaryDeparture = { departBy, departed, departedOn, bondDueOn, bondPosted, bondPostedOn };
    this.orders.push({ eventsKnown, order: {
      id, kind: kind as OrderKind | null, decidedOn, decidedBy: decidedBy as Decider | null, inAbsentia,
      appeal: appealKnown ? appeal : null,
      voluntaryDeparture: departureKnown ? voluntaryDeparture : null,
      statedFinalOn, originalFinalOn, reinstatedOn, events: null,
    } });
  }

  private finishedOrders(): RemovalOrder[] {
    return this.orders.map(({ order, eventsKnown }) => {
      const events = this.orderEvents.filter(({ orderId }) => orderId === order.id).map(({ event }) => event).sort(byOrderEvent);
      return { ...order, events: events.length > 0 || eventsKnown ? events : null };
    });
  }
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
const dayOf = (line: FactLine): Day | null => line.int() as Day | null;

function skip(line: FactLine, places: number): void {
  for (let i = 0; i < places; i++) line.int();
}

// Lists are ordered by what they say, so that the path of a fact (`stints[1]`) is the same in every evaluation.
// A day that is not known comes last.
const byDay = (a: Day | null, b: Day | null): number => (a ?? Infinity) === (b ?? Infinity) ? 0 : (a ?? Infinity) - (b ?? Infinity);
const byText = (a: string | null, b: string | null): number => (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
const bySpan = (a: { from: Day | null; to: Day | null }, b: { from: Day | null; to: Day | null }): number =>
  byDay(a.from, b.from) || byDay(a.to, b.to) || byText(stable(a), stable(b));
const byMembership = (a: Membership, b: Membership): number => byText(a.class, b.class) || bySpan(a, b);
const byDecision = (a: RemovalOrder, b: RemovalOrder): number => byDay(a.decidedOn, b.decidedOn) || byText(stable(a), stable(b));
const byOrderEvent = (a: OrderEvent, b: OrderEvent): number => byDay(a.on, b.on) || byText(a.kind, b.kind) || byText(a.court, b.court);
const byEvent = (a: CaseEvent, b: CaseEvent): number => byDay(a.on, b.on) || (a.at ?? 0) - (b.at ?? 0) || byText(stable(a), stable(b));
const byContact = (a: Stored<Contact>, b: Stored<Contact>): number => byDay(a.on, b.on) || (a.at ?? 0) - (b.at ?? 0) || byText(a.id, b.id);
const stable = (value: object): string => JSON.stringify(value);
