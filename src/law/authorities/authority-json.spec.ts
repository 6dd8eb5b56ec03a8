import { AuthorityError, type Refusal } from '../refusal.js';
import { classNames } from '../classes/index.js';
import { readAuthority } from './authority-json.js';
import { AUTHORITIES, authoritiesAnswer } from './index.js';

const CLASSES = classNames(AUTHORITIES);

/** One person's release order, as an office enters it. */
const releaseOrder = () => ({
  id: 'release-of-a-b',
  kind: 'order',
  caption: 'A.B. v. Noem',
  citation: 'order of 2026-11-23 (E.D. Mich. 2:26-cv-10000)',
  court: 'E.D. Mich.', docket: '2:26-cv-10000, ECF 12', judge: null,
  binds: ['ice', 'dhs', 'CALHOMI'], where: 'wherever the petitioner is held', places: null as unknown,
  protects: { kind: 'persons' } as Record<string, unknown>,
  clauses: [clause('release', { kind: 'fixed-date', on: '2026-11-26', at: '2026-11-26T17:00:00-05:00', reachedBy: null, satisfiedBy: [], release: 'satisfies' })],
});

const clause = (id: string, check: unknown, more: Record<string, unknown> = {}) => ({
  id, text: 'The petitioner is released by 5 p.m. on Thursday.', citation: 'ECF 12 at 3', grade: 'V1', unverified: false,
  status: [{ from: '2026-11-23', state: 'in_force', cause: 'order entered', source: 'ECF 12', grade: 'V1' }] as unknown,
  weight: 1, warningDays: 3, check, checkedOn: '2026-11-24', ...more,
});

function refusalsOf(json: unknown): readonly Refusal[] {
  try {
    readAuthority(json, CLASSES);
  } catch (error) {
    if (error instanceof AuthorityError) return error.problems;
    throw error;
  }
  return [];
}

test.each(AUTHORITIES.map((authority) => [authority.id, authority] as const))('%s goes through JSON and back unchanged', (_id, authority) => {
  expect(refusalsOf(JSON.parse(JSON.stringify(authority)))).toEqual([]);
  expect(readAuthority(JSON.parse(JSON.stringify(authority)), CLASSES)).toEqual(authority);
});

test('an authority as it is answered can be entered again', () => {
  for (const [i, authority] of AUTHORITIES.entries()) {
    expect(readAuthority(JSON.parse(JSON.stringify(authoritiesAnswer().items[i])), CLASSES)).toEqual(authority);
  }
});

test('a release order is read', () => {
  expect(readAuthority(releaseOrder(), CLASSES).clauses[0].check).toMatchObject({ kind: 'fixed-date', at: '2026-11-26T17:00:00-05:00' });
});

const status = (...entries: Record<string, unknown>[]) => entries.map((entry) => ({ state: 'in_force', cause: 'order entered', source: 'ECF 12', grade: 'V1', ...entry }));
const ofClause = (more: Record<string, unknown>, check: unknown = null) => ({ ...releaseOrder(), clauses: [clause('release', check, more)] });
const ofCheck = (check: unknown, more: Record<string, unknown> = {}) => ({ ...releaseOrder(), ...more, clauses: [clause('release', check)] });
const deadline = (more: Record<string, unknown> = {}) => ({
  kind: 'deadline', trigger: { kind: 'event', event: 'arrest' }, offset: { n: 24, unit: 'hour' }, satisfiedBy: ['hearing'], requires: 'any', countsFrom: 0, due: 'by', release: 'ends', ...more,
});
const THOSE = (who: unknown) => ({ ...releaseOrder(), protects: { kind: 'those', who, class: null } });

type Refused = readonly [name: string, json: unknown, path: string, problem: RegExp];

