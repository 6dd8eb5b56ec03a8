import fc from 'fast-check';
import { FINDING_RESULTS, type FindingResult } from '../law/answer.js';
import { parseDay } from '../law/calendar/day.js';
import type { Finding } from '../law/evaluation.js';
import { OPENS } from './ledger.js';
import { previewChanges, PreviewTally } from './preview.js';

const finding = (result: FindingResult, more: Partial<Finding> = {}): Finding => ({
  authority: 'an-order', clause: 'a', event: null, result, on: parseDay('2026-11-26'), citation: 'ECF 12', grade: 'V1', unverified: false, weight: 1, policy: 'p', count: null, day: null, answeredOn: null, check: 'fixed-date', forceOn: parseDay('2026-11-24'),
  readings: [], missing: [], because: () => [], ...more,
});
const changes = (before: Finding[], after: Finding[]) => previewChanges(before, after, (path) => `id of ${path}`);

test.each<[string, FindingResult | null, FindingResult | null, string]>([
  ['comes onto the list', null, 'met', 'opened'], ['comes onto the list by another result', 'not-met', 'approaching', 'opened'], ['had no force', 'not-in-force', 'unknown', 'opened'],
  ['is another on it', 'approaching', 'met', 'changed'], ['loses its force', 'met', 'not-in-force', 'closed'], ['is answered', 'unknown', 'not-met', 'closed'], ['is gone', 'contested', null, 'closed'],
  ['stays as it is', 'met', 'met', 'none'], ['was never on it', null, 'not-met', 'none'], ['is not on it either way', 'not-met', 'not-in-force', 'none'],
])('a finding that %s (%s, %s): %s', (_what, before, after, expected) => {
  const [change] = changes(before === null ? [] : [finding(before)], after === null ? [] : [finding(after)]);
  expect(change?.change ?? 'none').toBe(expected);
  if (change) expect(change).toMatchObject({ clause: 'a', event: null, before, after, on: '2026-11-26' });
});

test('another day of the line, or a source that is relied on now, is a change', () => {
  expect(changes([finding('met')], [finding('met', { on: parseDay('2026-11-27') })])).toMatchObject([{ change: 'changed' }]);
  expect(changes([finding('met', { unverified: true })], [finding('met')])).toMatchObject([{ change: 'changed' }]);
});

test('each event is judged by itself, and named by its fact', () => {
  expect(changes([finding('met', { event: 'events[0]' })], [finding('met', { event: 'events[1]' })])).toMatchObject([
    { event: 'id of events[1]', change: 'opened' }, { event: 'id of events[0]', change: 'closed' }]);
});

test('what is opened less what is closed is by how much the list grows', () => {
  const some = fc.uniqueArray(fc.record({ clause: fc.constantFrom('a', 'b', 'c'), result: fc.constantFrom(...FINDING_RESULTS) }), { selector: ({ clause }) => clause });
  const listed = (findings: readonly Finding[]) => findings.filter(({ result }) => OPENS.has(result)).length;
  fc.assert(fc.property(some, some, (before, after) => {
    const [was, is] = [before, after].map((each) => each.map(({ clause, result }) => finding(result, { clause })));
    const made = changes(was, is);
    const count = (kind: string) => made.filter(({ change }) => change === kind).length;
    expect(count('opened') - count('closed')).toBe(listed(is) - listed(was));
    expect(changes(is, is)).toEqual([]);
  }));
});

test('people are counted once for each kind of change, and the first of them are shown', () => {
  const tally = new PreviewTally(1);
  const two = changes([], [finding('met', { event: 'events[0]' }), finding('met', { event: 'events[1]' })]);
  tally.add('one', two);
  tally.add('two', two);
  tally.add('three', []);
  expect(tally).toMatchObject({ evaluated: 3, affected: 2, people: [{ detaineeId: 'one' }] });
  expect(tally.clauses).toEqual([{ clause: 'a', change: 'opened', before: null, after: 'met', findings: 4, people: 2 }]);
});
