/**
 * A set of texts that keeps 64 bits of each and not the text: 16 to 32 bytes an entry. Ten million entries collide with
 * a probability of about three in a million, which a preview of counts may bear; an import counts in the database.
 */
export class FingerprintSet {
  private lows: Uint32Array;
  private highs: Uint32Array;
  private notes: Uint32Array;
  private used = 0;

  constructor(capacity = 1 << 12) {
    this.lows = new Uint32Array(capacity);
    this.highs = new Uint32Array(capacity);
    this.notes = new Uint32Array(capacity);
  }

  get size(): number {
    return this.used;
  }

  /** The place of a text, which is put in if it was not there; then its note is 0. */
  place(text: string): number {
    if ((this.used + 1) * 4 > this.lows.length * 3) this.grow();
    hash(text);
    // Zero marks an empty slot.
    return this.slot(low || 1, high);
  }

  noteAt(place: number): number {
    return this.notes[place]!;
  }

  setNoteAt(place: number, note: number): void {
    this.notes[place] = note;
  }

  private slot(low: number, high: number): number {
    const mask = this.lows.length - 1;
    for (let at = (low ^ high) & mask; ; at = (at + 1) & mask) {
      if (this.lows[at] === low && this.highs[at] === high) return at;
      if (this.lows[at] !== 0) continue;
      this.lows[at] = low;
      this.highs[at] = high;
      this.used++;
      return at;
    }
  }

  private grow(): void {
    const { lows, highs, notes } = this;
    const capacity = lows.length * 2;
    this.lows = new Uint32Array(capacity);
    this.highs = new Uint32Array(capacity);
    this.notes = new Uint32Array(capacity);
    this.used = 0;
    for (let i = 0; i < lows.length; i++) if (lows[i] !== 0) this.notes[this.slot(lows[i]!, highs[i]!)] = notes[i]!;
  }
}

/**
 * Says of a text whether it may have been seen before: never wrongly no, wrongly yes for less than one in a hundred
 * after ten million texts. It takes 16 MB, whatever is put in (a Bloom filter).
 */
export class SeenFilter {
  private readonly bits = new Uint32Array(FILTER_BITS / 32);

  /** True if the text may be there already; it is there afterwards. */
  add(text: string): boolean {
    hash(text);
    let seen = true;
    for (let i = 0; i < 4; i++) {
      const bit = (low + Math.imul(i, high | 1)) & (FILTER_BITS - 1);
      const mask = 1 << (bit & 31);
      if ((this.bits[bit >>> 5]! & mask) !== 0) continue;
      seen = false;
      this.bits[bit >>> 5]! |= mask;
    }
    return seen;
  }
}

const FILTER_BITS = 2 ** 27;

/** The two halves of the last fingerprint, so that a million of them make no garbage. */
let low = 0;
let high = 0;

function hash(text: string): void {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  low = mixed(a);
  high = mixed(b ^ a);
}

/** Spreads what is left in a few bits over all of them (murmur3's end). */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
