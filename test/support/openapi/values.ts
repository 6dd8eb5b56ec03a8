import fc, { type Arbitrary } from 'fast-check';
import { aRow, csv } from '../../fixtures/ice/release-csv.js';
import type { ApiDocument, Schema } from './document.js';

/** Stands where an id belongs until the request is sent: which ids there are is known only then. */
export class IdWanted {
  constructor(readonly property: string) {}
}

export interface Drawing {
  /** how often a field is there that may be left out, of a hundred */
  optional: number;
  /** how often what may be null is null, of a hundred */
  nulls: number;
  text: (schema: Schema, property: string) => Arbitrary<string>;
  /** by the name of a field, how its values are mostly drawn instead */
  hints: Readonly<Record<string, Arbitrary<unknown>>>;
  /** contents of a file */
  files: readonly string[];
}

const DEEPEST = 6;
const HINTED = 9;
const FIRST_DAY = Date.parse('2024-01-01T00:00:00Z');
const LAST_DAY = Date.parse('2026-11-24T00:00:00Z');

/** Words of several scripts, of which no field of text has a reason to refuse any. */
const WORDS = ['Yousif', 'Younan', 'al-Bazi', 'يوسف', 'ܝܘܣܦ', 'Ñandú', 'O’Neill', 'Đặng', '中', '👩🏽‍⚖️', 'e\u0301', '1-2', 'the jail said so.', 'Zürich "x"', '\u200f‫א‬'];

export const someText: Drawing['text'] = ({ minLength = 0, maxLength = 60 }) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => fitting(words.join(' '), Math.max(minLength, 1), maxLength));

/** A document, a text, and a release of the government as it would be imported. */
export const SOME_FILES = ['%PDF-1.7\n1 0 obj\n', 'plain text of a file', csv([aRow({})])];

/** Lengths are counted in characters, as people do. */
function fitting(text: string, least: number, most: number): string {
  const characters = [...text.padEnd(least, 'x')].slice(0, Math.max(most, 1)).join('').trim();
  return characters === '' ? 'x'.repeat(Math.max(least, 1)) : characters.padEnd(least, 'x');
}

/** Values that a schema allows; whether the feature takes them is the feature's to say. */
export function valid(document: ApiDocument, schema: Schema, drawing: Drawing, property = '', depth = 0): Arbitrary<unknown> {
  const at = document.resolve(schema);
  const inner = (of: Schema, name = property): Arbitrary<unknown> => valid(document, of, drawing, name, depth + 1);
  if (at.const !== undefined) return fc.constant(at.const);
  if (at.enum) return fc.constantFrom(...at.enum);
  if (at.allOf) return inner(merged(document, at));
  const choices = at.oneOf ?? at.anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => inner(choice)));
  const types = [at.type ?? []].flat();
  const definite = types.filter((type) => type !== 'null');
  const value = definite.length === 0 ? (types.length > 0 ? fc.constant(null) : fc.jsonValue({ maxDepth: 2 })) : fc.oneof(...definite.map((type) => ofType(type, at)));
  return types.includes('null') ? fc.oneof({ weight: drawing.nulls, arbitrary: fc.constant(null) }, { weight: 100 - drawing.nulls, arbitrary: value }) : value;

  function ofType(type: string, of: Schema): Arbitrary<unknown> {
    const { minimum = 0, maximum = 1_000, minItems = 0, maxItems = 3, items = {} } = of;
    if (type === 'string') return textOf(of, property, drawing);
    if (type === 'integer') return fc.integer({ min: minimum, max: maximum });
    if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
    if (type === 'boolean') return fc.boolean();
    if (type === 'array') return depth >= DEEPEST ? fc.constant([]) : fc.array(inner(items), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 2)) });
    return objectOf(of);
  }

  function objectOf({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
    const present = fc.integer({ min: 0, max: 99 }).map((drawn) => drawn < drawing.optional);
    const drawn = (name: string, of: Schema): Arbitrary<unknown> => {
      const hint = Object.hasOwn(drawing.hints, name) && !document.resolve(of).enum ? drawing.hints[name] : undefined;
      return hint ? fc.oneof({ weight: HINTED, arbitrary: hint }, { weight: 1, arbitrary: inner(of, name) }) : inner(of, name);
    };
    const fields = Object.entries(properties).map(([name, of]) => fc.tuple(required.includes(name) ? fc.constant(true) : present, drawn(name, of)).map(([there, held]) => ({ name, there, held })));
    return fc.tuple(...fields).map((all) => Object.fromEntries(all.filter(({ there }) => there).map(({ name, held }) => [name, held])));
  }
}

function textOf(schema: Schema, property: string, drawing: Drawing): Arbitrary<unknown> {
  const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((at) => new Date(at));
  const byFormat: Record<string, Arbitrary<unknown>> = {
    uuid: fc.constant(new IdWanted(property)),
    date: day.map((at) => at.toISOString().slice(0, 10)),
    'date-time': day.map((at) => at.toISOString()),
    binary: fc.constantFrom(...drawing.files),
  };
  return byFormat[schema.format ?? ''] ?? (schema.pattern === undefined ? null : matching(schema.pattern)) ?? drawing.text(schema, property);
}

/** Null for what the library cannot draw from, such as a look-ahead. */
function matching(pattern: string): Arbitrary<string> | null {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
  } catch {
    return null;
  }
}

function merged(document: ApiDocument, { allOf = [], ...rest }: Schema): Schema {
  const parts = [rest, ...allOf.map((part) => { const at = document.resolve(part); return at.allOf ? merged(document, at) : at; })];
  return {
    ...Object.assign({}, ...parts) as Schema,
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)) as Record<string, Schema>,
    required: parts.flatMap(({ required = [] }) => required),
  };
}
