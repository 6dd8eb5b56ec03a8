import { addDays, addMonths, formatDay, type Day } from '../law/calendar/day.js';
import type {
  AppealOutcome, CaseEventKind, Custodian, Decider, LapseAct, OrderEventKind, OrderKind, StintEnd,
} from '../law/facts.js';
import type { FindingResult } from '../law/answer.js';

/**
 * The words in which the demo caseload is told. Every person in it is invented. The facts have the names of the JSON
 * contract, so that what a lawyer reads here is what the law core is given and what the API would be sent.
 */
export interface DemoPerson {
  /** stable across runs: the demo is looked up by it, and tests name it */
  key: string;
  /** why this person is in the demo, in one or two sentences */
  story: string;
  names: readonly DemoName[];
  aNumber: string;
  birthDate?: string;
  birthYear?: number;
  /** ISO 3166-1 alpha-3 */
  citizenship: string;
  /** BCP 47 */
  language: string;
  gender: 'female' | 'male';
  /** where the office has it from, unless a fact says otherwise */
  source: string;
  facts: DemoFacts;
  /** results by `authority/clause` on the day of seeding; what a test holds the story to */
  expect?: Readonly<Record<string, FindingResult>>;
  /** the same on another day, where history is the point */
  expectOn?: readonly { day: string; expect: Readonly<Record<string, FindingResult>> }[];
}

export interface DemoName {
  text: string;
  /** ISO 15924 */
  script: string;
  /** the document that spells it so; names without one come from the person's source */
  source?: string;
}

/** As in the contract: an absent list is not known, `[]` is known to be none. */
export interface DemoFacts {
  stints?: readonly DemoStint[];
  otherCustody?: readonly { kind: 'criminal'; from: string | null; to: string | null }[];
  removalOrders?: readonly DemoOrder[];
  cooperation?: readonly DemoLapse[];
  memberships?: readonly { class: string; from: string; to: string | null }[];
  events?: readonly { kind: CaseEventKind; on?: string; at?: string; note?: string }[];
}

export interface DemoStint {
  facility: string | null;
  custodian: Custodian;
  from: string;
  to: string | null;
  endedBy: StintEnd | null;
}

export interface DemoOrder {
  kind: OrderKind;
  decidedOn: string | null;
  decidedBy: Decider;
  inAbsentia: boolean | null;
  appeal: DemoAppeal | null;
  voluntaryDeparture: DemoDeparture | null;
  statedFinalOn: string | null;
  originalFinalOn: string | null;
  reinstatedOn: string | null;
  designatedCountries?: readonly string[];
  events: readonly DemoOrderEvent[] | null;
}

export interface DemoAppeal {
  waivedOn: string | null;
  filed: boolean | null;
  filedOn: string | null;
  decidedOn: string | null;
  outcome: AppealOutcome | null;
  certifiedOn: string | null;
}

export interface DemoDeparture {
  departBy: string | null;
  departed: boolean | null;
  departedOn: string | null;
  bondDueOn: string | null;
  bondPosted: boolean | null;
  bondPostedOn: string | null;
}

export interface DemoOrderEvent {
  kind: OrderEventKind;
  on: string;
  court?: string;
}

export interface DemoLapse {
  from: string;
  to: string | null;
  ongoing: boolean;
  act: LapseAct;
  noticeServedOn: string | null;
  disputed: boolean;
}

/** Days told from the day of seeding, for counts that must be fresh on it. */
export interface DemoDays {
  today: string;
  ago(days: number): string;
  ahead(days: number): string;
  monthsAgo(months: number): string;
}

export const daysFrom = (today: Day): DemoDays => ({
  today: formatDay(today),
  ago: (days) => formatDay(addDays(today, -days)),
  ahead: (days) => formatDay(addDays(today, days)),
  monthsAgo: (months) => formatDay(addMonths(today, -months)),
});

const COMPLETE: DemoFacts = {
  stints: [], otherCustody: [], removalOrders: [], cooperation: [], memberships: [], events: [],
};

/** A file on which every list is complete: what is not told did not happen. */
export const completeFile = (told: DemoFacts): DemoFacts => ({ ...COMPLETE, ...told });

/** Still held there by ICE. */
export const held = (facility: string, from: string, custodian: Custodian = 'ice'): DemoStint => ({
  facility, custodian, from, to: null, endedBy: null,
});

/** Was held there by ICE, until something ended it. */
export const heldUntil = (
  facility: string | null, from: string, to: string, endedBy: StintEnd, custodian: Custodian = 'ice',
): DemoStint => ({ facility, custodian, from, to, endedBy });

/** An immigration judge's order at a hearing that the person attended; say what differs. */
export const order = (differs: Partial<DemoOrder> & Pick<DemoOrder, 'decidedOn'>): DemoOrder => ({
  kind: 'removal', decidedBy: 'immigration-judge', inAbsentia: false, appeal: null, voluntaryDeparture: null,
  statedFinalOn: null, originalFinalOn: null, reinstatedOn: null, events: [], ...differs,
});

const APPEAL: DemoAppeal = { waivedOn: null, filed: null, filedOn: null, decidedOn: null, outcome: null, certifiedOn: null };

export const waived = (on: string): DemoAppeal => ({ ...APPEAL, waivedOn: on, filed: false });
export const noAppeal: DemoAppeal = { ...APPEAL, filed: false };
export const appealPending = (filedOn: string): DemoAppeal => ({ ...APPEAL, filed: true, filedOn });
export const appealDecided = (filedOn: string, outcome: AppealOutcome, decidedOn: string): DemoAppeal => ({
  ...APPEAL, filed: true, filedOn, outcome, decidedOn,
});
/** The judge certified the case to the Board, which ordered removal; nobody needed to appeal. */
export const certified = (certifiedOn: string, decidedOn: string): DemoAppeal => ({ ...APPEAL, certifiedOn, outcome: 'dismissed', decidedOn });

export const departure = (told: Partial<DemoDeparture>): DemoDeparture => ({
  departBy: null, departed: null, departedOn: null, bondDueOn: null, bondPosted: null, bondPostedOn: null, ...told,
});

export const latin = (text: string, source?: string): DemoName => ({ text, script: 'Latn', source });
export const arabic = (text: string, source?: string): DemoName => ({ text, script: 'Arab', source });
