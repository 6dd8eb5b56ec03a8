import { event, finalOn, held, type Example } from './example.js';

const clauses = (then: Record<string, Record<string, unknown> | null>) => ({ clauses: then });
const at = (kind: string, instant: string) => ({ kind, at: instant });
const removedOn = (day: string, ...events: Record<string, unknown>[]) => ({ stints: [held('2025-01-15')], events: [event('third-country-removal', day), ...events] });

/** D.V.D. v. DHS: an injunction, a stay, a judgment, a second stay. */
export const thirdCountryRemovalExamples: readonly Example[] = [
  { name: 'removed without notice, the day before the injunction', given: removedOn('2025-04-17'), on: '2025-05-01', then: clauses({ 'injunction-notice@events[0]': { result: 'not-in-force' }, 'injunction-fear-screening@events[0]': { result: 'not-in-force' } }) },
  { name: 'removed without notice, the day of the injunction', given: removedOn('2025-04-18'), on: '2025-05-01', then: clauses({ 'injunction-notice@events[0]': { result: 'met', on: '2025-04-18' }, 'injunction-fear-screening@events[0]': { result: 'met' } }) },
  { name: 'notice and screening came before', given: removedOn('2025-05-10', event('third-country-notice', '2025-05-01'), event('fear-screening', '2025-05-09')), on: '2025-05-11', then: clauses({ 'injunction-notice@events[0]': { result: 'not-met' }, 'injunction-fear-screening@events[0]': { result: 'not-met' } }) },
  { name: 'notice came, screening did not', given: removedOn('2025-05-10', event('third-country-notice', '2025-05-01')), on: '2025-05-11', then: clauses({ 'injunction-notice@events[0]': { result: 'not-met' }, 'injunction-fear-screening@events[0]': { result: 'met' } }) },
  { name: 'notice and screening on the day of the removal', given: removedOn('2025-05-10', event('third-country-notice', '2025-05-10'), event('fear-screening', '2025-05-10')), on: '2025-05-11', then: clauses({ 'injunction-notice@events[0]': { result: 'not-met' }, 'injunction-fear-screening@events[0]': { result: 'not-met' } }) },
  { name: 'screening came on the day after the removal', given: removedOn('2025-05-10', event('fear-screening', '2025-05-11')), on: '2025-05-12', then: clauses({ 'injunction-fear-screening@events[0]': { result: 'met' } }) },
  { name: 'notice came on the day after the removal', given: removedOn('2025-05-10', event('third-country-notice', '2025-05-11')), on: '2025-05-12', then: clauses({ 'injunction-notice@events[0]': { result: 'met' } }) },
  { name: 'the notice of an earlier removal does not serve for the next', given: removedOn('2025-05-10', event('third-country-notice', '2025-05-01'), event('third-country-removal', '2025-06-10')), on: '2025-06-11', then: clauses({ 'injunction-notice@events[0]': { result: 'not-met' }, 'injunction-notice@events[2]': { result: 'met' } }) },
  { name: 'a removal that has not happened is not judged', given: removedOn('2025-05-10'), on: '2025-05-09', then: clauses({ 'injunction-notice@events[0]': null }) },
  { name: 'the last day before the stay', given: removedOn('2025-06-22'), on: '2025-07-10', then: clauses({ 'injunction-notice@events[0]': { result: 'met' } }) },
  { name: 'the day of the stay', given: removedOn('2025-06-23'), on: '2025-07-10', then: clauses({ 'injunction-notice@events[0]': { result: 'not-in-force' }, 'injunction-fear-screening@events[0]': { result: 'not-in-force' } }) },
  { name: 'the day before the clarification: no judgment can have been entered', given: removedOn('2025-07-02'), on: '2025-07-10', then: clauses({ 'judgment-notice@events[0]': { result: 'not-in-force' } }) },
  { name: 'from the clarification on: whether the judgment had been entered is not known', given: removedOn('2025-07-03'), on: '2025-07-10', then: clauses({ 'injunction-notice@events[0]': { result: 'not-in-force' }, 'judgment-notice@events[0]': { result: 'unknown', missing: ['judgment-notice.status'] } }) },
  { name: 'affirmed, and whether it bound is not known', given: removedOn('2026-09-28'), on: '2026-10-10', then: clauses({ 'judgment-notice@events[0]': { result: 'unknown', missing: ['judgment-notice.status'] } }) },
  { name: 'the day of the second stay', given: removedOn('2026-09-29'), on: '2026-10-10', then: clauses({ 'judgment-notice@events[0]': { result: 'not-in-force' } }) },
];

