import { countsOf, type OracleCount } from './counts.js';
import { custodyOf, type OracleCustody } from './custody.js';
import { num, text } from './days.js';
import type { FactsJson } from './facts.js';
import { finalityOf, type OracleFinality } from './finality.js';
import { removalPeriodOf, type OraclePeriod } from './removal-period.js';

export interface OracleAnswer {
  asOf: number;
  /** null: not known */
  custody: OracleCustody | null;
  finality: OracleFinality;
  period: OraclePeriod;
  counts: Record<string, OracleCount>;
}

export function oracle(facts: FactsJson): OracleAnswer {
  const asOf = num(facts.asOf);
  const custody = custodyOf(facts, asOf);
  const finality = finalityOf(facts, asOf);
  const period = removalPeriodOf(facts, asOf, finality, custody);
  return { asOf, custody, finality, period, counts: countsOf(facts, asOf, custody, finality, period) };
}

export const dayText = (day: number | null): string | null => (day === null ? null : text(day));
