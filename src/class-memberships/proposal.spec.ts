import { readFacts } from '../law/facts-json.js';
import { event, factsOf, finalOn, held } from '../law/examples/example.js';
import type { ProposedMembership } from '../law/classes/proposed-memberships.js';
import { evidenceIn } from './evidence.js';
import { type Standing, standingOf } from './proposal.js';

const computed = (more: Partial<ProposedMembership>): ProposedMembership => ({
  class: 'a-class', result: 'member', from: '2018-01-02', to: null, citation: '', grade: 'V1', unverified: false, because: [], began: [], missing: [], toBeConfirmed: [], ...more,
});
const ENDED = { result: 'not-member', to: '2018-03-01' } as const;

describe('what is on file, beside what the facts say', () => {
  it.each<[string, Partial<ProposedMembership>, [from: string | null, to: string | null][], Standing]>([
    ['the same days', {}, [['2018-01-02', null]], 'agrees'],
    ['a member, and nothing on file', {}, [], 'not-on-file'],
    ['a day more on file', {}, [['2018-01-01', null]], 'other-days'],
    ['since a day that is not known', {}, [[null, null]], 'other-days'],
    ['an earlier time on file, that ended on the day on which this one began', {}, [['2017-06-24', '2018-01-02']], 'not-on-file'],
    ['an earlier time on file, that ended a day later', {}, [['2017-06-24', '2018-01-03']], 'other-days'],
    ['an earlier time and this one on file', {}, [['2017-06-24', '2017-07-01'], ['2018-01-02', null]], 'agrees'],
    ['ended by the facts, running on file', ENDED, [['2018-01-02', null]], 'other-days'],
    ['ended, and so on file', ENDED, [['2018-01-02', '2018-03-01']], 'agrees'],
    ['ended, and never on file', ENDED, [], 'not-on-file'],
    ['never a member, and nothing on file', { result: 'not-member', from: null }, [], 'agrees'],
    ['never a member, and on file', { result: 'not-member', from: null }, [['2018-01-02', null]], 'only-on-file'],
    ['the facts do not say', { result: 'unknown', from: null, missing: ['person.citizenship'] }, [['2018-01-02', null]], 'not-known'],
    ['a person must say', { result: 'unknown', toBeConfirmed: ['that it is so'] }, [], 'not-on-file'],
    ['a person has said', { result: 'unknown', toBeConfirmed: ['that it is so'] }, [['2018-01-02', null]], 'agrees'],
  ])('%s', (_name, facts, onFile, standing) => {
    expect(standingOf(computed(facts), onFile.map(([from, to]) => ({ from, to })))).toBe(standing);
  });
});

describe('the facts that sentences name', () => {
  const { facts: read } = readFacts(factsOf({ name: '', on: '2018-06-01', then: {}, given: {
    person: { citizenship: 'IRQ' }, stints: [held('2017-06-11', '2017-07-01'), held('2017-07-01')], events: [event('opted-out', '2018-03-01')],
    removalOrders: [finalOn('2010-05-01', { events: [event('reopened', '2018-05-01')] })],
  } }), () => null);
  const named = <T extends object>(list: readonly T[] | null, name: string) => list?.map((one, i) => ({ ...one, id: `${name}-${i}` })) ?? null;
  const facts = {
    ...read, stints: named(read.stints, 'stint'), events: named(read.events, 'event'),
    removalOrders: named(read.removalOrders!.map((order) => ({ ...order, events: named(order.events, 'order-event') })), 'order'),
  };

  it.each<[string, string, string[]]>([
    ['one of a list', 'In immigration custody since 2017-07-01 (stints[1]).', ['stint-1']],
    ['a field of one', 'Appeal was waived (removalOrders[0].appeal.waivedOn).', ['order-0']],
    ['what befell an order', 'The order was reopened (removalOrders[0].events[0]): since then there is no final order.', ['order-event-0']],
    ['who it is', 'The person is a citizen of IRQ (person.citizenship).', ['who']],
    ['two in one sentence', 'Two things (events[0], stints[0]).', ['event-0', 'stint-0']],
    ['a sum of all stays', '200 days of immigration custody by 2018-06-01, stays added together (stints); 180 are asked for.', ['stint-0', 'stint-1']],
    ['what is not in a list', 'No opted-out is on file by then (events).', []],
    ['no fact', 'Hamama v. Adducci (E.D. Mich.) began.', []],
    ['one that is not there', 'Nobody knows (events[7]).', []],
  ])('%s', (_name, sentence, ids) => expect(evidenceIn(facts, 'who', [sentence, sentence]).map(({ id }) => id)).toEqual(ids));

  it('say what they said, so that a later version is told from this one', () => {
    const [before] = evidenceIn(facts, 'who', ['(stints[1])']);
    const [after] = evidenceIn({ ...facts, stints: [facts.stints![0], { ...facts.stints![1], facility: 'STCLAMI' }] }, 'who', ['(stints[1])']);
    expect([before.id, JSON.stringify(before) === JSON.stringify(after)]).toEqual([after.id, false]);
  });
});
