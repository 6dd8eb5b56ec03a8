import { finalOn, held, type Example } from './example.js';

const YOUNAN = {
  stints: [held('2017-06-12', '2017-11-02', 'criminal-custody'), held('2019-03-09')],
  otherCustody: [{ kind: 'criminal', from: '2017-11-02', to: '2019-03-09' }],
  removalOrders: [finalOn('2017-05-01')],
};

/** Stints to stays, and the counts over them. */
export const custodyExamples: readonly Example[] = [
  { name: 'a transfer with three days between: one stay, and the days count', given: { stints: [held('2024-01-01', '2024-01-10'), held('2024-01-13')] }, on: '2024-01-20', then: { stays: [{ from: '2024-01-01', to: null, days: 19, stints: 2 }] } },
  { name: 'a transfer with four days between: two stays', given: { stints: [held('2024-01-01', '2024-01-10'), held('2024-01-14')] }, on: '2024-01-20', then: { stays: [{ days: 9, stints: 1 }, { from: '2024-01-14', days: 6 }], counts: { 'custody.total': { days: 15 } } } },
  { name: 'a hand-over on the same day counts the day once', given: { stints: [held('2024-01-01', '2024-01-10'), held('2024-01-10', null, null, 'MONROMI')] }, on: '2024-01-20', then: { stays: [{ days: 19, stints: 2 }] } },
  { name: 'released on bond and held again the same day: two stays', given: { stints: [held('2024-01-01', '2024-01-10', 'bond'), held('2024-01-10')] }, on: '2024-01-20', then: { stays: [{ days: 9 }, { days: 10 }], counts: { 'custody.current-stay': { days: 10 }, 'custody.total': { days: 19 } } } },
  { name: 'rows that overlap are one custody', given: { stints: [held('2024-01-01', '2024-01-10'), held('2024-01-05', '2024-01-20', 'bond')] }, on: '2024-02-01', then: { stays: [{ from: '2024-01-01', to: '2024-01-20', days: 19 }], counts: { 'custody.current-stay': { days: 0 } } } },
  { name: 'the same row twice is one stint', given: { stints: [held('2024-01-01', '2024-01-10', 'bond'), held('2024-01-01', '2024-01-10', 'bond')] }, on: '2024-02-01', then: { stays: [{ days: 9, stints: 1 }] } },
  { name: 'an open row followed by a later one ended when the later one began', given: { stints: [held('2024-01-01'), held('2024-01-10', '2024-01-20', 'bond', 'MONROMI')] }, on: '2024-02-01', then: { stays: [{ from: '2024-01-01', to: '2024-01-20', days: 19, stints: 2 }] } },
  { name: 'a stint that ends after the day asked about is still running', given: { stints: [held('2024-01-01', '2024-03-01', 'bond')] }, on: '2024-02-29', then: { stays: [{ to: null, days: 59 }] } },
  { name: 'on the day of leaving it has ended', given: { stints: [held('2024-01-01', '2024-03-01', 'bond')] }, on: '2024-03-01', then: { stays: [{ to: '2024-03-01', days: 60 }], counts: { 'custody.current-stay': { days: 0 } } } },
  { name: 'a stint that begins after the day asked about has not happened', given: { stints: [held('2024-03-01')] }, on: '2024-02-29', then: { stays: [] } },
  { name: 'custody of the Office of Refugee Resettlement is not immigration custody', given: { stints: [{ ...held('2024-01-01'), custodian: 'orr' }] }, on: '2024-02-01', then: { stays: [] } },
  { name: 'Younan: 143 days, a sentence, and 180 days in all on 2019-04-15', given: YOUNAN, on: '2019-04-15', then: { counts: { 'custody.total': { days: 180, day180On: '2019-04-15' }, 'custody.current-stay': { days: 37 }, 'post-order.cumulative': { days: 180 }, 'post-order.current-stay': { days: 37, from: '2019-03-09' } } } },
  { name: 'Yonan: 197 days, six months on 2018-03-20', given: { stints: [held('2017-09-20', '2018-04-05', 'bond')] }, on: '2018-04-04', then: { counts: { 'custody.current-stay': { days: 196, sixMonthsOn: '2018-03-20' } } } },
  { name: 'six months from 2017-06-11 are 183 days, and 180 days come sooner', given: { stints: [held('2017-06-11')] }, on: '2017-12-11', then: { counts: { 'custody.current-stay': { days: 183, day180On: '2017-12-08', sixMonthsOn: '2017-12-11', months: { whole: 6, days: 0 } } } } },
  { name: 'six months from 2018-08-31 clamp to the end of February', given: { stints: [held('2018-08-31')] }, on: '2019-02-28', then: { counts: { 'custody.current-stay': { days: 181, day180On: '2019-02-27', sixMonthsOn: '2019-02-28' } } } },
  { name: 'six months from 2019-08-31 clamp to the leap day', given: { stints: [held('2019-08-31')] }, on: '2020-02-29', then: { counts: { 'custody.current-stay': { sixMonthsOn: '2020-02-29' } } } },
  { name: 'six months from 2026-03-01 are 184 days', given: { stints: [held('2026-03-01')] }, on: '2026-09-01', then: { counts: { 'custody.current-stay': { days: 184, day180On: '2026-08-28', sixMonthsOn: '2026-09-01' } } } },
  { name: 'six months from 2026-09-01 are 181 days', given: { stints: [held('2026-09-01')] }, on: '2027-03-01', then: { counts: { 'custody.current-stay': { days: 181, sixMonthsOn: '2027-03-01' } } } },
  { name: 'final 2026-01-15: day 90, day 180 and six months', given: { stints: [held('2026-01-02')], removalOrders: [finalOn('2026-01-15')] }, on: '2026-02-01', then: { counts: { 'post-order.current-stay': { day90On: '2026-04-15', day180On: '2026-07-14', sixMonthsOn: '2026-07-15' } } } },
  { name: 'stints are not known', given: { stints: null }, on: '2024-02-01', then: { counts: { 'custody.current-stay': { days: null, missing: ['stints'] }, 'custody.total': { days: null, missing: ['stints'] } } } },
  { name: 'the day on which a stint began is not known', given: { stints: [{ ...held('2024-01-01'), from: null }] }, on: '2024-02-01', then: { counts: { 'custody.total': { days: null, missing: ['stints[0].from'] } } } },
  { name: 'while a lapse goes on, a threshold that was not reached is never reached', given: { stints: [held('2024-01-01')], removalOrders: [finalOn('2024-01-01')], cooperation: [{ from: '2024-03-01', to: null, ongoing: true, act: 'false-identity', noticeServedOn: '2024-03-01', disputed: false }] }, on: '2024-06-01', then: { counts: { 'post-order.cumulative-less-tolled': { days: 60, day90On: null, day180On: null, sixMonthsOn: null } } } },
];
