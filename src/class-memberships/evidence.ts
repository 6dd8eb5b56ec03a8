import { type FactPath, factPathsIn } from '../compliance/fact-paths.js';
import type { Facts } from '../law/facts.js';

/** A fact on file on which something rests: of which list of the law's facts, and its id. */
export interface Evidence {
  list: string;
  id: string;
}

/** The same with what it says, by which a later version of it is told from this one. */
export interface EvidentFact extends Evidence {
  says: unknown;
}

type Stored = Readonly<Record<string, unknown>> & { id?: string };

/** The facts that sentences name, each once, in the order in which they are named. `identity`: the fact that says who it is. */
export function evidenceIn(facts: Facts, identity: string | null, sentences: readonly string[]): EvidentFact[] {
  const found = factPathsIn(sentences).flatMap((path) => factsAt(facts, identity, path));
  return [...new Map(found.map((fact) => [fact.id, fact])).values()];
}

function factsAt(facts: Facts, identity: string | null, { list, place, eventPlace }: FactPath): EvidentFact[] {
  if (list === 'person') return identity === null ? [] : [{ list: 'identity', id: identity, says: facts.person }];
  const all = (facts[list] ?? []) as readonly object[] as readonly Stored[];
  // A count adds every stay together; any other list that is named whole is named for what is not in it.
  if (place === null) return list === 'stints' ? all.flatMap((one) => evident(list, one)) : [];
  const fact = all[place];
  if (eventPlace === null) return evident(list, fact);
  return evident('removalOrders.events', (fact?.events as readonly Stored[] | null | undefined)?.[eventPlace]);
}

function evident(list: string, fact: Stored | undefined): EvidentFact[] {
  if (fact?.id === undefined) return [];
  const { id, ...says } = fact;
  return [{ list, id, says }];
}
