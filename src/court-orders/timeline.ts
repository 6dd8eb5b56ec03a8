import type { Authority, Clause, ClauseState, StatusEntry } from '../law/authorities/authority.js';

/** A state of some clauses of an order, as it is kept: it began on a day, and lasts until the next. */
export interface StatusRow extends StatusEntry {
  clauseIds: readonly string[];
}

/** An authority as it is kept: what its clauses say, and apart from it which state they were in since when. */
export type Definition = Omit<Authority, 'clauses'> & { clauses: readonly Omit<Clause, 'status'>[] };

export type Timelines = ReadonlyMap<string, readonly StatusEntry[]>;

/** Of every clause that a row names, its states, oldest first. */
export function timelinesOf(rows: readonly StatusRow[]): Timelines {
  const timelines = new Map<string, StatusEntry[]>();
  for (const { clauseIds, ...entry } of rows) {
    for (const id of clauseIds) timelines.set(id, [...(timelines.get(id) ?? []), entry]);
  }
  for (const entries of timelines.values()) entries.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return timelines;
}

/** Of a clause all whose states were withdrawn nobody can say whether it has force. */
const NOT_KNOWN: readonly StatusEntry[] = [{
  from: null, state: 'unknown' satisfies ClauseState, cause: 'what was entered was withdrawn, and nothing in its place', source: 'no status entry stands', grade: 'INF',
}];

export const authorityOf = (definition: Definition, timelines: Timelines): Authority => ({
  ...definition, clauses: definition.clauses.map((clause) => ({ ...clause, status: timelines.get(clause.id) ?? NOT_KNOWN })),
});

/** What stands of each clause of an order, and of each that it had once. */
export const standingOf = ({ clauses }: Definition, timelines: Timelines): Timelines =>
  new Map([...clauses.map(({ id }) => [id, timelines.get(id) ?? NOT_KNOWN] as const), ...timelines]);

export const definitionOf = (authority: Authority): Definition => ({ ...authority, clauses: authority.clauses.map(withoutStatus) });

function withoutStatus(clause: Clause): Omit<Clause, 'status'> {
  const { status, ...rest } = clause;
  void status;
  return rest;
}

/** The states of the clauses that `chosen` takes, as rows: clauses that share one share its row. */
export function rowsOf({ clauses }: Authority, chosen: (clauseId: string) => boolean = () => true): StatusRow[] {
  const rows = new Map<string, StatusEntry & { clauseIds: string[] }>();
  for (const { id, status } of clauses) {
    if (!chosen(id)) continue;
    for (const { from, state, cause, source, grade } of status) {
      const key = JSON.stringify([from, state, cause, source, grade]);
      const row = rows.get(key);
      if (row) row.clauseIds.push(id);
      else rows.set(key, { from, state, cause, source, grade, clauseIds: [id] });
    }
  }
  return [...rows.values()];
}

export const sameTimeline = (a: readonly StatusEntry[], b: readonly StatusEntry[]): boolean =>
  a.length === b.length && a.every((entry, i) => (['from', 'state', 'cause', 'source', 'grade'] as const).every((key) => entry[key] === b[i][key]));

/** Of those clauses, the ones that are in a state since that very day already. */
export const clausesWithStateFrom = (timelines: Timelines, clauseIds: readonly string[], from: string | null): string[] =>
  clauseIds.filter((id) => timelines.get(id)?.some((entry) => entry.from === from));
