import type { KnownList } from '../detainees/fact.js';
import { factPathsIn } from './fact-paths.js';

/** A fact of the same person that somebody named, such as a document or a contact, in the version that stood then. */
export interface FactEvidence {
  /** of the fact: `document`, `ice-contact`, `case-event`, `stint`, … as its history has it */
  kind: string;
  id: string;
  version: number;
}

/** A row of a government spreadsheet from which a fact of the same person came. */
export interface RowEvidence {
  kind: 'row';
  fileId: string;
  sheet: string | null;
  row: number;
}

export type Evidence = FactEvidence | RowEvidence;

export const isRow = (evidence: Evidence): evidence is RowEvidence => evidence.kind === 'row';

/** Under a person's address, by kind. */
const PLACES: Readonly<Record<string, string>> = {
  identity: 'identity', name: 'names', identifier: 'identifiers', membership: 'memberships', stint: 'stints', 'other-custody': 'other-custody',
  'removal-order': 'removal-orders', 'cooperation-lapse': 'cooperation', 'case-event': 'events', note: 'notes', document: 'documents',
  representation: 'representations', 'counsel-contact': 'counsel-contacts', 'adverse-party': 'adverse-parties',
};

/** Where a fact is read; one that is not read by its id alone stands in the person's history. */
export function addressOf(detaineeId: string, kind: string, id: string): string {
  if (kind === 'ice-contact') return `/v1/ice-contacts/${id}`;
  const place = PLACES[kind];
  return place === undefined ? `/v1/detainees/${detaineeId}/history` : `/v1/detainees/${detaineeId}/${place}/${id}`;
}

/** The lists that the law reads, by the kind of fact that they hold. */
const LISTS: Readonly<Record<KnownList, string>> = {
  stints: 'stint', otherCustody: 'other-custody', removalOrders: 'removal-order', cooperation: 'cooperation-lapse', memberships: 'membership',
  events: 'case-event', contacts: 'ice-contact',
};

/** What kind of fact stands at a path such as `events[3]`. */
export const kindAt = (path: string): string => LISTS[path.slice(0, path.indexOf('[')) as KnownList];

/** The paths of the facts that sentences name, each once: `events[3]`; of an event of an order, the order's. */
export const pathsIn = (sentences: readonly string[]): string[] =>
  [...new Set(factPathsIn(sentences).flatMap(({ list, place }) => (place === null ? [] : [`${list}[${place}]`])))];
