import { event, held, type Example } from './example.js';

const bornOn = (birthDate: string | null, more: Record<string, unknown> = {}) => ({ person: { citizenship: null, birthDate }, stints: [held('2025-03-03')], ...more });
const CHILD = '2010-06-01';
const DETERMINED = event('unaccompanied-child-determined', '2025-03-03');
const placed = (on: string) => ({ events: [event('licensed-program-placement', on)] });
const program = (then: Record<string, unknown> | null) => ({ clauses: { 'licensed-program': then } });
const adults = (left: string, birthDate = CHILD) => bornOn(birthDate, {
  events: [{ kind: 'held-with-unrelated-adults', at: '2025-03-03T10:00:00-05:00' }, { kind: 'separated-from-unrelated-adults', at: left }],
});
const apart = (then: Record<string, unknown> | null) => ({ clauses: { 'unrelated-adults@events[0]': then } });

/** Flores: a licensed program within three to five days, no unrelated adults for more than a day. */
export const floresExamples: readonly Example[] = [
  { name: 'the second day', given: bornOn(CHILD), on: '2025-03-05', then: program({ result: 'not-met', on: '2025-03-08', policy: 'custody.current-stay' }) },
  { name: 'the third day: the limit, where there is a bed in the district', given: bornOn(CHILD), on: '2025-03-06', then: program({ result: 'approaching' }) },
  { name: 'the fourth day', given: bornOn(CHILD), on: '2025-03-07', then: program({ result: 'approaching' }) },
  { name: 'the fifth day', given: bornOn(CHILD), on: '2025-03-08', then: program({ result: 'met', on: '2025-03-08' }) },
  { name: 'the sixth day', given: bornOn(CHILD), on: '2025-03-09', then: program({ result: 'met', on: '2025-03-08' }) },
  { name: 'placed on the fifth day', given: bornOn(CHILD, placed('2025-03-08')), on: '2025-03-10', then: program({ result: 'not-met' }) },
  { name: 'placed on the sixth', given: bornOn(CHILD, placed('2025-03-09')), on: '2025-03-10', then: program({ result: 'met' }) },
  { name: 'whether placed is not known, and does not matter yet', given: bornOn(CHILD, { events: null }), on: '2025-03-05', then: program({ result: 'not-met' }) },
  { name: 'whether placed is not known', given: bornOn(CHILD, { events: null }), on: '2025-03-08', then: program({ result: 'unknown', missing: ['events'] }) },
  { name: 'handed over to the Office of Refugee Resettlement', given: bornOn(CHILD, { stints: [held('2025-03-03', '2025-03-05'), { ...held('2025-03-05'), custodian: 'orr' }] }), on: '2025-03-20', then: program({ result: 'not-met' }) },
  { name: 'the day before the eighteenth birthday', given: bornOn('2007-03-10'), on: '2025-03-09', then: { ...program({ result: 'met' }), nextChangeOn: '2025-03-10' } },
  { name: 'the eighteenth birthday', given: bornOn('2007-03-10'), on: '2025-03-10', then: program(null) },
  { name: 'no birth date, no sign of a child: not asked', given: bornOn(null), on: '2025-03-10', then: program(null) },
  { name: 'no birth date, and a determination that the child is unaccompanied', given: bornOn(null, { events: [DETERMINED] }), on: '2025-03-10', then: program({ result: 'unknown', missing: ['person.birthDate'] }) },
  { name: 'no birth date, and held by the Office of Refugee Resettlement', given: bornOn(null, { stints: [{ ...held('2025-03-03'), custodian: 'orr' }] }), on: '2025-03-10', then: program({ result: 'unknown', missing: ['person.birthDate'] }) },
  { name: 'an adult whom somebody took for a child', given: bornOn('1990-06-01', { events: [DETERMINED] }), on: '2025-03-10', then: program(null) },
  { name: 'no birth date, and a membership on file', given: bornOn(null, { memberships: [{ class: 'flores-settlement', from: '2025-03-03', to: null }] }), on: '2025-03-10', then: program({ result: 'met' }) },
  { name: 'the day before the settlement', given: bornOn('1985-06-01', { stints: [held('1997-01-01')] }), on: '1997-01-27', then: program({ result: 'not-in-force' }) },
  { name: 'the day of the settlement', given: bornOn('1985-06-01', { stints: [held('1997-01-01')] }), on: '1997-01-28', then: program({ result: 'met' }) },
  { name: 'twenty days are an average and no limit for one family', given: bornOn(CHILD), on: '2025-03-23', then: { clauses: { 'twenty-days': null } } },
  { name: 'with unrelated adults: a day exactly', given: adults('2025-03-04T10:00:00-05:00'), on: '2025-03-05', then: apart({ result: 'not-met' }) },
  { name: 'with unrelated adults: a minute more', given: adults('2025-03-04T10:01:00-05:00'), on: '2025-03-05', then: apart({ result: 'met', on: '2025-03-04' }) },
  { name: 'an adult among adults', given: adults('2025-03-04T10:01:00-05:00', '1990-06-01'), on: '2025-03-05', then: apart(null) },
];

