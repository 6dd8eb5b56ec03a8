/** 40 hexadecimal digits are five words of 32 bits. */
const WORDS = 5;
const DIGITS_A_WORD = 8;

/** What a release has said of a person so far, as bits of a note. */
export const SAID = { identity: 1, noFinalOrder: 2, anything: 4 } as const;
const KNOWN = 8;

/**
 * Numbers the people of a release from 1, in the order in which they come. Kept are the 160 bits of each identifier
 * itself, so two people are never taken for one: 50 to 100 bytes a person, in arrays outside the heap.
 */
export class PeopleIndex {
  private words: Uint32Array;
  /** the person's number; 0 marks an empty slot */
  private numbers: Uint32Array;
  private notes: Uint8Array;
  private orders: Uint32Array;
  /** the person's first row: the sheet and the row in it */
  private places: Float64Array;
  private capacity: number;
  private used = 0;
  private readonly key = new Uint32Array(WORDS);

  constructor(capacity = 1 << 12) {
    this.capacity = capacity;
    this.words = new Uint32Array(capacity * WORDS);
    this.numbers = new Uint32Array(capacity);
    this.notes = new Uint8Array(capacity);
    this.orders = new Uint32Array(capacity);
    this.places = new Float64Array(capacity);
  }

  get size(): number {
    return this.used;
  }

  /** The slot of an identifier of 40 hexadecimal digits, which is put in with that place if it was not there. */
  slotOf(person: string, place = 0): number {
    if ((this.used + 1) * 4 > this.capacity * 3) this.grow();
    const { key } = this;
    for (let word = 0; word < WORDS; word++) key[word] = hexadecimal(person, word * DIGITS_A_WORD);
    const slot = this.find(key, 0);
    if (this.numbers[slot] === 0) {
      for (let word = 0; word < WORDS; word++) this.words[slot * WORDS + word] = key[word]!;
      this.numbers[slot] = ++this.used;
      this.places[slot] = place;
    }
    return slot;
  }

  /** Somebody who was on file before the release was read. */
  addKnown(person: string): void {
    const slot = this.slotOf(person);
    this.notes[slot] = this.notes[slot] | KNOWN;
  }

  isKnown(slot: number): boolean {
    return (this.notes[slot] & KNOWN) !== 0;
  }

  placeAt(slot: number): number {
    return this.places[slot];
  }

  numberAt(slot: number): number {
    return this.numbers[slot];
  }

  /** True the first time that `what` is said of the person. */
  isNews(slot: number, what: number): boolean {
    const note = this.notes[slot];
    this.notes[slot] = note | what;
    return (note & what) === 0;
  }

  hasOrder(slot: number): boolean {
    return this.orders[slot] !== 0;
  }

  hasSaid(slot: number, what: number): boolean {
    return (this.notes[slot] & what) !== 0;
  }

  /** True if `order`, not 0, is not what the row before said of the person's order. */
  isOtherOrder(slot: number, order: number): boolean {
    if (this.orders[slot] === order) return false;
    this.orders[slot] = order;
    return true;
  }

  private find(from: Uint32Array, at: number): number {
    const mask = this.capacity - 1;
    // Identifiers are digests: any of their bits will do as a hash.
    for (let slot = from[at] & mask; ; slot = (slot + 1) & mask) {
      if (this.numbers[slot] === 0 || this.holds(slot, from, at)) return slot;
    }
  }

  private holds(slot: number, from: Uint32Array, at: number): boolean {
    const start = slot * WORDS;
    for (let word = 0; word < WORDS; word++) if (this.words[start + word] !== from[at + word]) return false;
    return true;
  }

  private grow(): void {
    const { words, numbers, notes, orders, places, capacity } = this;
    this.capacity = capacity * 2;
    this.words = new Uint32Array(this.capacity * WORDS);
    this.numbers = new Uint32Array(this.capacity);
    this.notes = new Uint8Array(this.capacity);
    this.orders = new Uint32Array(this.capacity);
    this.places = new Float64Array(this.capacity);
    for (let from = 0; from < capacity; from++) {
      if (numbers[from] === 0) continue;
      const to = this.find(words, from * WORDS);
      for (let word = 0; word < WORDS; word++) this.words[to * WORDS + word] = words[from * WORDS + word]!;
      this.numbers[to] = numbers[from]!;
      this.notes[to] = notes[from]!;
      this.orders[to] = orders[from]!;
      this.places[to] = places[from]!;
    }
  }
}

/** Eight lower-case hexadecimal digits as a number. */
function hexadecimal(text: string, from: number): number {
  let value = 0;
  for (let i = from; i < from + DIGITS_A_WORD; i++) {
    const code = text.charCodeAt(i);
    value = (value << 4) | (code <= 0x39 ? code - 0x30 : code - 0x57);
  }
  return value >>> 0;
}
