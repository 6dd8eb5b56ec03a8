import fc from 'fast-check';
import type { FindingResult } from '../law/answer.js';
import { FINDING_RESULTS } from '../law/answer.js';
import { addDays, type Day, formatDay, parseDay } from '../law/calendar/day.js';
import type { Count, Evaluation, Finding } from '../law/evaluation.js';
import { type LastEvaluation, type LedgerRow, ledgerWrites, type LedgerWrites, storedReadings, type Written } from './ledger.js';

const TODAY = parseDay('2026-11-24');
const LINE = parseDay('2026-12-01');

const aCount = (days: number | null, running: boolean): Count =>
  ({ id: 'post-order.current-stay', days, running, policy: 'post-order.current-stay' }) as Count;

const aFinding = (overrides: Partial<Finding> = {}): Finding => ({
  authority: 'zadvydas-v-davis', clause: 'six-months', event: null, result: 'approaching', on: LINE, day: null, answeredOn: null,
  citation: '533 U.S. 678, 701 (2001)', grade: 'V2', unverified: false, weight: 1, policy: 'post-order.current-stay',
  count: aCount(176, true), check: 'time-limit', forceOn: TODAY, readings: [], missing: [], because: () => ['a reason.'], ...overrides,
});

const anEvaluation = (asOf: Day, findings: Finding[], lawVersion = 'law-1'): Evaluation => ({ asOf, lawVersion, findings }) as unknown as Evaluation;

const review = (evaluation: Evaluation, factsChanged = false, factIdAt = (path: string) => path, before: LastEvaluation | null = null, stillMet = true) =>
  ({ evaluation, before, factsChanged, factIdAt, said: () => ({ on: () => (stillMet ? aFinding({ result: 'met' }) : undefined), changesAfter: () => null }) });
const evaluatedBy = (lawVersion: string, nextChangeOn: Day | null): LastEvaluation => ({ lawVersion, nextChangeOn, asOf: TODAY, evaluatedAt: new Date('2026-11-24T06:00:00Z') });
const reviewAfter = (before: LastEvaluation, evaluation: Evaluation, factsChanged: boolean) => review(evaluation, factsChanged, undefined, before);

let ids = 0;
const rowOf = ({ finding, eventKey }: Written, { asOf }: Evaluation): LedgerRow => ({
  id: `row-${(ids += 1)}`, authority: finding.authority, clause: finding.clause, eventKey, result: finding.result, on: finding.on,
  policy: finding.policy, citation: finding.citation, grade: finding.grade, unverified: finding.unverified,
  countDays: finding.count?.days ?? null, countRunning: finding.count?.running ?? false, asOf,
  missing: [...finding.missing], readings: storedReadings(finding.readings),
});

/** The rows that stand after an evaluation of somebody about whom nothing stood. */
function standingAfter(evaluation: Evaluation): LedgerRow[] {
  return ledgerWrites([], review(evaluation)).opened.map((opened) => rowOf(opened, evaluation));
}

describe('a clause that nothing stands about', () => {
  it.each([
    ['met', 1], ['approaching', 1], ['unknown', 1], ['contested', 1], ['not-met', 0], ['not-in-force', 0],
  ] as const)('when it is %s, opens %i', (result, opened) => {
    const writes = ledgerWrites([], review(anEvaluation(TODAY, [aFinding({ result })])));
    expect(writes.opened).toHaveLength(opened);
    expect(writes.succeeded).toHaveLength(0);
    expect(writes.closed).toHaveLength(0);
  });
});

