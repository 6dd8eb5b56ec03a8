/**
 * A set of texts that keeps 64 bits of each and not the text: 16 to 32 bytes an entry. Ten million entries collide with
 * a probability of about three in a million, which a preview of counts may bear; an import counts in the database.
 */
export class FingerprintSet {
  private low: Uint32Array;
  private high: Uint32Array;
  private notes: Uint32Array;
  private used = 0;

  constructor(capacity = 1 << 12) {
    this.low = new Uint32Array(capacity);
    this.high = new Uint32Array(capacity);
    this.notes = new Uint32Array(capacity);
  }

  get size(): number {
    return this.used;
  }

  /** The place of a text, which is put in if it was not there; then its note is 0. */
  place(text: string): number {
    if ((this.used + 1) * 4 > this.low.length * 3) this.grow();
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
      high ^= high >>> 15;
    }
    // Zero marks an empty slot.
    return this.slot(mixed(low) || 1, mixed(high ^ low));
  }

  noteAt(place: number): number {
    return this.notes[place]!;
  }

  setNoteAt(place: number, note: number): void {
    this.notes[place] = note;
  }

  private slot(low: number, high: number): number {
    const mask = this.low.length - 1;
    for (let at = (low ^ high) & mask; ; at = (at + 1) & mask) {
      if (this.low[at] === low && this.high[at] === high) return at;
      if (this.low[at] !== 0) continue;
      this.low[at] = low;
      this.high[at] = high;
      this.used++;
      return at;
    }
  }

  private grow(): void {
    const { low, high, notes } = this;
    const capacity = low.length * 2;
    this.low = new Uint32Array(capacity);
    this.high = new Uint32Array(capacity);
    this.notes = new Uint32Array(capacity);
    this.used = 0;
    for (let i = 0; i < low.length; i++) if (low[i] !== 0) this.notes[this.slot(low[i]!, high[i]!)] = notes[i]!;
  }
}

/** Spreads what is left in a few bits over all of them (murmur3's end). */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
