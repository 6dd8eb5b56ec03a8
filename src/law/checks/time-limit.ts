import type { Clause } from '../authorities/authority.js';
import type { FindingResult } from '../answer.js';
import { addDays, addMonths, formatDay, type Day } from '../calendar/day.js';
import type { PeriodReading, Reading } from '../evaluation.js';
import { REMOVAL_PERIOD_DAYS } from '../removal-period/removal-period.js';
import type { TimeLimit } from './check.js';
import { readingsOf, leadingReading } from './readings.js';
import { countOf, custodyNotKnown, firstEvent, judged, lineResult, notHeld, resultOfReadings, type Judgement, type Situation } from './situation.js';

/** A state must not last past a line: met on the day of the line itself, and only while the person is held. */
export function judgeTimeLimit(clause: Clause, check: TimeLimit, situation: Situation): Judgement {
  const { custody } = situation;
  const policy = check.line.count;
  if (custody.inCustody === null || (custody.inCustody && custody.missing.length > 0)) return custodyNotKnown(policy, custody.missing);
  if (!custody.inCustody) return notHeld(policy, countOf(situation.counts, check.line.count));
  return check.line.count === 'removal-period' ? judgeOnPeriod(clause, check, situation) : judgeOnCount(clause, check, situation);
}

function judgeOnCount(clause: Clause, check: TimeLimit, situation: Situation): Judgement {
  const { line } = check;
  const { asOf, horizon, finality } = situation;
  const count = countOf(situation.counts, line.count);
  if (count.days === null) {
    const result = finality.result === 'contested' && count.missing.length === 0 ? 'contested' : 'unknown';
    return judged(result, null, line.count, () => count.because(), { count, missing: count.missing });
  }
  const on = count.reaches(line.n, line.unit);
  const result = answered(check, situation, count.from, on, lineResult(on, asOf, clause.warningDays, horizon));
  const because = () => [
    ...count.because(), lineSentence(line.n, line.unit, on, asOf), ...answerSentence(check, count.from, on, situation), ...cooperationSentence(check, count.from, situation),
  ];
  const missing = result === 'unknown' ? ['events'] : [];
  const answeredOn = answeredInTimeOn(check, count.from, on, situation);
  if (check.readings.length === 0) return judged(result, on, line.count, because, { count, missing, answeredOn });

  const readings = readingsOf(check, count, { result, on }, clause, situation).map((reading) => ({ ...reading, result: answered(check, situation, count.from, reading.on, reading.result) }));
  if (readings.length === 0) return judged(result, on, line.count, because, { count, missing, answeredOn });
  const leading = leadingReading(readings, situation);
  const explained = () => [...because(), ...readings.map(readingSentence), ...(leading === null ? [] : [`In this circuit ${leading.citation} leads.`])];
  if (leading !== null) return judged(leading.result, leading.on, leading.policy, explained, { count, readings, missing: missingOf(leading, situation) });
  const together = resultOfReadings(readings);
  return judged(together, on, line.count, explained, { count, readings, missing: together === 'unknown' ? situation.lapses.missing : [] });
}

const missingOf = ({ result }: Reading, { lapses }: Situation): readonly string[] => (result === 'unknown' ? lapses.missing : []);

export function readingSentence({ policy, citation, days, on, result }: Reading): string {
  const counted = days === null ? 'not known' : `${days} days`;
  return `Read as ${policy} (${citation}): ${counted}${on === null ? '' : `, line on ${formatDay(on)}`}: ${result}.`;
}

export function lineSentence(n: number, unit: 'day' | 'month', on: Day | null, asOf: Day): string {
  const limit = `${n === 6 && unit === 'month' ? 'Six months' : `${n} ${unit}s`}`;
  if (on === null) return `${limit} are not reached and the count does not run.`;
  return on <= asOf ? `${limit} were reached on ${formatDay(on)}: review is due.` : `${limit} will be reached on ${formatDay(on)}.`;
}

/** What is not known and might matter is said, also where the count is certain. */
const cooperationSentence = ({ readings }: TimeLimit, from: Day | null, { facts }: Situation): string[] =>
  facts.cooperation === null && from !== null && readings.includes('non-cooperation')
    ? ['Whether the person failed to cooperate with removal is not on file (cooperation); courts have left such days out.']
    : [];

