import type { Authority, Clause } from '../law/authorities/authority.js';
import { compileLaw } from '../law/authorities/compile.js';
import { AUTHORITIES } from '../law/authorities/index.js';
import { formatDay, parseDay } from '../law/calendar/day.js';
import { evaluate } from '../law/evaluate.js';
import { readFacts } from '../law/facts-json.js';
import { clauseKey, type Clauses, occasionsOf } from './occasions.js';

const clausesOf = (authorities: readonly Authority[]): Clauses =>
  new Map(authorities.flatMap((authority) => authority.clauses.map((clause) => [clauseKey(authority.id, clause.id), { authority, clause }])));

/** Someone held under a final order, whose ninety-day review was due on 2026-04-20. */
const facts = (more: object = {}) => readFacts({
  asOf: '2026-11-24', circuit: '11', person: { citizenship: 'IRQ', birthDate: null }, otherCustody: [], cooperation: [], memberships: [], events: [], contacts: [],
  stints: [{ facility: 'GLADEFL', custodian: 'ice', from: '2026-01-05', to: null, endedBy: null }],
  removalOrders: [{ kind: 'removal', decidedOn: '2026-01-20', decidedBy: 'immigration-judge', inAbsentia: false, appeal: { waivedOn: '2026-01-20', filed: false }, events: [] }],
  ...more,
}, () => null).facts;

const asked = (given: ReturnType<typeof facts>, from: string, through: string, asOf: string, authorities = AUTHORITIES) => {
  const law = compileLaw(authorities, { version: 'a test' });
  return occasionsOf(given, { from: parseDay(from), through: parseDay(through), asOf: parseDay(asOf) }, clausesOf(authorities), (each, day) => evaluate(each, day, law))
    .map(({ clause, outcome, on, answeredOn }) => `${clause} ${outcome} ${on === null ? '-' : formatDay(on)} ${answeredOn === null ? '-' : formatDay(answeredOn)}`);
};
const only = (all: string[], clause: string) => all.filter((each) => each.startsWith(`${clause} `));
const released = { stints: [{ facility: 'GLADEFL', custodian: 'ice', from: '2026-01-05', to: '2026-06-01', endedBy: 'order-of-supervision' }] };
const reviewed = (on: string) => ({ events: [{ kind: 'custody-review-decision', on }] });

describe('a review that was due on 2026-04-20', () => {
  it.each([
    ['was not made', {}, 'missed 2026-04-20 -'],
    ['was made on the day', reviewed('2026-04-20'), 'done 2026-04-20 2026-04-20'],
    ['was made the day after', reviewed('2026-04-21'), 'late 2026-04-20 2026-04-21'],
    ['was not made, and the person was released in June', released, 'missed 2026-04-20 -'],
  ])('%s', (_what, more, outcome) => {
    expect(only(asked(facts(more), '2026-04-01', '2026-04-30', '2026-11-24'), 'review-90-day')).toEqual([`review-90-day ${outcome}`]);
  });

  it.each([
    ['2026-01-01', '2026-04-19', []], ['2026-01-01', '2026-04-20', ['review-90-day missed 2026-04-20 -']],
    ['2026-04-20', '2026-12-31', ['review-90-day missed 2026-04-20 -']], ['2026-04-21', '2026-11-01', []],
  ])('is counted from %s through %s if its day is in them', (from, through, expected) => {
    expect(only(asked(facts(), from, through, '2026-11-24'), 'review-90-day')).toEqual(expected);
  });

  it('is told as of the day of the report: made late, it was missed as of the eve, and not yet due as of the day before that', () => {
    const late = facts(reviewed('2026-04-23'));
    expect(only(asked(late, '2026-04-01', '2026-04-30', '2026-04-19'), 'review-90-day')).toEqual(['review-90-day pending 2026-04-20 -']);
    expect(only(asked(late, '2026-04-01', '2026-04-30', '2026-04-22'), 'review-90-day')).toEqual(['review-90-day missed 2026-04-20 -']);
    expect(only(asked(late, '2026-04-01', '2026-04-30', '2026-04-23'), 'review-90-day')).toEqual(['review-90-day late 2026-04-20 2026-04-23']);
  });
});

describe('an order', () => {
  const clause = (id: string, check: Clause['check'], more: Partial<Clause> = {}): Clause => ({
    id, check, text: 'A clause.', citation: 'an order', grade: 'V1', unverified: false, weight: 1, warningDays: 10, checkedOn: '2026-11-24',
    status: [{ from: '2026-02-01', state: 'in_force', cause: 'entered', source: 'ECF 1', grade: 'V1' }, { from: '2026-08-01', state: 'vacated', cause: 'reversed', source: 'ECF 9', grade: 'V1' }], ...more,
  });
  const order = (...clauses: Clause[]): Authority[] => [{
    id: 'an-order', kind: 'order', caption: 'An order', citation: 'ECF 1', court: null, docket: null, judge: null, binds: ['ice'], where: 'here', places: null,
    protects: { kind: 'everyone' }, clauses,
  }];
  const fixed = order(clause('by-the-day', { kind: 'fixed-date', on: '2026-05-01', reachedBy: null, satisfiedBy: ['list-produced'], release: 'ends' }));

  it('that was vacated in August keeps what was missed in May', () => {
    expect(asked(facts(), '2026-05-01', '2026-05-31', '2026-11-24', fixed)).toEqual(['by-the-day missed 2026-05-01 -']);
  });

  it('asks for nothing on a day on which it had no force', () => {
    const later = order(clause('by-the-day', { kind: 'fixed-date', on: '2026-09-01', reachedBy: null, satisfiedBy: ['list-produced'], release: 'ends' }));
    expect(asked(facts(), '2026-09-01', '2026-09-30', '2026-11-24', later)).toEqual([]);
  });

  it('that asks for a list every thirty days counts each: in time, late, and the one that never came', () => {
    const lists = order(clause('lists', { kind: 'recurring', from: '2026-02-01', every: 30, satisfiedBy: ['list-produced'] }));
    // due 03-03, done 03-03; due 04-02, done 04-06; due 05-06, never done
    const given = facts({ events: [{ kind: 'list-produced', on: '2026-03-03' }, { kind: 'list-produced', on: '2026-04-06' }] });
    expect(asked(given, '2026-02-01', '2026-07-31', '2026-11-24', lists)).toEqual(['lists done 2026-03-03 2026-03-03', 'lists late 2026-04-02 2026-04-06', 'lists missed 2026-05-06 -']);
  });

  it('that forbids words counts each contact, also those in which nothing forbidden was said, and none after it was vacated', () => {
    const silence = order(clause('silence', { kind: 'forbidden-content', actors: ['ice'], topics: ['force'] }));
    const contact = (on: string, topics: string[]) => ({ at: `${on}T12:00:00-05:00`, actor: 'ice', topics, counselPresent: false, counselNotifiedOn: null, documents: [], narrative: null });
    const given = facts({ contacts: [contact('2026-06-01', ['force']), contact('2026-06-02', ['travel-document']), contact('2026-09-01', ['force'])] });
    expect(asked(given, '2026-01-01', '2026-11-24', '2026-11-24', silence)).toEqual(['silence occurred 2026-06-01 -', 'silence clear 2026-06-02 -']);
  });
});
