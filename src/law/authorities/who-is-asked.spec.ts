import fc from 'fast-check';
import { answerOf, evaluate } from '../evaluate.js';
import { readFacts } from '../facts-json.js';

/** Orders for a few, of whom each file has a sign: a birth date, a finding, an event, a membership. */
const FOR_A_FEW = new Set([
  'flores-settlement', '8-usc-1232', 'castanon-nava-v-dhs', 'pablo-sequen-v-albarran', '8-cfr-287.7', 'gonzalez-v-ice', 'padilla-v-ice',
  'franco-gonzalez-v-holder', 'orantes-hernandez', 'lyon-v-ice', 'fraihat-v-ice', 'gomez-ruiz-v-ice',
]);

const day = (from: string, to: string) => fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const notKnownOrNone = fc.constantFrom(null, []);

const somebody = fc.record({
  asOf: day('2015-01-01', '2026-11-24'),
  person: fc.record({ citizenship: fc.constantFrom(null, 'SLV', 'IRQ', 'MEX'), birthDate: fc.option(day('1950-01-01', '1996-12-31')) }),
  stints: fc.array(fc.record({
    facility: fc.constantFrom(null, 'CACTYCA', 'CALHOMI'), state: fc.constantFrom(null, 'CA', 'IL', 'MI'),
    custodian: fc.constantFrom('ice', 'county-for-ice', 'cbp'), from: day('2014-01-01', '2026-11-24'), to: fc.constant(null), endedBy: fc.constant(null),
  }), { maxLength: 2 }),
  removalOrders: notKnownOrNone, memberships: notKnownOrNone, events: notKnownOrNone, contacts: notKnownOrNone,
});

test('an adult, or somebody without a birth date, on whose file nothing else stands is asked about no order for a few', () => {
  fc.assert(fc.property(somebody, (given) => {
    const { facts, asOf } = readFacts(given, () => null);
    const { findings } = answerOf(evaluate(facts, asOf));
    expect(findings.filter(({ authority }) => FOR_A_FEW.has(authority))).toEqual([]);
  }));
});

test('somebody born less than eighteen years ago is asked about Flores, whatever else is not known', () => {
  fc.assert(fc.property(somebody, day('2009-01-01', '2013-12-31'), (given, birthDate) => {
    const { facts, asOf } = readFacts({ ...given, person: { ...given.person, birthDate } }, () => null);
    const { findings } = answerOf(evaluate(facts, asOf));
    expect(findings.filter(({ authority }) => authority === 'flores-settlement').map(({ clause }) => clause)).toEqual(['licensed-program']);
  }));
});
