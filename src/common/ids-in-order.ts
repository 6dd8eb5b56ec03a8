import { randomUUID } from 'node:crypto';

const COUNTED = 0x1000;

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7 and 6.2): the milliseconds of `at`, a count within them, and 62 random bits. Rows
 * that are written together stand side by side in an index by such an id; by a random one each goes to a page of its own,
 * and PostgreSQL takes about as long to make it as to write the row. After 4,096 of them the count begins again.
 */
export function idsInOrder(at: Date): () => string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const begin = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  let made = 0;
  return () => `${begin}${(made++ % COUNTED).toString(16).padStart(3, '0')}${randomUUID().slice('xxxxxxxx-xxxx-4xxx'.length)}`;
}
