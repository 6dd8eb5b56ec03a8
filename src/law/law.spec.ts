import { AUTHORITIES } from './authorities/index.js';
import type { FindingResult } from './answer.js';
import { forcePeriods, GRADE, type Clause } from './authorities/authority.js';
import { tryParseDay } from './calendar/day.js';
import { answerOf, evaluate } from './evaluate.js';
import { castanonNavaExamples, courthouseArrestExamples } from './examples/arrests.js';
import { floresExamples, unaccompaniedChildrenExamples } from './examples/children.js';
import { custodyExamples } from './examples/custody.js';
import { fraihatExamples, gomezRuizExamples, lyonExamples, orantesHernandezExamples } from './examples/custody-conditions.js';
import { pbnds2011Examples, pbnds2011TransferExamples, transferPolicyExamples } from './examples/detention-standards.js';
import { detainerExamples, gonzalezExamples } from './examples/detainers.js';
import { factsOf, type Example, type Expected } from './examples/example.js';
import { finalityExamples } from './examples/finality.js';
import {
  bondInjunctionExamples, coercionOrderExamples, releaseInjunctionExamples, removalStayExamples, settlementExamples,
} from './examples/hamama.js';
import { francoExamples, padillaExamples } from './examples/hearings.js';
import {
  custodyReviewExamples, holdRoomExamples, likelihoodExamples, removalPeriodClauseExamples,
} from './examples/regulations.js';
import { removalPeriodExamples } from './examples/removal-period.js';
import { redetentionDirectiveExamples, thirdCountryMemoExamples, thirdCountryRemovalExamples } from './examples/third-country.js';
import { zadvydasExamples } from './examples/zadvydas.js';
import { readFacts } from './facts-json.js';

const BY_AUTHORITY: Readonly<Record<string, readonly Example[]>> = {
  'zadvydas-v-davis': zadvydasExamples,
  '8-cfr-241.4': custodyReviewExamples,
  '8-cfr-241.13': likelihoodExamples,
  '8-usc-1231': removalPeriodClauseExamples,
  'hamama-removal-stay': removalStayExamples,
  'hamama-coercion-order': coercionOrderExamples,
  'hamama-settlement': settlementExamples,
  'hamama-bond-injunction': bondInjunctionExamples,
  'hamama-release-injunction': releaseInjunctionExamples,
  'ice-hold-rooms': holdRoomExamples,
  'pablo-sequen-v-albarran': courthouseArrestExamples,
  '8-cfr-287.7': detainerExamples,
  'gonzalez-v-ice': gonzalezExamples,
  'flores-settlement': floresExamples,
  '8-usc-1232': unaccompaniedChildrenExamples,
  'castanon-nava-v-dhs': castanonNavaExamples,
  'padilla-v-ice': padillaExamples,
  'franco-gonzalez-v-holder': francoExamples,
  'orantes-hernandez': orantesHernandezExamples,
  'lyon-v-ice': lyonExamples,
  'fraihat-v-ice': fraihatExamples,
  'gomez-ruiz-v-ice': gomezRuizExamples,
  'd-v-d-v-dhs': thirdCountryRemovalExamples,
  'ice-memo-2025-07-09': thirdCountryMemoExamples,
  'ice-directive-2025-02-18': redetentionDirectiveExamples,
  'pbnds-2011': pbnds2011Examples,
  'pbnds-2011-transfers': pbnds2011TransferExamples,
  'ice-policy-11022.1': transferPolicyExamples,
};

const ALL: readonly (readonly [string, readonly Example[]])[] = [
  ['custody and counts', custodyExamples], ['finality', finalityExamples], ['the removal period', removalPeriodExamples],
  ...Object.entries(BY_AUTHORITY),
];

/** The results that the examples of a clause must show. An act that nothing allows has no other side than that it did not happen. */
function sidesOf({ check, status }: Clause): (FindingResult | undefined)[] {
  if (check!.kind === 'deadline' && check!.offset?.n === null) return ['unknown'];
  if (forcePeriods(status).every(({ force }) => force !== 'in-force')) return ['unknown', 'not-in-force'];
  if (check!.kind === 'forbidden-act' && check!.unless === null) return ['met', undefined];
  return ['met', 'not-met'];
}

function answerTo(example: Example): Expected {
  const { facts, asOf } = readFacts(factsOf(example), () => null);
  const answer = answerOf(evaluate(facts, asOf));
  const clauses: Record<string, Record<string, unknown> | null> = {};
  for (const id of Object.keys(example.then.clauses ?? {})) {
    const [clause, event = null] = id.split('@');
    clauses[id] = (answer.findings.find((finding) => finding.clause === clause && finding.event === event) as unknown as Record<string, unknown>) ?? null;
  }
  return {
    finality: { ...answer.finality }, removalPeriod: { ...answer.removalPeriod },
    stays: answer.custody.stays.map((stay) => ({ ...stay })), governing: answer.governing.map((span) => ({ ...span })),
    counts: Object.fromEntries(answer.counts.map((count) => [count.id, { ...count }])), clauses, nextChangeOn: answer.nextChangeOn,
  };
}

describe.each(ALL)('%s', (_subject, examples) => {
  test.each(examples.map((example) => [example.name, example.on, example] as const))('%s (%s)', (_name, _on, example) => {
    expect(answerTo(example)).toMatchObject(example.then);
  });
});

describe('every authority', () => {
  test('has an id of its own', () => {
    const ids = AUTHORITIES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  describe.each(AUTHORITIES.map((authority) => [authority.id, authority] as const))('%s', (id, authority) => {
    test('names its clauses once, each with a citation, a grade and the day on which it was checked', () => {
      const ids = authority.clauses.map((clause) => clause.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const clause of authority.clauses) {
        expect(clause.citation).not.toBe('');
        expect(clause.text.length).toBeGreaterThan(20);
        expect(clause.grade).toMatch(GRADE);
        expect(tryParseDay(clause.checkedOn)).not.toBeNull();
      }
    });

    test('ships as unverified whatever rests on memory alone', () => {
      for (const clause of authority.clauses) expect(clause.unverified).toBe(clause.grade === 'M');
    });

    test('has one status on every day', () => {
      for (const clause of authority.clauses) {
        expect(clause.status.length).toBeGreaterThan(0);
        const days = forcePeriods(clause.status).map(({ from }) => from as number);
        expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        for (const { cause, source, grade } of clause.status) {
          expect(cause).not.toBe('');
          expect(source).not.toBe('');
          expect(grade).toMatch(GRADE);
        }
      }
    });

    test('has examples on both sides of the edge of each clause that computes', () => {
      for (const clause of authority.clauses.filter(({ check }) => check !== null)) {
        const results = new Set(
          BY_AUTHORITY[id].flatMap(({ then }) => Object.entries(then.clauses ?? {}).filter(([key]) => key.split('@')[0] === clause.id).map(([, value]) => value?.result)),
        );
        expect([...results]).toEqual(expect.arrayContaining(sidesOf(clause)));
      }
    });
  });
});
