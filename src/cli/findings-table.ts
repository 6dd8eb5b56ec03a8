import { table, type Column } from '../common/terminal/table.js';
import type { FindingDto } from '../compliance/findings.dto.js';

/** An invented person is marked by a star. Whoever has no name in a government release is known by the beginning of its anonymous identifier. */
export function personOf({ person }: FindingDto): string {
  const marked = person.isDemo ? ' *' : '';
  if (person.name !== null) return person.name + marked;
  const [identifier] = person.identifiers;
  return (identifier === undefined ? `file ${person.id.slice(0, 8)}` : `ICE ${identifier.value.slice(0, 10)}…`) + marked;
}

function whatItNeeds(finding: FindingDto): string {
  if (finding.missing.length > 0) return `not known: ${finding.missing.join(', ')}`;
  if (finding.result === 'contested') return `${finding.readings.length} readings`;
  if (finding.review.state !== 'open') return `${finding.review.state}${finding.review.changedSince === null ? '' : ', changed since'}`;
  if (finding.acknowledged !== null) return `seen by ${finding.acknowledged.by}`;
  return finding.unverified ? 'source to be verified' : '';
}

export const FINDING_COLUMNS: readonly Column<FindingDto>[] = [
  { title: 'Result', of: ({ result }) => result },
  { title: 'Line on', of: ({ on }) => on },
  { title: 'Days', of: ({ count }) => count.days, align: 'right' },
  { title: 'Person', of: personOf, narrowTo: 12 },
  { title: 'Held at', of: ({ facility }) => facility?.code ?? null },
  { title: 'Clause', of: ({ authority, clause }) => `${authority} ${clause}`, narrowTo: 12 },
  { title: 'To do', of: whatItNeeds, narrowTo: 10 },
];

export const findingsTable = (findings: readonly FindingDto[], width: number): string => table(FINDING_COLUMNS, findings, width);

/** The reasons of one finding, as they are read aloud. */
export function reasonsOf(finding: FindingDto): string {
  const next = finding.nextChangeOn === null ? 'Nothing changes by itself.' : `The next change by itself is on ${finding.nextChangeOn}.`;
  return [
    `${personOf(finding)}: ${finding.result}, ${finding.authority} ${finding.clause} (${finding.citation}; source ${finding.grade})`,
    ...finding.because.map((sentence) => `  · ${sentence}`),
    `  · As of ${finding.asOf}. ${next}`,
  ].join('\n');
}
