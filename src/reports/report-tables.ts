import type { ClauseRow, ExhibitFinding, NumbersOf, OfficeFinding, ReportDocument } from './report-document.js';
import { isNotKept, type NumberName, NUMBERS } from './tally.js';

/** A report as tables: what the spreadsheet, the paper and the list of values have in common. */
export interface Table {
  id: string;
  title: string;
  /** with a width in characters, for a page and for a spreadsheet */
  columns: readonly { name: string; title: string; width: number; isNumber?: boolean }[];
  rows: readonly (readonly CellValue[])[];
}
export type CellValue = string | number | null;

/** Stands in the place of a number that is not told. */
export const SUPPRESSED = '*';
/** Of a person whose file is closed to whoever asked for the file of the report. */
const CLOSED = 'not shown to you';

const NUMBER_TITLES: Readonly<Record<NumberName, string>> = {
  due: 'Due', done: 'Done', late: 'Late', missed: 'Missed', pending: 'Not yet due', occurred: 'Forbidden act', clear: 'Nothing forbidden',
  reached: 'Limit reached', kept: 'Limit kept', contested: 'Contested', unknown: 'Unknown',
};
const numberColumns = NUMBERS.map((name) => ({ name, title: NUMBER_TITLES[name], width: 9, isNumber: true }));
const clauseColumns = [{ name: 'authority', title: 'Authority', width: 26 }, { name: 'clause', title: 'Clause', width: 20 }];

const cell = (count: number | null): CellValue => count ?? SUPPRESSED;
const cells = (numbers: NumbersOf): CellValue[] => NUMBERS.map((name) => cell(numbers[name].count));

/** `names`: what to call those whom the reader sees, by id. */
export function tablesOf(document: ReportDocument, names: ReadonlyMap<string, string>): Table[] {
  const { byClause, byFieldOffice, byFacility, byMonth, unverified } = document;
  const clauseTable = (id: string, title: string, rows: readonly ClauseRow[]): Table => ({
    id, title, columns: [...clauseColumns, ...numberColumns], rows: rows.map(({ authority, clause, numbers }) => [authority, clause, ...cells(numbers)]),
  });
  return [
    clauseTable('by-clause', 'By clause', byClause),
    ...reviewTable(byClause),
    {
      id: 'by-field-office', title: 'By field office', columns: [...clauseColumns, { name: 'fieldOffice', title: 'Field office', width: 12 }, ...numberColumns],
      rows: byFieldOffice.map(({ authority, clause, fieldOffice, numbers }) => [authority, clause, fieldOffice ?? 'not known', ...cells(numbers)]),
    },
    {
      id: 'by-facility', title: 'By facility',
      columns: [...clauseColumns, { name: 'fieldOffice', title: 'Field office', width: 12 }, { name: 'facility', title: 'Facility', width: 12 }, ...numberColumns],
      rows: byFacility.map(({ authority, clause, facility, fieldOffice, numbers }) => [authority, clause, fieldOffice ?? 'not known', facility ?? 'not held or not known', ...cells(numbers)]),
    },
    {
      id: 'by-month', title: 'By month', columns: [...clauseColumns, { name: 'month', title: 'Month', width: 10 }, ...numberColumns],
      rows: byMonth.map(({ authority, clause, month, numbers }) => [authority, clause, month ?? 'no day', ...cells(numbers)]),
    },
    clauseTable('unverified', 'Unverified sources (counted nowhere)', unverified),
    clausesTable(document),
    exhibit(document, names),
  ].filter(({ id, rows }) => rows.length > 0 || id === 'by-clause' || id === 'findings');
}

function reviewTable(byClause: readonly ClauseRow[]): Table[] {
  const states = [...new Set(byClause.flatMap(({ reviews }) => Object.keys(reviews ?? {})))].sort();
  if (states.length === 0) return [];
  return [{
    id: 'reviews', title: 'Review by the office',
    columns: [...clauseColumns, ...states.map((state) => ({ name: state, title: state.replaceAll('-', ' '), width: 12, isNumber: true }))],
    rows: byClause.map(({ authority, clause, reviews }) => [authority, clause, ...states.map((state) => reviews?.[state]?.count ?? 0)]),
  }];
}

