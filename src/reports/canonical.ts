import { createHash } from 'node:crypto';

/**
 * JSON of which there is one for each value: names in order, no spaces, and one line break at its end (RFC 8785, for the
 * values that a report has: text, whole numbers, booleans, null, lists and objects).
 */
export const canonicalJson = (value: unknown): string => `${JSON.stringify(ordered(value))}\n`;

/** SHA-256 in hexadecimal. */
export const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([name, each]) => [name, ordered(each)]));
}
