import fc from 'fast-check';
import { FINDING_RESULTS, type FindingResult } from '../law/answer.js';
import { addDays, type Day, parseDay } from '../law/calendar/day.js';
import type { Finding } from '../law/evaluation.js';
import { cameLate, passedOn, type Said, turnedRound, undone } from './late-facts.js';

const TODAY = parseDay('2026-11-24');
const DUE = parseDay('2026-11-02');
const LOOKED = parseDay('2026-11-10');

const aDeadline = (overrides: Partial<Finding> = {}): Finding => ({ check: 'deadline', result: 'met', on: DUE, day: null, answeredOn: null, ...overrides }) as Finding;
const saying = (on: Said['on'], ...changesOn: Day[]): Said => ({ on, changesAfter: (day) => changesOn.find((each) => each > day) ?? null });
/** A file by which a duty of a day is met from the day after on. */
const missed = (on: Day): Said => saying((day) => aDeadline({ on, result: day > on ? 'met' : 'approaching' }));
const always = (overrides: Partial<Finding>): Said => saying(() => aDeadline(overrides));
const nothing: Said = saying(() => undefined);

describe('a finding that is met on 2026-11-24, of which nothing stood', () => {
  it.each([
    ['the last day of which the former evaluation stood', '2026-11-10', '2026-11-11'],
    ['the day after', '2026-11-11', null],
  ])('had its line on %s', (_when, on, passed) => {
    const line = parseDay(on);
    expect(passedOn(aDeadline({ on: line }), { asOf: LOOKED, through: LOOKED }, TODAY, missed(line))).toBe(passed === null ? null : parseDay(passed));
  });

  it.each<[string, Partial<Finding>, Said, string | null]>([
    ['a limit, which is reached on its day', { check: 'time-limit' }, always({}), '2026-11-02'],
    ['a duty, which is missed on the day after', {}, missed(DUE), '2026-11-03'],
    ['what was required before an event is judged when the event has come', { day: parseDay('2026-11-06') }, always({}), '2026-11-06'],
    ['a clause that had no force when its line passed', {}, always({ result: 'not-in-force', on: null }), null],
    ['a line that is not known', { on: null }, always({}), null],
  ])('%s', (_what, overrides, now, passed) => {
    expect(passedOn(aDeadline(overrides), { asOf: LOOKED, through: TODAY }, TODAY, now)).toBe(passed === null ? null : parseDay(passed));
  });

  it('is asked of no day that has not come', () => {
    expect(passedOn(aDeadline({ on: TODAY }), { asOf: LOOKED, through: TODAY }, TODAY, missed(TODAY))).toBeNull();
  });
});

describe('why it came', () => {
  const reasonOf = (then: Said, overrides: Partial<Finding> = {}, asOf = TODAY) =>
    cameLate({ asOf: LOOKED, through: asOf }, aDeadline(overrides), addDays(DUE, 1), asOf, then);

  it.each<[string, Said, Partial<Finding>, string | null]>([
    ['it had been answered', always({ result: 'not-met' }), {},
      'A fact came late, by which the deadline of 2026-11-02 was missed, where the file as it stood on 2026-11-10 said that it was not missed.'],
    ['a limit had been answered', always({ result: 'not-met' }), { check: 'time-limit' },
      'A fact came late, by which the line of 2026-11-02 was crossed, where the file as it stood on 2026-11-10 said that it was not crossed.'],
    ['conduct had been allowed', always({ result: 'not-met' }), { check: 'forbidden-content' },
      'A fact came late, by which what happened on 2026-11-02 was forbidden, where the file as it stood on 2026-11-10 said that it was not forbidden.'],
    ['it was due later by a trigger that was corrected', always({ result: 'not-met', on: parseDay('2027-01-15') }), {},
      'A fact came late, by which the deadline of 2026-11-02 was missed, where the file as it stood on 2026-11-10 said that it was still to come.'],
    ['it was due later by that file, and done by the day on which the file stood', always({ result: 'not-met', on: LOOKED, answeredOn: DUE }), {},
      'A fact came late, by which the deadline of 2026-11-02 was missed, where the file as it stood on 2026-11-10 said that it was not missed.'],
    ['it was due later by that file, until what was due fell', saying((day) => aDeadline({ result: 'not-met', on: day < LOOKED ? parseDay('2027-01-15') : null })), {},
      'A fact came late, by which the deadline of 2026-11-02 was missed; the file as it stood on 2026-11-10 raised nothing of it.'],
    ['nobody could tell on the day on which the file stood', saying((day) => aDeadline({ result: day < LOOKED ? 'not-met' : 'unknown' })), {}, null],
    ['its event is new', nothing, {}, 'A fact came late, by which the deadline of 2026-11-02 was missed; the file as it stood on 2026-11-10 raised nothing of it.'],
    ['nothing was asked of somebody at liberty', always({ result: 'not-met', on: null }), {}, 'A fact came late, by which the deadline of 2026-11-02 was missed; the file as it stood on 2026-11-10 raised nothing of it.'],
    ['it was met by the former file too: no fact did it', always({}), {}, null],
    ['a fact was missing', always({ result: 'unknown', on: null }), {}, null],
    ['courts differed', always({ result: 'contested' }), {}, null],
  ])('%s', (_why, then, overrides, reason) => expect(reasonOf(then, overrides)).toBe(reason));

  it.each<[string, Said, boolean]>([
    ['an answer that falls on the day of the line', always({ result: 'not-met' }), true],
    ['a new event on its own day', nothing, false],
    ['a line that comes to lie on the day', always({ result: 'not-met', on: addDays(DUE, 30) }), false],
  ])('%s is late: %s', (_what, then, late) => {
    expect(cameLate({ asOf: DUE, through: DUE }, aDeadline({ check: 'time-limit' }), DUE, DUE, then) !== null).toBe(late);
  });

  it('is said of no finding whose line lay ahead, nor where both files say the same', () => {
    const anyDay = fc.integer({ min: -20, max: 20 }).map((days) => addDays(TODAY, days));
    fc.assert(fc.property(anyDay, anyDay, anyDay, fc.constantFrom<FindingResult>(...FINDING_RESULTS), (on, through, asOf, result) => {
      const now = saying((day) => aDeadline({ on, result: day > on ? 'met' : result }));
      const passed = passedOn(aDeadline({ on }), { asOf: through, through }, asOf, now);
      if (passed === null) return;
      expect(on <= through && passed <= asOf && passed - on <= 1).toBe(true);
      expect(cameLate({ asOf: through, through }, aDeadline({ on }), passed, asOf, now)).toBeNull();
    }));
  });
});

