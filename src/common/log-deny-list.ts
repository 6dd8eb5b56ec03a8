const WITHHELD = '[withheld]';

/**
 * What a line of the log never carries, under whatever name a library or a hurried hand may put it there. The log is
 * written so that none of it is ever handed over; this is the second lock.
 */
const DENIED = new Set([
  'authorization', 'cookie', 'setcookie', 'password', 'newpassword', 'secret', 'token', 'accesstoken', 'refreshtoken', 'devicetoken', 'challenge', 'code',
  'recoverycodes', 'idempotencykey', 'headers', 'body', 'payload', 'query', 'params', 'parameters', 'url', 'originalurl', 'detail', 'hint', 'where',
  'email', 'name', 'names', 'fullname', 'birthdate', 'anumber', 'identifier', 'identifiers', 'address', 'phone', 'narrative', 'note', 'text', 'reason', 'filename',
]);

/** In text: an address of a person, an A-number as it is written, a token, a sealed value, a URL with its query. */
const IN_TEXT: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\b[Aa]#?[- ]?\d{2,3}[- ]?\d{3}[- ]?\d{3}\b/g,
  /\b\d{3}[- ]\d{3}[- ]\d{3}\b/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\bsealed:\d+:\S+/g,
  /(?<=\?)[^\s'"`]*=[^\s'"`]*/g,
];

const MOST_DEEP = 6;

/** The text with what is denied taken out. */
export const withoutDenied = (text: string): string => IN_TEXT.reduce((rest, pattern) => rest.replace(pattern, WITHHELD), text);

/** The values of a line, likewise; those under a denied name are withheld whole. What is no plain value is not written. */
export function allowedInLog(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isDenied(name) ? WITHHELD : allowed(value, 1)]));
}

/** `new_password`, `New-Password` and `newPassword` are one name. */
const isDenied = (name: string): boolean => DENIED.has(name.replace(/[^a-z]/gi, '').toLowerCase());

function allowed(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutDenied(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value;
  if (depth === MOST_DEEP) return WITHHELD;
  if (Array.isArray(value)) return value.map((each) => allowed(each, depth + 1));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return WITHHELD;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isDenied(name) ? WITHHELD : allowed(inner, depth + 1)]));
}
