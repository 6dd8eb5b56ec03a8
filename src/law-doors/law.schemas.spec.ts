import { evaluateJson } from './law-questions.js';
import { ANSWER } from './law.schemas.js';

interface Schema { properties?: Record<string, Schema>; items?: Schema; required?: readonly string[] }

/** The paths of what an answer holds and the document does not say, and of what it says and the answer lacks. */
function differences(value: unknown, { properties, items, required = [] }: Schema, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => differences(each, items!, `${path}[]`));
  if (typeof value !== 'object' || value === null || properties === undefined) return [];
  const held = Object.entries(value as Record<string, unknown>);
  return [
    ...held.flatMap(([key, each]) => (key in properties ? differences(each, properties[key], `${path}.${key}`) : [`${path}.${key} is not documented`])),
    ...required.filter((key) => !(key in value)).map((key) => `${path}.${key} is not there`),
  ];
}

it('documents each field of an answer, and no other', () => {
  const answer = evaluateJson({
    asOf: '2025-06-01', circuit: '6', cooperation: [], events: [], otherCustody: [], memberships: [], contacts: [],
    stints: [{ facility: 'CALHOMI', custodian: 'ice', from: '2024-01-01', to: null, endedBy: null }],
    removalOrders: [{
      kind: 'removal', decidedOn: '2024-03-01', decidedBy: 'immigration-judge', inAbsentia: false, appeal: { waivedOn: '2024-03-01', filed: false },
      events: [{ kind: 'petition-for-review-filed', on: '2024-04-01' }, { kind: 'judicial-stay-entered', on: '2024-04-05' }],
    }],
  });
  expect(answer.removalPeriod.readings.length).toBeGreaterThan(0);
  expect(answer.findings.some(({ readings }) => readings.length > 0)).toBe(true);
  expect([...new Set(differences(answer, ANSWER, '$'))]).toEqual([]);
});
