import { readAuthority } from '../authorities/authority-json.js';
import { compileLaw, type Verification } from '../authorities/compile.js';
import { AUTHORITIES } from '../authorities/index.js';
import { classNames } from '../classes/index.js';
import { answerOf, evaluate } from '../evaluate.js';
import { event, factsOf, finalOn, held } from '../examples/example.js';
import { readFacts } from '../facts-json.js';

/** What an office can enter: each kind of parameter that no shipped authority needs, on both sides of its edge. */

const ENTERED_ON = '2026-11-23';
const IN_FORCE = [{ from: ENTERED_ON, state: 'in_force', cause: 'order entered', source: 'ECF 12', grade: 'V1' }];

const orderWith = (check: unknown, more: Record<string, unknown> = {}, ofClause: Record<string, unknown> = {}) => ({
  id: 'order-in-a-b', kind: 'order', caption: 'A.B. v. Noem', citation: 'ECF 12', court: 'E.D. Mich.', docket: '2:26-cv-10000', judge: null, binds: ['ice'],
  where: 'everywhere', places: null, protects: { kind: 'everyone' },
  clauses: [{
    id: 'clause', text: 'What the order says, in our words.', citation: 'ECF 12 at 3', grade: 'V1', unverified: false, status: IN_FORCE, weight: 1, warningDays: 2,
    check, checkedOn: '2026-11-24', ...ofClause,
  }],
  ...more,
});

/** The findings of one entered order, among all the others, by the event that they judge. */
function findings(order: unknown, given: Record<string, unknown>, on: string) {
  const law = compileLaw([...AUTHORITIES, readAuthority(order, classNames(AUTHORITIES))]);
  const { facts, asOf } = readFacts(factsOf({ name: '', given, on, then: {} }), () => '6');
  return answerOf(evaluate(facts, asOf, law)).findings.filter(({ authority }) => authority === 'order-in-a-b');
}

/** `none`, or the result of each finding. */
const results = (order: unknown, given: Record<string, unknown>, on: string): string =>
  findings(order, given, on).map(({ result }) => result).join(', ') || 'none';

const NAMED = { memberships: [{ class: 'order-in-a-b', from: ENTERED_ON, to: null }] };
const named = (more: Record<string, unknown>) => ({ ...NAMED, ...more });
const PERSONS = { protects: { kind: 'persons' } };
const HELD = held('2026-06-01');
const at = (kind: string, instant: string) => ({ kind, at: instant });

describe('release by 5 p.m. on Thursday, 2026-11-26', () => {
  const release = orderWith({ kind: 'fixed-date', on: '2026-11-26', at: '2026-11-26T17:00:00-05:00', reachedBy: null, satisfiedBy: [], release: 'satisfies' }, PERSONS);
  const left = (on: string, ...events: unknown[]) => named({ stints: [held('2026-06-01', on, 'court-order')], events });

  test.each([
    ['outside the window', named({ stints: [HELD] }), '2026-11-23', 'not-met'],
    ['two days before', named({ stints: [HELD] }), '2026-11-24', 'approaching'],
    ['on the day, whose hour may not have come', named({ stints: [HELD] }), '2026-11-26', 'approaching'],
    ['the day after, still held', named({ stints: [HELD] }), '2026-11-27', 'met'],
    ['released the day before', left('2026-11-25'), '2026-11-27', 'not-met'],
    ['released on the day, at an hour that is not known', left('2026-11-26'), '2026-11-27', 'unknown'],
    ['released on the day at 5 p.m.', left('2026-11-26', at('released', '2026-11-26T17:00:00-05:00')), '2026-11-27', 'not-met'],
    ['released on the day at one minute past', left('2026-11-26', at('released', '2026-11-26T17:01:00-05:00')), '2026-11-27', 'met'],
    ['released on the day after', left('2026-11-27'), '2026-11-27', 'met'],
    ['somebody whom the order does not name', { stints: [HELD] }, '2026-11-27', 'none'],
    ['somebody of whom no membership is known', { stints: [HELD], memberships: null }, '2026-11-27', 'none'],
  ])('%s', (_name, given, on, expected) => expect(results(release, given, on)).toBe(expected));

  test('says which fact would decide', () => {
    expect(findings(release, left('2026-11-26'), '2026-11-27')[0]).toMatchObject({ on: '2026-11-26', missing: ['events'] });
  });
});

