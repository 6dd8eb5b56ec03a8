import fc, { type Arbitrary } from 'fast-check';
import type { SignedIn } from '../app.js';
import { type ApiDocument, namesIn, type Operation, type Parameter } from './document.js';
import { encode, type Explorer } from './explorer.js';
import { type Mutation, mutated, mutation, ODD_BODIES, ODD_MEDIA_TYPES, oddHeaders, oddText } from './oddities.js';
import { SOME_FILES, someText, valid } from './values.js';
import type { Request } from './wire.js';

type Kind = 'as it is meant' | 'a mutated body' | 'an odd body' | 'an odd address' | 'an odd query' | 'odd headers';

/** The id that a query asks for, where the schema says that it is one. */
const NOTHING_HAS = '00000000-0000-4000-8000-000000000009';

/** One request as it was drawn; what there is to send it to is known only when it is sent. */
export interface Plan {
  kind: Kind;
  who: number;
  query: Record<string, unknown>;
  oddQuery: { name: string; text: string; how: 'value' | 'twice' | 'brackets' | 'unknown' | 'raw' };
  mutations: Mutation[];
  oddBody: string | Buffer;
  mediaType: string | null;
  oddPlace: number;
  oddPart: string;
  headers: Record<string, string>;
  seesVersion: boolean;
  key: string | null;
}

export function plans(document: ApiDocument, operation: Operation, count: number, seed: number): Plan[] {
  const drawing = { optional: 40, nulls: 5, text: someText, files: SOME_FILES, hints: {} };
  const hasBody = operation.body !== null;
  const hasPlaces = namesIn(operation.path).length > 0;
  const hasQuery = operation.parameters.some((parameter) => parameter.in === 'query');
  // A cursor is what a list hands out: one that is made up belongs among the odd queries.
  const query = fc.record(Object.fromEntries(operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'cursor').map((parameter) =>
    [parameter.name, valid(document, parameter.schema, drawing, parameter.name)])), { requiredKeys: operation.parameters.filter(({ required }) => required).map(({ name }) => name).filter((name) => operation.parameters.some((each) => each.in === 'query' && each.name === name)) });
  const kind: Arbitrary<Kind> = fc.oneof(
    { weight: hasBody ? 30 : 40, arbitrary: fc.constant('as it is meant' as const) }, { weight: hasBody ? 45 : 0, arbitrary: fc.constant('a mutated body' as const) },
    { weight: hasBody ? 10 : 0, arbitrary: fc.constant('an odd body' as const) }, { weight: hasPlaces ? 8 : 0, arbitrary: fc.constant('an odd address' as const) },
    { weight: hasQuery ? 30 : 4, arbitrary: fc.constant('an odd query' as const) }, { weight: 10, arbitrary: fc.constant('odd headers' as const) });
  const plan: Arbitrary<Plan> = fc.record({
    kind, query, who: fc.integer({ min: 0, max: 99 }),
    oddQuery: fc.record({ name: fc.constantFrom('limit', 'cursor', ...operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)), text: oddText, how: fc.constantFrom('value', 'value', 'value', 'twice', 'brackets', 'unknown', 'raw') }),
    mutations: fc.array(mutation, { minLength: 1, maxLength: 2 }), oddBody: fc.constantFrom(...ODD_BODIES), mediaType: fc.option(fc.constantFrom(...ODD_MEDIA_TYPES), { freq: 2 }),
    oddPlace: fc.nat({ max: 5 }), oddPart: oddText, headers: oddHeaders, seesVersion: fc.integer({ min: 0, max: 9 }).map((drawn) => drawn < 8),
    key: fc.option(fc.constantFrom('a', 'b', 'c', 'd').chain((letter) => fc.integer({ min: 0, max: 9_999 }).map((number) => `${letter}-${number}`)), { freq: 4 }),
  });
  return fc.sample(plan, { numRuns: count, seed });
}

export async function requestOf(explorer: Explorer, operation: Operation, plan: Plan, as: SignedIn | null): Promise<Request> {
  const { kind } = plan;
  const known = await explorer.path(operation.path);
  const path = kind === 'an odd address' ? withOddPart(operation, known, plan) : known;
  const body = bodyOf(explorer, operation, plan, known);
  const named = (name: string): boolean => operation.parameters.some((parameter) => parameter.in === 'header' && parameter.name === name);
  const tag = !named('If-Match') ? null : plan.seesVersion ? await explorer.etag(operation, known) ?? '"1"' : '"1"';
  return {
    method: operation.method,
    path: path + queryOf(operation.parameters, plan),
    headers: {
      ...(as && { authorization: `Bearer ${as.token}` }), ...body.headers, ...(tag !== null && { 'if-match': tag }),
      ...(plan.key !== null && named('Idempotency-Key') && { 'idempotency-key': plan.key }), ...(kind === 'odd headers' && plan.headers),
    },
    body: body.body,
  };
}

function bodyOf(explorer: Explorer, operation: Operation, { kind, mutations, oddBody, mediaType }: Plan, path: string): { headers: Record<string, string>; body: string | Buffer | null } {
  if (!operation.body) return { headers: {}, body: null };
  if (kind === 'an odd body') return { headers: { 'content-type': mediaType ?? operation.body.mediaType }, body: oddBody };
  const meant = explorer.body(operation, path);
  return encode(operation.body.mediaType, kind === 'a mutated body' ? mutations.reduce<unknown>((value, each) => mutated(value, each), meant) : meant);
}

function withOddPart(operation: Operation, path: string, { oddPlace, oddPart }: Plan): string {
  const places = operation.path.split('/').flatMap((part, at) => (part.startsWith('{') ? [at] : []));
  const at = places[oddPlace % places.length];
  return path.split('/').map((part, i) => (i === at ? percent(oddPart) || '%20' : part)).join('/');
}

function queryOf(parameters: readonly Parameter[], { kind, query, oddQuery: { name, text, how } }: Plan): string {
  const pairs = Object.entries(query).filter(([key]) => parameters.some((parameter) => parameter.name === key)).map(([key, value]) => `${percent(key)}=${percent([value].flat().map(asText).join(','))}`);
  if (kind === 'an odd query') {
    const odd = { value: `${name}=${percent(text)}`, twice: `${name}=1&${name}=${percent(text)}`, brackets: `${name}[]=1&${name}[a]=${percent(text)}`, unknown: `${percent(text)}=1`, raw: `${name}=%ZZ&%&=&&${name}` }[how];
    return `?${[...pairs.filter((pair) => how === 'twice' || !pair.startsWith(`${name}=`)), odd].join('&')}`;
  }
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : NOTHING_HAS);

/** Every byte but letters and digits; also of text that is no Unicode. */
const percent = (text: string): string => [...Buffer.from(text)].map((byte) => (/[\w.~-]/.test(String.fromCharCode(byte)) && byte < 128 ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`)).join('');
