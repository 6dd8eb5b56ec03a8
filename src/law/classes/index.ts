import type { Authority } from '../authorities/authority.js';
import { AUTHORITIES } from '../authorities/index.js';
import type { LawClass } from './class.js';
import { hamamaClasses } from './hamama.js';

/**
 * The classes of some authorities: those that have a definition of their own here, and those that an authority defines by
 * whom it protects. A class that an authority only names belongs to the order that defines it.
 */
export const classesOf = (authorities: readonly Authority[]): readonly LawClass[] => [...hamamaClasses, ...authorities.flatMap(definedBy)];

/** Its clauses say how good the source is; nobody belongs to it before the first of them had force. */
function definedBy({ protects, caption, citation, where, clauses }: Authority): LawClass[] {
  if (protects.kind !== 'those' || protects.class === null) return [];
  const began = clauses.map(({ status }) => status.find(({ state }) => state !== 'announced')?.from ?? LONG_AGO).sort();
  return [{
    slug: protects.class, text: `Those whom ${caption} protects, ${where}.`, citation, grade: clauses[0]?.grade ?? 'M',
    unverified: clauses.every(({ unverified }) => unverified), since: began[0] ?? LONG_AGO, who: protects.who,
  }];
}

const LONG_AGO = '1900-01-01';

/** Every class that ships. */
export const CLASSES: readonly LawClass[] = classesOf(AUTHORITIES);

/** The names that an order may protect, given the authorities that stand: the classes, and the persons whom an order names. */
export const classNames = (authorities: readonly Authority[]): ReadonlySet<string> => new Set([
  ...classesOf(authorities).map(({ slug }) => slug),
  ...authorities.filter(({ protects }) => protects.kind === 'persons').map(({ id }) => id),
]);
