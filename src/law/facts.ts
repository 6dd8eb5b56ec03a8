import type { Day } from './calendar/day.js';

/**
 * What the law reads about one person.
 *
 * Not known and none are different: `null` is *not known*, `[]` is *known to be none*. Names are those of the JSON
 * contract; the days are integers, read once by `readFacts` (facts-json.ts) or by whoever loads them from storage.
 */
export interface Facts {
  /** `1` to `11` or `DC`; null: that of the facility on the day asked about */
  circuit: string | null;
  person: PersonFacts;
  stints: readonly Stint[] | null;
  otherCustody: readonly OtherCustody[] | null;
  removalOrders: readonly RemovalOrder[] | null;
  cooperation: readonly CooperationLapse[] | null;
  memberships: readonly Membership[] | null;
  events: readonly CaseEvent[] | null;
  contacts: readonly Contact[] | null;
}

export interface PersonFacts {
  /** ISO 3166-1 alpha-3 */
  citizenship: string | null;
  birthDate: Day | null;
}

export const CUSTODIANS = ['ice', 'county-for-ice', 'cbp', 'orr'] as const;
export type Custodian = (typeof CUSTODIANS)[number];

export const STINT_ENDS = [
  'transfer', 'bond', 'order-of-supervision', 'recognizance', 'parole', 'removed', 'departed', 'criminal-custody',
  'court-order', 'died', 'unknown',
] as const;
export type StintEnd = (typeof STINT_ENDS)[number];

/** Time in one facility. `to` is the day the person left; null while open. */
export interface Stint {
  /** ICE's facility code (DETLOC) */
  facility: string | null;
  /** circuit of the facility, if the caller knows the place */
  circuit: string | null;
  /** the facility's area of responsibility (e.g. DET), State (MI) and federal district (E.D. Mich.); absent or null: not known */
  fieldOffice?: string | null;
  state?: string | null;
  district?: string | null;
  /** slug of the detention standard by which the facility is bound, e.g. pbnds-2011; absent or null: not known */
  standard?: string | null;
  /** where it changed while the person was there: which bound from when; on a day in none of the spans `standard` does */
  standards?: readonly StandardSpan[] | null;
  custodian: Custodian;
  from: Day | null;
  to: Day | null;
  endedBy: StintEnd | null;
}

/** A facility bound by a detention standard from a day; half-open, null: no bound. */
export interface StandardSpan {
  standard: string;
  from: Day | null;
  to: Day | null;
}

export interface OtherCustody {
  kind: 'criminal';
  from: Day | null;
  to: Day | null;
}

