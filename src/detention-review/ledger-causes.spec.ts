import { addDays, type Day, parseDay } from '../law/calendar/day.js';
import type { Evaluation, Finding, Reading } from '../law/evaluation.js';
import type { LawNow } from './evaluator.js';
import { lateOpenings } from './late-openings.js';
import { type LedgerRow, ledgerWrites, type Review } from './ledger.js';

const BEFORE = parseDay('2026-11-10');
const TODAY = parseDay('2026-11-24');
const HAPPENED = parseDay('2026-11-02');

const LAW = { authority: 'hamama', clause: 'ham-c4', citation: 'an order', grade: 'V2', unverified: false, policy: 'contact', missing: [], readings: [] };
const NO_COUNT = { count: null, day: HAPPENED, answeredOn: null, weight: 1, forceOn: HAPPENED, because: () => ['a reason.'] };
const aContact = (overrides: Partial<Finding> = {}): Finding => ({ ...LAW, ...NO_COUNT, check: 'forbidden-content', event: 'contacts[0]', result: 'met', on: HAPPENED, ...overrides });
const itsRow = (overrides: Partial<LedgerRow> = {}): LedgerRow =>
  ({ ...LAW, id: 'row', eventKey: 'first-id', result: 'met', on: HAPPENED, countDays: null, countRunning: false, asOf: BEFORE, ...overrides });

/** Facts changed since 2026-11-10, and what the law says is this. */
const reviewOf = (finding: Finding, eventKey: string, nextChangeOn: Day | null): Review & { before: NonNullable<Review['before']> } => ({
  evaluation: { asOf: TODAY, lawVersion: 'law-1', findings: [finding] } as unknown as Evaluation, factIdAt: () => eventKey, factsChanged: true,
  before: { lawVersion: 'law-1', asOf: BEFORE, evaluatedAt: new Date('2026-11-10T06:00:00Z'), nextChangeOn },
  said: (about) => ({ on: () => (about.eventKey === eventKey ? finding : undefined), changesAfter: () => null }),
});

describe('a contact of 2026-11-02 that stood as forbidden is withdrawn, and one with another id is entered', () => {
  it.each<[string, Partial<Finding>, boolean]>([
    ['the same: it was, and came when it came', {}, false],
    ['of which nobody can tell: nor of the former one', { result: 'unknown' }, false],
    ['of which not even the line is known', { result: 'unknown', on: null }, false],
    ['of another day: the former never was, and this one came late', { on: addDays(HAPPENED, -1), day: addDays(HAPPENED, -1) }, true],
    ['of another clause', { clause: 'ham-c5' }, true],
  ])('%s', (_what, overrides, told) => {
    const finding = aContact(overrides);
    const review = reviewOf(finding, 'second-id', null);
    const writes = ledgerWrites([itsRow()], review);
    const facts = { contacts: [{ id: 'second-id' }] } as never;
    const law = { findingsOf: () => [finding] } as unknown as LawNow;
    expect([writes.opened.length, writes.closed[0].reason.includes('never was')]).toEqual([1, told]);
    expect(lateOpenings(law, { ...review, file: { detaineeId: 'somebody', facts }, writes })).toHaveLength(told ? 1 : 0);
  });
});

describe('the courts differ on 2026-11-24 of what stood as approaching on 2026-11-10, and a fact changed meanwhile', () => {
  const READING: Reading = { policy: 'from-finality', citation: 'a court', days: 177, on: TODAY, result: 'approaching' };

  it.each<[string, Day | null, string]>([
    ['on the day after: no day did it', addDays(TODAY, 1), 'Facts on file changed'],
    ['never: no day did it', null, 'Facts on file changed'],
    ['today: which of the two did it, nobody can tell', TODAY, 'Days passed from 2026-11-10 to 2026-11-24 and facts on file changed'],
  ])('where a day was to change a result %s', (_when, nextChangeOn, cause) => {
    const contested = aContact({ result: 'contested', readings: [READING] });
    const { succeeded } = ledgerWrites([itsRow({ result: 'approaching' })], reviewOf(contested, 'first-id', nextChangeOn));
    expect(succeeded[0].reason).toBe(`${cause}: the result went from approaching to contested; the readings of the courts differ from those before.`);
  });
});
