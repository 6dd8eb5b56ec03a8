/**
 * What is remembered of a release's rows while it is read, in arrays outside the heap. A stint is known by its person's
 * number, two days and its facility.
 */

/** The two halves of the last fingerprint, so that a million of them make no garbage. */
let low = 0;
let high = 0;

function fingerprint(a: number, b: number, c: number, text: string | null): void {
  low = 0x811c9dc5;
  high = 0x9747b28c;
  stir(a);
  stir(b);
  stir(c);
  if (text !== null) for (let i = 0; i < text.length; i++) stir(text.charCodeAt(i) + 1);
  high = mixed(high ^ low);
  low = mixed(low);
}

function stir(value: number): void {
  low = Math.imul(low ^ mixed(value), 0x01000193);
  high = Math.imul(high ^ value, 0x5bd1e995);
  high ^= high >>> 15;
}

/** Spreads what is in a few bits over all of them (murmur3's end). */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * A set of stints that keeps 64 bits of each, with a note: 16 to 32 bytes an entry. Ten million entries collide with a
 * probability of about three in a million, which a preview of counts may bear; an import compares the stints themselves.
 */
export class FingerprintSet {
  private lows: Int32Array;
  private highs: Int32Array;
  private notes: Uint32Array;
  private used = 0;

  constructor(capacity = 1 << 12) {
    this.lows = new Int32Array(capacity);
    this.highs = new Int32Array(capacity);
    this.notes = new Uint32Array(capacity);
  }

  get size(): number {
    return this.used;
  }

  /** The place of a stint, which is put in if it was not there; then its note is 0. */
  place(person: number, stayOn: number, fromOn: number, facility: string | null): number {
    fingerprint(person, stayOn, fromOn, facility);
    // Zero marks an empty slot.
    return this.placeOf(low || 1, high);
  }

  /** As `place`, of a pair of numbers that is kept as it is, the first of them not 0: nothing collides. */
  pair(first: number, second: number): number {
    return this.placeOf(first | 0, second | 0);
  }

  noteAt(place: number): number {
    return this.notes[place];
  }

  setNoteAt(place: number, note: number): void {
    this.notes[place] = note;
  }

  private placeOf(first: number, second: number): number {
    if ((this.used + 1) * 4 > this.lows.length * 3) this.grow();
    return this.slot(first, second);
  }

  private slot(first: number, second: number): number {
    const mask = this.lows.length - 1;
    for (let at = mixed(first ^ Math.imul(second, 0x9e3779b1)) & mask; ; at = (at + 1) & mask) {
      if (this.lows[at] === first && this.highs[at] === second) return at;
      if (this.lows[at] !== 0) continue;
      this.lows[at] = first;
      this.highs[at] = second;
      this.used++;
      return at;
    }
  }

  private grow(): void {
    const { lows, highs, notes } = this;
    const capacity = lows.length * 2;
    this.lows = new Int32Array(capacity);
    this.highs = new Int32Array(capacity);
    this.notes = new Uint32Array(capacity);
    this.used = 0;
    for (let i = 0; i < lows.length; i++) if (lows[i] !== 0) this.notes[this.slot(lows[i], highs[i])] = notes[i]!;
  }
}

const FILTER_WORDS = 2 ** 22;
/** Of 512 bits: one line of the processor's cache. */
const WORDS_IN_A_BLOCK = 16;

/**
 * Says of a stint whether it may have been seen before: never wrongly no, wrongly yes for about one in a hundred after ten
 * million. It takes 16 MB, whatever is put in (a Bloom filter, all bits of an entry in one block).
 */
export class SeenFilter {
  private readonly words = new Int32Array(FILTER_WORDS);

  /** True if the stint may be there already; it is there afterwards. */
  add(person: number, stayOn: number, fromOn: number, facility: string | null): boolean {
    fingerprint(person, stayOn, fromOn, facility);
    const block = (low & (FILTER_WORDS / WORDS_IN_A_BLOCK - 1)) * WORDS_IN_A_BLOCK;
    let bits = high;
    let seen = true;
    for (let i = 0; i < 4; i++) {
      const word = block + ((bits >>> 5) & (WORDS_IN_A_BLOCK - 1));
      const mask = 1 << (bits & 31);
      if ((this.words[word] & mask) === 0) {
        seen = false;
        this.words[word] = this.words[word] | mask;
      }
      bits = i === 2 ? low >>> 20 : bits >>> 9;
    }
    return seen;
  }
}