describe('what stood as missed, by a deadline of 2026-11-02', () => {
  const former = { result: 'met' as const, on: DUE, asOf: LOOKED, through: TODAY };
  const released = saying((day) => (day > DUE ? aDeadline({ result: 'not-met', on: null }) : aDeadline({ result: 'approaching' })));
  const [HELD, LEFT] = [parseDay('2026-11-05'), parseDay('2026-11-07')];
  const heldForAWhile = saying((day) => (day >= HELD && day < LEFT ? aDeadline() : aDeadline({ result: 'not-met', on: null })), HELD, LEFT);
  const NOT_MISSED = 'a fact came late, by which the deadline of 2026-11-02 was not missed, where the file as it stood on 2026-11-10 said that it was missed';

  it.each<[string, Partial<Finding>, Said, boolean]>([
    ['a trigger was corrected, so that it is still to come', { result: 'approaching', on: addDays(TODAY, 1) }, missed(addDays(TODAY, 1)), true],
    ['there is no order after all', { result: 'not-met', on: null }, always({ result: 'not-met', on: null }), true],
    ['it was extended after it was missed', { result: 'not-met', on: addDays(TODAY, 1) }, missed(DUE), false],
    ['the person was released on the day after', { result: 'not-met', on: null }, released, false],
    ['the person was held past it for a while, and released before anybody said so', { result: 'not-met', on: null }, heldForAWhile, false],
    ['nobody can tell any more', { result: 'unknown', on: null }, nothing, false],
  ])('%s: %j', (_why, finding, now, said) => {
    expect(turnedRound(former, aDeadline(finding), TODAY, now)).toBe(said ? NOT_MISSED : null);
  });

  it.each<[string, Day, string | null]>([
    ['on its day, on which nothing is late', DUE, null],
    ['on the day after', addDays(DUE, 1), 'a fact came late, by which the deadline of 2026-11-02 was kept, where the file as it stood on 2026-11-02 said that it was missed'],
  ])('and was owed at once: that it was done on that day is told %s', (_when, asOf, said) => {
    expect(turnedRound({ ...former, asOf: DUE }, aDeadline({ result: 'not-met', answeredOn: DUE }), asOf, always({ result: 'not-met', answeredOn: DUE }))).toBe(said);
  });

  it.each<[string, Said, boolean]>([
    ['its event was withdrawn', nothing, true],
    ['the clause applied on its day', missed(DUE), false],
    ['the clause applied until its day, and nothing was done', saying((day) => (day <= DUE ? aDeadline({ result: 'approaching' }) : undefined)), false],
    ['whether it applied is not known', always({ result: 'unknown', on: null }), false],
  ])('is closed: %s', (_why, now, said) => {
    expect(undone(former, TODAY, now) !== null).toBe(said);
  });
});

describe('what stood as not missed on 2026-11-10, and is met on 2026-11-24 with a line of 2026-11-02', () => {
  const since = (day: Day): Said => saying((on) => aDeadline({ result: on >= day ? 'met' : 'contested' }));

  it.each<[string, Day | null, Said, boolean]>([
    ['was kept, and by the file as it is was missed by then', DUE, since(LOOKED), true],
    ['was kept, and by the file as it is was missed only on the day after', DUE, since(addDays(LOOKED, 1)), false],
    ['was to come, and by the file as it is was missed by then', addDays(TODAY, 1), since(LOOKED), true],
    ['was to come, and by the file as it is was missed only on the day after', addDays(TODAY, 1), since(addDays(LOOKED, 1)), false],
  ])('%s', (_what, on, now, said) => {
    expect(turnedRound({ result: 'not-met', on, asOf: LOOKED, through: TODAY }, aDeadline(), TODAY, now) !== null).toBe(said);
  });
});
