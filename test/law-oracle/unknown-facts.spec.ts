import fc from 'fast-check';
import type { Answer } from '../../src/law/answer.js';
import { answerOf, evaluate } from '../../src/law/evaluate.js';
import { readFacts } from '../../src/law/facts-json.js';
import { someFacts } from './arbitraries.js';
import type { FactsJson } from './facts.js';
import { DISAGREED } from './regressions.js';

function answerFor(facts: FactsJson): Answer {
  const read = readFacts(facts, () => '6');
  return answerOf(evaluate(read.facts, read.asOf));
}

/**
 * Facts of which another would change what the law says. How a stint ended is left out: `unknown` is its own value. So is a
 * waiver: where it is known that no appeal was filed, no waiver on file means that there was none.
 */
const FORGETTABLE = new Set([
  'stints', 'otherCustody', 'removalOrders', 'cooperation', 'memberships', 'events', 'from', 'decidedOn', 'decidedBy', 'kind', 'inAbsentia', 'appeal',
  'voluntaryDeparture', 'originalFinalOn', 'reinstatedOn', 'filed', 'outcome', 'departBy', 'departed', 'bondDueOn', 'bondPosted', 'on',
  'noticeServedOn', 'disputed', 'ongoing',
]);

type Path = (string | number)[];
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => pathsOf(each, [...at, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...(FORGETTABLE.has(key) && each !== null && each !== undefined && !isLeftOut(at, key) ? [[...at, key]] : []),
    ...pathsOf(each, [...at, key]),
  ]);
}
/** What an event is, is the fact itself: forgetting it would leave nothing. */
const isLeftOut = (at: Path, key: string): boolean => key === 'kind' && (at.includes('events') || at.includes('otherCustody'));

/** A fact that lies ahead is left out; one without a date is taken to have happened. Forgetting a date would bring it about. */
function isStillAhead(facts: FactsJson, path: Path): boolean {
  const value = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], facts);
  return typeof value === 'string' && /^\d{4}-/.test(value) && value > facts.asOf;
}

function forgetting<T>(value: T, [head, ...rest]: Path): T {
  if (head === undefined) return null as T;
  if (Array.isArray(value)) return value.map((each, i) => (i === head ? forgetting(each as unknown, rest) : (each as unknown))) as T;
  return { ...value, [head]: forgetting((value as Record<string, unknown>)[head], rest) };
}

describe('a fact that is not known', () => {
  it('never makes a definite answer wrong: it is the same as before, or unknown, or contested', () => {
    fc.assert(fc.property(someFacts, fc.nat(), (facts, pick) => {
      const paths = pathsOf(facts).filter((each) => !isStillAhead(facts, each));
      if (paths.length > 0) expectNothingWrong(facts, paths[pick % paths.length]);
    }), { numRuns: 1_000 });
  });

  it.each(DISAGREED.map((facts, i) => [i, facts] as const))('nor for person %i of those on whom the law core was once wrong, whichever fact it is', (_i, facts) => {
    for (const path of pathsOf(facts)) expectNothingWrong(facts, path);
  });

  function expectNothingWrong(facts: FactsJson, path: Path): void {
    const [known, forgotten] = [answerFor(facts), answerFor(forgetting(facts, path))];
    expect({ path: path.join('.'), wrong: wrongIn(known, forgotten, path) }).toEqual({ path: path.join('.'), wrong: [] });
  }
});

/**
 * Most files say nothing of cooperation: a limit that courts lengthen by what was refused is then told as reached all the same,
 * and says in its reasons that it is not on file.
 */
const saysItself = (because: readonly string[], path: Path): boolean => path.join('.') === 'cooperation' && because.some((sentence) => sentence.includes('not on file (cooperation)'));

/** Where the answer with less knowledge says something definite that the answer with more knowledge does not. */
function wrongIn(known: Answer, forgotten: Answer, path: Path): string[] {
  const wrong: string[] = [];
  const vague = (result: string) => result === 'unknown' || result === 'contested';
  const check = (what: string, result: string, before: unknown, after: unknown) => {
    if (!vague(result) && JSON.stringify(before) !== JSON.stringify(after)) wrong.push(`${what}: ${JSON.stringify(before)} became ${JSON.stringify(after)}`);
  };
  const { custody, finality, removalPeriod } = forgotten;
  if (custody.inCustody !== null) check('custody.inCustody', '', known.custody.inCustody, custody.inCustody);
  check('finality', finality.result, [known.finality.result, known.finality.on], [finality.result, finality.on]);
  check('removalPeriod', removalPeriod.result, [known.removalPeriod.result, known.removalPeriod.beginsOn], [removalPeriod.result, removalPeriod.beginsOn]);
  if (removalPeriod.endsOn !== null) check('removalPeriod.endsOn', removalPeriod.result, known.removalPeriod.endsOn, removalPeriod.endsOn);
  for (const count of forgotten.counts) {
    if (count.days !== null) check(count.id, '', known.counts.find(({ id }) => id === count.id)!.days, count.days);
  }
  for (const { authority, clause, event, result, because } of forgotten.findings) {
    if (saysItself(because, path)) continue;
    const before = known.findings.find((each) => each.authority === authority && each.clause === clause && each.event === event);
    // a dispute that nobody knows of is none: what was contested may be definite without it
    if (before !== undefined && before.result !== 'contested') check(`${authority} ${clause}`, result, before.result, result);
  }
  return wrong;
}
