import type { Clause } from '../authorities/authority.js';
import type { FindingResult } from '../answer.js';
import { addMonths, type Day } from '../calendar/day.js';
import type { Count, Reading } from '../evaluation.js';
import type { TimeLimit } from './check.js';
import { lineResult, type Situation } from './situation.js';

/**
 * Where courts differ on how post-order detention is counted, each way of counting is a reading with its citation.
 * A question arises only for a person on whom the ways of counting can differ; then its readings are given, agreeing or not.
 */
export function readingsOf(
  check: TimeLimit, count: Count, plain: { result: FindingResult; on: Day | null }, clause: Clause, situation: Situation,
): readonly Reading[] {
  const others: Reading[] = [];
  for (const question of check.readings) {
    const reading = QUESTIONS[question](check, clause, situation);
    if (reading !== null) others.push(reading);
  }
  if (others.length === 0) return others;
  const own: Reading = { policy: count.id, citation: 'Zadvydas v. Davis, 533 U.S. 678, 701 (2001)', days: count.days, on: plain.on, result: plain.result };
  return [own, ...others];
}

const QUESTIONS: Readonly<Record<TimeLimit['readings'][number], (check: TimeLimit, clause: Clause, situation: Situation) => Reading | null>> = {
  'separate-stays': separateStays,
  'non-cooperation': nonCooperation,
  'start-after-removal-period': startAfterRemovalPeriod,
};

/** Are separate stays added together? Arises once there was post-order custody before the stay that stands. */
function separateStays(check: TimeLimit, clause: Clause, situation: Situation): Reading | null {
  const [, , current, cumulative] = situation.counts;
  if (current.from === null || cumulative.days === current.days) return null;
  return readAs(cumulative, 'Hamama v. Adducci, ECF 555 (E.D. Mich. 2019); Sied v. Nielsen, 17-cv-06785 (N.D. Cal. 2018)', check, clause, situation);
}

/** The circuits whose own decisions leave out the time in which the detainee "controls the clock". */
const NON_COOPERATION_LEADS: Readonly<Record<string, string>> = {
  '9': 'Pelich v. INS, 329 F.3d 1057 (9th Cir. 2003); Lema v. INS, 341 F.3d 853 (9th Cir. 2003)',
};

/** Do days of non-cooperation count? Arises once a lapse touches post-order custody. */
function nonCooperation(check: TimeLimit, clause: Clause, situation: Situation): Reading | null {
  const { lapses, counts } = situation;
  if (lapses.all.length === 0 && (lapses.missing.length === 0 || lapses.missing[0] === 'cooperation')) return null;
  const [, , current, cumulative, lessTolled] = counts;
  if (current.from === null || cumulative.days === lessTolled.days) return null;
  return readAs(lessTolled, `${NON_COOPERATION_LEADS['9']}; Bhan v. Nielsen, 1:20-cv-941 (W.D. La. 2020)`, check, clause, situation);
}

function readAs(count: Count, citation: string, { line }: TimeLimit, clause: Clause, { asOf, horizon }: Situation): Reading {
  if (count.days === null) return { policy: count.id, citation, days: null, on: null, result: 'unknown' };
  const on = count.reaches(line.n, line.unit);
  return { policy: count.id, citation, days: count.days, on, result: lineResult(on, asOf, clause.warningDays, horizon) };
}

/** Six months of detention, or six months beyond the removal period? District courts of the Fifth Circuit count the latter. */
function startAfterRemovalPeriod({ line }: TimeLimit, clause: Clause, { circuit, period, custody, asOf, horizon }: Situation): Reading | null {
  if (circuit !== '5' || period.result !== 'determined' || period.endsOn === null || custody.current === null) return null;
  const from = custody.current.from > period.endsOn ? custody.current.from : period.endsOn;
  if (from === custody.current.from) return null; // held anew after the period: both ways count from the same day
  const on = addMonths(from, line.n);
  return {
    policy: 'post-removal-period.current-stay',
    citation: 'Bhan v. Nielsen, 1:20-cv-941 (W.D. La. 2020); Kumar v. Warden, 1:20-cv-971 (W.D. La. 2020)',
    days: Math.max(0, asOf - from), on,
    result: lineResult(on, asOf, clause.warningDays, horizon),
  };
}

/** The reading of the circuit's own court of appeals, where it has one on a question that arises; never of a disputed lapse. */
export function leadingReading(readings: readonly Reading[], { circuit, lapses }: Situation): Reading | null {
  if (circuit === null || !(circuit in NON_COOPERATION_LEADS)) return null;
  if (lapses.settled.length !== lapses.all.length || lapses.missing.length > 0) return null;
  return readings.find(({ policy }) => policy === 'post-order.cumulative-less-tolled') ?? null;
}