export const ORDER_KINDS = ['removal', 'voluntary-departure-alternate', 'expedited', 'administrative', 'reinstated'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const DECIDERS = ['immigration-judge', 'bia', 'dhs', 'attorney-general'] as const;
export type Decider = (typeof DECIDERS)[number];

export interface RemovalOrder {
  kind: OrderKind | null;
  decidedOn: Day | null;
  decidedBy: Decider | null;
  inAbsentia: boolean | null;
  appeal: Appeal | null;
  voluntaryDeparture: VoluntaryDeparture | null;
  /** a document states the day of finality without its route */
  statedFinalOn: Day | null;
  /** reinstated orders: the day the original order became final */
  originalFinalOn: Day | null;
  reinstatedOn: Day | null;
  events: readonly OrderEvent[] | null;
}

export const APPEAL_OUTCOMES = ['dismissed', 'sustained', 'remanded', 'withdrawn'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export interface Appeal {
  waivedOn: Day | null;
  filed: boolean | null;
  filedOn: Day | null;
  decidedOn: Day | null;
  outcome: AppealOutcome | null;
  certifiedOn: Day | null;
}

export interface VoluntaryDeparture {
  departBy: Day | null;
  departed: boolean | null;
  departedOn: Day | null;
  bondDueOn: Day | null;
  bondPosted: boolean | null;
  bondPostedOn: Day | null;
}

export const ORDER_EVENT_KINDS = [
  'motion-to-reopen-filed', 'reopened', 'reopening-denied', 'remanded', 'vacated', 'petition-for-review-filed',
  'petition-for-review-decided', 'judicial-stay-entered', 'judicial-stay-lifted', 'administrative-stay-entered',
  'administrative-stay-lifted', 'habeas-stay-entered', 'habeas-stay-lifted', 'withholding-granted', 'cat-granted',
] as const;
export type OrderEventKind = (typeof ORDER_EVENT_KINDS)[number];

export interface OrderEvent {
  kind: OrderEventKind;
  on: Day | null;
  court: string | null;
}

export const LAPSE_ACTS = ['refused-travel-document-form', 'refused-consular-interview', 'false-identity', 'obstructed-removal'] as const;
export type LapseAct = (typeof LAPSE_ACTS)[number];

/** A failure to cooperate with removal. `to: null` without `ongoing: true`: the end is not known. */
export interface CooperationLapse {
  from: Day | null;
  to: Day | null;
  ongoing: boolean | null;
  act: LapseAct | null;
  noticeServedOn: Day | null;
  disputed: boolean | null;
}

export interface Membership {
  class: string;
  from: Day | null;
  to: Day | null;
}

export const EVENT_KINDS = [
  'custody-review-notice', 'custody-review-interview', 'custody-review-decision', 'headquarters-transfer',
  'bond-hearing-requested', 'bond-hearing-held', 'bond-granted', 'bond-denied', 'bond-stayed', 'release-ordered',
  'released', 'redetention-notice', 'redetention-interview', 'slrrf-request', 'slrrf-acknowledged', 'slrrf-decision',
  'class-counsel-notified', 'counsel-meeting', 'consular-interview', 'travel-document-requested',
  'travel-document-issued', 'travel-document-refused', 'travel-document-expired', 'statement-signed', 'statement-rescinded', 'files-produced',
  'list-produced', 'hold-room-entered', 'hold-room-left', 'transfer-notice', 'detainer-lodged', 'arrest', 'hearing',
  'opted-out', 'individual-habeas-filed', 'proof-of-release', 'declaration-filed',
  'detainer-hold-began', 'detainer-hold-ended', 'probable-cause-reviewed', 'warrantless-arrest', 'arrest-facts-documented',
  'courthouse-arrest', 'unaccompanied-child-determined', 'transferred-to-hhs', 'licensed-program-placement',
  'held-with-unrelated-adults', 'separated-from-unrelated-adults', 'credible-fear-found', 'serious-mental-disorder-found',
  'qualified-representative-appointed', 'rights-notice-given', 'transferred-out-of-district', 'medical-risk-factor-found',
  'third-country-notice', 'third-country-removal', 'fear-claimed', 'fear-screening',
  'counsel-of-record-entered', 'counsel-of-record-ended', 'transferred', 'transferred-to-another-area', 'transfer-approved', 'counsel-told-of-transfer',
  'legal-call-requested', 'legal-call-made', 'legal-visit-monitored',
] as const;
export type CaseEventKind = (typeof EVENT_KINDS)[number];

/** A dated procedural event: `on` a day, or `at` an instant with the day it fell on where it happened. */
export interface CaseEvent {
  kind: CaseEventKind;
  on: Day | null;
  /** milliseconds since 1970-01-01T00:00:00Z; null when only the day is known */
  at: number | null;
  /** minutes that local time, where it happened, was ahead of UTC at that instant; null when only the day is known */
  offsetMinutes: number | null;
}

export const ACTORS = ['ice', 'dhs', 'jail', 'consular', 'counsel', 'other'] as const;
export type Actor = (typeof ACTORS)[number];

export const TOPICS = [
  'immigration-case', 'detention-length', 'prospect-of-removal', 'threat-of-prosecution', 'wish-to-return',
  'class-blamed', 'leave-the-class', 'retaliation', 'force', 'document-signing', 'travel-document', 'consular-interview',
] as const;
export type Topic = (typeof TOPICS)[number];

export interface Contact {
  at: number | null;
  on: Day | null;
  actor: Actor;
  topics: readonly Topic[];
  counselPresent: boolean | null;
  counselNotifiedOn: Day | null;
  documents: readonly string[] | null;
  narrative: string | null;
}
