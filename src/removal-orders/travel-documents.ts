import type { DatedEvent } from './order-on-file.js';

export const TRAVEL_DOCUMENT_STATES = ['requested', 'interviewed', 'issued', 'refused', 'expired', 'none', 'unknown'] as const;
export type TravelDocumentState = (typeof TRAVEL_DOCUMENT_STATES)[number];

/** How far the government has come with a travel document, step by step. */
export interface TravelDocumentStatus {
  /** where the last step left it; `none`: known that nothing was begun */
  state: TravelDocumentState;
  since: string | null;
  steps: { eventId: string; kind: string; on: string }[];
  /** what the person signed and whether it was taken back */
  statements: { signed: number; rescinded: number; standing: boolean | null };
  /** whether the steps are known to be all */
  complete: boolean;
  missing: string[];
}

/** In the order in which they come where several fall on one day. */
const STEPS: readonly (readonly [string, TravelDocumentState | null])[] = [
  ['travel-document-requested', 'requested'],
  ['consular-interview', 'interviewed'],
  ['statement-signed', null],
  ['statement-rescinded', null],
  ['travel-document-refused', 'refused'],
  ['travel-document-issued', 'issued'],
  ['travel-document-expired', 'expired'],
];
const STATE_AFTER = new Map(STEPS);
const PLACE = new Map(STEPS.map(([kind], at) => [kind, at]));

export function travelDocumentOf(events: readonly DatedEvent[], complete: boolean, asOf: string): TravelDocumentStatus {
  const steps = events
    .flatMap(({ id, kind, on }) => (on && on <= asOf && PLACE.has(kind) ? [{ eventId: id, kind, on }] : []))
    .sort((a, b) => (a.on === b.on ? PLACE.get(a.kind)! - PLACE.get(b.kind)! : a.on < b.on ? -1 : 1));
  const last = steps.filter(({ kind }) => STATE_AFTER.get(kind) !== null).at(-1);
  const statements = steps.filter(({ kind }) => kind === 'statement-signed' || kind === 'statement-rescinded');
  const signed = statements.filter(({ kind }) => kind === 'statement-signed').length;
  return {
    state: last === undefined ? (complete ? 'none' : 'unknown') : STATE_AFTER.get(last.kind)!,
    since: last?.on ?? null,
    steps,
    statements: { signed, rescinded: statements.length - signed, standing: standing(statements.at(-1)?.kind, complete) },
    complete,
    missing: complete ? [] : ['events'],
  };
}

function standing(last: string | undefined, complete: boolean): boolean | null {
  if (last === undefined) return complete ? false : null;
  return last === 'statement-signed';
}
