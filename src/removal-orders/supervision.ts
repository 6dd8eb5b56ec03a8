import type { Answer } from '../law/answer.js';
import type { DatedEvent } from './order-on-file.js';

export const SUPERVISION_STATES = ['supervised', 'not-supervised', 'held', 'unknown'] as const;
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

/** Release under an order of supervision, as the stays in custody show it. */
export interface SupervisionStatus {
  state: SupervisionState;
  /** since when, where the person is supervised */
  since: string | null;
  /** every release under one, the latest last */
  releases: { on: string; until: string | null }[];
  /** what happened since the last of them: notice, interview, arrest */
  events: { eventId: string; kind: string; on: string }[];
  because: string[];
  missing: string[];
}

const ABOUT_SUPERVISION: ReadonlySet<string> = new Set(['released', 'redetention-notice', 'redetention-interview', 'arrest']);

export function supervisionOf({ custody, asOf }: Pick<Answer, 'custody' | 'asOf'>, events: readonly DatedEvent[]): SupervisionStatus {
  const { stays, inCustody } = custody;
  const releases = stays.flatMap((stay, i) =>
    (stay.endedBy === 'order-of-supervision' && stay.to !== null ? [{ on: stay.to, until: stays[i + 1]?.from ?? null }] : []));
  const last = releases.at(-1);
  const since = last === undefined ? [] : events.flatMap(({ id, kind, on }) =>
    (on && on >= last.on && on <= asOf && ABOUT_SUPERVISION.has(kind) ? [{ eventId: id, kind, on }] : []));
  const status = { since: null, releases, events: since, missing: [] };
  const end = stays.at(-1)?.endedBy;
  if (inCustody === null) return { ...status, state: 'unknown', because: ['Whether the person is held is not known.'], missing: [...custody.missing] };
  if (inCustody) return { ...status, state: 'held', because: ['The person is held.'] };
  if (end === 'order-of-supervision') return { ...status, state: 'supervised', since: last!.on, because: [`The last stay in custody ended on ${last!.on} with an order of supervision.`] };
  if (end === undefined) return { ...status, state: 'not-supervised', because: ['The person was never held by immigration, as far as the stints on file say.'] };
  if (end === null || end === 'unknown' || end === 'transfer') {
    return { ...status, state: 'unknown', because: ['How the last stay in custody ended is not known.'], missing: ['stints[].endedBy'] };
  }
  return { ...status, state: 'not-supervised', because: [`The last stay in custody ended otherwise (${end}).`] };
}
