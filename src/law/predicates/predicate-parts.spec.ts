import type { Predicate } from './predicate.js';
import { ifConfirmed, leavingEvents, onlyCitizensOf, wordsToConfirm } from './predicate-parts.js';

const IRAQI: Predicate = { citizenship: ['IRQ'] };
const HELD_UNDER: Predicate = { toBeConfirmed: 'that the person is held under § 1226(c)' };
const GONE: Predicate = { not: { event: ['opted-out', 'individual-habeas-filed'], from: null, to: null } };

describe('read off a predicate', () => {
  test.each<[string, Predicate, readonly string[]]>([
    ['none', { all: [IRAQI, GONE] }, []],
    ['one among others', { all: [IRAQI, HELD_UNDER] }, ['that the person is held under § 1226(c)']],
    ['one deep inside', { any: [IRAQI, { all: [{ not: HELD_UNDER }] }] }, ['that the person is held under § 1226(c)']],
  ])('what a person must confirm: %s', (_name, who, words) => expect(wordsToConfirm(who)).toEqual(words));

  test('if it is confirmed, the rest alone decides', () => {
    expect(ifConfirmed({ all: [IRAQI, HELD_UNDER, { not: HELD_UNDER }] })).toEqual({ all: [IRAQI, { all: [] }, { not: { all: [] } }] });
    expect(ifConfirmed({ any: [IRAQI, { known: HELD_UNDER }] })).toEqual({ any: [IRAQI, { known: { all: [] } }] });
  });

  test.each<[string, Predicate, readonly string[]]>([
    ['that must not have been', { all: [IRAQI, GONE] }, ['opted-out', 'individual-habeas-filed']],
    ['that must have been: it takes nobody out', { all: [IRAQI, { event: ['arrest'], from: null, to: null }] }, []],
    ['that is one way among several', { any: [IRAQI, GONE] }, []],
  ])('events that take a person out: one %s', (_name, who, kinds) => expect(leavingEvents(who)).toEqual(kinds));

  test.each<[string, Predicate, readonly string[] | null]>([
    ['of all that must hold, one', { all: [{ held: true }, IRAQI] }, ['IRQ']],
    ['of one of two, each', { any: [IRAQI, { citizenship: ['MEX'] }] }, ['IRQ', 'MEX']],
    ['of one of two, one alone', { any: [IRAQI, { held: true }] }, null],
    ['or a membership, which is on file', { any: [{ known: { member: 'hamama-primary' } }, { all: [IRAQI] }] }, ['IRQ']],
    ['that must not be', { not: IRAQI }, null],
  ])('of which countries only: %s', (_name, who, countries) => {
    const only = onlyCitizensOf(who);
    expect(only === null ? null : [...only]).toEqual(countries);
  });
});
