import { event, held, type Example } from './example.js';

const FEAR = event('credible-fear-found', '2019-04-01');
const asked = (on: string, ...more: Record<string, unknown>[]) => ({ stints: [held('2019-03-20')], events: [event('bond-hearing-requested', on), FEAR, ...more] });
const seven = (then: Record<string, unknown> | null) => ({ clauses: { 'bond-hearing-seven-days@events[0]': then } });

/** Padilla: seven days from the request, from 2019-04-05 until vacated. */
export const padillaExamples: readonly Example[] = [
  { name: 'four days before', given: asked('2019-05-01'), on: '2019-05-04', then: seven({ result: 'not-met', on: '2019-05-08' }) },
  { name: 'three days before', given: asked('2019-05-01'), on: '2019-05-05', then: seven({ result: 'approaching' }) },
  { name: 'the sixth day', given: asked('2019-05-01'), on: '2019-05-07', then: seven({ result: 'approaching' }) },
  { name: 'the seventh day', given: asked('2019-05-01'), on: '2019-05-08', then: seven({ result: 'approaching' }) },
  { name: 'the day after', given: asked('2019-05-01'), on: '2019-05-09', then: seven({ result: 'met' }) },
  { name: 'a hearing on the seventh day', given: asked('2019-05-01', event('bond-hearing-held', '2019-05-08')), on: '2019-05-09', then: seven({ result: 'not-met' }) },
  { name: 'a hearing a day late', given: asked('2019-05-01', event('bond-hearing-held', '2019-05-09')), on: '2019-05-10', then: seven({ result: 'met' }) },
  { name: 'released on the seventh day', given: { ...asked('2019-05-01'), stints: [held('2019-03-20', '2019-05-08', 'parole')] }, on: '2019-05-09', then: seven({ result: 'not-met' }) },
  { name: 'asked for on a Saturday: the seventh day rolls to Monday', given: asked('2019-05-04'), on: '2019-05-13', then: seven({ result: 'approaching', on: '2019-05-13' }) },
  { name: '… and has passed on Tuesday', given: asked('2019-05-04'), on: '2019-05-14', then: seven({ result: 'met' }) },
  { name: 'asked for on the day before the injunction', given: asked('2019-04-04'), on: '2019-06-01', then: seven({ result: 'not-in-force' }) },
  { name: 'asked for on the day of the injunction', given: asked('2019-04-05'), on: '2019-06-01', then: seven({ result: 'met' }) },
  { name: 'asked for on the day on which its vacatur was announced: still operative', given: asked('2020-03-27'), on: '2020-06-01', then: seven({ result: 'met' }) },
  { name: 'asked for on the day before the mandate, as computed', given: asked('2020-05-17'), on: '2020-06-01', then: seven({ result: 'met' }) },
  { name: 'asked for on that day', given: asked('2020-05-18'), on: '2020-06-01', then: seven({ result: 'not-in-force' }) },
  { name: 'asked for in 2026: a vacated clause raises nothing', given: asked('2026-09-01'), on: '2026-11-24', then: seven({ result: 'not-in-force' }) },
  { name: 'no finding of credible fear', given: { ...asked('2019-05-01'), events: [event('bond-hearing-requested', '2019-05-01')] }, on: '2019-06-01', then: seven(null) },
  { name: 'found only after the request', given: { ...asked('2019-05-01'), events: [event('bond-hearing-requested', '2019-05-01'), event('credible-fear-found', '2019-05-02')] }, on: '2019-06-01', then: seven(null) },
];

const DISORDER = event('serious-mental-disorder-found', '2025-02-01');
const inState = (state: string | null, events: Record<string, unknown>[] | null = [DISORDER], since = '2025-01-15') => ({ stints: [{ ...held(since), state }], events });
const hearing = (then: Record<string, unknown> | null) => ({ clauses: { 'bond-hearing-180-days': then } });
const represented = (then: Record<string, unknown> | null) => ({ clauses: { 'qualified-representative@events[1]': then } });