describe('after release', () => {
  const barred = orderWith({ kind: 'forbidden-act', endedBy: [], heldAgainAfter: ['court-order'], unless: null }, PERSONS);
  const proof = orderWith({ kind: 'deadline', trigger: { kind: 'event', event: 'released' }, offset: { n: 24, unit: 'hour' }, satisfiedBy: ['proof-of-release'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends' }, PERSONS);
  const declaration = orderWith({ kind: 'deadline', trigger: { kind: 'order', on: ENTERED_ON }, offset: { n: 5, unit: 'day', rolls: 'frcp-6a' }, satisfiedBy: ['declaration-filed'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends' }, PERSONS);
  const again = (end: string, on: string) => named({ stints: [held('2026-06-01', '2026-11-24', end), held(on)] });
  const left = (...events: unknown[]) => named({ events: [at('released', '2026-11-25T23:30:00-08:00'), ...events] });
  const released = (...events: unknown[]) => named({ stints: [held('2026-06-01', '2026-11-25', 'court-order')], events: [at('released', '2026-11-25T10:00:00-05:00'), ...events] });

  test.each([
    ['held again', barred, again('court-order', '2026-12-10'), '2026-12-10', 'met'],
    ['not held again yet', barred, again('court-order', '2026-12-10'), '2026-12-09', 'none'],
    ['held again after another kind of release', barred, again('bond', '2026-12-10'), '2026-12-10', 'none'],
    ['held again before the order', barred, { ...NAMED, stints: [held('2026-06-01', '2026-08-01', 'court-order'), held('2026-09-01')], memberships: [{ class: 'order-in-a-b', from: '2026-01-01', to: null }] }, '2026-12-10', 'not-in-force'],
    ['proof within 24 hours, to the minute', proof, released(at('proof-of-release', '2026-11-26T10:00:00-05:00')), '2026-11-27', 'not-met'],
    ['proof a minute late', proof, released(at('proof-of-release', '2026-11-26T10:01:00-05:00')), '2026-11-27', 'met'],
    ['no proof, on the day on which it is due', proof, released(), '2026-11-26', 'approaching'],
    ['no proof, the day after', proof, released(), '2026-11-27', 'met'],
    ['proof on that day, at an hour that is not known', proof, released(event('proof-of-release', '2026-11-26')), '2026-11-27', 'unknown'],
    ['the hour of the release is not known, proof on the next day', proof, named({ events: [event('released', '2026-11-25'), event('proof-of-release', '2026-11-26')] }), '2026-11-28', 'unknown'],
    ['the hour of the release is not known, proof the same day', proof, named({ events: [event('released', '2026-11-25'), event('proof-of-release', '2026-11-25')] }), '2026-11-28', 'not-met'],
    ['the hour of the release is not known, proof two days later', proof, named({ events: [event('released', '2026-11-25'), event('proof-of-release', '2026-11-27')] }), '2026-11-28', 'met'],
    ['proof in time, where the day is already another', proof, left(at('proof-of-release', '2026-11-27T02:30:00-05:00')), '2026-11-28', 'not-met'],
    ['proof a minute late, where the day is already another', proof, left(at('proof-of-release', '2026-11-27T02:31:00-05:00')), '2026-11-28', 'met'],
    ['proof a minute late, where the day is still the one before', proof, named({ events: [at('released', '2026-11-25T01:00:00-05:00'), at('proof-of-release', '2026-11-25T22:01:00-08:00')] }), '2026-11-28', 'met'],
    ['five days end on a Saturday: on the Monday', declaration, named({}), '2026-11-30', 'approaching'],
    ['five days end on a Saturday: the Tuesday', declaration, named({}), '2026-12-01', 'met'],
    ['declared on the Monday', declaration, named({ events: [event('declaration-filed', '2026-11-30')] }), '2026-12-01', 'not-met'],
  ])('%s', (_name, order, given, on, expected) => expect(results(order, given, on)).toBe(expected));
});

describe('what answers a duty', () => {
  const duty = (more: Record<string, unknown>) => orderWith({
    kind: 'deadline', trigger: { kind: 'event', event: 'release-ordered' }, offset: null, satisfiedBy: [], requires: 'any', countsFrom: 0, due: 'by', release: 'ends', ...more,
  });
  const atOnce = duty({ release: 'satisfies' });
  const inADay = duty({ release: 'satisfies', offset: { n: 24, unit: 'hour' } });
  const inTwoDays = duty({ release: 'satisfies', offset: { n: 2, unit: 'day' } });
  const either = (requires: string) => duty({ satisfiedBy: ['hearing', 'counsel-meeting'], requires });
  const motion = duty({ satisfiedByOrder: ['motion-to-reopen-filed'], offset: { n: 2, unit: 'day' } });
  const before = duty({ satisfiedBy: ['hearing'], offset: { n: 2, unit: 'day' }, due: 'before' });
  const ORDERED = event('release-ordered', '2026-11-24');
  const ordered = (stints: unknown, ...events: unknown[]) => ({ stints, events: [ORDERED, ...events] });
  const until = (to: string) => [held('2026-06-01', to, 'court-order')];

  test.each([
    ['release at once: still held', atOnce, ordered([HELD]), '2026-11-24', 'met'],
    ['release at once: released on the day', atOnce, ordered(until('2026-11-24')), '2026-11-24', 'not-met'],
    ['release at once: whether held is not known', atOnce, ordered(null), '2026-11-24', 'unknown'],
    ['release in a day: released on the day of the order', inADay, ordered(until('2026-11-24')), '2026-12-01', 'not-met'],
    ['release in a day: whether held is not known', inADay, ordered(null), '2026-12-01', 'unknown'],
    ['release in two days: released on the day of the order', inTwoDays, ordered(until('2026-11-24')), '2026-12-01', 'not-met'],
    ['release in two days: released on the third', inTwoDays, ordered(until('2026-11-27')), '2026-12-01', 'met'],
    ['release in two days: whether held is not known', inTwoDays, ordered(null), '2026-12-01', 'unknown'],
    ['either of two at once: one is on file', either('any'), ordered([HELD], event('hearing', '2026-11-25')), '2026-11-25', 'not-met'],
    ['both of two at once: one is on file', either('all'), ordered([HELD], event('hearing', '2026-11-25')), '2026-11-25', 'met'],
    ['a motion: no order is on file', motion, { ...ordered([HELD]), removalOrders: [] }, '2026-12-01', 'met'],
    ['a motion: orders are not known', motion, { ...ordered([HELD]), removalOrders: null }, '2026-12-01', 'unknown'],
    ['before a day: done on the day before it', before, ordered([HELD], event('hearing', '2026-11-25')), '2026-12-01', 'not-met'],
    ['before a day: nothing done by the day itself', before, ordered([HELD]), '2026-11-26', 'met'],
    ['before a day: done on the day itself', before, ordered([HELD], event('hearing', '2026-11-26')), '2026-12-01', 'not-met'],
    ['before a day: done on the day after it', before, ordered([HELD], event('hearing', '2026-11-27')), '2026-12-01', 'met'],
  ])('%s', (_name, order, given, on, expected) => expect(results(order, given, on)).toBe(expected));
});

describe('what an order of removal would decide', () => {
  const dated = orderWith({ kind: 'fixed-date', on: '2026-12-10', earlier: { on: '2026-12-01', orderEvent: 'motion-to-reopen-filed' }, reachedBy: null, satisfiedBy: ['files-produced'], release: 'ends' });
  const removal = orderWith({ kind: 'forbidden-act', endedBy: ['removed'], unless: { nothing: 'motion-to-reopen-filed', within: 7, after: 'files-produced' } });
  const removed = (removalOrders: unknown) => ({ removalOrders, stints: [held('2026-06-01', '2026-12-09', 'removed')], events: [event('files-produced', '2026-12-01')] });
  const moved = (on: string) => [finalOn('2026-01-05', { events: [event('motion-to-reopen-filed', on)] })];

  test.each([
    ['due earlier with a motion', dated, { removalOrders: moved('2026-12-01') }, '2026-12-02', 'met'],
    ['due later without one', dated, { removalOrders: [] }, '2026-12-02', 'not-met'],
    ['whether there is one is not known, between the two dates', dated, { removalOrders: null }, '2026-12-02', 'unknown'],
    ['whether there is one is not known, after both', dated, { removalOrders: null }, '2026-12-11', 'met'],
    ['removed with a motion in time', removal, removed(moved('2026-12-08')), '2026-12-09', 'met'],
    ['removed without one', removal, removed([]), '2026-12-09', 'not-met'],
    ['removed, and whether there was one is not known', removal, removed(null), '2026-12-09', 'unknown'],
    ['removed, and what happened to the order is not known', removal, removed([finalOn('2026-01-05', { events: null })]), '2026-12-09', 'unknown'],
  ])('%s', (_name, order, given, on, expected) => expect(results(order, given, on)).toBe(expected));
});

describe('hours that custody ends', () => {
  const limit = orderWith({ kind: 'time-limit', begins: 'detainer-hold-began', ends: 'detainer-hold-ended', hours: [{ from: null, n: 24 }], endsWithCustodyOf: ['ice'] });
  const began = (stints: unknown) => ({ stints, events: [at('detainer-hold-began', '2026-11-24T10:00:00-05:00')] });
  test.each([
    ['no custody is on file', began([]), '2026-11-26', 'met'],
    ['custody began the next day, at an hour that is not known', began([held('2026-11-25')]), '2026-11-26', 'unknown'],
    ['whether custody began is not known', began(null), '2026-11-26', 'unknown'],
    ['since when there is custody is not known', began([{ ...held('2026-11-25'), from: null }]), '2026-11-26', 'unknown'],
    ['whether custody began is not known, and the hours have not passed', began(null), '2026-11-24', 'not-met'],
  ])('%s', (_name, given, on, expected) => expect(results(limit, given, on)).toBe(expected));
});

describe('what must come before', () => {
  const first = (n: number, unit: string) => orderWith({ kind: 'required-before', events: ['consular-interview'], contacts: null, required: 'counsel-meeting', n, unit, onlyAfter: null });
  const interview = (...meetings: string[]) => ({ events: [...meetings.map((instant) => at('counsel-meeting', instant)), at('consular-interview', '2026-11-24T12:00:00-05:00')] });
  test.each([
    ['counsel came an hour before', first(0, 'day'), interview('2026-11-24T11:00:00-05:00'), 'not-met'],
    ['counsel came an hour after', first(0, 'day'), interview('2026-11-24T13:00:00-05:00'), 'met'],
    ['of two meetings on a day the earlier counts', first(20, 'hour'), interview('2026-11-23T17:00:00-05:00', '2026-11-23T16:00:00-05:00'), 'not-met'],
    ['counsel came twenty hours before, less a minute', first(20, 'hour'), interview('2026-11-23T16:01:00-05:00'), 'met'],
  ])('%s', (_name, order, given, expected) => expect(results(order, given, '2026-12-01')).toBe(expected));
});

describe('whom it protects, and where', () => {
  const act = { kind: 'forbidden-act', endedBy: ['removed'], unless: null };
  const removed = (more: Record<string, unknown> = {}) => ({ stints: [{ ...held('2026-06-01', '2026-11-24', 'removed'), ...more }] });
  const inMichigan = orderWith(act, { places: { states: ['MI'] } });
  const children = orderWith(act, { protects: { kind: 'those', who: { youngerThan: 18 }, class: 'children-of-a-b' } });
  const born = (birthDate: string | null, memberships: unknown[] | null = []) => ({ ...removed(), person: { citizenship: null, birthDate }, memberships });

  test.each([
    ['removed from a place in the State', inMichigan, removed({ state: 'MI' }), 'met'],
    ['removed from another', inMichigan, removed({ state: 'OH' }), 'none'],
    ['removed from a place whose State is not known', inMichigan, removed(), 'unknown'],
    ['a child on the day', children, born('2008-11-25'), 'met'],
    ['of age on the day', children, born('2008-11-24'), 'none'],
    ['whose age is not known', children, born(null), 'unknown'],
    ['whose age is not known, and who was confirmed', children, born(null, [{ class: 'children-of-a-b', from: '2026-01-01', to: null }]), 'met'],
    ['a child whose membership is still to begin', children, born('2008-11-25', [{ class: 'children-of-a-b', from: '2026-12-02', to: null }]), 'met'],
    ['a child who opted out before', children, born('2008-11-25', [{ class: 'children-of-a-b', from: '2026-01-01', to: '2026-11-24' }]), 'none'],
    ['memberships are not known', children, born('2008-11-25', null), 'met'],
  ])('%s', (_name, order, given, expected) => expect(results(order, given, '2026-12-01')).toBe(expected));
});

describe('what may be said', () => {
  const order = orderWith({ kind: 'forbidden-content', actors: ['ice'], topics: ['document-signing'], unless: ['counsel-present', 'counsel-notified'] });
  const told = (more: Record<string, unknown>) => ({
    contacts: [{ at: '2026-11-24T10:00:00-05:00', actor: 'ice', topics: ['document-signing'], counselPresent: false, counselNotifiedOn: null, documents: [], narrative: null, ...more }],
  });
  test.each([
    ['counsel was there', told({ counselPresent: true }), 'not-met'],
    ['counsel was told the day before', told({ counselNotifiedOn: '2026-11-23' }), 'not-met'],
    ['counsel was told on the day: which came first is not known', told({ counselNotifiedOn: '2026-11-24' }), 'unknown'],
    ['counsel was told the day after', told({ counselNotifiedOn: '2026-11-25' }), 'met'],
    ['whether counsel was told is not known', told({}), 'unknown'],
    ['whether counsel was there is not known', told({ counselPresent: null, counselNotifiedOn: '2026-11-25' }), 'unknown'],
    ['by somebody who is not bound', told({ actor: 'consular' }), 'not-met'],
    ['counsel will be told after the day asked about', told({ counselNotifiedOn: '2026-12-02' }), 'unknown'],
  ])('%s', (_name, given, expected) => expect(results(order, given, '2026-12-01')).toBe(expected));
});

describe('an order that looks back to 2026-10-01', () => {
  const duty = { kind: 'deadline', trigger: { kind: 'event', event: 'consular-interview' }, offset: { n: 7, unit: 'day' }, satisfiedBy: ['counsel-meeting'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends' };
  const order = orderWith(duty, {}, { lookBackTo: '2026-10-01' });
  const interviewed = (on: string, ...more: unknown[]) => ({ events: [event('consular-interview', on), ...more] });
  test.each([
    ['an interview on the day before', interviewed('2026-09-30'), '2026-12-01', 'none'],
    ['an interview on the day: owed seven days from the entry', interviewed('2026-10-01'), '2026-11-30', 'approaching'],
    ['an interview on the day: the day after', interviewed('2026-10-01'), '2026-12-01', 'met'],
    ['counsel came seven days after the entry', interviewed('2026-10-01', event('counsel-meeting', '2026-11-30')), '2026-12-01', 'not-met'],
    ['counsel had come before the entry', interviewed('2026-10-01', event('counsel-meeting', '2026-10-02')), '2026-12-01', 'not-met'],
    ['before the order is entered it asks for nothing', interviewed('2026-10-01'), '2026-11-22', 'not-in-force'],
    ['an interview after the entry: seven days from it', interviewed('2026-11-25'), '2026-12-03', 'met'],
  ])('%s', (_name, given, on, expected) => expect(results(order, given, on)).toBe(expected));

  test.each([['2026-11-30', 'approaching'], ['2026-12-01', 'met']])('held again before it: owed seven days from the entry (%s)', (on, expected) => {
    const again = orderWith({ ...duty, trigger: { kind: 'redetention' } }, {}, { lookBackTo: '2026-10-01' });
    expect(results(again, { stints: [held('2026-01-05', '2026-03-01', 'order-of-supervision'), held('2026-10-01')] }, on)).toBe(expected);
  });

  test('without it, what came before the order is not judged by it', () => {
    expect(results(orderWith(duty), interviewed('2026-10-01'), '2026-12-01')).toBe('not-in-force');
  });
});

describe('a parameter that no source gives', () => {
  test.each([
    ['line.n', { kind: 'time-limit', line: { count: 'custody.total', n: null, unit: 'day' }, readings: [], satisfiedBy: [] }, { stints: [HELD] }],
    ['hours[0].n', { kind: 'time-limit', begins: 'hold-room-entered', ends: 'hold-room-left', hours: [{ from: null, n: null }] }, { events: [event('hold-room-entered', '2026-11-24')] }],
    ['offset.n', { kind: 'deadline', trigger: { kind: 'event', event: 'arrest' }, offset: { n: null, unit: 'hour' }, satisfiedBy: ['hearing'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends' }, { events: [event('arrest', '2026-11-24')] }],
    ['on', { kind: 'fixed-date', on: null, reachedBy: null, satisfiedBy: [], release: 'satisfies' }, { stints: [HELD] }],
    ['n', { kind: 'required-before', events: ['transfer-notice'], contacts: null, required: 'counsel-meeting', n: null, unit: 'day', onlyAfter: null }, { events: [event('transfer-notice', '2026-11-24')] }],
    ['from', { kind: 'recurring', from: null, every: 14, satisfiedBy: ['list-produced'] }, { stints: [HELD] }],
    ['every', { kind: 'recurring', from: ENTERED_ON, every: null, satisfiedBy: ['list-produced'] }, { stints: [HELD] }],
  ])('%s: the clause refuses to evaluate, and names it', (path, check, given) => {
    expect(findings(orderWith(check), given, '2026-12-01')).toMatchObject([{ result: 'unknown', missing: [`clause.check.${path}`] }]);
  });

  test('a clause that is vacated needs none', () => {
    const vacated = orderWith({ kind: 'recurring', from: null, every: 14, satisfiedBy: ['list-produced'] }, {}, { status: [...IN_FORCE, { from: '2026-11-25', state: 'vacated', cause: 'vacated', source: 'ECF 14', grade: 'V1' }] });
    expect(results(vacated, { stints: [HELD] }, '2026-12-01')).toBe('not-in-force');
  });
});

describe('a clause that ships unverified', () => {
  const verification: Verification = { authority: '8-cfr-241.4', clause: 'notice-30-day', verifiedBy: 'an attorney', on: '2026-11-24', source: '8 C.F.R. § 241.4(h)(2), read in the eCFR' };
  const noticeIn = (verifications: readonly Verification[]) => {
    const { facts, asOf } = readFacts(factsOf({ name: '', given: { stints: [held('2025-01-15')], removalOrders: [finalOn('2025-01-15')] }, on: '2025-03-17', then: {} }), () => '6');
    return answerOf(evaluate(facts, asOf, compileLaw(AUTHORITIES, { version: 'office.1', verifications }))).findings.find(({ clause }) => clause === 'notice-30-day');
  };

  test('says what it says, and is not counted', () => expect(noticeIn([])).toMatchObject({ result: 'met', unverified: true }));
  test('is counted once an attorney has read its source', () => expect(noticeIn([verification])).toMatchObject({ result: 'met', unverified: false }));
  test('is not counted because another was', () => expect(noticeIn([{ ...verification, clause: 'review-annual' }])).toMatchObject({ unverified: true }));
  test('a verification of what there is not is refused', () => expect(() => noticeIn([{ ...verification, clause: 'nothing' }])).toThrow(/8-cfr-241.4 nothing/));
});

test('an evaluation says by which law it was made', () => {
  const { facts, asOf } = readFacts(factsOf({ name: '', given: {}, on: '2026-12-01', then: {} }), () => null);
  expect(evaluate(facts, asOf, compileLaw(AUTHORITIES, { version: 'office.2' })).lawVersion).toBe('office.2');
});
