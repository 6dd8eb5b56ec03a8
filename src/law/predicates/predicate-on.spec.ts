import fc from 'fast-check';
import { parseDay, type Day } from '../calendar/day.js';
import { custodyOn } from '../custody.js';
import { eventsBy } from '../events.js';
import { event, factsOf, finalOn, held, order } from '../examples/example.js';
import { readFacts } from '../facts-json.js';
import { Horizon } from '../horizon.js';
import type { Predicate } from './predicate.js';
import { questionOf } from './predicate-on.js';
import type { Truth } from './truth.js';

/** What a predicate says of some facts on a day, with the days on which it may say otherwise. */
function ask(who: Predicate, given: Record<string, unknown>, on: string, about = on): Truth & { changes: Day[] } {
  const { facts, asOf } = readFacts(factsOf({ name: '', given, on, then: {} }), () => null);
  const horizon = new Horizon(asOf);
  const truth = questionOf(who)({ asOf, facts: eventsBy(facts, asOf, horizon), custody: custodyOn(facts.stints, asOf, horizon), horizon }, parseDay(about));
  return { ...truth, changes: horizon.days };
}

const born = (birthDate: string | null, citizenship: string | null = null) => ({ person: { citizenship, birthDate } });
const IRAQI: Predicate = { citizenship: ['IRQ'] };
const UNDER_18: Predicate = { youngerThan: 18 };
const IN_THE_SPAN: Predicate = { finalOrder: { from: '2017-03-01', to: '2017-06-24' } };
const reopened = (finalDay: string, reopenedOn: string) => ({ removalOrders: [finalOn(finalDay, { events: [event('reopened', reopenedOn)] })] });
const COUNSEL: Predicate = { event: ['counsel-of-record-entered'], from: null, to: null, until: ['counsel-of-record-ended'] };
const ENTERED = (on: string) => event('counsel-of-record-entered', on);
const ENDED = (on: string) => event('counsel-of-record-ended', on);
const CHANGED = [{ standard: 'nds-2019', from: '2020-01-01', to: '2020-03-01' }, { standard: 'pbnds-2011', from: '2020-03-01', to: null }];

type Case = readonly [name: string, who: Predicate, given: Record<string, unknown>, on: string, is: Truth['is'], missing?: readonly string[]];

