import { createHmac } from 'node:crypto';

/** A key of 32 bytes, and the name by which what it made says so. The name follows from the key, so it is never wrong. */
export interface NamedKey {
  id: string;
  key: Buffer;
}

export const KEY_FORM = /^[0-9a-f]{64}$/i;
/** A key of so few different characters was typed, not drawn. */
export const isDrawn = (text: string): boolean => KEY_FORM.test(text) && new Set(text.toLowerCase()).size >= 8;

/** Keys in hexadecimal, separated by commas or lines: the first is in use, the others are former ones. */
export function keyList(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

export function namedKey(hex: string): NamedKey {
  const key = Buffer.from(hex, 'hex');
  return { key, id: createHmac('sha256', key).update('vigil key id').digest('hex').slice(0, 12) };
}