describe('a finding that approaches, with a line on 2026-12-01 and a count of 176 days on 2026-11-24', () => {
  const standing = standingAfter(anEvaluation(TODAY, [aFinding()]));
  const next = (asOf: Day, overrides: Partial<Finding>, { factsChanged = false, lawVersion = 'law-1', lastBy = 'law-1' } = {}) =>
    ledgerWrites(standing, reviewAfter(evaluatedBy(lastBy, LINE), anEvaluation(asOf, [aFinding(overrides)], lawVersion), factsChanged));

  it('the same day again: nothing is written', () => {
    expect(next(TODAY, {})).toEqual({ opened: [], succeeded: [], closed: [] });
  });

  it('the day before the line, the count has grown as foretold: nothing is written', () => {
    expect(next(addDays(LINE, -1), { count: aCount(182, true) })).toEqual({ opened: [], succeeded: [], closed: [] });
  });

  it('the day of the line, it is met: succeeded because days passed, and an acknowledgement does not stay', () => {
    const [succeeded] = next(LINE, { result: 'met', count: aCount(183, true) }).succeeded;
    expect(succeeded).toMatchObject({ keepsReview: false, reason: 'Days passed from 2026-11-24 to 2026-12-01: the result went from approaching to met.' });
  });

  it('the day of the line, with a fact changed meanwhile that changes nothing else: the day is the cause', () => {
    expect(next(LINE, { result: 'met', count: aCount(183, true) }, { factsChanged: true }).succeeded[0].reason).toMatch(/^Days passed/);
  });

  it('a day later, what approached is answered by a fact: the fact is the cause, and without one the day that was set ahead', () => {
    const answered = { result: 'not-met' as const, count: aCount(177, true) };
    expect(next(addDays(TODAY, 1), answered, { factsChanged: true }).succeeded[0].reason).toMatch(/^Facts on file changed: the result went from approaching to not-met/);
    expect(next(addDays(TODAY, 1), answered).succeeded[0].reason).toMatch(/^Days passed/);
  });

  it.each([
    ['the line had passed when it was last looked at: it is missed after all', addDays(TODAY, -1), /^Facts on file changed/],
    ['the line was that day, and was answered: else it would have been met', TODAY, /^Facts on file changed/],
    ['the line was the day after: days did it', addDays(TODAY, 1), /^Days passed/],
  ])('nothing was asked, and a day later it is met: %s', (_when, line, reason) => {
    const inTime = [{ ...standing[0], result: 'not-met' as const, on: line }];
    const missed = anEvaluation(addDays(TODAY, 1), [aFinding({ result: 'met', on: line, count: aCount(177, true) })]);
    expect(ledgerWrites(inTime, reviewAfter(evaluatedBy('law-1', addDays(TODAY, 1)), missed, true)).succeeded[0].reason).toMatch(reason);
  });

  it('a law that had changed before, and changed nothing of it, is not named as the cause', () => {
    const [succeeded] = next(LINE, { result: 'met', count: aCount(183, true) }, { lawVersion: 'law-2', lastBy: 'law-2' }).succeeded;
    expect(succeeded.reason).toBe('Days passed from 2026-11-24 to 2026-12-01: the result went from approaching to met.');
  });

  it('a fact moves the line by a day: succeeded because facts changed, and an acknowledgement stays', () => {
    const [succeeded] = next(TODAY, { on: addDays(LINE, 1), count: aCount(175, true) }, { factsChanged: true }).succeeded;
    expect(succeeded).toMatchObject({ keepsReview: true });
    expect(succeeded.reason).toBe('Facts on file changed: the day of the line went from 2026-12-01 to 2026-12-02; '
      + 'the count is 175 days, where 176 days would have followed from before.');
  });

  it('the person is released, so that the count stands still: it is written, though the result is the same', () => {
    expect(next(TODAY, { count: aCount(176, false) }, { factsChanged: true }).succeeded[0]).toMatchObject({ keepsReview: true });
  });

  it('it is not met any more: followed, not dropped', () => {
    expect(next(TODAY, { result: 'not-met', on: null }, { factsChanged: true }).succeeded[0].finding.result).toBe('not-met');
  });

  it('another version of the law says the same: nothing is written', () => {
    expect(next(TODAY, {}, { lawVersion: 'law-2' }).succeeded).toHaveLength(0);
  });

  it('another version of the law takes the clause out of force: the reason says which law and since when', () => {
    const [succeeded] = next(TODAY, { result: 'not-in-force', because: () => ['Vacated on 2026-11-20 by the court of appeals.'] }, { lawVersion: 'law-2' }).succeeded;
    expect(succeeded.reason).toBe('The law as computed changed (version law-1 to law-2): the result went from approaching '
      + 'to not-in-force (Vacated on 2026-11-20 by the court of appeals).');
  });

  it('the office changed its own law: the reason says so', () => {
    const [succeeded] = next(TODAY, { result: 'met' }, { lawVersion: 'law-1+1' }).succeeded;
    expect(succeeded.reason).toMatch(/^An order of the office or a verification changed \(version law-1 to law-1\+1\): the result went from approaching to met/);
  });

  it('the clause no longer applies to the person: closed with the reason, and nothing takes its place', () => {
    const writes = ledgerWrites(standing, review(anEvaluation(TODAY, []), true));
    expect(writes.closed).toEqual([{ previous: standing[0], reason: 'Facts on file changed: this clause no longer applies to this person.' }]);
  });
});

