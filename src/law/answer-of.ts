import type { Answer, CountAnswer, FindingAnswer, ReadingAnswer } from './answer.js';
import { formatDay, monthsBetween, type Day } from './calendar/day.js';
import { daysOfStay } from './custody.js';
import type { Count, Evaluation, Finding, Reading } from './evaluation.js';

/** An evaluation as the JSON contract writes it, with every sentence built. */
export function answerOf(evaluation: Evaluation): Answer {
  const { asOf, finality, removalPeriod } = evaluation;
  return {
    asOf: formatDay(asOf),
    lawVersion: evaluation.lawVersion,
    circuit: evaluation.circuit,
    custody: {
      inCustody: evaluation.inCustody,
      stays: evaluation.stays.map((stay) => ({ from: formatDay(stay.from), to: text(stay.to), days: daysOfStay(stay, asOf), stints: stay.stints, endedBy: stay.endedBy })),
      because: evaluation.custodyBecause(),
      missing: [...evaluation.custodyMissing],
    },
    finality: {
      result: finality.result, on: text(finality.on), basis: finality.basis, citation: finality.citation,
      because: finality.because(), missing: [...finality.missing],
    },
    removalPeriod: {
      result: removalPeriod.result, beginsOn: text(removalPeriod.beginsOn), endsOn: text(removalPeriod.endsOn), tolledDays: removalPeriod.tolledDays,
      readings: removalPeriod.readings.map(({ policy, citation, beginsOn, endsOn }) => ({ policy, citation, beginsOn: text(beginsOn), endsOn: text(endsOn) })),
      because: removalPeriod.because(), missing: [...removalPeriod.missing],
    },
    governing: evaluation.governing.map(({ from, to, authority }) => ({ from: formatDay(from), to: text(to), authority })),
    counts: evaluation.counts.map(countAnswer),
    findings: evaluation.findings.map(findingAnswer),
    bondHearing: evaluation.bondHearing(),
    nextChangeOn: text(evaluation.nextChangeOn),
  };
}

const text = (day: Day | null): string | null => (day === null ? null : formatDay(day));

const ZERO_MONTHS = { whole: 0, days: 0 };

function countAnswer(count: Count): CountAnswer {
  const { id, from, days, policy, missing } = count;
  return {
    id, from: text(from), days,
    months: days === null ? null : from === null ? ZERO_MONTHS : monthsBetween(from, (from + days) as Day),
    day90On: text(count.reaches(90, 'day')), day180On: text(count.reaches(180, 'day')), sixMonthsOn: text(count.reaches(6, 'month')),
    policy, because: count.because(), missing: [...missing],
  };
}

export const findingAnswer = (finding: Finding): FindingAnswer => ({
  authority: finding.authority, clause: finding.clause, event: finding.event, result: finding.result, on: text(finding.on),
  citation: finding.citation, grade: finding.grade, unverified: finding.unverified, policy: finding.policy,
  readings: finding.readings.map(readingAnswer), because: finding.because(), missing: [...finding.missing],
});

const readingAnswer = ({ policy, citation, days, on, result }: Reading): ReadingAnswer => ({ policy, citation, days, on: text(on), result });
