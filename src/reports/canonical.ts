import { createHash } from 'node:crypto';

/**
 * JSON of which there is one for each value: names in order, no spaces, and one line break at its end (RFC 8785, for the
 * values that a report has: text, whole numbers, booleans, null, lists and objects).
 */
export const canonicalJson = (value: unknown): string => `${written(value)}\n`;

/** SHA-256 in hexadecimal. */
export const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of Object.keys(fields).sort()) {
    if (fields[name] !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${written(fields[name])}`;
  }
  return `{${text}}`;
}
