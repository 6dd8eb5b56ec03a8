import { table } from '../common/terminal/table.js';
import { wrap } from '../common/terminal/text-width.js';
import { FINDING_RESULTS, type Answer, type FindingAnswer } from '../law/answer.js';

/** An answer for a reader at a terminal: what needs a lawyer comes first, and each line of it with its reasons. */
export function answerText(answer: Answer, width: number): string {
  const { custody, finality, removalPeriod, governing, counts, findings, bondHearing } = answer;
  const sections = [
    facts(answer),
    section('Detained under', table([
      { title: 'from', of: (span) => span.from },
      { title: 'to', of: (span) => span.to ?? 'still' },
      { title: 'authority', of: (span) => span.authority },
    ], governing, width), governing.length),
    section('Counts', table([
      { title: 'count', of: ({ id }) => id },
      { title: 'from', of: ({ from }) => from },
      { title: 'days', of: ({ days }) => days, align: 'right' },
      { title: 'months', of: ({ months }) => months && `${months.whole} and ${months.days} d` },
      { title: 'day 90', of: ({ day90On }) => day90On },
      { title: 'day 180', of: ({ day180On }) => day180On },
      { title: 'six months', of: ({ sixMonthsOn }) => sixMonthsOn },
    ], counts, width), counts.length),
    section('Findings', table([
      { title: 'result', of: ({ result }) => result },
      { title: 'on', of: ({ on }) => on },
      { title: 'authority', of: ({ authority }) => authority },
      { title: 'clause', of: ({ clause }) => clause },
      { title: 'citation', of: ({ citation }) => citation, narrowTo: 16 },
      { title: 'grade', of: ({ grade, unverified }) => (unverified ? `${grade}, unverified` : grade) },
      { title: 'missing', of: ({ missing }) => missing.join(', '), narrowTo: 12 },
    ], byUrgency(findings), width), findings.length),
    reasons('Why: custody', custody.because, width),
    reasons(`Why: finality is ${finality.result}`, finality.because, width),
    reasons(`Why: the removal period is ${removalPeriod.result}`, removalPeriod.because, width),
    bondHearing.result === 'not-asked' ? '' : reasons(`Why: a bond hearing is ${bondHearing.result}`, [...bondHearing.because, ...bondHearing.supposes.map((sentence) => `Taken for granted: ${sentence}`)], width),
    ...byUrgency(findings).filter(needsReading).map(({ authority, clause, result, unverified, because }) =>
      reasons(`Why: ${authority} ${clause} is ${result}${unverified ? ', and unverified' : ''}`, because, width)),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function facts({ asOf, custody, finality, removalPeriod, nextChangeOn, lawVersion }: Answer): string {
  const held = custody.inCustody === null ? 'not known whether in custody' : custody.inCustody ? 'in immigration custody' : 'not in immigration custody';
  const ends = removalPeriod.beginsOn === null ? '' : `, ${removalPeriod.beginsOn} to ${removalPeriod.endsOn ?? 'an unknown day'}`;
  return [
    `As of ${asOf}: ${held}`,
    `Order: ${finality.result}${finality.on === null ? '' : ` since ${finality.on}`}${finality.basis === null ? '' : ` (${finality.basis})`}`,
    `Removal period: ${removalPeriod.result}${ends}`,
    `Next change if no fact changes: ${nextChangeOn ?? 'none'}`,
    `Law as of version ${lawVersion}. A result of "met" means that review is due, not that the detention is unlawful.`,
  ].join('\n');
}

const byUrgency = (findings: readonly FindingAnswer[]): FindingAnswer[] =>
  [...findings].sort((a, b) => rank(a) - rank(b) || Number(a.unverified) - Number(b.unverified) || (a.on ?? '9999').localeCompare(b.on ?? '9999'));
const ORDER = ['met', 'contested', 'approaching', 'unknown', 'not-met', 'not-in-force'] satisfies (typeof FINDING_RESULTS)[number][];
const rank = ({ result }: FindingAnswer): number => ORDER.indexOf(result);
const needsReading = ({ result }: FindingAnswer): boolean => result !== 'not-met' && result !== 'not-in-force';

const section = (title: string, body: string, rows: number): string => (rows === 0 ? '' : `${title}\n${body}`);

function reasons(title: string, because: readonly string[], width: number): string {
  if (because.length === 0) return '';
  return [title, ...because.flatMap((sentence) => wrap(sentence, width - 4).map((line, i) => `${i === 0 ? '  · ' : '    '}${line}`))].join('\n');
}
