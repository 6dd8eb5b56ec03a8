import fc from 'fast-check';
import { formatDay, type Day } from '../../src/law/calendar/day.js';
import { answerOf, evaluate } from '../../src/law/evaluate.js';
import type { Evaluation } from '../../src/law/evaluation.js';
import { readFacts } from '../../src/law/facts-json.js';
import { someFacts } from './arbitraries.js';
import { num } from './days.js';
import { hasCome, type FactsJson, type Text } from './facts.js';

const HORIZON = 500;

/** The yearly review can first be asked about on the day after the ninetieth, and nothing else turns on it. */
const THE_DAY_AFTER_NINETY: FactsJson = {
  asOf: '2017-06-28', circuit: '6', person: { citizenship: 'IRQ', birthDate: null }, otherCustody: [], cooperation: [], memberships: [], events: null, contacts: [],
  stints: [{ facility: 'GLADEFL', custodian: 'ice', from: '2016-09-01', to: null, endedBy: null }],
  removalOrders: [{ kind: 'reinstated', decidedOn: '2017-02-06', decidedBy: 'dhs', inAbsentia: false, appeal: null, voluntaryDeparture: null, statedFinalOn: null, events: [], originalFinalOn: '2017-02-08', reinstatedOn: '2017-03-30' }],
};

/** What the contract calls a change: a result, the governing statute, the state of a period. A growing count is none. */
function state({ asOf, finality, removalPeriod, governing, findings }: Evaluation, withReadings: boolean): string {
  const { beginsOn, endsOn } = removalPeriod;
  const period = beginsOn === null ? removalPeriod.result : endsOn !== null && asOf >= endsOn ? 'over' : 'running';
  const last = governing.at(-1);
  const statute = last !== undefined && (last.to === null || last.to > asOf) ? last.authority : null;
  return JSON.stringify([
    finality.result, removalPeriod.result, period, statute,
    findings.map((each) => [each.authority, each.clause, each.event, each.result, withReadings ? each.readings.map(({ result }) => result) : []]),
  ]);
}

describe('the next day of change', () => {
  it('is the first day, stepping one by one, on which a result, the governing statute or a period differs', () => {
    fc.assert(fc.property(someFacts, (json) => {
      const { facts, asOf } = readFacts(json, () => '6');
      const now = evaluate(facts, asOf);
      const [plain, fine] = [state(now, false), state(now, true)];
      const claimed = now.nextChangeOn;
      if (claimed !== null) expect(claimed).toBeGreaterThan(asOf);
      for (let day = asOf + 1; day <= asOf + HORIZON; day++) {
        const then = evaluate(facts, day as Day);
        if (day === claimed) {
          expect({ on: formatDay(day as Day), changed: state(then, true) !== fine }).toEqual({ on: formatDay(day as Day), changed: true });
          return;
        }
        if (state(then, false) !== plain) expect({ nextChangeOn: claimed && formatDay(claimed) }).toEqual({ nextChangeOn: formatDay(day as Day) });
      }
    }), { numRuns: 400, examples: [[THE_DAY_AFTER_NINETY]] });
  });

  it('is on every answer along the way the same or later: no day of change is passed over in silence', () => {
    fc.assert(fc.property(someFacts, (json) => {
      const { facts, asOf } = readFacts(json, () => '6');
      const claimed = evaluate(facts, asOf).nextChangeOn;
      if (claimed === null || claimed > asOf + HORIZON) return;
      for (let day = asOf + 1; day < claimed; day++) expect(evaluate(facts, day as Day).nextChangeOn).toBe(claimed);
    }), { numRuns: 200 });
  });
});

describe('evaluating', () => {
  it('twice says the same, and leaves the facts as they were', () => {
    fc.assert(fc.property(someFacts, (json) => {
      const { facts, asOf } = readFacts(json, () => '6');
      const before = JSON.stringify(facts);
      const first = JSON.stringify(answerOf(evaluate(facts, asOf)));
      expect(JSON.stringify(answerOf(evaluate(facts, asOf)))).toBe(first);
      expect(JSON.stringify(facts)).toBe(before);
    }), { numRuns: 500 });
  });

  it('does not see what has not happened yet: facts after the day asked about change nothing', () => {
    fc.assert(fc.property(someFacts, (json) => {
      const { facts, asOf } = readFacts(json, () => '6');
      const seen = readFacts(withoutFuture(json), () => '6').facts;
      const answers = [facts, seen].map((each) => ({ ...answerOf(evaluate(each, asOf)), nextChangeOn: null }));
      expect(answers[0]).toEqual(answers[1]);
    }), { numRuns: 500 });
  });
});

/** The same file as it would have been kept on the day itself: rows that begin later are not there yet. */
function withoutFuture(facts: FactsJson): FactsJson {
  const past = <T extends { from: Text }>(rows: T[] | null | undefined) => rows?.filter(({ from }) => hasCome(from, num(facts.asOf))) ?? rows;
  return { ...facts, stints: past(facts.stints), memberships: past(facts.memberships), cooperation: past(facts.cooperation), otherCustody: past(facts.otherCustody) };
}
