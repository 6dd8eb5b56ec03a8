import { event, held, type Example } from './example.js';

const clauses = (then: Record<string, Record<string, unknown> | null>) => ({ clauses: then });
const at = (kind: string, instant: string) => ({ kind, at: instant });
const under = (standard: string | null, ...events: Record<string, unknown>[]) => ({ stints: [{ ...held('2011-01-01'), standard }], events });
/** Under it until that day, and from it under another, without having been moved. */
const changed = (day: string) => ({
  stints: [{ ...held('2011-01-01'), standards: [{ standard: 'pbnds-2011', from: '2016-12-31', to: day }, { standard: 'nds-2025', from: day, to: null }] }], events: [MONITORED],
});
const MONITORED = event('legal-visit-monitored', '2026-08-03');
const REQUESTED = at('legal-call-requested', '2026-08-03T09:00:00-04:00');

/** PBNDS 2011: where it binds, and on what. */
export const pbnds2011Examples: readonly Example[] = [
  { name: 'a legal visit was listened to', given: under('pbnds-2011', MONITORED), on: '2026-08-04', then: clauses({ 'legal-visit-confidential@events[0]': { result: 'met', on: '2026-08-03' } }) },
  { name: 'where another standard binds', given: under('nds-2019', MONITORED), on: '2026-08-04', then: clauses({ 'legal-visit-confidential@events[0]': null }) },
  { name: 'the day before the place came under another standard', given: changed('2026-08-04'), on: '2026-08-10', then: clauses({ 'legal-visit-confidential@events[0]': { result: 'met' } }) },
  { name: 'the day on which the place came under another standard', given: changed('2026-08-03'), on: '2026-08-10', then: clauses({ 'legal-visit-confidential@events[0]': null }) },
  { name: 'which standard binds is not known', given: under(null, MONITORED), on: '2026-08-04', then: clauses({ 'legal-visit-confidential@events[0]': { result: 'unknown', missing: ['stints[0].standard'] } }) },
  { name: 'which standard binds is not known, and nothing happened', given: under(null), on: '2026-08-04', then: clauses({ 'legal-visit-confidential@events[0]': null, 'legal-call-24-hours@events[0]': null }) },
  { name: 'the day before the standard was certainly issued', given: under('pbnds-2011', event('legal-visit-monitored', '2011-12-30')), on: '2012-01-04', then: clauses({ 'legal-visit-confidential@events[0]': { result: 'not-in-force' } }) },
  { name: 'the day on which it had been issued', given: under('pbnds-2011', event('legal-visit-monitored', '2011-12-31')), on: '2012-01-04', then: clauses({ 'legal-visit-confidential@events[0]': { result: 'met' } }) },
  { name: 'at liberty on that day', given: { stints: [{ ...held('2026-01-01', '2026-02-01', 'bond'), standard: 'pbnds-2011' }], events: [MONITORED] }, on: '2026-08-04', then: clauses({ 'legal-visit-confidential@events[0]': null }) },
  { name: 'a call 24 hours after the request', given: under('pbnds-2011', REQUESTED, at('legal-call-made', '2026-08-04T09:00:00-04:00')), on: '2026-08-05', then: clauses({ 'legal-call-24-hours@events[0]': { result: 'not-met', unverified: true } }) },
  { name: 'a call a minute later', given: under('pbnds-2011', REQUESTED, at('legal-call-made', '2026-08-04T09:01:00-04:00')), on: '2026-08-05', then: clauses({ 'legal-call-24-hours@events[0]': { result: 'met', unverified: true } }) },
  { name: 'no call, on the day on which it is due', given: under('pbnds-2011', REQUESTED), on: '2026-08-04', then: clauses({ 'legal-call-24-hours@events[0]': { result: 'approaching' } }) },
  { name: 'no call, the day after', given: under('pbnds-2011', REQUESTED), on: '2026-08-05', then: clauses({ 'legal-call-24-hours@events[0]': { result: 'met' } }) },
  { name: 'a request where the standard is not known', given: under(null, REQUESTED), on: '2026-08-05', then: clauses({ 'legal-call-24-hours@events[0]': { result: 'unknown', missing: ['stints[0].standard'] } }) },
];

const COUNSEL = event('counsel-of-record-entered', '2026-07-01');
const LEFT = at('transferred', '2026-08-01T08:00:00-04:00');
const told = (instant: string) => at('counsel-told-of-transfer', instant);
const moved = (standard: string | null, ...events: Record<string, unknown>[]) => ({
  stints: [{ ...held('2026-06-01', '2026-08-01'), standard: 'pbnds-2011' }, { ...held('2026-08-01', null, null, 'STEWAGA'), standard }], events: [LEFT, COUNSEL, ...events],
});