/** Limits counted from the beginning of the removal period, and extended as it is extended. */
function judgeOnPeriod(clause: Clause, check: TimeLimit, situation: Situation): Judgement {
  const { line } = check;
  const { asOf, horizon, period, counts, facts } = situation;
  const count = countOf(counts, 'removal-period');
  const { beginsOn, tolledDays, settledTolledDays } = period;
  const because = () => period.because();
  const lineFrom = (begins: Day, tolled: number): Day =>
    addDays(line.unit === 'day' ? addDays(begins, line.n) : addMonths(begins, line.n), tolled);
  const resultOn = (begins: Day, on: Day | null, moves = period.endMoves): FindingResult =>
    answered(check, situation, begins, on, lineResult(on, asOf, clause.warningDays, moves ? null : horizon));
  // However long an extension that is not known, the line cannot come sooner than without one.
  const notYet = (begins: Day): boolean => lineResult(lineFrom(begins, 0), asOf, clause.warningDays, horizon) === 'not-met';

  switch (period.result) {
    case 'not-begun':
      return judged('not-met', null, line.count, because, { count });
    case 'unknown': {
      if (beginsOn === null) return judged('unknown', null, line.count, because, { count, missing: period.missing });
      if (notYet(beginsOn)) return judged('not-met', null, line.count, because, { count });
      return judged('unknown', null, line.count, because, { count, missing: period.missing });
    }
    case 'contested': {
      const readings = period.readings.map(({ policy, citation, beginsOn, endsOn, missing }): Reading => {
        if (beginsOn === null) return { policy, citation, days: 0, on: null, result: missing.length > 0 ? 'unknown' : 'not-met' };
        const days = asOf - beginsOn;
        if (missing.length > 0) return { policy, citation, days, on: null, result: notYet(beginsOn) ? 'not-met' : 'unknown' };
        const on = endsOn === null ? null : lineFrom(beginsOn, endsOn - beginsOn - REMOVAL_PERIOD_DAYS);
        return { policy, citation, days, on, result: resultOn(beginsOn, on) };
      });
      const result = resultOfReadings(readings);
      const missing = result === 'unknown' ? missingOfReadings(period.readings, facts.events === null) : [];
      return judged(result, null, line.count, () => [...because(), ...readings.map(readingSentence)], { count, readings, missing });
    }
    case 'determined': {
      const on = lineFrom(beginsOn!, tolledDays!);
      const result = resultOn(beginsOn!, on);
      const missing = result === 'unknown' && facts.events === null ? ['events'] : [];
      const explained = () => [...because(), lineSentence(line.n, line.unit, lineFrom(beginsOn!, 0), asOf), ...(tolledDays === 0 ? [] : [`Extended by ${tolledDays} days to ${formatDay(on)}.`]), ...answerSentence(check, beginsOn, on, situation)];
      const answeredOn = answeredInTimeOn(check, beginsOn, on, situation);
      if (tolledDays === settledTolledDays) return judged(result, on, line.count, explained, { count, missing, answeredOn });
      const settledOn = lineFrom(beginsOn!, settledTolledDays!);
      const readings: Reading[] = [
        { policy: 'lapses-extend-the-period', citation: '8 U.S.C. § 1231(a)(1)(C)', days: asOf - beginsOn!, on, result },
        { policy: 'disputed-lapses-left-out', citation: '8 U.S.C. § 1231(a)(1)(C)', days: asOf - beginsOn!, on: settledOn, result: resultOn(beginsOn!, settledOn, period.endMoves && settledOn === on) },
      ];
      return judged(resultOfReadings(readings), on, line.count, () => [...explained(), ...readings.map(readingSentence)], { count, readings, missing });
    }
  }
}

const missingOfReadings = (readings: readonly PeriodReading[], eventsMissing: boolean): readonly string[] => [
  ...new Set([...readings.flatMap(({ missing }) => missing), ...(eventsMissing ? ['events'] : [])]),
];

/** An event that answers the limit in time leaves nothing to ask for; whether there was one must be known. */
function answered(check: TimeLimit, { facts, asOf }: Situation, beginsOn: Day | null, on: Day | null, result: FindingResult): FindingResult {
  if (check.satisfiedBy.length === 0 || beginsOn === null || on === null || result === 'not-met') return result;
  if (facts.events === null) return 'unknown';
  return answerTo(check, beginsOn, on, { facts, asOf }) === null ? result : 'not-met';
}

const answerTo = ({ satisfiedBy }: TimeLimit, beginsOn: Day, on: Day, { facts, asOf }: Pick<Situation, 'facts' | 'asOf'>): { on: Day; index: number } | null =>
  firstEvent(facts, satisfiedBy, beginsOn, on < asOf ? on : asOf);

const answeredInTimeOn = (check: TimeLimit, beginsOn: Day | null, on: Day | null, situation: Situation): Day | null =>
  (check.satisfiedBy.length === 0 || beginsOn === null || on === null ? null : (answerTo(check, beginsOn, on, situation)?.on ?? null));

function answerSentence(check: TimeLimit, beginsOn: Day | null, on: Day | null, situation: Situation): string[] {
  if (check.satisfiedBy.length === 0 || beginsOn === null || on === null) return [];
  if (situation.facts.events === null) return [`Whether ${check.satisfiedBy.join(' or ')} came in time is not known (events).`];
  const answer = answerTo(check, beginsOn, on, situation);
  return answer === null ? [] : [`Answered in time on ${formatDay(answer.on)} (events[${answer.index}]).`];
}