const removedAt = (instant: string, ...events: Record<string, unknown>[]) => ({ stints: [held('2025-01-15')], events: [at('third-country-removal', instant), ...events] });
const NOON = '2025-08-02T12:00:00-04:00';
const notified = (instant: string) => removedAt(NOON, at('third-country-notice', instant));
const NOTICE = event('third-country-notice', '2025-08-01');
const CLAIMED = at('fear-claimed', '2025-08-01T10:00:00-04:00');
const claimed = (...events: Record<string, unknown>[]) => ({ stints: [held('2025-01-15')], events: [CLAIMED, NOTICE, ...events] });

/** ICE memorandum of 2025-07-09. */
export const thirdCountryMemoExamples: readonly Example[] = [
  { name: 'notice 24 hours before', given: notified('2025-08-01T12:00:00-04:00'), on: '2025-08-03', then: clauses({ 'notice-24-hours@events[0]': { result: 'not-met' }, 'notice-6-hours@events[0]': { result: 'not-met' } }) },
  { name: 'notice a minute less than 24 hours before', given: notified('2025-08-01T12:01:00-04:00'), on: '2025-08-03', then: clauses({ 'notice-24-hours@events[0]': { result: 'met' }, 'notice-6-hours@events[0]': { result: 'not-met' } }) },
  { name: 'notice six hours before', given: notified('2025-08-02T06:00:00-04:00'), on: '2025-08-03', then: clauses({ 'notice-24-hours@events[0]': { result: 'met' }, 'notice-6-hours@events[0]': { result: 'not-met' } }) },
  { name: 'notice a minute less than six hours before', given: notified('2025-08-02T06:01:00-04:00'), on: '2025-08-03', then: clauses({ 'notice-6-hours@events[0]': { result: 'met' } }) },
  { name: 'hours run on over a Sunday', given: removedAt('2025-08-04T12:00:00-04:00', at('third-country-notice', '2025-08-03T12:00:00-04:00')), on: '2025-08-05', then: clauses({ 'notice-24-hours@events[0]': { result: 'not-met' } }) },
  { name: 'no notice at all', given: removedAt(NOON), on: '2025-08-03', then: clauses({ 'notice-24-hours@events[0]': { result: 'met' }, 'notice-6-hours@events[0]': { result: 'met' } }) },
  { name: 'only the days are known: two days before are enough', given: removedOn('2025-08-03', NOTICE), on: '2025-08-04', then: clauses({ 'notice-24-hours@events[0]': { result: 'not-met' } }) },
  { name: 'only the days are known: the day before may be or not', given: removedOn('2025-08-02', NOTICE), on: '2025-08-04', then: clauses({ 'notice-24-hours@events[0]': { result: 'unknown', missing: ['events[0].at'] } }) },
  { name: 'the day before the memorandum', given: removedOn('2025-07-08'), on: '2025-08-01', then: clauses({ 'notice-24-hours@events[0]': { result: 'not-in-force' } }) },
  { name: 'the day of the memorandum', given: removedOn('2025-07-09'), on: '2025-08-01', then: clauses({ 'notice-24-hours@events[0]': { result: 'met' } }) },
  { name: 'between the judgment affirmed and its stay', given: removedOn('2026-09-18'), on: '2026-10-01', then: clauses({ 'notice-24-hours@events[0]': { result: 'unknown', missing: ['notice-24-hours.status'] } }) },
  { name: 'after the stay of the judgment', given: removedOn('2026-09-29'), on: '2026-10-01', then: clauses({ 'notice-24-hours@events[0]': { result: 'met' } }) },
  { name: 'fear screened 24 hours after it was voiced', given: claimed(at('fear-screening', '2025-08-02T10:00:00-04:00')), on: '2025-08-03', then: clauses({ 'fear-screening-24-hours@events[0]': { result: 'not-met', on: '2025-08-02' } }) },
  { name: 'a minute later', given: claimed(at('fear-screening', '2025-08-02T10:01:00-04:00')), on: '2025-08-03', then: clauses({ 'fear-screening-24-hours@events[0]': { result: 'met' } }) },
  { name: 'not screened, on the day on which it is due', given: claimed(), on: '2025-08-02', then: clauses({ 'fear-screening-24-hours@events[0]': { result: 'approaching' } }) },
  { name: 'not screened, the day after', given: claimed(), on: '2025-08-03', then: clauses({ 'fear-screening-24-hours@events[0]': { result: 'met' } }) },
  { name: 'a screening before the fear was voiced does not answer it', given: claimed(at('fear-screening', '2025-08-01T09:59:00-04:00')), on: '2025-08-03', then: clauses({ 'fear-screening-24-hours@events[0]': { result: 'met' } }) },
  { name: 'fear voiced where no third country was named is not this', given: { stints: [held('2025-01-15')], events: [CLAIMED] }, on: '2025-08-03', then: clauses({ 'fear-screening-24-hours@events[0]': null }) },
];

