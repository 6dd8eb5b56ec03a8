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

/** Every sentence of the law names its facts by their paths, in parentheses: `(stints[0])`, `(person.citizenship)`. */
const IN_PARENTHESES = /\(([^()]+)\)/g;
const PATH = /^(person|stints|otherCustody|removalOrders|cooperation|memberships|events|contacts)(?:\[(\d+)\])?(?:\.events\[(\d+)\])?(?:$|\.)/;

/** The facts that sentences name, each once, in the order in which they are named. `identity`: the fact that says who it is. */
export function evidenceIn(facts: Facts, identity: string | null, sentences: readonly string[]): EvidentFact[] {
  const found = new Map<string, EvidentFact>();
  for (const sentence of sentences) {
    for (const [, inside] of sentence.matchAll(IN_PARENTHESES)) {
      for (const path of inside.split(', ')) for (const fact of factsAt(facts, identity, path)) found.set(fact.id, fact);
    }
  }
  return [...found.values()];
}

function factsAt(facts: Facts, identity: string | null, path: string): EvidentFact[] {
  const [, list, place, eventPlace] = PATH.exec(path) ?? [];
  if (list === undefined) return [];
  if (list === 'person') return identity === null ? [] : [{ list: 'identity', id: identity, says: facts.person }];
  const all = (facts as unknown as Record<string, readonly Stored[] | null>)[list] ?? [];
  // A count adds every stay together; any other list that is named whole is named for what is not in it.
  if (place === undefined) return list === 'stints' ? all.flatMap((one) => evident(list, one)) : [];
  const fact = all[Number(place)];
  if (eventPlace === undefined) return evident(list, fact);
  return evident('removalOrders.events', (fact?.events as readonly Stored[] | null | undefined)?.[Number(eventPlace)]);
}

function evident(list: string, fact: Stored | undefined): EvidentFact[] {
  if (fact?.id === undefined) return [];
  const { id, ...says } = fact;
  return [{ list, id, says }];
}