describe('a fact that came late, on 2026-11-24, after an answer of 2026-11-10', () => {
  const BEFORE = parseDay('2026-11-10');
  const DUE = parseDay('2026-11-02');
  const deadline = (overrides: Partial<Finding>) => aFinding({ clause: 'review-90-day', check: 'deadline', on: DUE, count: null, policy: 'removal-period', ...overrides });
  /** What the superseding reason says of a finding that was open once, whatever it says by now. */
  interface How { factsChanged?: boolean; lawVersion?: string; lastBy?: string; nextChangeOn?: Day | null }
  const reasonOf = (before: Finding, now: Finding, { factsChanged = true, lawVersion = 'law-1', lastBy = 'law-1', nextChangeOn = addDays(BEFORE, 1) }: How = {}) => {
    const evaluation = anEvaluation(BEFORE, [before]);
    const row = rowOf({ finding: before, eventKey: '' }, evaluation);
    return ledgerWrites([row], reviewAfter(evaluatedBy(lastBy, nextChangeOn), anEvaluation(TODAY, [now], lawVersion), factsChanged)).succeeded[0].reason;
  };

  it('a deadline that stood as kept was missed', () => {
    expect(reasonOf(deadline({ result: 'not-met' }), deadline({ result: 'met' }))).toBe('Facts on file changed: the result went from not-met to met; '
      + 'a fact came late, by which the deadline of 2026-11-02 was missed, where the file as it stood on 2026-11-10 said that it was not missed.');
  });

  it.each(['2026-11-01', '2026-11-02'])('a deadline of 2026-11-02 that stood as missed was kept, on %s', (done) => {
    expect(reasonOf(deadline({ result: 'met' }), deadline({ result: 'not-met', answeredOn: parseDay(done) }))).toBe('Facts on file changed: the result went from met to not-met; '
      + 'a fact came late, by which the deadline of 2026-11-02 was kept, where the file as it stood on 2026-11-10 said that it was missed.');
  });

  it.each([
    ['the day before that answer: it had passed already', '2026-11-09', true],
    ['the day of that answer, on which it was still to come', '2026-11-10', false],
    ['the day after', '2026-11-11', false],
  ])('a deadline that was to come on 2026-11-30 fell on %s', (_when, on, late) => {
    const reason = reasonOf(deadline({ result: 'approaching', on: parseDay('2026-11-30') }), deadline({ result: 'met', on: parseDay(on) }));
    expect(reason.includes('said that it was still to come')).toBe(late);
    expect(reason).toContain(`the day of the line went from 2026-11-30 to ${on}`);
  });

  it.each([
    ['the day of that answer', '2026-11-10', true],
    ['the day after it, which nobody had answered yet', '2026-11-11', false],
  ])('conduct of %s that stood as allowed was forbidden', (_when, on, late) => {
    const contact = (result: FindingResult) => deadline({ clause: 'ham-c4', check: 'forbidden-content', policy: 'contact', on: parseDay(on), result });
    expect(reasonOf(contact('not-met'), contact('met')).includes(`what happened on ${on} was forbidden`)).toBe(late);
  });

  it.each<[string, Day | null, string, RegExp]>([
    ['and days alone changed nothing since', null, '2026-11-23', /^Facts on file changed: .* by which the deadline of 2026-11-23 was missed, where the file as it stood on 2026-11-23 said that it was not missed/],
    ['and days alone changed nothing until today', TODAY, '2026-11-23', /^Facts on file changed: .*was missed/],
    ['and days alone may have changed it on the day of the deadline', parseDay('2026-11-23'), '2026-11-23', /^Days passed from 2026-11-10 to 2026-11-24 and facts on file changed: the result went from not-met to met\.$/],
  ])('a deadline was answered before it came, %s, and the answer falls when it is past', (_when, nextChangeOn, on, reason) => {
    const due = { on: parseDay(on) };
    expect(reasonOf(deadline({ ...due, result: 'not-met' }), deadline({ ...due, result: 'met' }), { nextChangeOn })).toMatch(reason);
  });

  it('is said also where the law had changed since the finding was written, and changed nothing of it', () => {
    expect(reasonOf(deadline({ result: 'not-met' }), deadline({ result: 'met' }), { lawVersion: 'law-1+1', lastBy: 'law-1+1' }))
      .toMatch(/^Facts on file changed: .*a fact came late, by which the deadline of 2026-11-02 was missed/);
  });

  it('a limit that stood as crossed had been answered in time', () => {
    expect(reasonOf(deadline({ check: 'time-limit', result: 'met' }), deadline({ check: 'time-limit', result: 'not-met', answeredOn: DUE })))
      .toContain('the line of 2026-11-02 was answered in time, where the file as it stood on 2026-11-10 said that it was crossed');
  });

  it.each([[false, 'law-1', true], [true, 'law-1', false], [false, 'law-2', false]])('what stood as missed is closed (still met as of its day: %s, by %s): says that it never was: %s', (stillMet, law, said) => {
    const [row] = standingAfter(anEvaluation(BEFORE, [deadline({ result: 'met' })]));
    const [{ reason }] = ledgerWrites([row], review(anEvaluation(TODAY, [], law), true, undefined, evaluatedBy('law-1', null), stillMet)).closed;
    expect(reason.includes('; a fact came late, by which what was met on 2026-11-02 in the file as it stood on 2026-11-10 never was.')).toBe(said);
  });

  it.each<[string, Finding, Finding, { factsChanged?: boolean; lawVersion?: string }]>([
    ['the person is at liberty, so that there is no line', deadline({ result: 'met' }), deadline({ result: 'not-met', on: null }), {}],
    ['what was owed was done, a day late', deadline({ result: 'met' }), deadline({ result: 'not-met', answeredOn: addDays(DUE, 1) }), {}],
    ['the deadline does not concern the stay that began after it', deadline({ result: 'met' }), deadline({ result: 'not-met' }), {}],
    ['somebody at liberty is held again, past a line that was crossed before', deadline({ result: 'not-met', on: null }), deadline({ result: 'met' }), {}],
    ['the line has moved into the future', deadline({ result: 'met' }), deadline({ result: 'not-met', on: addDays(TODAY, 1) }), {}],
    ['no fact changed', deadline({ result: 'not-met' }), deadline({ result: 'met' }), { factsChanged: false }],
    ['the law changed too', deadline({ result: 'not-met' }), deadline({ result: 'met' }), { lawVersion: 'law-2' }],
    ['the clause had no force, and nothing was kept', deadline({ result: 'not-in-force' }), deadline({ result: 'met' }), {}],
  ])('is not said where %s', (_why, before, now, how) => expect(reasonOf(before, now, how)).not.toContain('came late'));
});

