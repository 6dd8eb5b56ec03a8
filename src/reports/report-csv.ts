import { CSV_BEGINS, csvLine, type CsvValue } from '../common/csv.js';
import type { ReportDocument } from './report-document.js';
import { tablesOf } from './report-tables.js';
import { NUMBERS } from './tally.js';

const COLUMNS = ['part', 'authority', 'clause', 'fieldOffice', 'facility', 'month', 'what', 'count', 'value',
  'number', 'person', 'name', 'outcome', 'on', 'answeredOn', 'counted', 'event', 'eventId', 'finding', 'review', 'missing', 'because', 'citation', 'grade', 'check', 'text'] as const;

/**
 * One table of all parts, each row saying of which it is: a number (`what` and `count`), a finding of the exhibit, or a line of the
 * first page (`what` and `value`).
 */
export function reportCsv(document: ReportDocument, names: ReadonlyMap<string, string>, hash: string): Buffer {
  const lines: string[] = [];
  const add = (row: Readonly<Record<string, CsvValue | undefined>>) => lines.push(csvLine(COLUMNS.map((column) => row[column] ?? null)));
  for (const [what, value] of firstPage(document, hash)) add({ part: 'query', what, value });
  document.method.forEach((value) => add({ part: 'method', value }));
  Object.entries(document.outcomes).forEach(([what, value]) => add({ part: 'outcomes', what, value }));
  for (const { id: part, columns, rows } of tablesOf(document, names)) {
    for (const row of rows) {
      const told = Object.fromEntries(columns.map(({ name }, i) => [name, row[i]]));
      const numbers = columns.filter(({ name, isNumber }) => isNumber && name !== 'number').map(({ name }) => name);
      const about = Object.fromEntries(Object.entries(told).filter(([name]) => !numbers.includes(name)));
      if (numbers.length === 0) add({ part, ...about });
      else for (const what of numbers) if (part === 'reviews' || (NUMBERS as readonly string[]).includes(what)) add({ part, ...about, what, count: told[what] });
    }
  }
  return Buffer.from(CSV_BEGINS + csvLine(COLUMNS) + lines.join(''));
}

/** What was asked, line by line. */
export function firstPage({ query, findings }: ReportDocument, hash: string): [string, string][] {
  return [
    ['Report', query.id],
    ['Audience', query.audience === 'office' ? 'the office alone: it names people by their ids' : 'outside: pseudonyms, small numbers suppressed'],
    ['Period', `${query.from} through ${query.through}, both included`],
    ['Authorities', query.authorities?.join(', ') ?? 'all'],
    ['As of', query.asOf],
    ['As known on', query.asKnownOn],
    ['Law version', query.lawVersion],
    ['Findings in the exhibit', String(findings.length)],
    ['SHA-256 of the JSON', hash],
  ];
}