const CASES: readonly Case[] = [
  ['a citizen of the country', IRAQI, born(null, 'IRQ'), '2017-07-01', 'yes'],
  ['a citizen of another', IRAQI, born(null, 'MEX'), '2017-07-01', 'no'],
  ['citizenship is not known', IRAQI, born(null), '2017-07-01', 'unknown', ['person.citizenship']],

  ['the day before the eighteenth birthday', UNDER_18, born('2001-03-15'), '2019-03-14', 'yes'],
  ['the eighteenth birthday', UNDER_18, born('2001-03-15'), '2019-03-15', 'no'],
  ['born on a leap day, on the last of February', UNDER_18, born('2004-02-29'), '2022-02-28', 'no'],
  ['born on a leap day, the day before', UNDER_18, born('2004-02-29'), '2022-02-27', 'yes'],
  ['the day of birth is not known', UNDER_18, born(null), '2019-03-14', 'unknown', ['person.birthDate']],
  ['the day of birth is not known, and only what is known counts', { known: UNDER_18 }, born(null), '2019-03-14', 'no'],

  ['an order final years before the span', IN_THE_SPAN, { removalOrders: [finalOn('1999-05-01')] }, '2018-01-01', 'yes'],
  ['an order final on the last day of the span', IN_THE_SPAN, { removalOrders: [finalOn('2017-06-24')] }, '2018-01-01', 'yes'],
  ['an order final on the day after', IN_THE_SPAN, { removalOrders: [finalOn('2017-06-25')] }, '2018-01-01', 'no'],
  ['reopened on the first day of the span', IN_THE_SPAN, reopened('1999-05-01', '2017-03-01'), '2018-01-01', 'no'],
  ['reopened on the second day of the span', IN_THE_SPAN, reopened('1999-05-01', '2017-03-02'), '2018-01-01', 'yes'],
  ['reopened long after the span', IN_THE_SPAN, reopened('1999-05-01', '2019-03-02'), '2020-01-01', 'yes'],
  ['appeal pending through the span', IN_THE_SPAN, { removalOrders: [order('2017-01-10', { filed: true, filedOn: '2017-01-20' })] }, '2018-01-01', 'no'],
  ['the span has not begun', IN_THE_SPAN, { removalOrders: [finalOn('1999-05-01')] }, '2017-02-28', 'no'],
  ['orders are not known', IN_THE_SPAN, { removalOrders: null }, '2018-01-01', 'unknown', ['removalOrders']],
  ['whether it was reopened is not known', IN_THE_SPAN, { removalOrders: [finalOn('1999-05-01', { events: null })] }, '2018-01-01', 'unknown', ['removalOrders[0].events']],

  ['final on the day itself', { orderFinal: true }, { removalOrders: [finalOn('2017-06-25')] }, '2017-06-25', 'yes'],
  ['the day before it is final', { orderFinal: true }, { removalOrders: [finalOn('2017-06-25')] }, '2017-06-24', 'no'],
  ['reopened on the day', { orderEvent: ['reopened'] }, reopened('1999-05-01', '2018-03-01'), '2018-03-01', 'yes'],
  ['reopened tomorrow', { orderEvent: ['reopened'] }, reopened('1999-05-01', '2018-03-01'), '2018-02-28', 'no'],

  ['held on the day', { held: true }, { stints: [held('2018-01-10', '2018-02-10', 'bond')] }, '2018-02-09', 'yes'],
  ['released on the day', { held: true }, { stints: [held('2018-01-10', '2018-02-10', 'bond')] }, '2018-02-10', 'no'],
  ['stints are not known', { held: true }, { stints: null }, '2018-02-10', 'unknown', ['stints']],
  ['detained once', { hasBeenOrWillBeHeld: true }, { stints: [held('2018-01-10', '2018-02-10', 'bond')] }, '2020-02-10', 'yes'],
  ['never detained yet', { hasBeenOrWillBeHeld: true }, {}, '2020-02-10', 'unknown', ['stints']],
  ['held 180 days in two stays', { heldFor: 180 }, { stints: [held('2017-06-12', '2017-11-02', 'bond'), held('2019-03-09')] }, '2019-04-15', 'yes'],
  ['held 179 days in two stays', { heldFor: 180 }, { stints: [held('2017-06-12', '2017-11-02', 'bond'), held('2019-03-09')] }, '2019-04-14', 'no'],

  ['in custody of a shelter for children', { heldBy: ['orr'] }, { stints: [{ ...held('2018-01-10'), custodian: 'orr' }] }, '2018-01-10', 'yes'],
  ['in custody of ICE', { heldBy: ['orr'] }, { stints: [held('2018-01-10')] }, '2018-01-10', 'no'],
  ['to be taken to a shelter tomorrow, and when ICE took over is not known', { heldBy: ['orr'] }, { stints: [{ ...held('2018-01-10'), from: null }, { ...held('2018-02-01'), custodian: 'orr' }] }, '2018-01-31', 'no'],
  ['at the facility', { heldAt: { facilities: ['CALHOMI'] } }, { stints: [held('2018-01-10')] }, '2018-01-10', 'yes'],
  ['moved elsewhere that day', { heldAt: { facilities: ['CALHOMI'] } }, { stints: [held('2018-01-10', '2018-02-01'), held('2018-02-01', null, null, 'STWRTGA')] }, '2018-02-01', 'no'],
  ['left that day, and nowhere else', { heldAt: { facilities: ['CALHOMI'] } }, { stints: [held('2018-01-10', '2018-02-01', 'removed')] }, '2018-02-01', 'yes'],
  ['gone since yesterday', { heldAt: { facilities: ['CALHOMI'] } }, { stints: [held('2018-01-10', '2018-02-01', 'removed')] }, '2018-02-02', 'no'],
  ['a row left open, and a later one that ended', { heldAt: { facilities: ['CALHOMI'] } }, { stints: [held('2018-01-10'), held('2018-02-01', '2018-03-01', 'bond', 'STWRTGA')] }, '2018-03-02', 'no'],
  ['a row left open, the day before a later one begins', { heldAt: { facilities: ['CALHOMI'] } }, { stints: [held('2018-01-10'), held('2018-02-01', '2018-03-01', 'bond', 'STWRTGA')] }, '2018-01-31', 'yes'],
  ['its field office is not known', { heldAt: { fieldOffices: ['DET'] } }, { stints: [held('2018-01-10')] }, '2018-01-10', 'unknown', ['stints[0].fieldOffice']],
  ['its field office and another State', { heldAt: { fieldOffices: ['DET'], states: ['OH'] } }, { stints: [{ ...held('2018-01-10'), fieldOffice: 'DET', state: 'MI' }] }, '2018-01-10', 'no'],
  ['its standard', { heldAt: { standards: ['nds-2019'] } }, { stints: [{ ...held('2020-01-10'), standard: 'nds-2019' }] }, '2020-01-10', 'yes'],
  ['its standard, the day before it changes', { heldAt: { standards: ['nds-2019'] } }, { stints: [{ ...held('2020-01-10'), standards: CHANGED }] }, '2020-02-29', 'yes'],
  ['its standard, on the day on which it changes', { heldAt: { standards: ['nds-2019'] } }, { stints: [{ ...held('2020-01-10'), standards: CHANGED }] }, '2020-03-01', 'no'],
  ['its standard, on a day of which it is not known', { heldAt: { standards: ['nds-2019'] } }, { stints: [{ ...held('2019-01-10'), standards: CHANGED }] }, '2019-12-31', 'unknown', ['stints[0].standard']],

  ['counsel of record, entered on the day', COUNSEL, { events: [ENTERED('2026-07-01')] }, '2026-07-01', 'yes'],
  ['counsel of record, the day before it ended', COUNSEL, { events: [ENTERED('2026-07-01'), ENDED('2026-08-01')] }, '2026-07-31', 'yes'],
  ['counsel of record, on the day on which it ended', COUNSEL, { events: [ENTERED('2026-07-01'), ENDED('2026-08-01')] }, '2026-08-01', 'no'],
  ['one of two counsel of record ended', COUNSEL, { events: [ENTERED('2026-07-01'), ENTERED('2026-07-05'), ENDED('2026-08-01')] }, '2026-08-02', 'yes'],
  ['counsel of record entered anew after it ended', COUNSEL, { events: [ENTERED('2026-07-01'), ENDED('2026-08-01'), ENTERED('2026-08-01')] }, '2026-08-01', 'yes'],
  ['counsel of record ended who was never entered, and another entered later', COUNSEL, { events: [ENDED('2026-06-01'), ENTERED('2026-07-01')] }, '2026-07-01', 'yes'],
  ['counsel of record entered and ended on one day', COUNSEL, { events: [ENDED('2026-07-01'), ENTERED('2026-07-01')] }, '2026-07-01', 'no'],

  ['an event on the last day that counts', { event: ['opted-out'], from: '2018-01-01', to: '2018-03-01' }, { events: [event('opted-out', '2018-03-01')] }, '2018-04-01', 'yes'],
  ['an event on the day after', { event: ['opted-out'], from: '2018-01-01', to: '2018-03-01' }, { events: [event('opted-out', '2018-03-02')] }, '2018-04-01', 'no'],
  ['an event before the first day', { event: ['opted-out'], from: '2018-01-01', to: null }, { events: [event('opted-out', '2017-12-31')] }, '2018-04-01', 'no'],
  ['an event still to come', { event: ['opted-out'], from: null, to: null }, { events: [event('opted-out', '2018-05-01')] }, '2018-04-30', 'no'],
  ['events are not known', { event: ['opted-out'], from: null, to: null }, { events: null }, '2018-04-01', 'unknown', ['events']],

  ['a member on the day', { member: 'hamama-primary' }, { memberships: [{ class: 'hamama-primary', from: '2017-06-24', to: '2018-01-01' }] }, '2017-12-31', 'yes'],
  ['a member no more', { member: 'hamama-primary' }, { memberships: [{ class: 'hamama-primary', from: '2017-06-24', to: '2018-01-01' }] }, '2018-01-01', 'no'],
  ['since when is not known', { member: 'hamama-primary' }, { memberships: [{ class: 'hamama-primary', from: null, to: null }] }, '2018-01-01', 'unknown', ['memberships[0].from']],
  ['memberships are not known', { member: 'hamama-primary' }, { memberships: null }, '2018-01-01', 'unknown', ['memberships']],
  ['what no fact can say', { toBeConfirmed: 'held under 8 U.S.C. § 1226(c)' }, {}, '2018-01-01', 'unknown', ['memberships']],

  ['all: one that is no decides, whatever is not known', { all: [UNDER_18, IRAQI] }, born(null, 'MEX'), '2018-01-01', 'no'],
  ['all: one that is not known leaves it open', { all: [UNDER_18, IRAQI] }, born(null, 'IRQ'), '2018-01-01', 'unknown', ['person.birthDate']],
  ['all: everything missing is named once', { all: [UNDER_18, IRAQI, UNDER_18] }, born(null), '2018-01-01', 'unknown', ['person.birthDate', 'person.citizenship']],
  ['any: one that is yes decides, whatever is not known', { any: [UNDER_18, IRAQI] }, born(null, 'IRQ'), '2018-01-01', 'yes'],
  ['any: none is yes and one is not known', { any: [UNDER_18, IRAQI] }, born(null, 'MEX'), '2018-01-01', 'unknown', ['person.birthDate']],
  ['not: what is not known stays so', { not: UNDER_18 }, born(null), '2018-01-01', 'unknown', ['person.birthDate']],
  ['not: no is yes', { not: IRAQI }, born(null, 'MEX'), '2018-01-01', 'yes'],
];

