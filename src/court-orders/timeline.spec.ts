import fc from 'fast-check';
import type { StatusEntry } from '../law/authorities/authority.js';
import { AUTHORITIES } from '../law/authorities/index.js';
import { authorityOf, clausesWithStateFrom, definitionOf, rowsOf, sameTimeline, type StatusRow, timelinesOf } from './timeline.js';

test.each(AUTHORITIES.map((authority) => [authority.id, authority] as const))('%s is kept apart from its states, and put together again', (_id, authority) => {
  const definition = definitionOf(authority);
  expect(JSON.stringify(definition)).not.toContain('"status"');
  expect(authorityOf(definition, timelinesOf(rowsOf(authority)))).toEqual(authority);
});

const entry = (from: string | null, state: StatusEntry['state'] = 'in_force'): StatusEntry => ({ from, state, cause: 'a cause', source: 'ECF 1', grade: 'V1' });
const row = (from: string | null, ...clauseIds: string[]): StatusRow => ({ ...entry(from), clauseIds });

test('states stand in the order of their days, whatever the order in which they were entered', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-11-${n}`);
  fc.assert(fc.property(fc.uniqueArray(day, { minLength: 1 }), fc.boolean(), (days, old) => {
    const rows = [...days.map((from) => row(from, 'a')), ...(old ? [row(null, 'a')] : [])];
    const entered = timelinesOf(rows).get('a')!.map(({ from }) => from);
    expect(entered).toEqual([...(old ? [null] : []), ...[...days].sort()]);
  }));
});

test('a clause of which no state stands is of unknown force since always', () => {
  const [authority] = AUTHORITIES;
  expect(authorityOf(definitionOf(authority), timelinesOf([])).clauses[0].status).toMatchObject([{ from: null, state: 'unknown' }]);
});

test('clauses that share a state share a row, and only the chosen are given', () => {
  const [zadvydas] = AUTHORITIES;
  const [clause] = zadvydas.clauses;
  const authority = { ...zadvydas, clauses: [{ ...clause, id: 'a' }, { ...clause, id: 'b' }, { ...clause, id: 'c', status: [entry('2026-11-23')] }] };
  expect(rowsOf(authority).map(({ clauseIds }) => clauseIds)).toEqual([['a', 'b'], ['c']]);
  expect(rowsOf(authority, (id) => id !== 'a').map(({ clauseIds }) => clauseIds)).toEqual([['b'], ['c']]);
});

test.each([
  ['the day before', '2026-11-22', []], ['the day', '2026-11-23', ['a']], ['the day after', '2026-11-24', []], ['since always', null, ['b']],
])('of clauses in a state since 2026-11-23 and since always, %s meets another', (_name, from, met) => {
  expect(clausesWithStateFrom(timelinesOf([row('2026-11-23', 'a'), row(null, 'b')]), ['a', 'b', 'c'], from)).toEqual(met);
});

test('two timelines are the same if each state of them is', () => {
  expect(sameTimeline([entry('2026-11-23')], [{ ...entry('2026-11-23') }])).toBe(true);
  expect(sameTimeline([entry('2026-11-23')], [entry('2026-11-23', 'stayed')])).toBe(false);
  expect(sameTimeline([entry('2026-11-23')], [])).toBe(false);
});