const clausesTable = ({ clauses }: ReportDocument): Table => ({
  id: 'clauses', title: 'Clauses (in our words)',
  columns: [...clauseColumns, { name: 'citation', title: 'Citation', width: 30 }, { name: 'grade', title: 'Grade', width: 7 }, { name: 'check', title: 'Check', width: 16 }, { name: 'text', title: 'Text', width: 80 }],
  rows: clauses.map(({ authority, clause, citation, grade, check, text }) => [authority, clause, citation, grade, check, text]),
});

const isOfficeFinding = (finding: ExhibitFinding): finding is OfficeFinding => 'because' in finding;

function exhibit({ findings, query }: ReportDocument, names: ReadonlyMap<string, string>): Table {
  const columns = [{ name: 'number', title: 'No.', width: 6, isNumber: true }, { name: 'person', title: 'Person', width: 20 }];
  if (query.audience === 'outside') {
    return {
      id: 'findings', title: 'Exhibit: findings', columns: [...columns, ...clauseColumns, { name: 'outcome', title: 'Outcome', width: 12 }, { name: 'month', title: 'Month', width: 10 }],
      rows: findings.map(({ number, person, authority, clause, outcome, month }) => [number, person, authority, clause, outcome, month ?? SUPPRESSED]),
    };
  }
  return {
    id: 'findings', title: 'Exhibit: findings',
    columns: [...columns, { name: 'name', title: 'Name', width: 24 }, ...clauseColumns, { name: 'outcome', title: 'Outcome', width: 12 }, { name: 'on', title: 'Day', width: 13 },
      { name: 'answeredOn', title: 'Done on', width: 13 }, { name: 'facility', title: 'Facility', width: 13 }, { name: 'fieldOffice', title: 'Field office', width: 9 },
      { name: 'counted', title: 'Counted', width: 8 }, { name: 'event', title: 'Judged', width: 14 }, { name: 'eventId', title: 'Fact', width: 20 },
      { name: 'finding', title: 'Finding', width: 20 }, { name: 'review', title: 'Review', width: 14 }, { name: 'missing', title: 'Missing', width: 20 }, { name: 'because', title: 'Because', width: 84 }],
    rows: findings.filter(isOfficeFinding).map((one) => [one.number, one.person, names.get(one.person) ?? CLOSED, one.authority, one.clause, one.outcome, one.on, one.answeredOn,
      one.facility, one.fieldOffice, one.counted ? 'yes' : 'no', one.event?.kind ?? null, one.event?.id ?? null, one.finding, one.review, one.missing.join(', '), one.because.join(' ')]),
  };
}

/** What was not kept, month by month and clause by clause: what is drawn. Of what is suppressed nothing is. */
export interface Bars {
  months: readonly string[];
  series: readonly { name: string; values: readonly number[] }[];
}

const MOST_SERIES = 7;

export function barsOf({ byMonth, query }: ReportDocument): Bars {
  const months = monthsOf(query.from, query.through);
  const series = new Map<string, number[]>();
  for (const { authority, clause, month, numbers } of byMonth) {
    const place = month === null ? -1 : months.indexOf(month);
    const count = NUMBERS.filter((name) => name !== 'due' && isNotKept(name)).reduce((sum, name) => sum + (numbers[name].count ?? 0), 0);
    if (place < 0 || count === 0) continue;
    const name = `${authority} ${clause}`;
    const values = series.get(name) ?? months.map(() => 0);
    values[place] += count;
    series.set(name, values);
  }
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const largestFirst = [...series].map(([name, values]) => ({ name, values })).sort((a, b) => sum(b.values) - sum(a.values) || (a.name < b.name ? -1 : 1));
  if (largestFirst.length <= MOST_SERIES) return { months, series: largestFirst };
  const rest = largestFirst.slice(MOST_SERIES);
  return { months, series: [...largestFirst.slice(0, MOST_SERIES), { name: 'all other clauses', values: months.map((_month, i) => sum(rest.map(({ values }) => values[i]))) }] };
}

/** Every month from the one of the first day through that of the last, also those in which nothing was. */
function monthsOf(from: string, through: string): string[] {
  const months: string[] = [];
  for (let [year, month] = from.split('-').map(Number) as [number, number]; ;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > through.slice(0, 7)) return months;
    months.push(name);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}
