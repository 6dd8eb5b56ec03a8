import type { Predicate } from '../predicates/predicate.js';

/** A class that an order protects, as a predicate: membership is computed, proposed, and confirmed by a person. */
export interface LawClass {
  /** as `memberships[].class` names it */
  slug: string;
  /** in our words */
  text: string;
  citation: string;
  grade: string;
  /** from memory: a proposal that rests on it is not counted until an attorney verifies the definition */
  unverified: boolean;
  /** nobody belongs to it earlier */
  since: string;
  who: Predicate;
}
