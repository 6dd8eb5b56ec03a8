import fc, { type Arbitrary } from 'fast-check';

const DEEPEST = 12;

const nested = (depth: number): unknown => {
  let inner: unknown = [];
  for (let i = 0; i < depth; i++) inner = i % 2 === 0 ? [inner] : { names: inner };
  return inner;
};

const TEXTS = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', 'a\udc00', '\uffff', '\u0007', '\u202Etfel', '\ufeff', 'e' + '\u0301'.repeat(500), '👩🏽‍⚖️'.repeat(50), 'ﷺ'.repeat(300), 'İ', 'ß', '\u0130\u0307',
  `' or 1=1 --`, `'; drop table detainee; --`, `") or pg_sleep(5) --`, '$1', '$$', '%', '%s%n', '\\', '\\x00', '\'', '"', '`', '{}', '[]', 'null', 'true', 'undefined', 'NaN', '[object Object]',
  '{"$ne":null}', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../../../etc/passwd', '<script>alert(1)</script>', '=1+1', '${7*7}', '{{7*7}}', 'a\r\nX-Injected: 1',
  '0', '-1', '1e309', '0x10', '2026-02-30', '0000-01-01', '0000-00-00', '-0001-01-01', '10000-01-01', '99999-12-31', '2026-1-1', '2026-11-24', '9999-12-31', '0001-01-01', 'infinity', '-infinity', 'epoch', 'now', 'today',
  '2026-11-24T25:00:00Z', '2026-11-24T12:00:00', '2026-11-24T12:00:00+99:99', '9999-12-31T23:59:59.999999999+14:00', '0001-01-01T00:00:00-14:00', '2026-11-24T23:59:60Z',
  '00000000-0000-0000-0000-000000000000', 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF', '{00000000-0000-4000-8000-000000000000}', 'sealed:1:x', 'a'.repeat(300), 'a'.repeat(10_001), '١٢٣', '٢٠٢٦-١١-٢٤',
];
const NUMBERS = [0, -0, -1, 1, 1.5, -1.5, 0.1, 1e21, 1e308, -1e308, 5e-324, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 201, 1e6];
const OTHERS = [null, true, false, [], {}, [null], [[]], [{}], { length: 1e9 }, { length: -1, 0: 'a' }, { toString: 1 }, { then: 1 }, { constructor: { prototype: { a: 1 } } }, Array.from({ length: 2_000 }, () => 'x'), nested(40), nested(3_000)];

export const oddText: Arbitrary<string> = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TEXTS) }, fc.string({ unit: 'binary', maxLength: 60 }));

export const oddValue: Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: oddText }, { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) }, { weight: 3, arbitrary: fc.constantFrom<unknown>(...OTHERS) },
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }));

/** What is sent as a body as it stands: no JSON, JSON that readers disagree on, JSON that is only large or deep. */
export const ODD_BODIES: readonly (string | Buffer)[] = [
  '', ' ', '{', '}', 'null', '[]', '{}', '"x"', '0', 'true', '1e999', '{"a":1,"a":2}', '\ufeff{}', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"\\u005f_proto__":1}', '{a:1}', "{'a':1}",
  '{"a":1,}', '{"a":NaN}', '{"a":01}', '{"a":"\t"}', '/**/{}', '{}{}', '{}\u0000', '[' .repeat(100_000), '['.repeat(20_000) + ']'.repeat(20_000), `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_001)}`, `{"text":"${'x'.repeat(1_100_000)}"}`,
  `{"n":${'9'.repeat(5_000)}}`, `[${'{},'.repeat(20_000)}{}]`, Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]), Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), Buffer.from([0x1f, 0x8b, 8, 0]),
];
export const ODD_MEDIA_TYPES = ['application/json; charset=utf-16', 'application/json; charset=utf-8', 'APPLICATION/JSON', 'application/json;;', 'application/vnd.api+json', 'text/plain', 'text/html', 'application/xml', 'application/x-www-form-urlencoded',
  'multipart/form-data', 'multipart/form-data; boundary=x', 'multipart/form-data; boundary=', 'application/octet-stream', '*/*', ';', 'x'];

export const oddHeaders: Arbitrary<Record<string, string>> = fc.oneof(
  fc.record({ 'if-match': fc.constantFrom('*', '"1"', '"0"', 'W/"1"', '"1", "2"', '1', '"', '""', '"99999999999999999999"', '"-1"', '"1e3"', ' ') }),
  fc.record({ 'idempotency-key': fc.constantFrom('', ' ', 'a b', 'k'.repeat(256), '\u00e9', `' or 1=1`, '__proto__', '{}') }),
  fc.record({ authorization: fc.constantFrom('', 'Bearer', 'Bearer ', 'Bearer x', 'Bearer a.b.c', 'Bearer eyJhbGciOiJub25lIn0.e30.', 'Basic YTpi', 'bearer null', `Bearer ${'a'.repeat(5_000)}`) }),
  fc.record({ accept: fc.constantFrom('text/html', 'application/xml', '', '*/*;q=0', 'image/*') }),
  fc.record({ origin: fc.constantFrom('https://evil.example', 'null'), 'access-control-request-method': fc.constantFrom('POST', 'DELETE') }),
  fc.record({ 'content-encoding': fc.constantFrom('gzip', 'br', 'identity', 'x') }),
  fc.record({ 'x-forwarded-for': fc.constantFrom('127.0.0.1', `' or 1=1`), 'x-http-method-override': fc.constantFrom('DELETE', 'x'), 'x-request-id': fc.constant('../../x'), range: fc.constant('bytes=0-') }),
  fc.record({ cookie: fc.constantFrom('a=b; __proto__=c', '='), 'accept-language': fc.constant('x'.repeat(3_000)), 'if-none-match': fc.constant('*'), 'if-modified-since': fc.constant('x') }),
);

export type Mutation = { how: 'replace' | 'remove' | 'add' | 'repeat'; at: number; name: string; value: unknown };

export const mutation: Arbitrary<Mutation> = fc.record({
  how: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'remove', 'add', 'repeat'), at: fc.nat(), name: fc.constantFrom('__proto__x', 'id', 'version', 'constructor', 'toString', 'colour', '', 'detaineeId', 'createdBy', '$ref', '\u0000'), value: oddValue,
});

/** The value with one thing done to one place in it, whichever that is. */
export function mutated(value: unknown, { how, at, name, value: odd }: Mutation): unknown {
  const root = { value };
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const visit = (holder: Record<string, unknown>, key: string, depth = 0): void => {
    places.push({ holder, key });
    const held = holder[key];
    if (depth < DEEPEST && typeof held === 'object' && held !== null) for (const inner of Object.keys(held)) visit(held as Record<string, unknown>, inner, depth + 1);
  };
  root.value = copied(value);
  visit(root, 'value');
  const { holder, key } = places[at % places.length];
  const held = holder[key];
  if (how === 'remove' && places.length > 1 && holder !== root) {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  } else if (how === 'add' && typeof held === 'object' && held !== null && !Array.isArray(held)) (held as Record<string, unknown>)[name] = odd;
  else if (how === 'repeat' && Array.isArray(held) && held.length > 0) holder[key] = Array.from({ length: 300 }, () => held[0] as unknown);
  else holder[key] = odd;
  return root.value;
}

/** Of what is nested without sense, the beginning. */
function copied(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((inner) => copied(inner, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner, depth + 1)]));
}
