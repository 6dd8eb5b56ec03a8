import { FixedClock } from '../common/clock.js';
import type { Authority } from '../law/authorities/authority.js';
import { queryOf } from './new-report.js';

const clock = new FixedClock('2026-11-24T12:00:00Z', 'America/Detroit');
const LIMITS = { today: '2026-11-24', now: clock.now(), dayOf: (instant: Date) => clock.dayOf(instant), authorities: [{ id: 'an-order' }, { id: 'a-memo' }] as unknown as readonly Authority[] };
const asked = (more: object) => queryOf({ from: '2026-07-01', through: '2026-09-30', audience: 'office', ...more }, LIMITS);

describe('what was not said', () => {
  it.each([
    ['a period that is over', {}, '2026-09-30'], ['a period that ends today', { through: '2026-11-24' }, '2026-11-24'], ['a period that goes on', { through: '2026-12-31' }, '2026-11-24'],
    ['as known within the period', { asKnownOn: '2026-08-15T12:00:00-04:00' }, '2026-08-15'],
    ['as known in the night, where it is a day later in Greenwich', { asKnownOn: '2026-08-16T03:59:59Z' }, '2026-08-15'],
  ])('%s is told as of its last day on which it was known', (_what, more, asOf) => expect(asked(more).asOf).toBe(asOf));

  it('is everything, as known now', () => expect(asked({})).toMatchObject({ authorities: null, asKnownOn: '2026-11-24T12:00:00.000Z' }));
});

it('one question has one form: each order once, in one order, and an instant in one zone', () => {
  expect(asked({ authorities: ['an-order', 'a-memo', 'an-order'], asKnownOn: '2026-10-01T08:00:00-04:00' }))
    .toEqual(asked({ authorities: ['a-memo', 'an-order'], asKnownOn: '2026-10-01T12:00:00Z' }));
});

it.each([
  ['the day before it begins', { asOf: '2026-06-30' }], ['tomorrow', { through: '2026-12-31', asOf: '2026-11-25' }], ['the day after it was known', { asKnownOn: '2026-08-15T12:00:00Z', asOf: '2026-08-16' }],
  ['a period that ends before it begins', { through: '2026-06-30' }], ['eleven years', { from: '2015-07-01', through: '2026-07-01' }], ['what will be known in a second', { asKnownOn: '2026-11-24T12:00:01Z' }],
])('%s is refused', (_what, more) => expect(() => asked(more)).toThrow());

it.each([['the first day', { asOf: '2026-07-01' }], ['today', { asOf: '2026-11-24' }], ['one day', { through: '2026-07-01' }]])('%s is taken', (_what, more) => expect(() => asked(more)).not.toThrow());
