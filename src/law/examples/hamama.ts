import { event, finalOn, held, member, type Example } from './example.js';

const hamama = (stints: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) => ({
  person: { citizenship: 'IRQ', birthDate: null }, stints, removalOrders: [finalOn('2017-05-01')], memberships: [member], ...more,
});
const SINCE_JUNE_2017 = hamama([held('2017-06-11')]);
const clauses = (then: Record<string, Record<string, unknown> | null>) => ({ clauses: then });

/** ECF 191: hearings by 2018-02-02; announced vacated 2018-12-20, disputed from 2019-04-02, vacated 2019-04-09. */
export const bondInjunctionExamples: readonly Example[] = [
  { name: 'the day before the order', given: SINCE_JUNE_2017, on: '2018-01-01', then: clauses({ 'ham-b1': { result: 'not-in-force' } }) },
  { name: 'the day of the order', given: SINCE_JUNE_2017, on: '2018-01-02', then: clauses({ 'ham-b1': { result: 'not-met', on: '2018-02-02' } }) },
  { name: 'thirty days before the date that the order names', given: SINCE_JUNE_2017, on: '2018-01-03', then: clauses({ 'ham-b1': { result: 'approaching' } }) },
  { name: 'on that date', given: SINCE_JUNE_2017, on: '2018-02-02', then: clauses({ 'ham-b1': { result: 'approaching' }, 'ham-b2': { result: 'approaching' } }) },
  { name: 'the day after, without a hearing', given: SINCE_JUNE_2017, on: '2018-02-03', then: clauses({ 'ham-b1': { result: 'met' }, 'ham-b2': { result: 'met' }, 'ham-b3': { result: 'not-met' } }) },
  { name: 'a hearing on the last day', given: { ...SINCE_JUNE_2017, events: [event('bond-hearing-held', '2018-02-02')] }, on: '2018-02-03', then: clauses({ 'ham-b1': { result: 'not-met' }, 'ham-b2': { result: 'not-met' } }) },
  { name: 'a hearing a day late', given: { ...SINCE_JUNE_2017, events: [event('bond-hearing-held', '2018-02-03')] }, on: '2018-02-04', then: clauses({ 'ham-b1': { result: 'met' } }) },
  { name: 'six months not reached: not protected', given: hamama([held('2017-09-20')]), on: '2018-03-19', then: clauses({ 'ham-b1': null, 'ham-b3': null }) },
  { name: 'six months reached after the order: the number of days is not known', given: hamama([held('2017-09-20')]), on: '2018-03-20', then: clauses({ 'ham-b1': { result: 'not-met' }, 'ham-b3': { result: 'unknown', missing: ['ham-b3.check.offset.n'] } }) },
  { name: 'no member of the class', given: { ...SINCE_JUNE_2017, memberships: [] }, on: '2018-02-03', then: clauses({ 'ham-b1': null }) },
  { name: 'whether the person is a member is not known', given: { ...SINCE_JUNE_2017, memberships: null }, on: '2018-02-03', then: clauses({ 'ham-b1': { result: 'unknown', missing: ['memberships'] } }) },
  { name: 'no Iraqi: not a member', given: { ...SINCE_JUNE_2017, memberships: null, person: { citizenship: 'MEX' } }, on: '2018-02-03', then: clauses({ 'ham-b1': null }) },
  { name: 'vacatur announced: still operative', given: SINCE_JUNE_2017, on: '2018-12-20', then: clauses({ 'ham-b1': { result: 'met' } }) },
  { name: 'the day before the disputed week', given: SINCE_JUNE_2017, on: '2019-04-01', then: clauses({ 'ham-b1': { result: 'met' } }) },
  { name: 'the first day of the disputed week', given: SINCE_JUNE_2017, on: '2019-04-02', then: clauses({ 'ham-b1': { result: 'contested', readings: [{ result: 'met' }, { result: 'not-in-force' }] } }) },
  { name: 'the last day of the disputed week', given: SINCE_JUNE_2017, on: '2019-04-08', then: clauses({ 'ham-b1': { result: 'contested' } }) },
  { name: 'vacated', given: SINCE_JUNE_2017, on: '2019-04-09', then: clauses({ 'ham-b1': { result: 'not-in-force' } }) },
  { name: 'a hearing missing on 2019-05-01 raises nothing', given: SINCE_JUNE_2017, on: '2019-05-01', then: clauses({ 'ham-b1': { result: 'not-in-force' }, 'ham-b2': { result: 'not-in-force' }, 'ham-b3': { result: 'not-in-force' } }) },
];

const YOUNAN = hamama([held('2017-06-12', '2017-11-02', 'criminal-custody'), held('2019-03-09')], {
  otherCustody: [{ kind: 'criminal', from: '2017-11-02', to: '2019-03-09' }],
});

/** ECF 490 and ECF 555: release within 30 days of 2018-11-20, later at 180 days, stints added; vacated 2020-02-25. */
export const releaseInjunctionExamples: readonly Example[] = [
  { name: 'the day before the order', given: SINCE_JUNE_2017, on: '2018-11-19', then: clauses({ 'ham-z1': { result: 'not-in-force' } }) },
  { name: 'the day of the order', given: SINCE_JUNE_2017, on: '2018-11-20', then: clauses({ 'ham-z1': { result: 'approaching', on: '2018-12-20' } }) },
  { name: 'the thirtieth day', given: SINCE_JUNE_2017, on: '2018-12-20', then: clauses({ 'ham-z1': { result: 'approaching' } }) },
  { name: 'the day after', given: SINCE_JUNE_2017, on: '2018-12-21', then: clauses({ 'ham-z1': { result: 'met' }, 'ham-z2': { result: 'not-met' } }) },
  { name: 'released on the thirtieth day', given: hamama([held('2017-06-11', '2018-12-20', 'order-of-supervision')]), on: '2018-12-21', then: clauses({ 'ham-z1': { result: 'not-met' } }) },
  { name: 'released a day late', given: hamama([held('2017-06-11', '2018-12-21', 'order-of-supervision')]), on: '2018-12-22', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'Younan, day 179: not protected yet', given: YOUNAN, on: '2019-04-14', then: clauses({ 'ham-z2': null }) },
  { name: 'Younan, day 180: release is due', given: YOUNAN, on: '2019-04-15', then: clauses({ 'ham-z2': { result: 'met', on: '2019-04-15' }, 'ham-z1': { result: 'not-met' } }) },
  { name: 'Yonan: held again after the order, long past 180 days', given: hamama([held('2017-09-20', '2018-04-05', 'bond'), held('2019-01-20')]), on: '2019-01-20', then: clauses({ 'ham-z2': { result: 'met', on: '2019-01-20' } }) },
  { name: 'the disputed week of the other injunctions does not touch it', given: SINCE_JUNE_2017, on: '2019-04-05', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'vacatur announced: still operative', given: SINCE_JUNE_2017, on: '2020-01-03', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'the day before the mandate', given: SINCE_JUNE_2017, on: '2020-02-24', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'the mandate', given: SINCE_JUNE_2017, on: '2020-02-25', then: clauses({ 'ham-z1': { result: 'not-in-force' } }) },
  { name: 'held at day 200 on 2020-06-01: no breach of an order, but review is due', given: hamama([held('2019-11-14')]), on: '2020-06-01', then: clauses({ 'ham-z1': { result: 'not-in-force' }, 'ham-z2': { result: 'not-in-force' }, 'six-months': { result: 'met' } }) },
];