test.each(CASES.map((each) => [each[0], each[3], each] as const))('%s (%s)', (_name, _on, [, who, given, on, is, missing = []]) => {
  const truth = ask(who, given, on);
  expect({ is: truth.is, missing: truth.missing }).toEqual({ is, missing });
  expect(truth.because().length).toBeGreaterThan(0);
});

test.each<[string, Record<string, unknown>[], string, string]>([
  ['who came after the first had left', [ENTERED('2026-07-01'), ENDED('2026-08-01'), ENTERED('2026-08-05')], '2026-08-05', 'counsel-of-record-entered on 2026-08-05 (events[2]).'],
  ['who came before the first left: since the first there was always one', [ENTERED('2026-07-01'), ENTERED('2026-07-05'), ENDED('2026-08-01')], '2026-08-05', 'counsel-of-record-entered on 2026-07-01 (events[0]).'],
  ['of whom nobody is left', [ENTERED('2026-07-01'), ENDED('2026-08-01')], '2026-08-01', 'No counsel-of-record-entered is on file by then that was not ended by counsel-of-record-ended (events).'],
])('names counsel of record %s', (_name, events, on, sentence) => expect(ask(COUNSEL, { events }, on).because()).toEqual([sentence]));

test('the place of an event is that of its own day, whatever came later', () => {
  const moved = { stints: [held('2018-01-10', '2018-02-01'), held('2018-02-01', null, null, 'STWRTGA')] };
  expect(ask({ heldAt: { facilities: ['CALHOMI'] } }, moved, '2018-06-01', '2018-01-31').is).toBe('yes');
});