const REFUSED: readonly Refused[] = [
  ['nothing', null, '$', /must be an authority/],
  ['a list', [], '$', /must be an authority/],
  ['a misspelt field', { ...releaseOrder(), protect: {} }, 'protect', /not a field/],
  ['no id', { ...releaseOrder(), id: undefined }, 'id', /missing/],
  ['an id with a space', { ...releaseOrder(), id: 'of a b' }, 'id', /slug/],
  ['named persons under an id that no membership can have', { ...releaseOrder(), id: '8-cfr-241.4' }, 'id', /membership/],
  ['an unknown kind', { ...releaseOrder(), kind: 'wish' }, 'kind', /not one of/],
  ['a caption of a megabyte', { ...releaseOrder(), caption: 'x'.repeat(1_000_000) }, 'caption', /longer than/],
  ['nobody bound', { ...releaseOrder(), binds: [] }, 'binds', /empty/],
  ['no clauses', { ...releaseOrder(), clauses: [] }, 'clauses', /empty/],
  ['more clauses than any order has', { ...releaseOrder(), clauses: Array.from({ length: 201 }, (_, i) => clause(`a${i}`, null)) }, 'clauses', /more than 200/],
  ['a place that is there twice', { ...releaseOrder(), places: { states: ['MI', 'OH', 'MI'] } }, 'places.states[2]', /twice/],
  ['two clauses of one name', { ...releaseOrder(), clauses: [clause('a', null), clause('a', null)] }, 'clauses[1].id', /earlier clause/],
  ['nobody protected', { ...releaseOrder(), protects: undefined }, 'protects', /missing/],
  ['a class that nobody defined', { ...releaseOrder(), protects: { kind: 'class', class: 'no-such-class', citizenship: null, reaching: null, since: '2026-11-23' } }, 'protects.class', /not a class that is defined/],
  ['a member of a class that nobody defined', THOSE({ member: 'no-such-class' }), 'protects.who.member', /not a class that is defined/],
  ['a line whose number is not known', { ...releaseOrder(), protects: { kind: 'class', class: 'hamama-primary', citizenship: null, since: '2026-11-23', reaching: { count: 'custody.total', n: null, unit: 'day' } } }, 'protects.reaching.n', /must be known/],
  ['a predicate that says nothing', THOSE({}), 'protects.who', /exactly one/],
  ['a predicate that says two things', THOSE({ held: true, citizenship: ['IRQ'] }), 'protects.who', /exactly one/],
  ['an unknown predicate', THOSE({ tallerThan: 180 }), 'protects.who', /exactly one/],
  ['a country that is no code', THOSE({ citizenship: ['Iraq'] }), 'protects.who.citizenship[0]', /allowed/],
  ['an empty `all`', THOSE({ all: [] }), 'protects.who.all', /list/],
  ['a span that ends before it begins', THOSE({ finalOrder: { from: '2017-06-24', to: '2017-03-01' } }), 'protects.who.finalOrder.to', /before/],
  ['nested without end', THOSE(Array.from({ length: 20 }).reduce<unknown>((inner) => ({ not: inner }), { held: true })), `protects.who${'.not'.repeat(8)}`, /deeper/],
  ['places that name none', { ...releaseOrder(), places: {} }, 'places', /no place/],
  ['a place that is no code', { ...releaseOrder(), places: { states: ['Michigan'] } }, 'places.states[0]', /allowed/],
  ['an unknown circuit', { ...releaseOrder(), places: { circuits: ['12'] } }, 'places.circuits[0]', /allowed/],

  ['a bad grade', ofClause({ grade: 'A+' }), 'clauses[0].grade', /grade/],
  ['from memory, and counted', ofClause({ grade: 'M' }), 'clauses[0].unverified', /memory/],
  ['a weight of 4', ofClause({ weight: 4 }), 'clauses[0].weight', /whole number/],
  ['a warning that comes too late', ofClause({ warningDays: -1 }), 'clauses[0].warningDays', /whole number/],
  ['no status', ofClause({ status: [] }), 'clauses[0].status', /empty/],
  ['an unknown state', ofClause({ status: status({ from: '2026-11-23', state: 'lively' }) }), 'clauses[0].status[0].state', /allowed/],
  ['a state without a cause', ofClause({ status: status({ from: '2026-11-23', cause: '' }) }), 'clauses[0].status[0].cause', /text/],
  ['a day that does not exist', ofClause({ status: status({ from: '2026-02-30' }) }), 'clauses[0].status[0].from', /calendar/],
  ['two states on one day', ofClause({ status: status({ from: '2026-11-23' }, { from: '2026-11-23', state: 'stayed' }) }), 'clauses[0].status[1].from', /overlaps/],
  ['a timeline that goes backward', ofClause({ status: status({ from: '2026-11-23' }, { from: '2026-11-22', state: 'stayed' }) }), 'clauses[0].status[1].from', /backward/],
  ['a second state without a day', ofClause({ status: status({ from: '2026-11-23' }, { from: null, state: 'stayed' }) }), 'clauses[0].status[1].from', /only the first/],
  ['a timeline that leaves a hole', ofClause({ status: status({ from: '2026-11-23', to: '2026-12-01' }, { from: '2026-12-02', to: null, state: 'stayed' }) }), 'clauses[0].status[0].to', /hole/],
  ['a timeline that overlaps', ofClause({ status: status({ from: '2026-11-23', to: '2026-12-03' }, { from: '2026-12-02', to: null, state: 'stayed' }) }), 'clauses[0].status[0].to', /overlaps/],
  ['a timeline that stops', ofClause({ status: status({ from: '2026-11-23', to: '2026-12-03' }) }), 'clauses[0].status[0].to', /hole/],

  ['no check, and not said that there is none', ofCheck(undefined), 'clauses[0].check', /missing/],
  ['an unknown check', ofCheck({ kind: 'be-nice' }), 'clauses[0].check.kind', /allowed/],
  ['an unknown count', ofCheck({ kind: 'time-limit', line: { count: 'days', n: 6, unit: 'month' }, readings: [], satisfiedBy: [] }), 'clauses[0].check.line.count', /allowed/],
  ['a negative number of days', ofCheck(deadline({ offset: { n: -1, unit: 'day' } })), 'clauses[0].check.offset.n', /whole number/],
  ['half a day', ofCheck(deadline({ offset: { n: 0.5, unit: 'day' } })), 'clauses[0].check.offset.n', /whole number/],
  ['a number that was forgotten', ofCheck(deadline({ offset: { unit: 'day' } })), 'clauses[0].check.offset.n', /missing/],
  ['an unknown unit', ofCheck(deadline({ offset: { n: 1, unit: 'week' } })), 'clauses[0].check.offset.unit', /allowed/],
  ['an unknown rolling rule', ofCheck(deadline({ offset: { n: 1, unit: 'day', rolls: 'downhill' } })), 'clauses[0].check.offset.rolls', /allowed/],
  ['hours after a day', ofCheck(deadline({ trigger: { kind: 'order', on: '2026-11-23' } })), 'clauses[0].check.offset.unit', /fixed-date/],
  ['an unknown event', ofCheck(deadline({ trigger: { kind: 'event', event: 'birthday' } })), 'clauses[0].check.trigger.event', /allowed/],
  ['an unknown event that would satisfy', ofCheck(deadline({ satisfiedBy: ['birthday'] })), 'clauses[0].check.satisfiedBy[0]', /allowed/],
  ['nothing that would satisfy', ofCheck(deadline({ satisfiedBy: [] })), 'clauses[0].check.satisfiedBy', /nothing would ever/],
  ['a line that the order does not have', ofCheck(deadline({ trigger: { kind: 'line-reached-after', on: '2026-11-23' }, offset: { n: 1, unit: 'day' } })), 'clauses[0].check.trigger.kind', /line/],
  ['a misspelt parameter', ofCheck(deadline({ satisfiedBuy: [] })), 'clauses[0].check.satisfiedBuy', /not a field/],
  ['a time on another day', ofCheck({ kind: 'fixed-date', on: '2026-11-26', at: '2026-11-27T01:00:00-05:00', reachedBy: null, satisfiedBy: [], release: 'satisfies' }), 'clauses[0].check.at', /not on the day/],
  ['a time without an offset', ofCheck({ kind: 'fixed-date', on: '2026-11-26', at: '2026-11-26T17:00:00', reachedBy: null, satisfiedBy: [], release: 'satisfies' }), 'clauses[0].check.at', /instant/],
  ['an unknown topic', ofCheck({ kind: 'forbidden-content', actors: ['ice'], topics: ['weather'] }), 'clauses[0].check.topics[0]', /allowed/],
  ['an unknown actor', ofCheck({ kind: 'forbidden-content', actors: ['judge'], topics: ['force'] }), 'clauses[0].check.actors[0]', /allowed/],
  ['an unknown exception', ofCheck({ kind: 'forbidden-content', actors: ['ice'], topics: ['force'], unless: ['sunday'] }), 'clauses[0].check.unless[0]', /allowed/],
  ['an act that is none', ofCheck({ kind: 'forbidden-act', endedBy: [], unless: null }), 'clauses[0].check', /forbids nothing/],
  ['required before nothing', ofCheck({ kind: 'required-before', events: [], contacts: null, required: 'counsel-meeting', n: 1, unit: 'day', onlyAfter: null }), 'clauses[0].check.events', /nothing before/],
  ['every nought days', ofCheck({ kind: 'recurring', from: '2026-11-23', every: 0, satisfiedBy: ['list-produced'] }), 'clauses[0].check.every', /whole number/],
  ['limits in hours that go backward', ofCheck({ kind: 'time-limit', begins: 'hold-room-entered', ends: 'hold-room-left', hours: [{ from: '2026-01-02', n: 12 }, { from: '2026-01-01', n: 24 }] }), 'clauses[0].check.hours[1].from', /after/],
];

test.each(REFUSED)('%s is refused, naming where', (_name, json, path, problem) => {
  expect(refusalsOf(json)).toContainEqual(expect.objectContaining({ path, problem: expect.stringMatching(problem) as string }));
});

test('everything that is wrong is named at once', () => {
  const paths = refusalsOf({ ...releaseOrder(), kind: 'wish', clauses: [clause('a', { kind: 'be-nice' }, { grade: 'A+', weight: 9 })] }).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['kind', 'clauses[0].check.kind', 'clauses[0].grade', 'clauses[0].weight']));
});

test('what was sent is not repeated', () => {
  expect(JSON.stringify(refusalsOf({ ...releaseOrder(), id: 'SECRET NAME', kind: 'SECRET NAME', clauses: [clause('SECRET NAME', { kind: 'SECRET NAME' })], 'SECRET NAME': 1 }))).not.toContain('SECRET');
});

test.each([null, 1, 'x', true, [[]], { clauses: 'x', protects: 1, binds: {} }, { clauses: [null, 1, []], protects: { kind: 'those', who: 1 } }, { clauses: [{ status: [null], check: [] }] }])(
  'nonsense %# is refused and throws nothing else', (json) => {
    expect(refusalsOf(json).length).toBeGreaterThan(0);
  });
