import { KNOWN_LISTS, type KnownList } from '../detainees/fact.js';

/** Where a fact stands among those that the law reads of a person: `stints[1]`, `removalOrders[0].events[2]`. */
export interface FactPath {
  /** `person`: who it is */
  list: KnownList | 'person';
  /** null: the list as a whole, or who it is */
  place: number | null;
  /** of an event of an order of removal */
  eventPlace: number | null;
}

/** Every sentence of the law names its facts by their paths, in parentheses: `(stints[0])`, `(person.citizenship)`. */
const IN_PARENTHESES = /\(([^()]+)\)/g;
const PATH = /^(\w+)(?:\[(\d+)\])?(?:\.events\[(\d+)\])?(?:$|\.\w)/;
const LISTS: ReadonlySet<string> = new Set(['person', ...KNOWN_LISTS]);

/** The facts that texts name, in their order; a text is a sentence of the law, or a path and nothing else, as that of what a finding is about. */
export const factPathsIn = (texts: readonly string[]): FactPath[] =>
  texts.flatMap((text) => [text, ...[...text.matchAll(IN_PARENTHESES)].flatMap(([, inside]) => inside.split(', '))]).flatMap(read);

function read(path: string): FactPath[] {
  const [, list, place, eventPlace] = PATH.exec(path) ?? [];
  return list === undefined || !LISTS.has(list) ? [] : [{ list: list as FactPath['list'], place: numberOf(place), eventPlace: numberOf(eventPlace) }];
}

const numberOf = (digits: string | undefined): number | null => (digits === undefined ? null : Number(digits));
