import { event, finalOn, held, order, type Example } from './example.js';

const post = (since: string, more: Record<string, unknown> = {}) => ({ stints: [held(since)], removalOrders: [finalOn(since)], ...more });
const TWO_STAYS = {
  stints: [held('2017-06-12', '2017-11-02', 'criminal-custody'), held('2019-03-09')],
  otherCustody: [{ kind: 'criminal', from: '2017-11-02', to: '2019-03-09' }],
  removalOrders: [finalOn('2017-05-01')],
};
const lapse = (more: Record<string, unknown> = {}) => ({
  cooperation: [{ from: '2025-03-01', to: '2025-04-01', ongoing: false, act: 'refused-travel-document-form', noticeServedOn: '2025-03-01', disputed: false, ...more }],
});
const six = (then: Record<string, unknown>) => ({ clauses: { 'six-months': then } });

/** 533 U.S. at 701: six months, in months. */
export const zadvydasExamples: readonly Example[] = [
  { name: 'outside the warning window', given: post('2025-01-15'), on: '2025-06-14', then: six({ result: 'not-met', on: '2025-07-15', policy: 'post-order.current-stay', readings: [] }) },
  { name: 'thirty days before', given: post('2025-01-15'), on: '2025-06-15', then: six({ result: 'approaching', on: '2025-07-15' }) },
  { name: 'the day before', given: post('2025-01-15'), on: '2025-07-14', then: six({ result: 'approaching' }) },
  { name: 'day 180 is not six months', given: post('2017-06-11'), on: '2017-12-08', then: six({ result: 'approaching', on: '2017-12-11' }) },
  { name: 'the day itself', given: post('2025-01-15'), on: '2025-07-15', then: six({ result: 'met', on: '2025-07-15' }) },
  { name: 'the day after', given: post('2025-01-15'), on: '2025-07-16', then: six({ result: 'met' }) },
  { name: 'counted from finality when the stay is older', given: { stints: [held('2024-06-01')], removalOrders: [finalOn('2025-01-15')] }, on: '2025-07-14', then: six({ result: 'approaching', on: '2025-07-15' }) },
  { name: 'released: nothing is asked', given: { stints: [held('2024-06-01', '2025-07-10', 'order-of-supervision')], removalOrders: [finalOn('2024-06-01')] }, on: '2025-07-15', then: six({ result: 'not-met', on: null }) },
  { name: 'not final: nothing is counted', given: { stints: [held('2024-06-01')] }, on: '2025-07-15', then: six({ result: 'not-met', on: null }) },
  { name: 'the order is not known', given: { stints: [held('2024-06-01')], removalOrders: null }, on: '2025-07-15', then: six({ result: 'unknown', missing: ['removalOrders'] }) },
  { name: 'the day of the decision is not known', given: { stints: [held('2024-06-01')], removalOrders: [order(null, { filed: false })] }, on: '2025-07-15', then: six({ result: 'unknown', missing: ['removalOrders[0].decidedOn'] }) },
  { name: 'custody is not known', given: { stints: null, removalOrders: [finalOn('2024-06-01')] }, on: '2025-07-15', then: six({ result: 'unknown', missing: ['stints'] }) },
  { name: 'two stays: courts differ whether they are added', given: TWO_STAYS, on: '2019-04-18', then: six({ result: 'contested', readings: [{ policy: 'post-order.current-stay', days: 40, result: 'not-met' }, { policy: 'post-order.cumulative', days: 183, on: '2019-04-18', result: 'met' }] }) },
  { name: 'two stays, and both ways of counting agree', given: TWO_STAYS, on: '2019-09-09', then: six({ result: 'met', readings: [{ result: 'met' }, { result: 'met' }] }) },
  { name: 'non-cooperation in the Ninth Circuit: its own reading leads', given: { ...post('2025-01-15', lapse()), circuit: '9' }, on: '2025-07-16', then: six({ result: 'approaching', on: '2025-08-15', policy: 'post-order.cumulative-less-tolled' }) },
  { name: '… and where nothing of cooperation is on file: the line is told as reached, and its reasons name what is not on file', given: { ...post('2025-01-15', { cooperation: null }), circuit: '9' }, on: '2025-07-15', then: six({ result: 'met', on: '2025-07-15', missing: [] }) },
  { name: '… the day before it', given: { ...post('2025-01-15', { cooperation: null }), circuit: '9' }, on: '2025-07-14', then: six({ result: 'approaching' }) },
  { name: '… but not if the lapse is disputed', given: { ...post('2025-01-15', lapse({ disputed: true })), circuit: '9' }, on: '2025-07-15', then: six({ result: 'contested' }) },
  { name: '… nor if its notice is not known to have been served', given: { ...post('2025-01-15', lapse({ noticeServedOn: null })), circuit: '9' }, on: '2025-07-15', then: six({ result: 'contested' }) },
  { name: 'non-cooperation elsewhere: readings', given: post('2025-01-15', lapse()), on: '2025-07-16', then: six({ result: 'contested', readings: [{ result: 'met' }, { policy: 'post-order.cumulative-less-tolled', result: 'approaching' }] }) },
  { name: 'in the Fifth Circuit six months may be counted from the end of the removal period', given: { ...post('2025-01-15'), circuit: '5' }, on: '2025-07-15', then: six({ result: 'contested', readings: [{ on: '2025-07-15', result: 'met' }, { policy: 'post-removal-period.current-stay', on: '2025-10-15', result: 'not-met' }] }) },
  { name: '… until both are reached', given: { ...post('2025-01-15'), circuit: '5' }, on: '2025-10-15', then: six({ result: 'met' }) },
  { name: 'before the decision there was no such limit', given: post('2000-12-01'), on: '2001-06-27', then: six({ result: 'not-in-force' }) },
  { name: 'from the day of the decision', given: post('2000-12-01'), on: '2001-06-28', then: six({ result: 'met', on: '2001-06-01' }) },
  { name: 'reopened: the post-order clock stops', given: { stints: [held('2025-01-15')], removalOrders: [finalOn('2025-01-15', { events: [event('reopened', '2025-07-14')] })] }, on: '2025-07-15', then: six({ result: 'not-met', readings: [] }) },
];
