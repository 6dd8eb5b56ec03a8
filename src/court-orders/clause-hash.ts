import { createHash } from 'node:crypto';
import type { Clause } from '../law/authorities/authority.js';

/** What an attorney compares with the source: a verification holds as long as the clause says this and nothing else. */
export function clauseHash({ text, citation, check, lookBackTo }: Omit<Clause, 'status'>): string {
  return createHash('sha256').update(JSON.stringify(sorted({ text, citation, check, lookBackTo: lookBackTo ?? null }))).digest('hex');
}

/** The same text whatever the order of the keys, which the database does not keep. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
