import { event, finalOn, held, type Example } from './example.js';

const post = (...events: Record<string, unknown>[]) => ({ stints: [held('2025-01-15')], removalOrders: [finalOn('2025-01-15')], events });
const clause = (id: string, then: Record<string, unknown> | null) => ({ clauses: { [id]: then } });
const lapse = { from: '2025-03-01', to: '2025-03-11', ongoing: false, act: 'refused-travel-document-form', noticeServedOn: '2025-03-01', disputed: false };
const REDETAINED = { stints: [held('2015-01-15', '2015-06-15', 'order-of-supervision'), held('2025-09-01')], removalOrders: [finalOn('2015-01-15')] };
/** Held again, and once more after a stint that ended days before; `from`: when that one began. */
const heldAgainTwice = (from: string | null, ...events: Record<string, unknown>[]) => ({
  ...REDETAINED, events,
  stints: [REDETAINED.stints[0], held('2025-09-01'), { ...held('2025-09-04', '2025-09-05', 'transfer'), from }, held('2025-09-10')],
});

/** 8 C.F.R. § 241.4 */
export const custodyReviewExamples: readonly Example[] = [
  { name: '90 days: outside the window', given: post(), on: '2025-03-15', then: clause('review-90-day', { result: 'not-met', on: '2025-04-15' }) },
  { name: '90 days: thirty days before', given: post(), on: '2025-03-16', then: clause('review-90-day', { result: 'approaching' }) },
  { name: '90 days: the day before', given: post(), on: '2025-04-14', then: clause('review-90-day', { result: 'approaching' }) },
  { name: '90 days: the day itself', given: post(), on: '2025-04-15', then: clause('review-90-day', { result: 'met' }) },
  { name: '90 days: decided the day before', given: post(event('custody-review-decision', '2025-04-14')), on: '2025-04-15', then: clause('review-90-day', { result: 'not-met' }) },
  { name: '90 days: decided on the day itself', given: post(event('custody-review-decision', '2025-04-15')), on: '2025-04-20', then: clause('review-90-day', { result: 'not-met' }) },
  { name: '90 days: decided a day late', given: post(event('custody-review-decision', '2025-04-16')), on: '2025-04-20', then: clause('review-90-day', { result: 'met' }) },
  { name: '90 days: a decision that has not happened yet', given: post(event('custody-review-decision', '2025-04-14')), on: '2025-04-13', then: clause('review-90-day', { result: 'approaching' }) },
  { name: '90 days: events are not known', given: { ...post(), events: null }, on: '2025-04-15', then: clause('review-90-day', { result: 'unknown', missing: ['events'] }) },
  { name: '90 days: held again long after', given: REDETAINED, on: '2025-10-01', then: clause('review-90-day', { result: 'not-met' }) },
  { name: 'notice: outside the window', given: post(), on: '2025-03-01', then: clause('notice-30-day', { result: 'not-met', on: '2025-03-16' }) },
  { name: 'notice: the day before', given: post(), on: '2025-03-15', then: clause('notice-30-day', { result: 'approaching' }) },
  { name: 'notice: sixty days in, thirty before the review', given: post(), on: '2025-03-16', then: clause('notice-30-day', { result: 'approaching', on: '2025-03-16', unverified: true }) },
  { name: 'notice: the day after', given: post(), on: '2025-03-17', then: clause('notice-30-day', { result: 'met' }) },
  { name: 'notice: given a day late', given: post(event('custody-review-notice', '2025-03-17')), on: '2025-03-18', then: clause('notice-30-day', { result: 'met' }) },
  { name: 'notice: given on the last day', given: post(event('custody-review-notice', '2025-03-16')), on: '2025-03-17', then: clause('notice-30-day', { result: 'not-met' }) },
  { name: '180 days: the day before', given: post(), on: '2025-07-13', then: clause('review-180-day', { result: 'approaching', on: '2025-07-14' }) },
  { name: '180 days: the day itself', given: post(), on: '2025-07-14', then: clause('review-180-day', { result: 'met' }) },
  { name: '180 days: the day after', given: post(), on: '2025-07-15', then: clause('review-180-day', { result: 'met' }) },
  { name: '180 days: decided on day 91', given: post(event('custody-review-decision', '2025-04-16')), on: '2025-07-14', then: clause('review-180-day', { result: 'not-met' }) },
  { name: '180 days: the 90-day review does not answer it', given: post(event('custody-review-decision', '2025-04-15')), on: '2025-07-14', then: clause('review-180-day', { result: 'met' }) },
  { name: '180 days: a later one does', given: post(event('custody-review-decision', '2025-07-10')), on: '2025-07-14', then: clause('review-180-day', { result: 'not-met' }) },
  { name: 'yearly: the day before', given: post(event('custody-review-decision', '2025-07-10')), on: '2026-07-09', then: clause('review-annual', { result: 'approaching', on: '2026-07-10' }) },
  { name: 'yearly: on the last day', given: post(event('custody-review-decision', '2025-07-10')), on: '2026-07-10', then: clause('review-annual', { result: 'approaching', on: '2026-07-10', unverified: true }) },
  { name: 'yearly: the day after', given: post(event('custody-review-decision', '2025-07-10')), on: '2026-07-11', then: clause('review-annual', { result: 'met' }) },
  { name: 'yearly: the next decision starts the next year', given: post(event('custody-review-decision', '2025-07-10'), event('custody-review-decision', '2026-07-01')), on: '2026-07-11', then: clause('review-annual', { result: 'not-met', on: '2027-07-01' }) },
  { name: 'revocation: the day before', given: REDETAINED, on: '2025-08-31', then: clause('revocation-interview@stints[1]', null) },
  { name: 'revocation: no interview on file', given: REDETAINED, on: '2025-09-01', then: clause('revocation-interview@stints[1]', { result: 'met', on: '2025-09-01' }) },
  { name: 'revocation: interviewed', given: { ...REDETAINED, events: [event('redetention-interview', '2025-09-03')] }, on: '2025-09-03', then: clause('revocation-interview@stints[1]', { result: 'not-met' }) },
  { name: 'revocation: a short stint lay before the one that runs, and it is known when it began', given: heldAgainTwice('2025-09-04'), on: '2025-10-01', then: clause('revocation-interview@stints[1]', { result: 'not-met' }) },
  { name: 'revocation: when that stint began is not known: it may have ended the stay, or not', given: heldAgainTwice(null), on: '2025-10-01', then: clause('revocation-interview@stints[1]', { result: 'unknown', missing: ['stints[2].from'] }) },
  { name: 'revocation: nor is it known where it lay, and interviewed', given: heldAgainTwice(null, event('redetention-interview', '2025-09-03')), on: '2025-10-01', then: clause('revocation-interview@stints[1]', { result: 'not-met' }) },
  { name: 'revocation: nobody was revoked who was never released', given: post(), on: '2025-09-03', then: clause('revocation-interview@stints[0]', null) },
];

