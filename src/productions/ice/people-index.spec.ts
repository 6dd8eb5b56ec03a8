import { createHash } from 'node:crypto';
import { FingerprintSet, SeenFilter } from './fingerprints.js';
import { PeopleIndex, SAID } from './people-index.js';

const identifier = (n: number): string => createHash('sha1').update(String(n)).digest('hex');

describe('numbering people', () => {
  it('gives each one number, through growth, and keeps what was said of each', () => {
    const people = new PeopleIndex(4);
    const COUNT = 10_000;
    for (let n = 0; n < COUNT; n++) {
      const slot = people.slotOf(identifier(n));
      if (n % 3 === 0) people.isNews(slot, SAID.identity);
      if (n % 5 === 0) people.isOtherOrder(slot, n + 7);
    }
    const wrong = Array.from({ length: COUNT }, (_, n) => n).filter((n) => {
      const slot = people.slotOf(identifier(n));
      return people.numberAt(slot) !== n + 1 || people.isNews(slot, SAID.identity) !== (n % 3 !== 0) || people.isOtherOrder(slot, n + 7) !== (n % 5 !== 0);
    });
    expect(wrong).toEqual([]);
    expect(people.size).toBe(COUNT);
  });

  it('tells two people apart who differ in one digit, wherever it is', () => {
    const people = new PeopleIndex();
    const one = identifier(1);
    people.slotOf(one);
    for (let i = 0; i < one.length; i++) people.slotOf(one.slice(0, i) + (one[i] === '0' ? '1' : '0') + one.slice(i + 1));
    expect(people.size).toBe(41);
  });
});

describe('fingerprints of stints', () => {
  const stints = Array.from({ length: 5_000 }, (_, n) => [1 + (n % 700), 19_000 + (n % 11), 19_000 + (n % 13), n % 3 === 0 ? null : `FAC${n % 5}`] as const);
  const different = new Set(stints.map((stint) => stint.join())).size;

  it('count each stint once, through growth, and keep its note', () => {
    const set = new FingerprintSet(4);
    stints.forEach((stint) => set.setNoteAt(set.place(...stint), stint[0] * 7));
    expect(stints.filter((stint) => set.noteAt(set.place(...stint)) !== stint[0] * 7)).toEqual([]);
    expect(set.size).toBe(different);
  });

  it('count each pair once, also of days before 1970', () => {
    const set = new FingerprintSet(4);
    for (let n = 0; n < 2_000; n++) set.pair(1 + (n % 50), (n % 40) - 20);
    expect(set.size).toBe(200);
  });

  it('of what has been seen never say no, and of what has not hardly ever say yes', () => {
    const seen = new SeenFilter();
    let wrong = 0;
    let missed = 0;
    for (let n = 0; n < 10_000; n++) if (seen.add(n, n % 40, n % 50, 'CSCNWWA')) wrong++;
    for (let n = 0; n < 10_000; n++) if (!seen.add(n, n % 40, n % 50, 'CSCNWWA')) missed++;
    expect(missed).toBe(0);
    expect(wrong).toBeLessThan(5);
  });
});
