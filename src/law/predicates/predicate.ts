import type { CaseEventKind, Custodian, OrderEventKind } from '../facts.js';

/**
 * Whom an order protects, as data over dated facts, so that an office can enter a class as it enters a clause. Asked of
 * one person on one day (predicate-on.ts) it is yes, no, or unknown with the facts that are missing.
 */
export type Predicate =
  | { all: readonly Predicate[] }
  | { any: readonly Predicate[] }
  | { not: Predicate }
  /** on file to be so: what is not known is no, where a question that nobody can answer would be asked of everybody */
  | { known: Predicate }
  /** ISO 3166-1 alpha-3, any of them */
  | { citizenship: readonly string[] }
  /** has not had that birthday by the day; whole years */
  | { youngerThan: number }
  /** an order of removal was final on at least one day from `from` through `to`, however long before it became so */
  | { finalOrder: { from: string; to: string } }
  /** an order of removal is final on the day itself */
  | { orderFinal: true }
  /** one of these happened to an order of removal by the day */
  | { orderEvent: readonly OrderEventKind[] }
  /** a place of custody on the day */
  | { heldAt: Places }
  | { heldBy: readonly Custodian[] }
  /** in immigration custody on the day */
  | { held: true }
  /** "have been or will be detained": yes once there was immigration custody; until then nobody can say */
  | { hasBeenOrWillBeHeld: true }
  /** at least so many days of immigration custody by the day, stays added together */
  | { heldFor: number }
  /**
   * One of these events from `from` through the day, or through `to` if that is sooner; null: no bound. `until`: each of
   * those events, by the day, ends one of them, so that more must have begun than ended.
   */
  | { event: readonly CaseEventKind[]; from: string | null; to: string | null; until?: readonly CaseEventKind[] }
  /** a membership that is on file covers the day */
  | { member: string }
  /** what no fact on file can say, in words: not known until somebody confirms the membership */
  | { toBeConfirmed: string };

/**
 * Where: a place of custody is there if it is in every list that is given (`states` and `standards`: in one of those
 * States and under one of those standards). What is in one list *or* another is `any` of two `heldAt`.
 */
export interface Places {
  /** DETLOC codes */
  facilities?: readonly string[];
  /** areas of responsibility, e.g. DET */
  fieldOffices?: readonly string[];
  /** e.g. MI */
  states?: readonly string[];
  /** federal districts as courts abbreviate them, e.g. E.D. Mich. */
  districts?: readonly string[];
  circuits?: readonly string[];
  /** detention standards by their slug, e.g. pbnds-2011 */
  standards?: readonly string[];
}
