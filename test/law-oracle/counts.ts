import { sixMonthsOn } from './days.js';
import type { OracleCustody } from './custody.js';
import { dayOrNull, type FactsJson } from './facts.js';
import { someFinalityUnknown, stoodFinalOn, type OracleFinality } from './finality.js';
import { lapsedOn, type OraclePeriod } from './removal-period.js';

export interface OracleCount { days: number | null; day90On: number | null; day180On: number | null; sixMonthsOn: number | null }

const NOTHING: OracleCount = { days: 0, day90On: null, day180On: null, sixMonthsOn: null };
const NOT_KNOWN: OracleCount = { days: null, day90On: null, day180On: null, sixMonthsOn: null };

export function countsOf(facts: FactsJson, asOf: number, custody: OracleCustody | null, finality: OracleFinality, period: OraclePeriod): Record<string, OracleCount> {
  return {
    'custody.current-stay': custody === null ? NOT_KNOWN : custody.inCustody ? oneRun(custody.stays.at(-1)!.from, asOf) : NOTHING,
    'custody.total': custody === null ? NOT_KNOWN : sum(custody, asOf, () => true, custody.inCustody),
    ...postOrder(facts, asOf, custody, finality),
    'removal-period': removalPeriod(period, asOf),
  };
}

function postOrder(facts: FactsJson, asOf: number, custody: OracleCustody | null, finality: OracleFinality): Record<string, OracleCount> {
  const stood = (day: number) => stoodFinalOn(facts, day, asOf);
  const lapsing = (day: number) => lapsedOn(facts, day, asOf);
  const running = custody?.inCustody === true && finality.result === 'final';
  return {
    'post-order.current-stay': currentStay(custody, finality, asOf),
    'post-order.cumulative': cumulative(facts, custody, finality, asOf, stood, running),
    'post-order.cumulative-less-tolled': cumulative(facts, custody, finality, asOf, (day) => stood(day) && !lapsing(day), running && !lapsing(asOf), !facts.cooperation),
  };
}

function currentStay(custody: OracleCustody | null, finality: OracleFinality, asOf: number): OracleCount {
  if (custody?.inCustody === false || finality.result === 'not-final') return NOTHING;
  if (custody === null || finality.result === 'unknown') return NOT_KNOWN;
  return oneRun(Math.max(custody.stays.at(-1)!.from, finality.on), asOf);
}

/** On no day was any order final. */
function neverStood(facts: FactsJson, asOf: number): boolean {
  const made = facts.removalOrders!.flatMap(({ decidedOn, originalFinalOn }) => [dayOrNull(decidedOn), dayOrNull(originalFinalOn)]);
  for (let day = Math.min(asOf, ...made.filter((each) => each !== null)); day <= asOf; day++) if (stoodFinalOn(facts, day, asOf)) return false;
  return true;
}

/** Nobody who was never held, or never ordered removed, has a day to count: then it does not matter what is not known. */
function cumulative(
  facts: FactsJson, custody: OracleCustody | null, finality: OracleFinality, asOf: number, counts: (day: number) => boolean, running: boolean, lapsesUnknown = false,
): OracleCount {
  if (custody === null) return finality.result === 'not-final' && !someFinalityUnknown(facts, asOf) && neverStood(facts, asOf) ? NOTHING : NOT_KNOWN;
  if (custody.days.size === 0 || facts.removalOrders?.length === 0) return NOTHING;
  if (finality.result === 'unknown' || someFinalityUnknown(facts, asOf)) return NOT_KNOWN;
  const counted = sum(custody, asOf, counts, running);
  return lapsesUnknown && (counted.days! > 0 || running) ? NOT_KNOWN : counted;
}

const oneRun = (from: number, asOf: number): OracleCount =>
  ({ days: asOf - from, day90On: from + 90, day180On: from + 180, sixMonthsOn: sixMonthsOn(from) });

/** Days added up one by one. A threshold is the day by which so many have passed, or would with unbroken custody. */
function sum({ days }: OracleCustody, asOf: number, counts: (day: number) => boolean, running: boolean): OracleCount {
  const counted = [...days].filter((day) => day < asOf && counts(day)).sort((a, b) => a - b);
  const first = counted[0] ?? (running ? asOf : null);
  if (first === null) return NOTHING;
  const reach = (n: number): number | null => {
    if (counted.length >= n) return counted[n - 1] + 1;
    return running ? asOf + (n - counted.length) : null;
  };
  return { days: counted.length, day90On: reach(90), day180On: reach(180), sixMonthsOn: reach(sixMonthsOn(first) - first) };
}

function removalPeriod({ result, beginsOn, endsOn }: OraclePeriod, asOf: number): OracleCount {
  if (result === 'not-begun') return NOTHING;
  if (beginsOn === null) return NOT_KNOWN;
  if (endsOn === null && asOf > beginsOn + 90) return NOT_KNOWN; // lapses would make it longer, and none are known
  return { ...oneRun(beginsOn, asOf), days: Math.min(asOf, endsOn ?? asOf) - beginsOn };
}
