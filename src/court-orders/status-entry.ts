import type { Authority } from '../law/authorities/authority.js';
import { noSuchClause, overlapping } from './court-orders.errors.js';
import type { OfficeLawRows } from './office-law.queries.js';
import { authorityOf, clausesWithStateFrom, type StatusRow, timelinesOf } from './timeline.js';

export interface NewStatus extends Omit<StatusRow, 'from'> {
  /** the day from which it holds */
  on: string;
}

/** Refuses an entry about a clause that there is not, and two states of one clause on one day. */
export function withStatus({ orders }: OfficeLawRows, orderId: string, entries: readonly NewStatus[]): { before: Authority; after: Authority } {
  const { definition, status } = orders.find((order) => order.definition.id === orderId)!;
  const clauses = definition.clauses.map(({ id }) => id);
  const rows = [...status];
  for (const { on, ...entry } of entries) {
    const unknown = entry.clauseIds.findIndex((id) => !clauses.includes(id));
    if (unknown !== -1) throw noSuchClause(unknown, clauses);
    const taken = clausesWithStateFrom(timelinesOf(rows), entry.clauseIds, on);
    if (taken.length > 0) throw overlapping(taken);
    rows.push({ ...entry, from: on });
  }
  return { before: authorityOf(definition, timelinesOf(status)), after: authorityOf(definition, timelinesOf(rows)) };
}