describe('what may change names its day', () => {
  const stints = fc.array(fc.record({ start: fc.integer({ min: 0, max: 60 }), days: fc.option(fc.integer({ min: 0, max: 30 })) }), { maxLength: 3 });
  const someone = fc.record({
    stints, birth: fc.integer({ min: -30, max: 90 }), reopened: fc.option(fc.integer({ min: 0, max: 90 })), finalOn: fc.integer({ min: -10, max: 90 }), member: fc.integer({ min: 0, max: 90 }),
  });
  const day = (n: number) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10);
  const PREDICATES: readonly Predicate[] = [
    UNDER_18, { finalOrder: { from: day(20), to: day(40) } }, { orderFinal: true }, { orderEvent: ['reopened'] }, { held: true }, { heldFor: 12 },
    { heldAt: { facilities: ['CALHOMI'] } }, { heldBy: ['ice'] }, { hasBeenOrWillBeHeld: true }, { member: 'hamama-primary' },
    { heldAt: { standards: ['nds-2019'] } }, COUNSEL,
  ];

  test('stepping day by day, no answer differs before a day that was named', () => {
    fc.assert(fc.property(fc.constantFrom(...PREDICATES), someone, fc.integer({ min: 0, max: 80 }), (who, { stints: rows, birth, reopened: undone, finalOn: final, member }, on) => {
      const given = {
        person: { citizenship: 'IRQ', birthDate: `2000${day(birth < 0 ? 0 : birth).slice(4)}` },
        stints: rows.map(({ start, days }) => ({
          ...held(day(start), days === null ? null : day(start + days), days === null ? null : 'bond'),
          standards: [{ standard: 'nds-2019', from: day(15), to: day(member) }].filter(() => member > 15),
        })),
        events: [ENTERED(day(member)), ENDED(day(member + 7))],
        removalOrders: [finalOn(day(final), { events: undone === null ? [] : [event('reopened', day(undone))] })],
        memberships: [{ class: 'hamama-primary', from: day(member), to: null }],
      };
      const now = ask(who, given, day(on));
      const next = Math.min(...now.changes);
      for (let later = on + 1; later < on + 40; later++) {
        if (parseDay(day(later)) >= next) return;
        expect(ask(who, given, day(later)).is).toBe(now.is);
      }
    }), { numRuns: 500 });
  });
});
