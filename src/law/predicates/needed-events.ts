import type { Predicate } from './predicate.js';

/**
 * Kinds of events of which at least one must be on file for a predicate to be anything but no, whatever else the facts
 * say; null: it can be more without any. Most orders that name such an event are about people whom it never happened to,
 * and those are passed over before anything is asked.
 */
export function neededEvents(who: Predicate): ReadonlySet<string> | null {
  return 'known' in who ? ofKnown(who.known) : 'all' in who ? ofFirst(who.all, neededEvents) : 'any' in who ? ofEvery(who.any, neededEvents) : null;
}

/** Where events are not known, an event is not known to have happened: within `known` that is no. */
function ofKnown(who: Predicate): ReadonlySet<string> | null {
  if ('event' in who) return new Set(who.event);
  return 'known' in who ? ofKnown(who.known) : 'all' in who ? ofFirst(who.all, ofKnown) : 'any' in who ? ofEvery(who.any, ofKnown) : null;
}

type Needed = (who: Predicate) => ReadonlySet<string> | null;

const ofFirst = (parts: readonly Predicate[], needed: Needed): ReadonlySet<string> | null =>
  parts.map(needed).find((kinds) => kinds !== null) ?? null;

function ofEvery(parts: readonly Predicate[], needed: Needed): ReadonlySet<string> | null {
  const each = parts.map(needed);
  return each.length > 0 && each.every((kinds) => kinds !== null) ? new Set(each.flatMap((kinds) => [...kinds])) : null;
}
