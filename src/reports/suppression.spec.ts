import fc from 'fast-check';
import { OUTCOMES, type Outcome } from './outcome.js';
import { suppressed } from './suppression.js';
import { type Cells, type ClauseTally, type Counted, type NumberName, tally } from './tally.js';

const OFFICE_OF: Readonly<Record<string, string | null>> = { A: 'DET', B: 'DET', C: 'DET', D: 'MIA', E: null };
const officeOf = (facility: string | null) => (facility === null ? null : OFFICE_OF[facility]);
const counted = (outcome: Outcome, facility: string | null, month: string | null, person: string): Counted => (
  { authority: 'an-order', clause: 'a-clause', outcome, facility, fieldOffice: officeOf(facility), month, person, review: null });

/** A sum of which a reader knows: its parts, and whether each of them and the sum is told. */
interface Sum { total: { cells: number; people: ReadonlySet<string>; told: boolean }; parts: { cells: number; people: ReadonlySet<string>; told: boolean }[] }

function sumsOf(tallied: ClauseTally, smallest: number): Sum[] {
  const hidden = suppressed(tallied, officeOf, smallest);
  const at = (by: ReadonlyMap<string | null, Cells>, hiding: Readonly<Record<NumberName, ReadonlySet<string | null>>>, name: NumberName, only: (value: string | null) => boolean = () => true) =>
    [...by].filter(([value]) => only(value)).map(([value, cells]) => ({ cells: cells[name].count, people: cells[name].people, told: !hiding[name].has(value) }));
  const all = (name: NumberName) => ({ cells: tallied.all[name].count, people: tallied.all[name].people, told: !hidden.all.has(name) });
  return [
    { total: all('due'), parts: (['done', 'late', 'missed'] as const).map(all) },
    ...OUTCOMES.flatMap((name): Sum[] => [
      { total: all(name), parts: at(tallied.month, hidden.month, name) },
      { total: all(name), parts: at(tallied.fieldOffice, hidden.fieldOffice, name) },
      { total: all(name), parts: at(tallied.facility, hidden.facility, name) },
      ...[...tallied.fieldOffice].map(([office, cells]): Sum => ({
        total: { cells: cells[name].count, people: cells[name].people, told: !hidden.fieldOffice[name].has(office) },
        parts: at(tallied.facility, hidden.facility, name, (facility) => officeOf(facility) === office),
      })),
    ]),
  ];
}

const someCounted = fc.array(fc.record({
  outcome: fc.constantFrom<Outcome>('done', 'late', 'missed', 'occurred'),
  facility: fc.constantFrom('A', 'B', 'C', 'D', 'E', null), month: fc.constantFrom('2026-01', '2026-02', '2026-03', null), person: fc.integer({ min: 1, max: 25 }),
}), { minLength: 1, maxLength: 120 }).map((all) => all.map(({ outcome, facility, month, person }) => counted(outcome, facility, month, `person ${person}`)));

describe('what is told outside, whatever happened to whomever', () => {
  /** `wrong`: which of the sums tell too much. */
  const noneIs = (wrong: (sum: Sum, smallest: number) => boolean) =>
    fc.assert(fc.property(someCounted, fc.integer({ min: 2, max: 12 }), (all, smallest) => {
      const [tallied] = tally(all);
      return !sumsOf(tallied, smallest).some((sum) => wrong(sum, smallest));
    }), { numRuns: 200 });
  const hiddenOf = ({ parts }: Sum) => parts.filter(({ told }) => !told);

  it('is about nobody, or about as many people as the smallest cell', () => {
    noneIs(({ total, parts }, smallest) => [total, ...parts].some(({ told, people }) => told && people.size > 0 && people.size < smallest));
  });

  it('lets no suppressed number be found by one subtraction: of a sum that is told no single part is missing', () => {
    noneIs((sum) => sum.total.told && hiddenOf(sum).length === 1);
  });

  it('lets none be found by one addition: where a sum is not told, not all of its parts are', () => {
    noneIs(({ total, parts }) => !total.told && parts.length > 0 && parts.every(({ told }) => told));
  });

  it('tells of what is missing together only what is about as many people as the smallest cell', () => {
    noneIs((sum, smallest) => sum.total.told && hiddenOf(sum).length > 0 && new Set(hiddenOf(sum).flatMap(({ people }) => [...people])).size < smallest);
  });
});

describe('a smallest cell of 3', () => {
  const many = (outcome: Outcome, facility: string, people: number, from = 0) => Array.from({ length: people }, (_, i) => counted(outcome, facility, '2026-01', `${facility} ${from + i}`));
  const hiddenAt = (all: Counted[]) => [...suppressed(tally(all)[0], officeOf, 3).facility.missed].sort();

  it('suppresses two people at one facility, and the next smallest with them', () => expect(hiddenAt([...many('missed', 'A', 2), ...many('missed', 'B', 9), ...many('missed', 'C', 4)])).toEqual(['A', 'C']));
  it('suppresses nothing of three people', () => expect(hiddenAt([...many('missed', 'A', 3), ...many('missed', 'B', 9)])).toEqual([]));
  it('suppresses what befell two people twenty times', () => {
    const twice = Array.from({ length: 20 }, (_, i) => counted('missed', 'A', '2026-01', `A ${i % 2}`));
    expect(hiddenAt([...twice, ...many('missed', 'B', 9)])).toEqual(['A', 'B']);
  });
});
