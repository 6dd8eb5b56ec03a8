import { event, held, type Example } from './example.js';

const arrested = (on: string, state: string | null = 'IL', more: Record<string, unknown> = {}) => ({
  stints: [{ ...held(on), state }], events: [event('warrantless-arrest', on)], ...more,
});
const withEvent = (on: string, ...more: Record<string, unknown>[]) => ({ ...arrested(on), events: [event('warrantless-arrest', on), ...more] });
const facts = (then: Record<string, unknown> | null) => ({ clauses: { 'facts-in-i-213@events[0]': then } });
const list = (then: Record<string, unknown> | null) => ({ clauses: { 'monthly-list@events[0]': then } });
const MEMBER = [{ class: 'castanon-nava-v-dhs', from: '2022-01-01', to: null }];

/** Castañon Nava: 2022-02-08, a term to May 2025, extended from 2025-10-07 to 2026-02-02. */
export const castanonNavaExamples: readonly Example[] = [
  { name: 'arrested on the day before the decree', given: arrested('2022-02-07'), on: '2022-03-01', then: facts({ result: 'not-in-force' }) },
  { name: 'arrested on the day of the decree', given: arrested('2022-02-08'), on: '2022-03-01', then: facts({ result: 'met', on: '2022-02-08' }) },
  { name: 'an arrest that has not happened is not judged', given: arrested('2025-10-20'), on: '2025-10-19', then: facts(null) },
  { name: 'nothing is on file on the day of the arrest', given: arrested('2025-10-20'), on: '2025-10-20', then: facts({ result: 'met' }) },
  { name: 'documented on the day', given: withEvent('2025-10-20', event('arrest-facts-documented', '2025-10-20')), on: '2025-10-20', then: facts({ result: 'not-met' }) },
  { name: 'documented later: the text that was seen names no number of days', given: withEvent('2025-10-20', event('arrest-facts-documented', '2025-10-22')), on: '2025-10-22', then: facts({ result: 'not-met' }) },
  { name: 'the last day that is certainly within the first term', given: arrested('2025-04-30'), on: '2025-12-01', then: facts({ result: 'met' }) },
  { name: 'in the month in which the term ended', given: arrested('2025-05-01'), on: '2025-12-01', then: facts({ result: 'unknown', missing: ['facts-in-i-213.status'] }) },
  { name: 'after the Department announced that it would not comply', given: arrested('2025-06-11'), on: '2025-12-01', then: facts({ result: 'unknown' }) },
  { name: 'the day before the extension', given: arrested('2025-10-06'), on: '2025-12-01', then: facts({ result: 'unknown' }) },
  { name: 'the day of the extension', given: arrested('2025-10-07'), on: '2025-12-01', then: facts({ result: 'met' }) },
  { name: 'the last of its 118 days', given: arrested('2026-02-02'), on: '2026-03-01', then: facts({ result: 'met' }) },
  { name: 'the day after: what followed was not seen', given: arrested('2026-02-03'), on: '2026-03-01', then: facts({ result: 'unknown', missing: ['facts-in-i-213.status'] }) },
  { name: 'held in Kentucky', given: arrested('2025-10-20', 'KY'), on: '2025-12-01', then: facts({ result: 'met' }) },
  { name: 'held in Michigan', given: arrested('2025-10-20', 'MI'), on: '2025-12-01', then: facts(null) },
  { name: 'held in Michigan, and a member on file', given: arrested('2025-10-20', 'MI', { memberships: MEMBER }), on: '2025-12-01', then: facts({ result: 'met' }) },
  { name: 'in which State is not known', given: arrested('2025-10-20', null), on: '2025-12-01', then: facts({ result: 'unknown' }) },
  { name: 'the list: eight days before the month is over', given: arrested('2025-10-20'), on: '2025-11-12', then: list({ result: 'not-met', on: '2025-11-20' }) },
  { name: 'the list: a week before', given: arrested('2025-10-20'), on: '2025-11-13', then: list({ result: 'approaching' }) },
  { name: 'the list: the day before the last', given: arrested('2025-10-20'), on: '2025-11-19', then: list({ result: 'approaching' }) },
  { name: 'the list: the last day of the month', given: arrested('2025-10-20'), on: '2025-11-20', then: list({ result: 'approaching' }) },
  { name: 'the list: the day after', given: arrested('2025-10-20'), on: '2025-11-21', then: list({ result: 'met' }) },
  { name: 'the list: produced on the last day', given: withEvent('2025-10-20', event('list-produced', '2025-11-20')), on: '2025-11-21', then: list({ result: 'not-met' }) },
  { name: 'the list: produced a day late', given: withEvent('2025-10-20', event('list-produced', '2025-11-21')), on: '2025-11-21', then: list({ result: 'met' }) },
  { name: 'the list: arrested on the last of January, due on the last of February', given: arrested('2023-01-31'), on: '2023-03-01', then: list({ result: 'met', on: '2023-02-28' }) },
];

const atCourt = (on: string) => ({ events: [event('courthouse-arrest', on)] });
const courthouse = (then: Record<string, unknown> | null) => ({ clauses: { 'courthouse-arrest@events[0]': then } });

/** Pablo Sequen: what allowed arrests at immigration courts was vacated on 2026-06-23. */
export const courthouseArrestExamples: readonly Example[] = [
  { name: 'the day before the directives were vacated', given: atCourt('2026-06-22'), on: '2026-07-01', then: courthouse({ result: 'not-in-force' }) },
  { name: 'the day on which they were', given: atCourt('2026-06-23'), on: '2026-07-01', then: courthouse({ result: 'met', on: '2026-06-23' }) },
  { name: 'the day after', given: atCourt('2026-06-24'), on: '2026-07-01', then: courthouse({ result: 'met' }) },
  { name: 'an arrest elsewhere', given: { events: [event('arrest', '2026-06-23')] }, on: '2026-07-01', then: courthouse(null) },
];
