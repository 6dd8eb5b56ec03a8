import { OfficeLaw } from '../../src/court-orders/office-law.js';
import { Evaluator, type LawNow } from '../../src/detention-review/evaluator.js';
import { addDays, type Day } from '../../src/law/calendar/day.js';
import type { Count, Evaluation, Finding } from '../../src/law/evaluation.js';
import type { Facts } from '../../src/law/facts.js';

/**
 * A law of one clause, small enough that a test of the sweep can tell its answer by heart: whoever entered 183 days
 * ago and is still held has crossed the line, and it approaches for thirty days before.
 */
export class SixMonthsLaw extends Evaluator {
  evaluations = 0;

  constructor(private readonly name = 'six-months-1', private readonly fails: (facts: Facts) => void = () => undefined) {
    super(new OfficeLaw());
  }

  override now(): Promise<LawNow> {
    return Promise.resolve({
      version: this.name, authorities: [], evaluate: (facts, asOf) => this.evaluate(facts, asOf), findingsOf: (facts, asOf) => this.evaluate(facts, asOf).findings,
    });
  }

  evaluate(facts: Facts, asOf: Day): Evaluation {
    this.evaluations += 1;
    this.fails(facts);
    const stint = facts.stints?.at(-1) ?? null;
    const held = stint === null ? null : stint.to === null || stint.to > asOf;
    const from = stint?.from ?? null;
    const on = held && from !== null ? addDays(from, 183) : null;
    const result = held === null || (held && on === null) ? 'unknown' : on === null ? 'not-met' : on <= asOf ? 'met' : on - asOf <= 30 ? 'approaching' : 'not-met';
    const count = { id: 'custody.current-stay', days: on === null ? (held === false ? 0 : null) : asOf - on + 183, running: held === true && on !== null, policy: 'custody.current-stay' } as Count;
    const finding: Finding = {
      authority: 'a-law', clause: 'six-months', event: null, day: null, answeredOn: null, result, on, citation: `1 A Law ${this.name}`, grade: 'V1', unverified: false, weight: 1,
      policy: 'custody.current-stay', count, check: 'time-limit', forceOn: asOf, readings: [], missing: result === 'unknown' ? ['stints'] : [], because: () => ['Because it is so.'],
    };
    const changesOn = on === null || on <= asOf ? null : on - asOf <= 30 ? on : addDays(on, -30);
    return {
      asOf, lawVersion: this.name, inCustody: held, circuit: stint?.circuit ?? null, counts: [count], findings: [finding], nextChangeOn: changesOn,
      finality: { result: 'unknown', on: null },
    } as unknown as Evaluation;
  }
}
