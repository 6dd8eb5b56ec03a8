import { type FactsError, MOST_FACTS, readFacts } from './facts-json.js';

const many = (count: number, fact: object): object[] => Array.from({ length: count }, () => fact);
const refusals = (facts: object): unknown => {
  try {
    readFacts({ asOf: '2026-11-24', ...facts }, () => null);
    return [];
  } catch (error) {
    return (error as FactsError).problems;
  }
};

const FACTS = {
  stints: { custodian: 'ice' }, otherCustody: { kind: 'criminal' }, removalOrders: {}, cooperation: {}, memberships: { class: 'hamama-primary' },
  events: { kind: 'hearing', on: '2026-11-25' }, contacts: { actor: 'ice' },
} as const;

describe('facts with as many in a list as there may be', () => {
  it.each(Object.entries(FACTS))('are read, and with one more refused by its path: %s', (name, fact) => {
    const most = MOST_FACTS[name as keyof typeof FACTS];
    expect(refusals({ [name]: many(most, fact) })).toEqual([]);
    expect(refusals({ [name]: many(most + 1, fact) })).toEqual([{ path: name, problem: `has more than ${most}` }]);
  });

  it('the events of an order too', () => {
    const order = (count: number) => ({ removalOrders: [{}, { events: many(count, { kind: 'reopened', on: '2026-11-23' }) }] });
    expect(refusals(order(100))).toEqual([]);
    expect(refusals(order(101))).toEqual([{ path: 'removalOrders[1].events', problem: 'has more than 100' }]);
  });

  it('and what cannot be read in one that is too long is not looked at', () => {
    expect(refusals({ events: many(10_000, { kind: 'weather' }) })).toEqual([{ path: 'events', problem: 'has more than 300' }]);
  });
});