describe('a clause that judges events', () => {
  const byId = (...factIds: string[]) => (path: string) => factIds[Number(/\d+/.exec(path)![0])];
  const judged = (place: number, overrides: Partial<Finding> = {}) => aFinding({ clause: 'acknowledgement', event: `events[${place}]`, count: null, result: 'met', ...overrides });
  const evaluation = anEvaluation(TODAY, [judged(0)]);
  const standing = ledgerWrites([], review(evaluation, false, byId('request-of-may'))).opened.map((opened) => rowOf(opened, evaluation));

  it('an earlier event is recorded, so that the judged one moves down the list: its finding stands, and one is opened', () => {
    const writes = ledgerWrites(standing, review(anEvaluation(TODAY, [judged(0), judged(1)]), true, byId('request-of-april', 'request-of-may')));
    expect(writes.opened.map(({ eventKey }) => eventKey)).toEqual(['request-of-april']);
    expect(writes.succeeded).toHaveLength(0);
    expect(writes.closed).toHaveLength(0);
  });

  it('the event is withdrawn: its finding is closed', () => {
    expect(ledgerWrites(standing, review(anEvaluation(TODAY, []), true)).closed[0].reason)
      .toBe('Facts on file changed: the event that this clause judged no longer stands in the file.');
  });
});

