import type { OrderEventKind } from '../law/facts.js';
import type { OrderOnFile } from './order-on-file.js';

/** What became of one kind of paper. */
export interface Docket {
  /** null: not known */
  filed: boolean | null;
  filedOn: string | null;
  decided: boolean;
  decidedOn: string | null;
  outcome: string | null;
  missing: string[];
}

/** What ends the wait for a decision, and how; null: how it ended is not kept. */
type Decisions = Partial<Record<OrderEventKind, string | null>>;

/**
 * The last paper of a kind and the decision on it, as they stood on a day. A remand or vacatur decides a petition if a
 * court made it. Where days are not known, as many decisions as papers mean that none is pending.
 */
export function docketOf({ events, eventsComplete }: OrderOnFile, filedKind: OrderEventKind, decisions: Decisions, asOf: string): Docket {
  const happened = (events ?? []).filter(({ on }) => !on || on <= asOf);
  const filed = happened.filter(({ kind }) => kind === filedKind);
  const decided = happened.filter(({ kind, court }) => kind in decisions && ((kind !== 'remanded' && kind !== 'vacated') || Boolean(court)));
  const undated = [...filed, ...decided].some(({ on }) => !on);
  const [lastFiled, lastDecided] = [latest(filed), latest(decided)];
  const isDecided = lastDecided !== null && (undated ? decided.length >= filed.length : lastFiled === null || lastDecided.on! >= lastFiled.on!);
  return {
    filed: filed.length > 0 || decided.length > 0 ? true : eventsComplete === true ? false : null,
    filedOn: lastFiled?.on ?? null,
    decided: isDecided,
    decidedOn: isDecided ? lastDecided.on ?? null : null,
    outcome: isDecided ? decisions[lastDecided.kind] ?? null : null,
    missing: [...(filed.length === 0 && decided.length === 0 && eventsComplete !== true ? ['events'] : []), ...(undated ? ['events[].on'] : [])],
  };
}

function latest<E extends { on?: string | null }>(events: readonly E[]): E | null {
  return events.reduce<E | null>((last, event) => (last === null || (event.on ?? '') >= (last.on ?? '') ? event : last), null);
}