/** 8 C.F.R. § 241.13 */
export const likelihoodExamples: readonly Example[] = [
  { name: 'six months from the beginning of the removal period: the day before', given: post(), on: '2025-07-14', then: clause('determination-six-months', { result: 'approaching', on: '2025-07-15' }) },
  { name: 'the day after', given: post(), on: '2025-07-16', then: clause('determination-six-months', { result: 'met' }) },
  { name: 'determined a day late', given: post(event('slrrf-decision', '2025-07-16')), on: '2025-07-16', then: clause('determination-six-months', { result: 'met' }) },
  { name: 'the day itself', given: post(), on: '2025-07-15', then: clause('determination-six-months', { result: 'met' }) },
  { name: 'outside the window', given: post(), on: '2025-06-14', then: clause('determination-six-months', { result: 'not-met' }) },
  { name: 'determined in time', given: post(event('slrrf-decision', '2025-07-01')), on: '2025-07-15', then: clause('determination-six-months', { result: 'not-met' }) },
  { name: 'extended by non-cooperation: the day before', given: { ...post(), cooperation: [lapse] }, on: '2025-07-24', then: clause('determination-six-months', { result: 'approaching', on: '2025-07-25' }) },
  { name: 'extended by non-cooperation: the day', given: { ...post(), cooperation: [lapse] }, on: '2025-07-25', then: clause('determination-six-months', { result: 'met' }) },
  { name: 'the lapse is disputed: readings', given: { ...post(), cooperation: [{ ...lapse, disputed: true }] }, on: '2025-07-15', then: clause('determination-six-months', { result: 'contested', readings: [{ result: 'approaching' }, { result: 'met' }] }) },
  { name: 'whether the person cooperated is not known', given: { ...post(), cooperation: null }, on: '2025-07-15', then: clause('determination-six-months', { result: 'unknown', missing: ['cooperation'] }) },
  { name: 'acknowledgement: the day before', given: post(event('slrrf-request', '2025-08-25')), on: '2025-09-08', then: clause('acknowledgement@events[0]', { result: 'approaching', on: '2025-09-09' }) },
  { name: 'acknowledgement: ten business days over Labor Day', given: post(event('slrrf-request', '2025-08-25')), on: '2025-09-09', then: clause('acknowledgement@events[0]', { result: 'approaching', on: '2025-09-09', unverified: true }) },
  { name: 'acknowledgement: the day after', given: post(event('slrrf-request', '2025-08-25')), on: '2025-09-10', then: clause('acknowledgement@events[0]', { result: 'met' }) },
  { name: 'acknowledgement: a day late', given: post(event('slrrf-request', '2025-08-25'), event('slrrf-acknowledged', '2025-09-10')), on: '2025-09-10', then: clause('acknowledgement@events[0]', { result: 'met' }) },
  { name: 'acknowledgement: in time', given: post(event('slrrf-request', '2025-08-25'), event('slrrf-acknowledged', '2025-09-09')), on: '2025-09-10', then: clause('acknowledgement@events[0]', { result: 'not-met' }) },
  { name: 're-detention: the day before', given: REDETAINED, on: '2025-08-31', then: clause('redetention@stints[1]', null) },
  { name: 're-detention: on the day', given: REDETAINED, on: '2025-09-01', then: clause('redetention@stints[1]', { result: 'met', on: '2025-09-01' }) },
  { name: 're-detention: neither notice nor interview', given: REDETAINED, on: '2025-09-02', then: clause('redetention@stints[1]', { result: 'met' }) },
  { name: 're-detention: notice alone is not enough', given: { ...REDETAINED, events: [event('redetention-notice', '2025-09-01')] }, on: '2025-09-02', then: clause('redetention@stints[1]', { result: 'met' }) },
  { name: 're-detention: notice and interview', given: { ...REDETAINED, events: [event('redetention-notice', '2025-09-01'), event('redetention-interview', '2025-09-02')] }, on: '2025-09-02', then: clause('redetention@stints[1]', { result: 'not-met' }) },
];

