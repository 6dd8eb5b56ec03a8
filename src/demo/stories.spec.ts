import type { FindingAnswer } from '../law/answer.js';
import { addDays, formatDay, parseDay } from '../law/calendar/day.js';
import { evaluateJson } from '../law-doors/law-questions.js';
import { demoPeople } from './people/index.js';
import { daysFrom, type DemoPerson } from './telling.js';

const TODAY = parseDay('2026-11-24');

/** The whole of a person's facts, as the contract writes them, on a day. */
const factsOf = ({ citizenship, birthDate, facts }: DemoPerson, asOf: string) => ({ asOf, person: { citizenship, birthDate: birthDate ?? null }, ...facts });

/** Results by `authority/clause`; of an event clause, the most urgent. */
function resultsOf(findings: readonly FindingAnswer[]): Record<string, string> {
  const results: Record<string, string> = {};
  for (const { authority, clause, result } of findings) {
    const key = `${authority}/${clause}`;
    if (results[key] !== 'met') results[key] = result;
  }
  return results;
}

const PEOPLE = demoPeople(daysFrom(TODAY));

describe('each story of the demo caseload, told to the law core alone', () => {
  it.each(PEOPLE.map((person) => [person.key, person] as const))('%s', (_key, person) => {
    const results = resultsOf(evaluateJson(factsOf(person, formatDay(TODAY))).findings);
    expect(results).toMatchObject(person.expect ?? {});
  });

  it.each(PEOPLE.flatMap((person) => (person.expectOn ?? []).map((then) => [person.key, then.day, person, then.expect] as const)))(
    '%s, as of %s', (_key, day, person, told) => {
      expect(resultsOf(evaluateJson(factsOf(person, day)).findings)).toMatchObject(told);
    });

  it.each([1, 30, 97, 281, 400])('holds when it is seeded %i days later', (later) => {
    const today = addDays(TODAY, later);
    for (const person of demoPeople(daysFrom(today))) {
      const results = resultsOf(evaluateJson(factsOf(person, formatDay(today))).findings);
      expect({ key: person.key, ...results }).toMatchObject({ key: person.key, ...person.expect });
    }
  });

  it('counts 178 days of the person at day 178, the day on which the other is at day 180', () => {
    const daysOf = (key: string) => evaluateJson(factsOf(PEOPLE.find((person) => person.key === key)!, '2026-11-24'))
      .counts.find(({ id }) => id === 'post-order.current-stay')!.days;
    expect(daysOf('day-178')).toBe(178);
    expect(daysOf('day-180-is-not-six-months')).toBe(180);
  });

  it('protects the member whose stays are added from the day on which they reach 180, and not on the day before', () => {
    const person = PEOPLE.find(({ key }) => key === 'added-stays')!;
    const listed = (day: string) => evaluateJson(factsOf(person, day)).findings.some(({ clause }) => clause === 'ham-z2');
    expect([listed('2019-04-14'), listed('2019-04-15')]).toEqual([false, true]);
  });

  it.each(['reopened', 'remanded-by-the-court'])('knows of no final order of the person who is %s', (key) => {
    const { finality } = evaluateJson(factsOf(PEOPLE.find((person) => person.key === key)!, '2026-11-24'));
    expect(finality.result).toBe('not-final');
  });

  it('adds 143 days before the sentence to those after it', () => {
    const person = PEOPLE.find(({ key }) => key === 'added-stays')!;
    const { counts } = evaluateJson(factsOf(person, '2019-04-15'));
    expect(counts.find(({ id }) => id === 'post-order.cumulative')).toMatchObject({ days: 180, day180On: '2019-04-15' });
    expect(counts.find(({ id }) => id === 'post-order.current-stay')).toMatchObject({ days: 37 });
  });
});