const determined = (determinedAt: string, ...more: Record<string, unknown>[]) => ({ events: [{ kind: 'unaccompanied-child-determined', at: determinedAt }, ...more] });
const transferred = (at: string) => ({ kind: 'transferred-to-hhs', at });
const hours = (then: Record<string, unknown>) => ({ clauses: { 'seventy-two-hours@events[0]': then } });
const [MONDAY, FRIDAY] = ['2025-03-03T10:00:00-05:00', '2025-03-07T10:00:00-05:00'];

/** 8 U.S.C. § 1232(b)(3): 72 hours of the determination, weekends counted. */
export const unaccompaniedChildrenExamples: readonly Example[] = [
  { name: '72 hours exactly', given: determined(MONDAY, transferred('2025-03-06T10:00:00-05:00')), on: '2025-03-07', then: hours({ result: 'not-met' }) },
  { name: 'a minute more', given: determined(MONDAY, transferred('2025-03-06T10:01:00-05:00')), on: '2025-03-07', then: hours({ result: 'met', on: '2025-03-06' }) },
  { name: 'over a weekend on which clocks go forward, 72 hours exactly', given: determined(FRIDAY, transferred('2025-03-10T11:00:00-04:00')), on: '2025-03-11', then: hours({ result: 'not-met' }) },
  { name: 'over that weekend: a minute more', given: determined(FRIDAY, transferred('2025-03-10T11:01:00-04:00')), on: '2025-03-11', then: hours({ result: 'met' }) },
  { name: 'not transferred: the day before', given: determined(MONDAY), on: '2025-03-05', then: { ...hours({ result: 'not-met', on: '2025-03-06' }), nextChangeOn: '2025-03-06' } },
  { name: 'not transferred: the day', given: determined(MONDAY), on: '2025-03-06', then: hours({ result: 'met' }) },
  { name: 'with the Office of Refugee Resettlement since the second day', given: { ...determined(MONDAY), stints: [{ ...held('2025-03-05'), custodian: 'orr' }] }, on: '2025-03-20', then: hours({ result: 'not-met' }) },
  { name: 'with it since the third day, at an hour that is not known', given: { ...determined(MONDAY), stints: [{ ...held('2025-03-06'), custodian: 'orr' }] }, on: '2025-03-20', then: hours({ result: 'unknown', missing: ['events'] }) },
  { name: 'in the year in which it became law', given: determined('2008-06-02T10:00:00-04:00'), on: '2008-06-20', then: hours({ result: 'unknown', missing: ['seventy-two-hours.status'] }) },
  { name: 'in the year before', given: determined('2007-06-04T10:00:00-04:00'), on: '2008-06-20', then: hours({ result: 'not-in-force' }) },
];
