import type { Law } from './authorities/compile.js';
import { SHIPPED } from './authorities/index.js';
import { bondHearingOn } from './bond-hearing/bond-hearing.js';
import type { Day } from './calendar/day.js';
import { judgeAuthority } from './checks/judge.js';
import type { Situation } from './checks/situation.js';
import { lapsesOn } from './cooperation.js';
import { countsOn } from './counts/counts.js';
import { circuitOf, custodyBecause, custodyOn } from './custody.js';
import type { Evaluation, Finding } from './evaluation.js';
import { eventsBy } from './events.js';
import type { Facts } from './facts.js';
import { finalityOn } from './finality/finality.js';
import { governingOn } from './governing.js';
import { Horizon } from './horizon.js';
import { nextChange } from './next-change.js';
import { removalPeriodOn } from './removal-period/removal-period.js';

export { answerOf } from './answer-of.js';

/**
 * What the law says about one person on one day: the law that ships, or that and an office's own orders (compileLaw).
 * Pure: reads no clock, does no I/O, keeps nothing.
 */
export function evaluate(facts: Facts, asOf: Day, law: Law = SHIPPED): Evaluation {
  const horizon = new Horizon(asOf);
  const evaluation = evaluateOn(facts, asOf, law, horizon);
  evaluation.nextChangeOn = nextChange(evaluation, horizon, (day, then) => evaluateOn(facts, day, law, then));
  return evaluation;
}

/** The findings alone, for who asks many people and not when the answer changes, which takes as long again. */
export const findingsOf = (facts: Facts, asOf: Day, law: Law): readonly Finding[] =>
  law.authorities.length === 0 ? [] : evaluateOn(facts, asOf, law, new Horizon(asOf)).findings;

function evaluateOn(facts: Facts, asOf: Day, law: Law, horizon: Horizon): Evaluation {
  const { stints, removalOrders: orders, otherCustody } = facts;
  const custody = custodyOn(stints, asOf, horizon);
  const circuit = facts.circuit ?? circuitOf(custody, stints);
  const lapses = lapsesOn(facts.cooperation, asOf, horizon);
  const finality = finalityOn(orders, asOf, horizon);
  const period = removalPeriodOn({ orders, finality, custody, otherCustody, lapses, circuit }, asOf, horizon);
  const counts = countsOn({ asOf, custody, finality, period, lapses });
  const situation: Situation = { asOf, facts: eventsBy(facts, asOf, horizon), circuit, custody, lapses, finality, period, counts, horizon };

  const findings: Finding[] = [];
  const hasEvents = situation.facts.events?.length || situation.facts.contacts?.length;
  for (const authority of hasEvents ? law.authorities : law.withoutEvents) judgeAuthority(authority, situation, findings);

  return {
    asOf, lawVersion: law.version, inCustody: custody.inCustody, stays: custody.stays, custodyMissing: custody.missing, circuit,
    finality, removalPeriod: period, governing: governingOn(custody, orders, finality, period, asOf), counts, findings, nextChangeOn: null,
    custodyBecause: () => custodyBecause(custody, stints, asOf),
    bondHearing: () => bondHearingOn({ asOf, stints, givenCircuit: facts.circuit, circuit, custody, finality }),
  };
}
