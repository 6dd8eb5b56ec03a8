import { CUSTODIANS, EVENT_KINDS, ORDER_EVENT_KINDS } from '../facts.js';
import type { Fields } from '../facts-reader.js';
import { MOST_DAYS } from '../checks/bounds.js';
import { CIRCUITS } from '../circuits.js';
import { at, optional, type JsonReader, SLUG } from '../json-reader.js';
import type { Places, Predicate } from './predicate.js';

const COUNTRY = /^[A-Z]{3}$/;
/** Deeper than any class that a court has defined. */
const MOST_LEVELS = 8;
const MOST_PARTS = 100;
const OLDEST = 120;

export const PREDICATE_KINDS = [
  'all', 'any', 'not', 'known', 'citizenship', 'youngerThan', 'finalOrder', 'orderFinal', 'orderEvent', 'heldAt', 'heldBy', 'held',
  'hasBeenOrWillBeHeld', 'heldFor', 'event', 'member', 'toBeConfirmed',
] as const;

/** Stands in for one that was refused; what was read is thrown away then. */
const NOBODY: Predicate = { any: [] };

/** `classes`: those of which one may be a member. */
export function readPredicate(reader: JsonReader, json: unknown, path: string, classes: ReadonlySet<string>, level = 1): Predicate {
  const fields = reader.object(json, path);
  const kinds = fields === null ? [] : Object.keys(fields).filter((key) => (PREDICATE_KINDS as readonly string[]).includes(key));
  if (fields === null || kinds.length !== 1) {
    reader.refuse(path, fields === null ? 'is missing' : 'must say exactly one thing', PREDICATE_KINDS);
    return NOBODY;
  }
  if (level > MOST_LEVELS) {
    reader.refuse(path, `is nested deeper than ${MOST_LEVELS} levels`);
    return NOBODY;
  }
  const kind = kinds[0] as (typeof PREDICATE_KINDS)[number];
  reader.only(fields, path, kind === 'event' ? ['event', 'from', 'to', 'until'] : [kind]);
  const inner = (value: unknown, where: string): Predicate => readPredicate(reader, value, where, classes, level + 1);
  const several = (key: 'all' | 'any'): Predicate[] => {
    const value = fields[key];
    if (Array.isArray(value) && value.length > 0 && value.length <= MOST_PARTS) return value.map((part, i) => inner(part, `${path}.${key}[${i}]`));
    reader.refuse(at(path, key), 'must be a list of predicates', [`1 to ${MOST_PARTS}`]);
    return [];
  };
  switch (kind) {
    case 'all': return { all: several('all') };
    case 'any': return { any: several('any') };
    case 'not': return { not: inner(fields.not, `${path}.not`) };
    case 'known': return { known: inner(fields.known, `${path}.known`) };
    case 'citizenship': return { citizenship: reader.eachMatching(fields, 'citizenship', path, COUNTRY, 'ISO 3166-1 alpha-3, e.g. IRQ') };
    case 'youngerThan': return { youngerThan: reader.whole(fields, 'youngerThan', path, OLDEST, 1) };
    case 'finalOrder': return { finalOrder: readSpan(reader, reader.part(fields, 'finalOrder', path), `${path}.finalOrder`) };
    case 'orderFinal': return truly(reader, fields, path, 'orderFinal', { orderFinal: true });
    case 'orderEvent': return { orderEvent: reader.each(fields, 'orderEvent', path, ORDER_EVENT_KINDS, 1) };
    case 'heldFor': return { heldFor: reader.whole(fields, 'heldFor', path, MOST_DAYS, 1) };
    case 'toBeConfirmed': return { toBeConfirmed: reader.words(fields, 'toBeConfirmed', path, 500) };
    case 'heldAt': return { heldAt: readPlaces(reader, fields.heldAt, `${path}.heldAt`) };
    case 'heldBy': return { heldBy: reader.each(fields, 'heldBy', path, CUSTODIANS, 1) };
    case 'held': return truly(reader, fields, path, 'held', { held: true });
    case 'hasBeenOrWillBeHeld': return truly(reader, fields, path, 'hasBeenOrWillBeHeld', { hasBeenOrWillBeHeld: true });
    case 'event': return readEvent(reader, fields, path);
    case 'member': return { member: readClass(reader, fields, 'member', path, classes) };
  }
}

function truly(reader: JsonReader, fields: Fields, path: string, key: string, predicate: Predicate): Predicate {
  if (fields[key] !== true) reader.refuse(at(path, key), 'can only be true; its opposite is `not`', ['true']);
  return predicate;
}

function readSpan(reader: JsonReader, fields: Fields, path: string): { from: string; to: string } {
  reader.only(fields, path, ['from', 'to']);
  const [from, to] = [reader.date(fields, 'from', path), reader.date(fields, 'to', path)];
  if (from !== '' && to !== '' && to < from) reader.refuse(`${path}.to`, 'is before `from`');
  return { from, to };
}

function readEvent(reader: JsonReader, fields: Fields, path: string): Predicate {
  const event = reader.each(fields, 'event', path, EVENT_KINDS, 1);
  const [from, to] = [reader.dateOrNull(fields, 'from', path), reader.dateOrNull(fields, 'to', path)];
  if (from !== null && to !== null && to < from) reader.refuse(`${path}.to`, 'is before `from`');
  return { event, from, to, ...optional(fields, 'until', () => reader.each(fields, 'until', path, EVENT_KINDS, 1)) };
}

/** A class that somebody has defined: membership of any other could never be on file. */
export function readClass(reader: JsonReader, fields: Fields, key: string, path: string, classes: ReadonlySet<string>): string {
  const name = reader.matching(fields, key, path, SLUG, 'a slug: lower-case letters, digits and hyphens');
  if (name !== '' && SLUG.test(name) && !classes.has(name)) reader.refuse(at(path, key), 'is not a class that is defined', [...classes].sort());
  return name;
}

/** At least one list, and none of them empty. */
export function readPlaces(reader: JsonReader, json: unknown, path: string): Places {
  const fields = reader.object(json, path) ?? {};
  const lists = ['facilities', 'fieldOffices', 'states', 'districts', 'circuits', 'standards'];
  reader.only(fields, path, lists);
  if (!lists.some((key) => fields[key] !== undefined)) reader.refuse(path, 'names no place', lists);
  return {
    ...optional(fields, 'facilities', () => reader.eachMatching(fields, 'facilities', path, /^[A-Z0-9]{3,12}$/, 'a DETLOC code, e.g. CALHOMI')),
    ...optional(fields, 'fieldOffices', () => reader.eachMatching(fields, 'fieldOffices', path, /^[A-Z]{3}$/, 'an area of responsibility, e.g. DET')),
    ...optional(fields, 'states', () => reader.eachMatching(fields, 'states', path, /^[A-Z]{2}$/, 'e.g. MI')),
    ...optional(fields, 'districts', () => reader.eachMatching(fields, 'districts', path, /^[A-Z][A-Za-z. ]{2,30}$/, 'as courts abbreviate it, e.g. E.D. Mich.')),
    ...optional(fields, 'circuits', () => reader.each(fields, 'circuits', path, CIRCUITS, 1)),
    ...optional(fields, 'standards', () => reader.eachMatching(fields, 'standards', path, SLUG, 'a slug, e.g. pbnds-2011')),
  };
}
