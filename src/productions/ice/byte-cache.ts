const MAX_ENTRIES = 4096;
const SLOTS = MAX_ENTRIES * 4;

interface Entry<T> {
  bytes: Buffer;
  value: T;
}

/**
 * What a cell means, remembered by its bytes. A release repeats a few hundred words millions of times; making a string
 * of each only to look it up would cost more than all the rest of reading a row.
 */
export class ByteCache<T> {
  private readonly slots = new Array<Entry<T> | undefined>(SLOTS);
  private entries = 0;

  constructor(private readonly meaningOf: (text: string) => T) {}

  get(bytes: Buffer, start: number, end: number): T {
    let slot = slotOf(bytes, start, end);
    for (let entry = this.slots[slot]; entry !== undefined; entry = this.slots[slot]) {
      if (isSame(entry.bytes, bytes, start, end)) return entry.value;
      slot = (slot + 1) % SLOTS;
    }
    const value = this.meaningOf(bytes.toString('utf8', start, end));
    // A column that turns out to hold a different value in each row is not worth remembering.
    if (this.entries < MAX_ENTRIES) {
      this.entries++;
      this.slots[slot] = { bytes: Buffer.from(bytes.subarray(start, end)), value };
    }
    return value;
  }
}

function slotOf(bytes: Buffer, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + bytes[i]) | 0;
  return (hash >>> 0) % SLOTS;
}

function isSame(kept: Buffer, bytes: Buffer, start: number, end: number): boolean {
  if (kept.length !== end - start) return false;
  for (let i = 0; i < kept.length; i++) if (kept[i] !== bytes[start + i]) return false;
  return true;
}
