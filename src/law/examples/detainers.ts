import { event, held, type Example } from './example.js';

const at = (kind: string, instant: string) => ({ kind, at: instant });
const hold = (began: string, ended?: string) => ({ events: [at('detainer-hold-began', began), ...(ended === undefined ? [] : [at('detainer-hold-ended', ended)])] });
const days = (began: string, ended: string) => ({ events: [event('detainer-hold-began', began), event('detainer-hold-ended', ended)] });
const hours = (then: Record<string, unknown> | null) => ({ clauses: { 'forty-eight-hours@events[0]': then } });
const [MONDAY, THURSDAY] = ['2025-03-17T08:00:00-04:00', '2025-03-06T10:00:00-05:00'];

/** 8 C.F.R. § 287.7(d): 48 hours, excluding Saturdays, Sundays, and holidays. */
export const detainerExamples: readonly Example[] = [
  { name: 'on working days: 48 hours exactly', given: hold(MONDAY, '2025-03-19T08:00:00-04:00'), on: '2025-03-20', then: hours({ result: 'not-met', on: null }) },
  { name: 'on working days: a minute more', given: hold(MONDAY, '2025-03-19T08:01:00-04:00'), on: '2025-03-20', then: hours({ result: 'met', on: '2025-03-19' }) },
  { name: 'over a weekend on which clocks go forward: until Monday at the same hour', given: hold(THURSDAY, '2025-03-10T10:00:00-04:00'), on: '2025-03-11', then: hours({ result: 'not-met' }) },
  { name: 'over that weekend: a minute more', given: hold(THURSDAY, '2025-03-10T10:01:00-04:00'), on: '2025-03-11', then: hours({ result: 'met', on: '2025-03-10' }) },
  { name: 'still held on the Sunday before', given: hold(THURSDAY), on: '2025-03-09', then: { ...hours({ result: 'not-met', on: '2025-03-10' }), nextChangeOn: '2025-03-10' } },
  { name: 'still held on the Monday', given: hold(THURSDAY), on: '2025-03-10', then: hours({ result: 'met', on: '2025-03-10' }) },
  { name: 'begun on a Saturday: from midnight on Monday to midnight on Wednesday', given: hold('2025-03-15T09:00:00-04:00', '2025-03-19T00:00:00-04:00'), on: '2025-03-20', then: hours({ result: 'not-met' }) },
  { name: 'begun on a Saturday: a minute past that midnight', given: hold('2025-03-15T09:00:00-04:00', '2025-03-19T00:01:00-04:00'), on: '2025-03-20', then: hours({ result: 'met', on: '2025-03-19' }) },
  { name: 'over Thanksgiving: 48 hours exactly', given: hold('2025-11-26T12:00:00-05:00', '2025-12-01T12:00:00-05:00'), on: '2025-12-02', then: hours({ result: 'not-met' }) },
  { name: 'over Thanksgiving: a minute more', given: hold('2025-11-26T12:00:00-05:00', '2025-12-01T12:01:00-05:00'), on: '2025-12-02', then: hours({ result: 'met' }) },
  { name: 'over a Friday on which Independence Day is only observed: readings', given: hold('2026-07-02T12:00:00-04:00', '2026-07-06T18:00:00-04:00'), on: '2026-07-07', then: hours({ result: 'contested', readings: [{ policy: 'holidays-as-observed', result: 'not-met' }, { policy: 'holidays-on-their-own-day', result: 'met' }] }) },
  { name: '… until both are passed', given: hold('2026-07-02T12:00:00-04:00', '2026-07-07T12:01:00-04:00'), on: '2026-07-08', then: hours({ result: 'met' }) },
  { name: 'only days are known: two of them cannot hold more', given: days('2025-03-17', '2025-03-18'), on: '2025-03-25', then: hours({ result: 'not-met' }) },
  { name: 'only days are known: three may', given: days('2025-03-17', '2025-03-19'), on: '2025-03-25', then: hours({ result: 'unknown', missing: ['events[0].at'] }) },
  { name: 'only days are known: four must', given: days('2025-03-17', '2025-03-20'), on: '2025-03-25', then: hours({ result: 'met' }) },
  { name: 'ICE takes custody on the next day', given: { ...hold(MONDAY), stints: [held('2025-03-18')] }, on: '2025-03-25', then: hours({ result: 'not-met' }) },
  { name: 'ICE takes custody two days later, at an hour that is not known', given: { ...hold(MONDAY), stints: [held('2025-03-19')] }, on: '2025-03-25', then: hours({ result: 'unknown', missing: ['events'] }) },
  { name: 'ICE takes custody three days later', given: { ...hold(MONDAY), stints: [held('2025-03-20')] }, on: '2025-03-25', then: hours({ result: 'met', on: '2025-03-19' }) },
  { name: 'a detainer that was lodged holds nobody yet', given: { events: [event('detainer-lodged', '2025-03-17')] }, on: '2025-03-25', then: hours(null) },
  { name: 'in the year in which it began to be law', given: hold('1997-06-02T08:00:00-04:00', '1997-06-09T08:00:00-04:00'), on: '1997-06-10', then: hours({ result: 'unknown', missing: ['forty-eight-hours.status'] }) },
  { name: 'in the year before', given: hold('1996-06-03T08:00:00-04:00', '1996-06-10T08:00:00-04:00'), on: '1997-06-10', then: hours({ result: 'not-in-force' }) },
];

const covered = (...events: Record<string, unknown>[]) => ({ memberships: [{ class: 'gonzalez-v-ice', from: '2025-01-01', to: null }], events });
const review = (then: Record<string, unknown> | null) => ({ clauses: { 'probable-cause-review@events[0]': then } });

/** Gonzalez v. ICE: from 2025-03-04 for five years. */
export const gonzalezExamples: readonly Example[] = [
  { name: 'lodged on the day before the settlement', given: covered(event('detainer-lodged', '2025-03-03')), on: '2025-04-01', then: review({ result: 'not-in-force' }) },
  { name: 'lodged on its first day, no review on file', given: covered(event('detainer-lodged', '2025-03-04')), on: '2025-04-01', then: review({ result: 'met', on: '2025-03-04' }) },
  { name: 'reviewed on the day before', given: covered(event('detainer-lodged', '2025-03-04'), event('probable-cause-reviewed', '2025-03-03')), on: '2025-04-01', then: review({ result: 'not-met' }) },
  { name: 'reviewed on the same day', given: covered(event('detainer-lodged', '2025-03-04'), event('probable-cause-reviewed', '2025-03-04')), on: '2025-04-01', then: review({ result: 'not-met' }) },
  { name: 'reviewed on the day after', given: covered(event('detainer-lodged', '2025-03-04'), event('probable-cause-reviewed', '2025-03-05')), on: '2025-04-01', then: review({ result: 'met' }) },
  { name: 'lodged on the last day of its five years', given: covered(event('detainer-lodged', '2030-03-03')), on: '2030-04-01', then: review({ result: 'met' }) },
  { name: 'lodged after them', given: covered(event('detainer-lodged', '2030-03-04')), on: '2030-04-01', then: review({ result: 'not-in-force' }) },
  { name: 'the detainer is not known to come from a covered office', given: { ...covered(event('detainer-lodged', '2025-03-04')), memberships: null }, on: '2025-04-01', then: review({ result: 'unknown', missing: ['memberships'] }) },
  { name: 'the detainer is known not to', given: { ...covered(event('detainer-lodged', '2025-03-04')), memberships: [] }, on: '2025-04-01', then: review(null) },
];