/** 8 U.S.C. § 1231(a) */
export const removalPeriodClauseExamples: readonly Example[] = [
  { name: 'outside the window', given: post(), on: '2025-03-15', then: clause('removal-period', { result: 'not-met', on: '2025-04-15' }) },
  { name: 'the day before the end', given: post(), on: '2025-04-14', then: clause('removal-period', { result: 'approaching' }) },
  { name: 'the day of the end', given: post(), on: '2025-04-15', then: clause('removal-period', { result: 'met' }) },
  { name: 'the day after the end', given: post(), on: '2025-04-16', then: clause('removal-period', { result: 'met' }) },
  { name: 'extended by ten days', given: { ...post(), cooperation: [lapse] }, on: '2025-04-24', then: clause('removal-period', { result: 'approaching', on: '2025-04-25' }) },
  { name: 'extended by a lapse that is disputed', given: { ...post(), cooperation: [{ ...lapse, disputed: true }] }, on: '2025-04-20', then: clause('removal-period', { result: 'contested' }) },
  { name: 'at liberty: nothing is asked', given: { removalOrders: [finalOn('2025-01-15')] }, on: '2025-04-20', then: clause('removal-period', { result: 'not-met' }) },
];

const room = (entered: string, left?: string) => ({ events: [{ kind: 'hold-room-entered', at: entered }, ...(left === undefined ? [] : [{ kind: 'hold-room-left', at: left }])] });

