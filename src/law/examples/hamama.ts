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
  { name: 'the day before that date', given: SINCE_JUNE_2017, on: '2018-02-01', then: clauses({ 'ham-b1': { result: 'approaching' }, 'ham-b2': { result: 'approaching' } }) },
  { name: 'on that date', given: SINCE_JUNE_2017, on: '2018-02-02', then: clauses({ 'ham-b1': { result: 'approaching' }, 'ham-b2': { result: 'approaching' } }) },
  { name: 'the day after, without a hearing', given: SINCE_JUNE_2017, on: '2018-02-03', then: clauses({ 'ham-b1': { result: 'met' }, 'ham-b2': { result: 'met' }, 'ham-b3': { result: 'not-met' } }) },
  { name: 'a hearing on the day before it', given: { ...SINCE_JUNE_2017, events: [event('bond-hearing-held', '2018-02-01')] }, on: '2018-02-03', then: clauses({ 'ham-b1': { result: 'not-met' }, 'ham-b2': { result: 'not-met' } }) },
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
  { name: 'the twenty-ninth day', given: SINCE_JUNE_2017, on: '2018-12-19', then: clauses({ 'ham-z1': { result: 'approaching' } }) },
  { name: 'the thirtieth day', given: SINCE_JUNE_2017, on: '2018-12-20', then: clauses({ 'ham-z1': { result: 'approaching' } }) },
  { name: 'the day after', given: SINCE_JUNE_2017, on: '2018-12-21', then: clauses({ 'ham-z1': { result: 'met' }, 'ham-z2': { result: 'not-met' } }) },
  { name: 'released on the twenty-ninth day', given: hamama([held('2017-06-11', '2018-12-19', 'order-of-supervision')]), on: '2018-12-21', then: clauses({ 'ham-z1': { result: 'not-met' } }) },
  { name: 'released on the thirtieth day', given: hamama([held('2017-06-11', '2018-12-20', 'order-of-supervision')]), on: '2018-12-21', then: clauses({ 'ham-z1': { result: 'not-met' } }) },
  { name: 'released a day late', given: hamama([held('2017-06-11', '2018-12-21', 'order-of-supervision')]), on: '2018-12-22', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'Younan, day 179: not protected yet', given: YOUNAN, on: '2019-04-14', then: clauses({ 'ham-z2': null }) },
  { name: 'Younan, day 180: release is due', given: YOUNAN, on: '2019-04-15', then: clauses({ 'ham-z2': { result: 'met', on: '2019-04-15' }, 'ham-z1': { result: 'not-met' } }) },
  { name: 'Younan, day 181', given: YOUNAN, on: '2019-04-16', then: clauses({ 'ham-z2': { result: 'met', on: '2019-04-15' } }) },
  { name: 'Yonan: held again after the order, long past 180 days', given: hamama([held('2017-09-20', '2018-04-05', 'bond'), held('2019-01-20')]), on: '2019-01-20', then: clauses({ 'ham-z2': { result: 'met', on: '2019-01-20' } }) },
  { name: 'the disputed week of the other injunctions does not touch it', given: SINCE_JUNE_2017, on: '2019-04-05', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'vacatur announced: still operative', given: SINCE_JUNE_2017, on: '2020-01-03', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'the day before the mandate', given: SINCE_JUNE_2017, on: '2020-02-24', then: clauses({ 'ham-z1': { result: 'met' } }) },
  { name: 'the mandate', given: SINCE_JUNE_2017, on: '2020-02-25', then: clauses({ 'ham-z1': { result: 'not-in-force' } }) },
  { name: 'held at day 200 on 2020-06-01: no breach of an order, but review is due', given: hamama([held('2019-11-14')]), on: '2020-06-01', then: clauses({ 'ham-z1': { result: 'not-in-force' }, 'ham-z2': { result: 'not-in-force' }, 'six-months': { result: 'met' } }) },
];

const REMOVAL_CLASS = { class: 'hamama-removal-2017', from: '2017-06-24', to: null };
const inRemovalClass = (more: Record<string, unknown> = {}) => ({
  person: { citizenship: 'IRQ', birthDate: null }, stints: [held('2017-06-11')], removalOrders: [finalOn('2012-05-01')], memberships: [REMOVAL_CLASS], ...more,
});
const removedOn = (day: string, more: Record<string, unknown> = {}) => inRemovalClass({ stints: [held('2017-06-11', day, 'removed')], ...more });
const motion = (day: string, deniedOn?: string | null) => [finalOn('2012-05-01', {
  events: [event('motion-to-reopen-filed', day), ...(deniedOn === undefined ? [] : [{ kind: 'reopening-denied', on: deniedOn }])],
})];