describe('readings', () => {
  const reading = (days: number, result: FindingResult = 'contested') => ({ policy: 'from-finality', citation: 'a court', days, on: LINE, result });
  const standing = standingAfter(anEvaluation(TODAY, [aFinding({ result: 'contested', readings: [reading(176)] })]));
  const next = (days: number, result: FindingResult) => ledgerWrites(standing, review(anEvaluation(addDays(TODAY, 1),
    [aFinding({ result: 'contested', readings: [reading(days, result)], count: aCount(177, true) })])));

  it('a day later, of which only the days have grown: nothing is written', () => expect(next(177, 'contested').succeeded).toHaveLength(0));
  it('a day later, of which one is met: succeeded', () => expect(next(177, 'met').succeeded).toHaveLength(1));
});

describe('whatever evaluations follow one another', () => {
  const anyFinding = fc.record({
    clause: fc.constantFrom('six-months', 'review-90-day', 'review-180-day'),
    event: fc.constantFrom(null, 'events[0]', 'events[1]'),
    result: fc.constantFrom(...FINDING_RESULTS),
    on: fc.option(fc.integer({ min: 0, max: 20 }).map((days) => addDays(TODAY, days)), { nil: null }),
    missing: fc.constantFrom([], ['removalOrders']),
    count: fc.option(fc.record({ days: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }), running: fc.boolean() })
      .map(({ days, running }) => aCount(days, running)), { nil: null }),
  }).map((overrides) => aFinding(overrides));
  const anyEvaluation = fc.record({
    findings: fc.uniqueArray(anyFinding, { selector: (f) => `${f.clause} ${f.event}`, maxLength: 6 }),
    daysLater: fc.integer({ min: 0, max: 40 }),
    law: fc.constantFrom('law-1', 'law-2'),
    factsChanged: fc.boolean(),
  });

  it('one row stands for a clause, it says what the law says, no row is lost, and the same again writes nothing', () => {
    fc.assert(fc.property(fc.array(anyEvaluation, { minLength: 1, maxLength: 8 }), (evaluations) => {
      const rows = new Map<string, LedgerRow>();
      let asOf = TODAY;
      let last: LastEvaluation | null = null;
      for (const { findings, daysLater, law, factsChanged } of evaluations) {
        asOf = addDays(asOf, daysLater);
        const evaluation = anEvaluation(asOf, findings, law);
        const before = new Set(rows.keys());
        const writes = ledgerWrites([...rows.values()], review(evaluation, factsChanged, undefined, last));
        last = evaluatedBy(law, addDays(asOf, 1));
        apply(rows, writes, evaluation);

        for (const id of before) expect(rows.has(id) || endedIn(writes).includes(id)).toBe(true);
        for (const finding of findings) expectToStand(rows, finding, evaluation);
        expect(rows.size).toBeLessThanOrEqual(findings.length);
        const again = ledgerWrites([...rows.values()], reviewAfter(last, evaluation, factsChanged));
        expect(again).toEqual({ opened: [], succeeded: [], closed: [] });
      }
    }));
  });

  function apply(rows: Map<string, LedgerRow>, { opened, succeeded, closed }: LedgerWrites, evaluation: Evaluation): void {
    for (const { previous, reason } of [...succeeded, ...closed]) {
      expect(reason).toMatch(/^[A-Z].+: .+\.$/s);
      expect(rows.delete(previous.id)).toBe(true); // what ends stood, and ends once
    }
    for (const one of succeeded) expect(one.keepsReview).toBe(one.previous.result === one.finding.result);
    for (const one of [...opened, ...succeeded]) {
      const row = rowOf(one, evaluation);
      rows.set(row.id, row);
    }
  }

  const endedIn = ({ succeeded, closed }: LedgerWrites) => [...succeeded, ...closed].map(({ previous }) => previous.id);

  function expectToStand(rows: Map<string, LedgerRow>, finding: Finding, evaluation: Evaluation): void {
    const standing = [...rows.values()].filter(({ clause, eventKey }) => clause === finding.clause && eventKey === (finding.event ?? ''));
    const opens = finding.result !== 'not-met' && finding.result !== 'not-in-force';
    if (standing.length === 0 && !opens) return;
    expect(standing).toHaveLength(1);
    const [row] = standing;
    const days = row.countDays !== null && row.countRunning ? row.countDays + evaluation.asOf - row.asOf : row.countDays;
    expect({ result: row.result, on: row.on, days }).toEqual({ result: finding.result, on: finding.on, days: finding.count?.days ?? null });
    expect(formatDay(row.asOf) <= formatDay(evaluation.asOf)).toBe(true);
  }
});