/** Franco: 180 days, in California, Arizona and Washington. */
export const francoExamples: readonly Example[] = [
  { name: 'outside the window', given: inState('CA'), on: '2025-06-13', then: hearing({ result: 'not-met', on: '2025-07-14', policy: 'custody.current-stay' }) },
  { name: 'thirty days before', given: inState('CA'), on: '2025-06-14', then: hearing({ result: 'approaching' }) },
  { name: 'the day before', given: inState('CA'), on: '2025-07-13', then: hearing({ result: 'approaching' }) },
  { name: 'day 180, a day before six months', given: inState('CA'), on: '2025-07-14', then: hearing({ result: 'met', on: '2025-07-14' }) },
  { name: 'day 181', given: inState('CA'), on: '2025-07-15', then: hearing({ result: 'met', on: '2025-07-14' }) },
  { name: 'a hearing on day 180', given: inState('CA', [DISORDER, event('bond-hearing-held', '2025-07-14')]), on: '2025-07-20', then: hearing({ result: 'not-met' }) },
  { name: 'a hearing a day late', given: inState('CA', [DISORDER, event('bond-hearing-held', '2025-07-15')]), on: '2025-07-20', then: hearing({ result: 'met' }) },
  { name: 'in Washington', given: inState('WA'), on: '2025-07-14', then: hearing({ result: 'met' }) },
  { name: 'in Texas', given: inState('TX'), on: '2025-07-14', then: hearing(null) },
  { name: 'in which State is not known', given: inState(null), on: '2025-07-14', then: hearing({ result: 'unknown', missing: ['stints[0].state'] }) },
  { name: 'no disorder found: not asked', given: inState('CA', []), on: '2025-07-14', then: hearing(null) },
  { name: 'events are not known: not asked', given: inState('CA', null), on: '2025-07-14', then: hearing(null) },
  { name: 'a membership on file, and events are not known', given: { ...inState('CA', null), memberships: [{ class: 'franco-gonzalez-v-holder', from: '2025-02-01', to: null }] }, on: '2025-07-14', then: hearing({ result: 'unknown', missing: ['events'] }) },
  { name: 'the day before the injunction', given: inState('AZ', [event('serious-mental-disorder-found', '2012-07-01')], '2012-06-01'), on: '2013-04-22', then: hearing({ result: 'not-in-force' }) },
  { name: 'the day of the injunction', given: inState('AZ', [event('serious-mental-disorder-found', '2012-07-01')], '2012-06-01'), on: '2013-04-23', then: hearing({ result: 'met', on: '2012-11-28' }) },
  { name: 'a hearing without a representative', given: inState('CA', [DISORDER, event('hearing', '2025-03-03')]), on: '2025-03-10', then: represented({ result: 'met' }) },
  { name: 'a hearing on the day after the appointment', given: inState('CA', [DISORDER, event('hearing', '2025-03-03'), event('qualified-representative-appointed', '2025-03-02')]), on: '2025-03-10', then: represented({ result: 'not-met' }) },
  { name: 'a hearing on the day of the appointment', given: inState('CA', [DISORDER, event('hearing', '2025-03-03'), event('qualified-representative-appointed', '2025-03-03')]), on: '2025-03-10', then: represented({ result: 'not-met' }) },
  { name: 'a hearing on the day before it', given: inState('CA', [DISORDER, event('hearing', '2025-03-03'), event('qualified-representative-appointed', '2025-03-04')]), on: '2025-03-10', then: represented({ result: 'met' }) },
  { name: 'a second hearing: the appointment before the first one stands', given: inState('CA', [DISORDER, event('hearing', '2025-03-10'), event('qualified-representative-appointed', '2025-03-02'), event('hearing', '2025-03-03')]), on: '2025-03-10', then: represented({ result: 'not-met' }) },
];
