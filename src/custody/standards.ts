import { AUTHORITIES } from '../law/authorities/index.js';

/** Standards of which no clause ships: that a facility is bound by one of them says which clauses do not bind it. */
const WITHOUT_CLAUSES = ['nds-2000', 'family-residential', 'other'] as const;

/** By which a facility can be bound, by their slugs. A misspelt one would be a standard that nobody knows: these and no other are taken. */
export const STANDARDS: readonly string[] = [...new Set([...AUTHORITIES.flatMap(({ places }) => places?.standards ?? []), ...WITHOUT_CLAUSES])].sort();
