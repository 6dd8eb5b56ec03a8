import type { CaseEventKind } from '../facts.js';
import type { Predicate } from './predicate.js';

/** What can be read off a predicate without asking it of anybody. */

/** What no fact on file can say and a person must, in words. */
export function wordsToConfirm(who: Predicate): readonly string[] {
  if ('toBeConfirmed' in who) return [who.toBeConfirmed];
  return partsOf(who).flatMap(wordsToConfirm);
}

const TRUE: Predicate = { all: [] };

/** The same predicate, if what a person must confirm is so. */
export function ifConfirmed(who: Predicate): Predicate {
  if ('toBeConfirmed' in who) return TRUE;
  if ('all' in who) return { all: who.all.map(ifConfirmed) };
  if ('any' in who) return { any: who.any.map(ifConfirmed) };
  if ('not' in who) return { not: ifConfirmed(who.not) };
  return 'known' in who ? { known: ifConfirmed(who.known) } : who;
}

/** Events that take a person out for good, whatever else is so: an opting out of a subclass, a petition of one's own. */
export function leavingEvents(who: Predicate): readonly CaseEventKind[] {
  if ('all' in who) return who.all.flatMap(leavingEvents);
  return 'not' in who && 'event' in who.not ? who.not.event : [];
}

/**
 * Of which countries only a citizen can satisfy it; null: it asks for no citizenship. Of whoever has a membership that it
 * asks for nothing is said: their file shows it.
 */
export function onlyCitizensOf(who: Predicate): ReadonlySet<string> | null {
  if ('citizenship' in who) return new Set(who.citizenship);
  if ('member' in who) return new Set();
  if ('known' in who) return onlyCitizensOf(who.known);
  if ('all' in who) return who.all.map(onlyCitizensOf).find((countries) => countries !== null) ?? null;
  if (!('any' in who)) return null;
  const each = who.any.map(onlyCitizensOf);
  return each.every((countries) => countries !== null) ? new Set(each.flatMap((countries) => [...countries])) : null;
}

function partsOf(who: Predicate): readonly Predicate[] {
  if ('all' in who) return who.all;
  if ('any' in who) return who.any;
  if ('not' in who) return [who.not];
  return 'known' in who ? [who.known] : [];
}