/** PBNDS 2011 on transfers: after it, within 24 hours, not before. */
export const pbnds2011TransferExamples: readonly Example[] = [
  { name: 'counsel told 24 hours after', given: moved('pbnds-2011', told('2026-08-02T08:00:00-04:00')), on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'not-met', on: '2026-08-02' } }) },
  { name: 'counsel told a minute later', given: moved('pbnds-2011', told('2026-08-02T08:01:00-04:00')), on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'met' } }) },
  { name: 'counsel told at the very hour of the departure', given: moved('pbnds-2011', told('2026-08-01T08:00:00-04:00')), on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'not-met' } }) },
  { name: 'counsel told a minute before: that is not this notice', given: moved('pbnds-2011', told('2026-08-01T07:59:00-04:00')), on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'met' } }) },
  { name: 'nobody told, on the day on which it is due', given: moved('pbnds-2011'), on: '2026-08-02', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'approaching' } }) },
  { name: 'nobody told, the day after', given: moved('pbnds-2011'), on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'met' } }) },
  { name: 'no counsel of record, nobody to tell', given: { ...moved('pbnds-2011'), events: [LEFT] }, on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': null }) },
  { name: 'counsel of record entered on the day after', given: { ...moved('pbnds-2011'), events: [LEFT, event('counsel-of-record-entered', '2026-08-02')] }, on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': null }) },
  { name: 'counsel of record until the day of the transfer, and no longer', given: { ...moved('pbnds-2011'), events: [LEFT, COUNSEL, event('counsel-of-record-ended', '2026-08-01')] }, on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': null }) },
  { name: 'counsel of record until the day after', given: { ...moved('pbnds-2011'), events: [LEFT, COUNSEL, event('counsel-of-record-ended', '2026-08-02')] }, on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'met' } }) },
  { name: 'to a place of which the standard is not known', given: moved(null), on: '2026-08-03', then: clauses({ 'counsel-told-within-24-hours@events[0]': { result: 'unknown', missing: ['stints[1].standard'] } }) },
];

const toAnotherArea = (day: string, ...events: Record<string, unknown>[]) => ({ stints: [held('2011-01-01')], events: [event('transferred-to-another-area', day), event('counsel-of-record-entered', '2011-02-01'), ...events] });
const toAnotherAreaAt = (instant: string, ...events: Record<string, unknown>[]) => ({ ...toAnotherArea('2026-08-03'), events: [at('transferred-to-another-area', instant), COUNSEL, ...events] });

/** ICE Policy 11022.1: from one area of responsibility to another only. */
export const transferPolicyExamples: readonly Example[] = [
  { name: 'approved on the day itself, and counsel told on it', given: toAnotherArea('2026-08-03', event('transfer-approved', '2026-08-03'), event('counsel-told-of-transfer', '2026-08-03')), on: '2026-08-05', then: clauses({ 'approved-transfer@events[0]': { result: 'not-met' }, 'counsel-notified@events[0]': { result: 'not-met' }, 'counsel-notified-within-24-hours@events[0]': { result: 'not-met', unverified: true } }) },
  { name: 'approved the day before', given: toAnotherArea('2026-08-03', event('transfer-approved', '2026-08-02')), on: '2026-08-05', then: clauses({ 'approved-transfer@events[0]': { result: 'not-met' } }) },
  { name: 'approved the day after', given: toAnotherArea('2026-08-03', event('transfer-approved', '2026-08-04')), on: '2026-08-05', then: clauses({ 'approved-transfer@events[0]': { result: 'met' } }) },
  { name: 'counsel told the day after', given: toAnotherArea('2026-08-03', event('counsel-told-of-transfer', '2026-08-04')), on: '2026-08-05', then: clauses({ 'counsel-notified@events[0]': { result: 'not-met' } }) },
  { name: 'counsel told 24 hours after', given: toAnotherAreaAt('2026-08-03T08:00:00-04:00', told('2026-08-04T08:00:00-04:00')), on: '2026-08-05', then: clauses({ 'counsel-notified-within-24-hours@events[0]': { result: 'not-met' } }) },
  { name: 'counsel told a minute later', given: toAnotherAreaAt('2026-08-03T08:00:00-04:00', told('2026-08-04T08:01:00-04:00')), on: '2026-08-05', then: clauses({ 'counsel-notified-within-24-hours@events[0]': { result: 'met' } }) },
  { name: 'no approval and no word to counsel on file', given: toAnotherArea('2026-08-03'), on: '2026-08-05', then: clauses({ 'approved-transfer@events[0]': { result: 'met' }, 'counsel-notified@events[0]': { result: 'met' }, 'counsel-notified-within-24-hours@events[0]': { result: 'met', unverified: true } }) },
  { name: 'counsel told only on the day before the transfer', given: toAnotherArea('2026-08-03', event('counsel-told-of-transfer', '2026-08-02')), on: '2026-08-05', then: clauses({ 'counsel-notified@events[0]': { result: 'met' } }) },
  { name: 'a transfer within the area is not covered', given: { stints: [held('2026-01-01')], events: [event('transferred', '2026-08-03'), event('counsel-of-record-entered', '2026-07-01')] }, on: '2026-08-05', then: clauses({ 'approved-transfer@events[0]': null, 'counsel-notified@events[0]': null }) },
  { name: 'no counsel of record', given: { stints: [held('2026-01-01')], events: [event('transferred-to-another-area', '2026-08-03')] }, on: '2026-08-05', then: clauses({ 'approved-transfer@events[0]': null, 'counsel-notified@events[0]': null }) },
  { name: 'the day before the policy', given: toAnotherArea('2012-01-03'), on: '2012-01-10', then: clauses({ 'approved-transfer@events[0]': { result: 'not-in-force' } }) },
  { name: 'the day of the policy', given: toAnotherArea('2012-01-04'), on: '2012-01-10', then: clauses({ 'approved-transfer@events[0]': { result: 'met' } }) },
];