/** 2017-07-24: nobody is removed until his or her own stay has ended. */
export const removalStayExamples: readonly Example[] = [
  { name: 'removed on the day before any stay', given: removedOn('2017-06-21', { memberships: [{ ...REMOVAL_CLASS, from: '2017-06-01' }] }), on: '2017-08-01', then: clauses({ 'ham-r0@stints[0]': { result: 'not-in-force' } }) },
  { name: 'removed while the stay was one of the Detroit field office', given: removedOn('2017-06-25'), on: '2017-08-01', then: clauses({ 'ham-r0@stints[0]': { result: 'unknown', missing: ['ham-r0.status'] } }) },
  { name: 'removed on the day on which it was widened', given: removedOn('2017-06-26'), on: '2017-08-01', then: clauses({ 'ham-r0@stints[0]': { result: 'met', on: '2017-06-26' }, 'ham-r1@stints[0]': { result: 'not-in-force' } }) },
  { name: 'removed on its last day', given: removedOn('2017-07-23'), on: '2017-08-01', then: clauses({ 'ham-r0@stints[0]': { result: 'met' } }) },
  { name: 'removed when the injunction had taken its place', given: removedOn('2017-07-24'), on: '2017-08-01', then: clauses({ 'ham-r0@stints[0]': { result: 'not-in-force' } }) },
  { name: 'released in those days', given: inRemovalClass({ stints: [held('2017-06-11', '2017-07-10', 'order-of-supervision')] }), on: '2017-08-01', then: clauses({ 'ham-r0@stints[0]': null }) },
  { name: 'removed on the day before the order', given: removedOn('2017-07-23'), on: '2017-08-01', then: clauses({ 'ham-r1@stints[0]': { result: 'not-in-force' } }) },
  { name: 'removed on the day of the order', given: removedOn('2017-07-24'), on: '2017-08-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met', on: '2017-07-24' } }) },
  { name: 'removed on the day after the order', given: removedOn('2017-07-25'), on: '2017-08-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met' } }) },
  { name: 'removed on the eighty-ninth day after the files', given: removedOn('2018-01-28', { events: [event('files-produced', '2017-10-31')] }), on: '2018-02-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met' } }) },
  { name: 'removed on the ninetieth day after the files', given: removedOn('2018-01-29', { events: [event('files-produced', '2017-10-31')] }), on: '2018-02-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met' } }) },
  { name: 'removed a day later, without a motion', given: removedOn('2018-01-30', { events: [event('files-produced', '2017-10-31')] }), on: '2018-02-01', then: clauses({ 'ham-r1@stints[0]': { result: 'not-met' } }) },
  { name: 'removed a day later, with a motion on the last day', given: removedOn('2018-01-30', { events: [event('files-produced', '2017-10-31')], removalOrders: motion('2018-01-29') }), on: '2018-02-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met' } }) },
  { name: 'removed a day later, with a motion that was pending when the files came', given: removedOn('2018-01-30', { events: [event('files-produced', '2017-10-31')], removalOrders: motion('2017-10-30') }), on: '2018-02-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met' } }) },
  { name: 'removed a day later, with a motion that had been denied when the files came', given: removedOn('2018-01-30', { events: [event('files-produced', '2017-10-31')], removalOrders: motion('2017-10-01', '2017-10-30') }), on: '2018-02-01', then: clauses({ 'ham-r1@stints[0]': { result: 'not-met' } }) },
  { name: 'removed on the day before the disputed week', given: removedOn('2019-04-01'), on: '2019-05-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met' } }) },
  { name: 'removed after the mandate', given: removedOn('2019-04-09'), on: '2019-05-01', then: clauses({ 'ham-r1@stints[0]': { result: 'not-in-force' } }) },
  { name: 'removed in the disputed week', given: removedOn('2019-04-05'), on: '2019-05-01', then: clauses({ 'ham-r1@stints[0]': { result: 'contested' } }) },
  { name: 'a finding of the time in force stays', given: removedOn('2018-06-01'), on: '2020-01-01', then: clauses({ 'ham-r1@stints[0]': { result: 'met' } }) },
  { name: 'no member', given: removedOn('2018-06-01', { memberships: [] }), on: '2020-01-01', then: clauses({ 'ham-r1@stints[0]': null }) },
  { name: 'ninety days from the files: the day before the last', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')] }), on: '2018-01-28', then: clauses({ 'ham-r2@events[0]': { result: 'approaching' } }) },
  { name: 'ninety days from the files: the last day', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')] }), on: '2018-01-29', then: clauses({ 'ham-r2@events[0]': { result: 'approaching', on: '2018-01-29' } }) },
  { name: 'ninety days from the files: the day after', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')] }), on: '2018-01-30', then: clauses({ 'ham-r2@events[0]': { result: 'met' } }) },
  { name: 'ninety days from the files: a motion on the last day', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')], removalOrders: motion('2018-01-29') }), on: '2018-01-30', then: clauses({ 'ham-r2@events[0]': { result: 'not-met' } }) },
  { name: 'ninety days from the files: a motion a day late', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')], removalOrders: motion('2018-01-30') }), on: '2018-01-31', then: clauses({ 'ham-r2@events[0]': { result: 'met' } }) },
  { name: 'ninety days from the files: a motion that was pending when they came', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')], removalOrders: motion('2017-10-01') }), on: '2018-01-30', then: clauses({ 'ham-r2@events[0]': { result: 'not-met' } }) },
  { name: 'ninety days from the files: a motion denied on the day on which they came', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')], removalOrders: motion('2017-10-01', '2017-10-31') }), on: '2018-01-30', then: clauses({ 'ham-r2@events[0]': { result: 'met' } }) },
  { name: 'ninety days from the files: a motion denied on the day after they came', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')], removalOrders: motion('2017-10-01', '2017-11-01') }), on: '2018-01-30', then: clauses({ 'ham-r2@events[0]': { result: 'not-met' } }) },
  { name: 'ninety days from the files: a motion denied on a day that is not known', given: inRemovalClass({ events: [event('files-produced', '2017-10-31')], removalOrders: motion('2017-10-01', null) }), on: '2018-01-30', then: clauses({ 'ham-r2@events[0]': { result: 'unknown', missing: ['removalOrders[0].events[1].on'] } }) },
  { name: 'files: the day before the date for everybody else', given: inRemovalClass(), on: '2017-11-26', then: clauses({ 'ham-r4': { result: 'approaching' } }) },
  { name: 'files: on the date for everybody else', given: inRemovalClass(), on: '2017-11-27', then: clauses({ 'ham-r4': { result: 'approaching', on: '2017-11-27' } }) },
  { name: 'files: the day after', given: inRemovalClass(), on: '2017-11-28', then: clauses({ 'ham-r4': { result: 'met' } }) },
  { name: 'files: produced on the date', given: inRemovalClass({ events: [event('files-produced', '2017-11-27')] }), on: '2017-11-28', then: clauses({ 'ham-r4': { result: 'not-met' } }) },
  { name: 'files: the day before the earlier date', given: inRemovalClass({ removalOrders: motion('2017-10-01') }), on: '2017-11-05', then: clauses({ 'ham-r4': { result: 'approaching', on: '2017-11-06' } }) },
  { name: 'files: on the earlier date', given: inRemovalClass({ removalOrders: motion('2017-10-01') }), on: '2017-11-06', then: clauses({ 'ham-r4': { result: 'approaching', on: '2017-11-06' } }) },
  { name: 'files: the day after the earlier date', given: inRemovalClass({ removalOrders: motion('2017-10-01') }), on: '2017-11-07', then: clauses({ 'ham-r4': { result: 'met', on: '2017-11-06' } }) },
  { name: 'lists: the thirteenth day', given: inRemovalClass(), on: '2017-08-06', then: clauses({ 'ham-r5': { result: 'approaching', on: '2017-08-07', unverified: true } }) },
  { name: 'lists: the fourteenth day', given: inRemovalClass(), on: '2017-08-07', then: clauses({ 'ham-r5': { result: 'approaching', on: '2017-08-07', unverified: true } }) },
  { name: 'lists: the day after', given: inRemovalClass(), on: '2017-08-08', then: clauses({ 'ham-r5': { result: 'met' } }) },
  { name: 'lists: fourteen days after the last one', given: inRemovalClass({ events: [event('list-produced', '2017-08-07')] }), on: '2017-08-08', then: clauses({ 'ham-r5': { result: 'not-met', on: '2017-08-21' } }) },
];

const contact = (day: string, topics: readonly string[], more: Record<string, unknown> = {}) => ({
  at: `${day}T10:00:00-04:00`, actor: 'ice', topics, counselPresent: false, counselNotifiedOn: null, documents: [], narrative: null, ...more,
});
const told = (...contacts: Record<string, unknown>[]) => ({ ...SINCE_JUNE_2017, contacts });
const interviewedOn = (day: string) => ({ ...SINCE_JUNE_2017, memberships: [{ ...member, from: '2017-03-01' }], events: [event('consular-interview', day)] });
const interviewed = (...events: Record<string, unknown>[]) => ({ ...SINCE_JUNE_2017, events: [event('consular-interview', '2018-07-09'), ...events] });

/** ECF 316: what may not be said, what may not be signed, and who must be told first. */
export const coercionOrderExamples: readonly Example[] = [
  { name: 'length of detention, the day before the order', given: told(contact('2018-06-19', ['detention-length'])), on: '2018-07-01', then: clauses({ 'ham-c5@contacts[0]': { result: 'not-in-force' } }) },
  { name: 'length of detention, the day of the order', given: told(contact('2018-06-20', ['detention-length'])), on: '2018-07-01', then: clauses({ 'ham-c5@contacts[0]': { result: 'met', on: '2018-06-20' } }) },
  { name: 'length of detention, the day after', given: told(contact('2018-06-21', ['detention-length'])), on: '2018-07-01', then: clauses({ 'ham-c5@contacts[0]': { result: 'met' }, 'ham-c4@contacts[0]': { result: 'not-met' }, 'ham-c6@contacts[0]': { result: 'not-met' } }) },
  { name: 'all that is forbidden at once, the day before the order', given: told(contact('2018-06-19', ['threat-of-prosecution', 'wish-to-return', 'document-signing'])), on: '2018-07-01', then: clauses({ 'ham-c4@contacts[0]': { result: 'not-in-force' }, 'ham-c6@contacts[0]': { result: 'not-in-force' }, 'ham-c8@contacts[0]': { result: 'not-in-force' } }) },
  { name: 'all that is forbidden at once, the day of the order', given: told(contact('2018-06-20', ['threat-of-prosecution', 'wish-to-return', 'document-signing'])), on: '2018-07-01', then: clauses({ 'ham-c4@contacts[0]': { result: 'met' }, 'ham-c6@contacts[0]': { result: 'met' }, 'ham-c8@contacts[0]': { result: 'met' } }) },
  { name: 'prospect of removal, by jail staff', given: told(contact('2018-06-21', ['prospect-of-removal'], { actor: 'jail' })), on: '2018-07-01', then: clauses({ 'ham-c5@contacts[0]': { result: 'met' } }) },
  { name: 'a consular officer is not bound', given: told(contact('2018-06-21', ['prospect-of-removal', 'wish-to-return'], { actor: 'consular' })), on: '2018-07-01', then: clauses({ 'ham-c5@contacts[0]': { result: 'not-met' }, 'ham-c6@contacts[0]': { result: 'not-met' } }) },
  { name: 'an application for a passport raises nothing', given: told(contact('2018-06-21', ['travel-document'])), on: '2018-07-01', then: clauses({ 'ham-c4@contacts[0]': { result: 'not-met' }, 'ham-c5@contacts[0]': { result: 'not-met' }, 'ham-c6@contacts[0]': { result: 'not-met' }, 'ham-c8@contacts[0]': null } ) },
  { name: 'a mixed contact raises what it must', given: told(contact('2018-06-21', ['travel-document', 'threat-of-prosecution'])), on: '2018-07-01', then: clauses({ 'ham-c4@contacts[0]': { result: 'met' }, 'ham-c5@contacts[0]': { result: 'not-met' } }) },
  { name: 'required to say that he wishes to return', given: told(contact('2018-06-21', ['wish-to-return'])), on: '2018-07-01', then: clauses({ 'ham-c6@contacts[0]': { result: 'met' } }) },
  { name: 'no member on that day', given: { ...told(contact('2018-06-21', ['wish-to-return'])), memberships: [{ ...member, to: '2018-06-21' }] }, on: '2018-07-01', then: clauses({ 'ham-c6@contacts[0]': null }) },
  { name: 'whether a member on that day is not known', given: { ...told(contact('2018-06-21', ['wish-to-return'])), memberships: null }, on: '2018-07-01', then: clauses({ 'ham-c6@contacts[0]': { result: 'unknown', missing: ['memberships'] } }) },
  { name: 'pressure to leave the class, before it was enforced', given: told(contact('2018-08-21', ['leave-the-class'])), on: '2018-09-01', then: clauses({ 'ham-c10@contacts[0]': { result: 'not-in-force' } }) },
  { name: 'pressure to leave the class, from the day of enforcement', given: told(contact('2018-08-22', ['leave-the-class'])), on: '2018-09-01', then: clauses({ 'ham-c10@contacts[0]': { result: 'met' } }) },
  { name: 'the case blamed, the day after', given: told(contact('2018-08-23', ['class-blamed'])), on: '2018-09-01', then: clauses({ 'ham-c10@contacts[0]': { result: 'met' } }) },
  { name: 'an ordinary contact after that day', given: told(contact('2018-08-22', ['travel-document'])), on: '2018-09-01', then: clauses({ 'ham-c10@contacts[0]': { result: 'not-met' } }) },
  { name: 'the appeals left the order alone', given: told(contact('2020-03-01', ['wish-to-return'])), on: '2020-04-01', then: clauses({ 'ham-c6@contacts[0]': { result: 'met' } }) },
  { name: 'the day before the settlement was approved', given: told(contact('2024-07-30', ['wish-to-return'])), on: '2024-08-01', then: clauses({ 'ham-c6@contacts[0]': { result: 'met' } }) },
  { name: 'since the settlement an attorney must say whether it stands', given: told(contact('2024-07-31', ['wish-to-return'])), on: '2024-08-01', then: clauses({ 'ham-c6@contacts[0]': { result: 'unknown', missing: ['ham-c6.status'] } }) },
  { name: 'since the settlement: what breaks nothing, whether it stands or not', given: told(contact('2024-07-31', ['travel-document', 'wish-to-return'])), on: '2024-08-01', then: clauses({ 'ham-c4@contacts[0]': { result: 'not-met' }, 'ham-c5@contacts[0]': { result: 'not-met' }, 'ham-c10@contacts[0]': { result: 'not-met' } }) },
  { name: 'signed without counsel', given: told(contact('2018-06-21', ['document-signing'])), on: '2018-07-01', then: clauses({ 'ham-c8@contacts[0]': { result: 'met' } }) },
  { name: 'signed with counsel present', given: told(contact('2018-06-21', ['document-signing'], { counselPresent: true })), on: '2018-07-01', then: clauses({ 'ham-c8@contacts[0]': { result: 'not-met' } }) },
  { name: 'signed after counsel had met the person', given: { ...told(contact('2018-06-21', ['document-signing'])), events: [event('counsel-meeting', '2018-06-20')] }, on: '2018-07-01', then: clauses({ 'ham-c8@contacts[0]': { result: 'not-met' } }) },
  { name: 'signed, and whether counsel was present is not known', given: told(contact('2018-06-21', ['document-signing'], { counselPresent: null })), on: '2018-07-01', then: clauses({ 'ham-c8@contacts[0]': { result: 'unknown', missing: ['contacts[0].counselPresent'] } }) },
  { name: 'signed on the day on which counsel met the person', given: { ...told(contact('2018-06-21', ['document-signing'])), events: [event('counsel-meeting', '2018-06-21')] }, on: '2018-07-01', then: clauses({ 'ham-c8@contacts[0]': { result: 'not-met' } }) },
  { name: 'signed on the day before counsel met the person', given: { ...told(contact('2018-06-21', ['document-signing'])), events: [event('counsel-meeting', '2018-06-22')] }, on: '2018-07-01', then: clauses({ 'ham-c8@contacts[0]': { result: 'met' } }) },
  { name: 'an interview before the day to which the order looks back', given: interviewedOn('2017-04-30'), on: '2018-07-01', then: clauses({ 'ham-c1@events[0]': null, 'ham-c3@events[0]': null }) },
  { name: 'an interview on that day, before the order', given: interviewedOn('2017-05-01'), on: '2018-07-01', then: clauses({ 'ham-c1@events[0]': { result: 'not-in-force' }, 'ham-c3@events[0]': { result: 'not-in-force' } }) },
  { name: 'an interview on the day before the order', given: interviewedOn('2018-06-19'), on: '2018-07-01', then: clauses({ 'ham-c1@events[0]': { result: 'not-in-force' }, 'ham-c3@events[0]': { result: 'not-in-force' } }) },
  { name: 'an interview on the day of the order', given: interviewedOn('2018-06-20'), on: '2018-07-01', then: clauses({ 'ham-c1@events[0]': { result: 'met' }, 'ham-c3@events[0]': { result: 'met' } }) },
  { name: 'notice eight days before the interview of 2018-07-09', given: interviewed(event('class-counsel-notified', '2018-07-01')), on: '2018-07-10', then: clauses({ 'ham-c1@events[0]': { result: 'not-met' } }) },
  { name: 'notice seven days before the interview of 2018-07-09', given: interviewed(event('class-counsel-notified', '2018-07-02')), on: '2018-07-10', then: clauses({ 'ham-c1@events[0]': { result: 'not-met', on: '2018-07-02' } }) },
  { name: 'notice six days before', given: interviewed(event('class-counsel-notified', '2018-07-03')), on: '2018-07-10', then: clauses({ 'ham-c1@events[0]': { result: 'met', on: '2018-07-02' } }) },
  { name: 'seven days before a Wednesday that fell on the Fourth of July: the day before', given: { ...SINCE_JUNE_2017, events: [event('consular-interview', '2018-07-11'), event('class-counsel-notified', '2018-07-04')] }, on: '2018-07-12', then: clauses({ 'ham-c1@events[0]': { result: 'met', on: '2018-07-03' } }) },
  { name: 'an interview that has not happened is not judged', given: interviewed(), on: '2018-07-08', then: clauses({ 'ham-c1@events[0]': null }) },
  { name: 'counsel met the person before the consul did', given: interviewed(event('counsel-meeting', '2018-07-08')), on: '2018-07-10', then: clauses({ 'ham-c3@events[0]': { result: 'not-met' } }) },
  { name: 'counsel met the person on the same day', given: interviewed(event('counsel-meeting', '2018-07-09')), on: '2018-07-10', then: clauses({ 'ham-c3@events[0]': { result: 'not-met' } }) },
  { name: 'counsel met the person only afterwards', given: interviewed(event('counsel-meeting', '2018-07-10')), on: '2018-07-11', then: clauses({ 'ham-c3@events[0]': { result: 'met' } }) },
  { name: 'names 48 hours before the meeting', given: { ...SINCE_JUNE_2017, events: [event('transfer-notice', '2018-07-01'), { kind: 'class-counsel-notified', at: '2018-07-02T09:00:00-04:00' }, { kind: 'counsel-meeting', at: '2018-07-04T09:00:00-04:00' }] }, on: '2018-07-05', then: clauses({ 'ham-c2@events[2]': { result: 'not-met' } }) },
  { name: 'names a minute less than 48 hours before the meeting', given: { ...SINCE_JUNE_2017, events: [event('transfer-notice', '2018-07-01'), { kind: 'class-counsel-notified', at: '2018-07-02T09:01:00-04:00' }, { kind: 'counsel-meeting', at: '2018-07-04T09:00:00-04:00' }] }, on: '2018-07-05', then: clauses({ 'ham-c2@events[2]': { result: 'met' } }) },
  { name: 'names 47 hours before the meeting', given: { ...SINCE_JUNE_2017, events: [event('transfer-notice', '2018-07-01'), { kind: 'class-counsel-notified', at: '2018-07-02T10:00:00-04:00' }, { kind: 'counsel-meeting', at: '2018-07-04T09:00:00-04:00' }] }, on: '2018-07-05', then: clauses({ 'ham-c2@events[2]': { result: 'met' } }) },
];

/** The settlement: its numbers were not found, so what needs one refuses to evaluate. */
export const settlementExamples: readonly Example[] = [
  { name: 'held again: the number of days is not known', given: { ...SINCE_JUNE_2017, stints: [held('2017-06-11', '2018-12-20', 'order-of-supervision'), held('2025-06-01')] }, on: '2025-06-02', then: clauses({ 'ham-s4@stints[1]': { result: 'unknown', missing: ['ham-s4.check.offset.n'] } }) },
  { name: 'held again on the day before it was approved', given: { ...SINCE_JUNE_2017, stints: [held('2017-06-11', '2018-12-20', 'order-of-supervision'), held('2024-07-30')] }, on: '2025-06-02', then: clauses({ 'ham-s4@stints[1]': { result: 'not-in-force' } }) },
  { name: 'held again on the day on which it was approved', given: { ...SINCE_JUNE_2017, stints: [held('2017-06-11', '2018-12-20', 'order-of-supervision'), held('2024-07-31')] }, on: '2025-06-02', then: clauses({ 'ham-s4@stints[1]': { result: 'unknown', missing: ['ham-s4.status'] } }) },
  { name: 'held again before the settlement', given: { ...SINCE_JUNE_2017, stints: [held('2017-06-11', '2018-12-20', 'order-of-supervision'), held('2023-06-01')] }, on: '2025-06-02', then: clauses({ 'ham-s4@stints[1]': { result: 'not-in-force' } }) },
];
