import fc from 'fast-check';
import { RELATIONS } from './adverse-party.facts.js';
import { type Likeness, scored } from './conflict-score.js';

const LIKE: Likeness = {
  relation: 'client', askedName: 'Mohammed Ali Hussein', nameOnFile: 'Mohammed Ali Hussein', partsAsked: 3, partsOnFile: 3, partsAlike: 3,
  exact: true, birth: 'unknown', sameNumber: false,
};
const score = (more: Partial<Likeness>) => scored({ ...LIKE, ...more }).score;

describe('how likely two are one person', () => {
  it('brothers of one name, born on different days, are less likely one than two of that name born on the same day', () => {
    expect(score({ birth: 'other' })).toBeLessThan(score({}));
    expect(score({ birth: 'same' })).toBeGreaterThan(score({ birth: 'same-year' }));
    expect(scored({ ...LIKE, birth: 'other' }).because).toContain('They were born on different days: it may be a relative of the same name, or a date that was written down wrong.');
  });

  it('the same A-number is one person, whatever the name and the day of birth', () => {
    expect(score({ sameNumber: true, birth: 'other', exact: false, partsAlike: 0, askedName: null, nameOnFile: null })).toBe(100);
    expect(score({ birth: 'same' })).toBeLessThan(100);
  });

  it('says in which scripts a name was asked about and is on file', () => {
    expect(scored({ ...LIKE, exact: false, nameOnFile: 'محمد علي حسين' }).because[1]).toContain('(Latn) than that on file (Arab)');
  });

  const likeness = fc.record({
    relation: fc.constantFrom(...RELATIONS), askedName: fc.constant('A B C'), nameOnFile: fc.constant('A B D'),
    partsAsked: fc.integer({ min: 1, max: 6 }), partsOnFile: fc.integer({ min: 1, max: 6 }), partsAlike: fc.integer({ min: 0, max: 5 }),
    exact: fc.boolean(), birth: fc.constantFrom('same', 'same-year', 'other', 'unknown'), sameNumber: fc.boolean(),
  }) as fc.Arbitrary<Likeness>;

  it('is from 1 to 100, and one more thing that is alike never makes it less', () => {
    fc.assert(fc.property(likeness, (given) => {
      const { score: now, because } = scored(given);
      expect(now >= 1 && now <= 100 && because.length > 1).toBe(true);
      for (const more of [{ partsAlike: given.partsAlike + 1 }, { birth: 'same' }, { sameNumber: true }] as const) expect(scored({ ...given, ...more }).score).toBeGreaterThanOrEqual(now);
      expect(scored({ ...given, birth: 'other' }).score).toBeLessThanOrEqual(now);
    }));
  });
});
