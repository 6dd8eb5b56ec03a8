import { answerOf, evaluate } from '../../src/law/evaluate.js';
import { readFacts } from '../../src/law/facts-json.js';
import { circuitOf } from '../../src/law-doors/circuits.js';
import { CASES, differences, type Case } from './cases.js';

/** Worked by hand from the orders, the regulations and the rulings, with no line of code in between. */
describe.each(CASES.map((each) => [each.file, each] as const))('%s', (_file, worked) => {
  it(`${worked.case}, on ${worked.facts.asOf} (${worked.source})`, () => {
    expect(wrongIn(worked)).toEqual([]);
  });
});

it('there are enough of them', () => expect(CASES.length).toBeGreaterThanOrEqual(40));

function wrongIn({ facts, expect: expected }: Case): string[] {
  const read = readFacts(facts, circuitOf);
  const answer = answerOf(evaluate(read.facts, read.asOf));
  const { counts = {}, findings = {}, ...whole } = expected;
  return [
    ...differences(whole, answer, 'answer'),
    ...Object.entries(counts).flatMap(([id, each]) => differences(each, answer.counts.find((count) => count.id === id), id)),
    ...Object.entries(findings).flatMap(([id, each]) => differences(each, answer.findings.find(({ authority, clause }) => `${authority}/${clause}` === id) ?? {}, id)),
  ];
}
