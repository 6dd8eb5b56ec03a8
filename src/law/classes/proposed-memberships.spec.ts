import { event, factsOf, finalOn, held, order } from '../examples/example.js';
import { readFacts } from '../facts-json.js';
import { proposedMemberships, type ProposedMembership } from './proposed-memberships.js';

function proposalsFor(given: Record<string, unknown>, on: string): Record<string, ProposedMembership> {
  const { facts, asOf } = readFacts(factsOf({ name: '', given, on, then: {} }), () => null);
  return Object.fromEntries(proposedMemberships(facts, asOf).map((each) => [each.class, each]));
}

const iraqi = (more: Record<string, unknown> = {}) => ({
  person: { citizenship: 'IRQ', birthDate: null }, stints: [held('2017-06-11')], removalOrders: [finalOn('2010-05-01')], ...more,
});

type Case = readonly [name: string, given: Record<string, unknown>, on: string, slug: string, expected: Partial<ProposedMembership>];

const CASES: readonly Case[] = [
  ['an old order, arrested in June 2017', iraqi(), '2017-07-01', 'hamama-primary', { result: 'member', from: '2017-06-24', to: null, missing: [] }],
  ['the day before the class began', iraqi(), '2017-06-23', 'hamama-primary', { result: 'not-member', from: null }],
  ['not an Iraqi', iraqi({ person: { citizenship: 'MEX' } }), '2017-07-01', 'hamama-primary', { result: 'not-member', missing: [] }],
  ['citizenship is not known', iraqi({ person: { citizenship: null } }), '2017-07-01', 'hamama-primary', { result: 'unknown', missing: ['person.citizenship'] }],
  ['an order final on the last day', iraqi({ removalOrders: [finalOn('2017-06-24')] }), '2017-07-01', 'hamama-primary', { result: 'member' }],
  ['an order final the day after', iraqi({ removalOrders: [finalOn('2017-06-25')] }), '2017-07-01', 'hamama-primary', { result: 'not-member' }],
  ['reopened on the first day: final on none of them', iraqi({ removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2017-03-01')] })] }), '2017-07-01', 'hamama-primary', { result: 'not-member' }],
  ['reopened the day after: final on the first', iraqi({ removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2017-03-02')] })] }), '2017-07-01', 'hamama-primary', { result: 'member' }],
  ['a pending appeal', iraqi({ removalOrders: [order('2016-11-01', { filed: true, filedOn: '2016-11-20' })] }), '2017-07-01', 'hamama-primary', { result: 'not-member' }],
  ['never detained: who will be, nobody can say', iraqi({ stints: [] }), '2017-07-01', 'hamama-primary', { result: 'unknown', missing: ['stints'] }],
  ['first detained in 2018', iraqi({ stints: [held('2018-02-01')] }), '2018-02-01', 'hamama-primary', { result: 'member', from: '2018-02-01' }],
  ['reopened in May 2017: of the class, not of the removal class', iraqi({ removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2017-05-01')] })] }), '2017-07-01', 'hamama-primary', { result: 'member' }],
  ['reopened in May 2017: no final order on 2017-06-24', iraqi({ removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2017-05-01')] })] }), '2017-07-01', 'hamama-removal-2017', { result: 'not-member' }],

  ['an individual petition leaves the class as it was', iraqi({ events: [event('individual-habeas-filed', '2018-03-01')] }), '2018-03-01', 'hamama-primary', { result: 'member', to: null }],
  ['an individual petition, the day before', iraqi({ events: [event('individual-habeas-filed', '2018-03-01')] }), '2018-02-28', 'hamama-final-order', { result: 'member', from: '2018-01-02', to: null, unverified: true }],
  ['an individual petition ends the subclass', iraqi({ events: [event('individual-habeas-filed', '2018-03-01')] }), '2018-03-01', 'hamama-final-order', { result: 'not-member', from: '2018-01-02', to: '2018-03-01' }],
  ['opting out ends the subclass', iraqi({ events: [event('opted-out', '2018-03-01')] }), '2018-04-01', 'hamama-final-order', { result: 'not-member', to: '2018-03-01' }],
  ['opting out leaves the class as it was', iraqi({ events: [event('opted-out', '2018-03-01')] }), '2018-04-01', 'hamama-primary', { result: 'member' }],
  ['reopened in 2018: out of one subclass', iraqi({ removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2018-05-01')] })] }), '2018-05-01', 'hamama-final-order', { result: 'not-member', to: '2018-05-01' }],
  ['reopened in 2018: perhaps of the other, which a person must say', iraqi({ removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2018-05-01')] })] }), '2018-05-01', 'hamama-1226c', { result: 'unknown', missing: ['memberships'], unverified: true }],
  ['a member whom somebody confirmed is one of the subclass', iraqi({ removalOrders: [finalOn('2018-01-05')], memberships: [{ class: 'hamama-primary', from: '2017-06-24', to: null }] }), '2018-01-10', 'hamama-final-order', { result: 'member', from: '2018-01-05' }],

  ['180 days, stints added: the day before', iraqi({ stints: [held('2017-06-12', '2017-11-02', 'criminal-custody'), held('2019-03-09')] }), '2019-04-14', 'hamama-zadvydas', { result: 'not-member' }],
  ['held for long, the day before the order on release', iraqi(), '2018-11-19', 'hamama-zadvydas', { result: 'not-member', from: null }],
  ['held for long, the day of the order on release', iraqi(), '2018-11-20', 'hamama-zadvydas', { result: 'member', from: '2018-11-20' }],
  ['180 days, stints added: the day', iraqi({ stints: [held('2017-06-12', '2017-11-02', 'criminal-custody'), held('2019-03-09')] }), '2019-04-15', 'hamama-zadvydas', { result: 'member', from: '2019-04-15' }],
];

test.each(CASES)('%s (%s)', (_name, given, on, slug, expected) => {
  const proposed = proposalsFor(given, on)[slug];
  expect(proposed).toMatchObject(expected);
  expect(proposed.because.length).toBeGreaterThan(0);
});

test('what alone a person must confirm is said, and since when it would hold', () => {
  const reopened = iraqi({ removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2018-05-01')] })] });
  const proposed = proposalsFor(reopened, '2018-05-01')['hamama-1226c'];
  expect(proposed).toMatchObject({ result: 'unknown', from: '2018-05-01', to: null, toBeConfirmed: ['that the person is held, or is to be held, under 8 U.S.C. § 1226(c)'] });
  expect(proposalsFor(reopened, '2018-04-30')['hamama-1226c']).toMatchObject({ result: 'not-member', from: null, toBeConfirmed: [] });
});

test('why it began is said beside why it ended', () => {
  const { because, began } = proposalsFor(iraqi({ events: [event('opted-out', '2018-03-01')] }), '2018-04-01')['hamama-final-order'];
  expect(because).toEqual(['opted-out on 2018-03-01 (events[0]).']);
  expect(began).toContain('On 2017-03-01 an order was final: since 2010-05-01 (removalOrders[0]).');
  expect(proposalsFor(iraqi(), '2017-06-24')['hamama-primary'].began).toEqual([]);
});

test('every class is cited and graded, and named once', () => {
  const proposals = Object.entries(proposalsFor(iraqi(), '2026-11-24'));
  for (const [slug, { citation, grade }] of proposals) expect([slug, citation !== '', /^(V|INF|M)/.test(grade)]).toEqual([slug, true, true]);
  expect(proposals.length).toBeGreaterThanOrEqual(5);
});
