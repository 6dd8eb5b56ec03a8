import fc from 'fast-check';
import { answerOf, evaluate } from '../../src/law/evaluate.js';
import { readFacts } from '../../src/law/facts-json.js';
import type { Answer } from '../../src/law/answer.js';
import { someFacts } from './arbitraries.js';
import type { OracleCustody } from './custody.js';
import { num, text } from './days.js';
import type { FactsJson } from './facts.js';
import { dayText, oracle } from './oracle.js';

/**
 * The law core against a second reading of the contract, written apart from it: sets of days, laid out one by one.
 */
const RUNS = { numRuns: 400 };

function answerFor(facts: FactsJson): Answer {
  const read = readFacts(facts, () => '6');
  return answerOf(evaluate(read.facts, read.asOf));
}

describe('the law core and a naive reading of the contract agree', () => {
  it('on stays, and on whether the person is held', () => {
    fc.assert(fc.property(someFacts, (facts) => {
      const { asOf, custody } = oracle(facts);
      const answer = answerFor(facts);
      expect(answer.custody.inCustody).toBe(custody?.inCustody ?? null);
      const stays = custody?.stays.map(({ from, to }) => ({ from: text(from), to: dayText(to), days: (to ?? asOf) - from })) ?? [];
      expect(answer.custody.stays.map(({ from, to, days }) => ({ from, to, days }))).toEqual(stays);
    }), RUNS);
  });

  it('on finality', () => {
    fc.assert(fc.property(someFacts, (facts) => {
      const { finality } = oracle(facts);
      const { result, on, basis, missing } = answerFor(facts).finality;
      if (finality.result === 'final') expect({ result, on, basis }).toEqual({ result: 'final', on: text(finality.on), basis: finality.basis });
      else expect({ result, on }).toEqual({ result: finality.result, on: null });
      expect(missing.length > 0).toBe(result === 'unknown');
    }), RUNS);
  });

  it('on the removal period', () => {
    fc.assert(fc.property(someFacts, (facts) => {
      const { period } = oracle(facts);
      const { result, beginsOn, endsOn, tolledDays } = answerFor(facts).removalPeriod;
      expect(result).toBe(period.result);
      expect(beginsOn).toBe(dayText(period.beginsOn));
      if (period.result === 'determined') expect({ endsOn, tolledDays }).toEqual({ endsOn: dayText(period.endsOn), tolledDays: period.tolledDays });
    }), RUNS);
  });

  it.each(['custody.current-stay', 'custody.total', 'post-order.current-stay', 'post-order.cumulative', 'post-order.cumulative-less-tolled', 'removal-period'])('on the count %s', (id) => {
    fc.assert(fc.property(someFacts, (facts) => {
      const { counts, period } = oracle(facts);
      const expected = counts[id];
      const { days, day90On, day180On, sixMonthsOn, missing } = answerFor(facts).counts.find((count) => count.id === id)!;
      expect({ days, day90On, day180On, sixMonthsOn }).toEqual({
        days: expected.days, day90On: dayText(expected.day90On), day180On: dayText(expected.day180On), sixMonthsOn: dayText(expected.sixMonthsOn),
      });
      if (period.result !== 'contested') expect(missing.length > 0).toBe(days === null);
    }), RUNS);
  });

  it('on the statute that governs each day of custody, where finality and the period are plain', () => {
    fc.assert(fc.property(someFacts, (facts) => {
      const { asOf, custody, finality, period } = oracle(facts);
      if (custody === null || finality.result === 'unknown' || (facts.removalOrders ?? []).length > 1) return;
      if (facts.removalOrders!.some(({ events }) => !events || events.some(({ kind }) => ['reopened', 'remanded', 'vacated'].includes(kind)))) return;
      if (finality.result === 'final' && (period.result !== 'determined' || !facts.cooperation || finality.order.kind === 'reinstated' || period.beginsOn !== finality.on)) return;
      const statute = (day: number): string => {
        if (finality.result !== 'final' || day < finality.on) return '8 U.S.C. § 1226';
        return period.endsOn === null || day < period.endsOn ? '8 U.S.C. § 1231(a)(2)' : '8 U.S.C. § 1231(a)(6)';
      };
      const expected = [...custody.days].filter((day) => day < asOf || custody.inCustody).sort((a, b) => a - b).map((day) => `${text(day)} ${statute(day)}`);
      expect(daysOf(answerFor(facts).governing, asOf, custody)).toEqual(expected);
    }), RUNS);
  });
});

function daysOf(governing: Answer['governing'], asOf: number, custody: OracleCustody): string[] {
  return governing.flatMap(({ from, to, authority }) => {
    const days = [];
    for (let day = num(from); day < (to === null ? asOf + 1 : Math.min(num(to), asOf + 1)); day++) if (custody.days.has(day)) days.push(`${text(day)} ${authority}`);
    return days;
  });
}