/** Hold rooms: 12 hours, 72 in the waiver window, 12 again. */
export const holdRoomExamples: readonly Example[] = [
  { name: 'twelve hours exactly', given: room('2025-03-01T08:00:00-05:00', '2025-03-01T20:00:00-05:00'), on: '2025-03-02', then: clause('twelve-hours@events[0]', { result: 'not-met' }) },
  { name: 'twelve hours and a minute', given: room('2025-03-01T08:00:00-05:00', '2025-03-01T20:01:00-05:00'), on: '2025-03-02', then: clause('twelve-hours@events[0]', { result: 'met', on: '2025-03-01' }) },
  { name: 'still inside on the next day', given: room('2025-03-01T20:00:00-05:00'), on: '2025-03-02', then: clause('twelve-hours@events[0]', { result: 'met', on: '2025-03-02' }) },
  { name: 'still inside on the day of entry', given: room('2025-03-01T20:00:00-05:00'), on: '2025-03-01', then: clause('twelve-hours@events[0]', { result: 'not-met' }) },
  { name: 'in the waiver window: 71 hours', given: room('2025-07-01T08:00:00-04:00', '2025-07-04T07:00:00-04:00'), on: '2025-07-10', then: clause('twelve-hours@events[0]', { result: 'not-met' }) },
  { name: 'in the waiver window: 73 hours', given: room('2025-07-01T08:00:00-04:00', '2025-07-04T09:00:00-04:00'), on: '2025-07-10', then: clause('twelve-hours@events[0]', { result: 'met' }) },
  { name: 'in the waiver window: 72 hours exactly', given: room('2025-07-01T08:00:00-04:00', '2025-07-04T08:00:00-04:00'), on: '2025-07-10', then: clause('twelve-hours@events[0]', { result: 'not-met' }) },
  { name: 'in the waiver window: a minute more', given: room('2025-07-01T08:00:00-04:00', '2025-07-04T08:01:00-04:00'), on: '2025-07-10', then: clause('twelve-hours@events[0]', { result: 'met' }) },
  { name: 'ended on the last day of the waiver: 39 hours', given: room('2026-06-21T08:00:00-04:00', '2026-06-22T23:00:00-04:00'), on: '2026-06-24', then: clause('twelve-hours@events[0]', { result: 'not-met' }) },
  { name: 'ended on the day before the waiver: 13 hours', given: room('2025-06-23T08:00:00-04:00', '2025-06-23T21:00:00-04:00'), on: '2025-07-10', then: clause('twelve-hours@events[0]', { result: 'met' }) },
  { name: 'ended on the first day of the waiver: 39 hours', given: room('2025-06-22T18:00:00-04:00', '2025-06-24T09:00:00-04:00'), on: '2025-07-10', then: clause('twelve-hours@events[0]', { result: 'not-met' }) },
  { name: 'across the vacatur: 39 hours from 2026-06-22 08:00', given: room('2026-06-22T08:00:00-04:00', '2026-06-23T23:00:00-04:00'), on: '2026-06-24', then: clause('twelve-hours@events[0]', { result: 'contested', readings: [{ policy: '72-hours', result: 'not-met' }, { policy: '12-hours', result: 'met' }] }) },
  { name: 'across the vacatur: 80 hours are too long either way', given: room('2026-06-20T08:00:00-04:00', '2026-06-23T16:00:00-04:00'), on: '2026-06-24', then: clause('twelve-hours@events[0]', { result: 'met' }) },
  { name: 'entered on the day of the vacatur: 13 hours', given: room('2026-06-23T08:00:00-04:00', '2026-06-23T21:00:00-04:00'), on: '2026-06-24', then: clause('twelve-hours@events[0]', { result: 'met' }) },
  { name: 'only the day is known', given: { events: [event('hold-room-entered', '2025-03-01'), event('hold-room-left', '2025-03-01')] }, on: '2025-03-02', then: clause('twelve-hours@events[0]', { result: 'unknown', missing: ['events[0].at'] }) },
  { name: 'only the days are known, and they are enough', given: { events: [event('hold-room-entered', '2025-03-01'), event('hold-room-left', '2025-03-03')] }, on: '2025-03-04', then: clause('twelve-hours@events[0]', { result: 'met' }) },
];