const heldAgain = (day: string, ...events: Record<string, unknown>[]) => ({
  stints: [held('2015-01-15', '2015-06-15', 'order-of-supervision'), held(day)], removalOrders: [finalOn('2015-01-15')], events,
});
const withAStint = (from: string | null, ...events: Record<string, unknown>[]) => {
  const given = heldAgain('2025-09-01', ...events);
  return { ...given, stints: [...given.stints, { ...held('2025-09-02', '2025-09-03', 'transfer'), from }] };
};
const ANSWERED = [event('redetention-notice', '2025-09-01'), event('redetention-interview', '2025-09-03')];

/** ICE directive of 2025-02-18: ideally within two days. */
export const redetentionDirectiveExamples: readonly Example[] = [
  { name: 'reasons and interview on the second day', given: heldAgain('2025-09-01', ...ANSWERED), on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'not-met', on: '2025-09-03' } }) },
  { name: 'reasons and interview on the first day', given: heldAgain('2025-09-01', ANSWERED[0], event('redetention-interview', '2025-09-02')), on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'not-met' } }) },
  { name: 'interview on the third day', given: heldAgain('2025-09-01', ANSWERED[0], event('redetention-interview', '2025-09-04')), on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'met' } }) },
  { name: 'reasons alone', given: heldAgain('2025-09-01', ANSWERED[0]), on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'met' } }) },
  { name: 'when another stint began is not known, interview on the third day', given: withAStint(null, ANSWERED[0], event('redetention-interview', '2025-09-04')), on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'unknown', missing: ['stints[2].from'] } }) },
  { name: 'and on the second', given: withAStint(null, ...ANSWERED), on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'not-met' } }) },
  { name: 'neither, on the second day', given: heldAgain('2025-09-01'), on: '2025-09-03', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'approaching' } }) },
  { name: 'neither, the day after', given: heldAgain('2025-09-01'), on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'met' } }) },
  { name: 'held again on the day of the directive', given: heldAgain('2025-02-18'), on: '2025-02-21', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'met' } }) },
  { name: 'held again the day before', given: heldAgain('2025-02-17'), on: '2025-02-21', then: clauses({ 'interview-within-two-days@stints[1]': { result: 'not-in-force' } }) },
  { name: 'never released on an order of supervision', given: { stints: [held('2025-09-01')] }, on: '2025-09-04', then: clauses({ 'interview-within-two-days@stints[0]': null }) },
];
