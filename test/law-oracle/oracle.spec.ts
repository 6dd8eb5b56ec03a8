import { CASES, differences, type Case } from './cases.js';
import { text } from './days.js';
import { dayText, oracle } from './oracle.js';

/** The oracle is only worth asking if it gets the worked cases right itself, without the law core. */
describe.each(CASES.filter(({ facts }) => isWithinTheOracle(facts)).map((each) => [each.file, each] as const))('the oracle on %s', (_file, worked) => {
  it(worked.case, () => expect(wrongIn(worked)).toEqual([]));
});

/** It does not read certification, and an order whose own day is not known; the worked cases alone cover those. */
function isWithinTheOracle({ removalOrders }: Case['facts']): boolean {
  return (removalOrders ?? []).every(({ decidedOn, appeal }) => decidedOn !== null && !appeal?.certifiedOn);
}

function wrongIn({ facts, expect: expected }: Case): string[] {
  const { asOf, custody, finality, period, counts } = oracle(facts);
  const own = {
    custody: {
      inCustody: custody?.inCustody ?? null,
      stays: custody?.stays.map(({ from, to }) => ({ from: text(from), to: dayText(to), days: (to ?? asOf) - from })) ?? [],
    },
    finality: finality.result === 'final' ? { result: 'final', on: text(finality.on), basis: finality.basis } : { result: finality.result, on: null },
    removalPeriod: { ...period, beginsOn: dayText(period.beginsOn), endsOn: dayText(period.endsOn) },
  };
  const countTexts = Object.fromEntries(Object.entries(counts).map(([id, { days, ...on }]) => [id, { days, ...Object.fromEntries(Object.entries(on).map(([key, day]) => [key, dayText(day)])) }]));
  return differences(shared(expected, { ...own, counts: countTexts }), { ...own, counts: countTexts }, 'oracle');
}

/** The part of an expectation that the oracle speaks of at all: it gives no citations, numbers of stints or findings. */
function shared(expected: unknown, own: unknown): unknown {
  if (typeof expected !== 'object' || expected === null || typeof own !== 'object' || own === null) return expected;
  if ('oneOf' in expected) return expected;
  if (Array.isArray(expected)) return expected.map((each: unknown, i) => shared(each, (own as unknown[])[i]));
  return Object.fromEntries(Object.entries(expected).filter(([key]) => key in own).map(([key, each]) => [key, shared(each, (own as Record<string, unknown>)[key])]));
}
