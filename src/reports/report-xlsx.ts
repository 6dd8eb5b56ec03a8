import type { ReportDocument } from './report-document.js';
import { firstPage } from './report-csv.js';
import { barsOf, SUPPRESSED, type Table, tablesOf } from './report-tables.js';
import { outcomesOf, type NumberName, NUMBERS } from './tally.js';
import { type Sheet, type SheetCell, workbook } from './workbook.js';

const TITLE = 'Compliance report';

/** A workbook: what was asked and how it was counted, a sheet a table, the chart, and the findings as an exhibit. */
export function reportXlsx(document: ReportDocument, names: ReadonlyMap<string, string>, hash: string): Promise<Buffer> {
  const tables = tablesOf(document, names);
  const exhibit = tables.find(({ id }) => id === 'findings')!;
  const sheets: Sheet[] = [
    titleSheet(document, hash),
    ...tables.map((table) => (table.id === 'by-clause' ? tableSheet(table, linkedInto(exhibit)) : tableSheet(table))),
  ];
  const bars = barsOf(document);
  if (bars.series.length > 0) {
    const chart = { title: 'Late, missed or forbidden, by clause and month', firstRow: 1, categories: bars.months, series: bars.series };
    sheets.splice(1, 0, {
      name: 'Chart', widths: [10, ...bars.series.map(() => 24)], headings: 1, chart,
      rows: [['Month', ...bars.series.map(({ name }) => name)], ...bars.months.map((month, i) => [month, ...bars.series.map(({ values }) => values[i])])],
    });
  }
  return workbook(sheets, { title: TITLE, createdAt: document.query.asKnownOn });
}

function titleSheet(document: ReportDocument, hash: string): Sheet {
  const { method, outcomes, query } = document;
  const wrapped = (text: string): SheetCell => ({ text, style: 'wrapped' });
  return {
    name: 'Report', widths: [26, 110],
    rows: [
      [{ text: TITLE, style: 'title' }], [],
      ...firstPage(document, hash).map(([what, value]): SheetCell[] => [what, wrapped(value)]), [],
      [{ text: 'Method', style: 'title' }], ...method.map((sentence): SheetCell[] => [null, wrapped(sentence)]), [],
      [{ text: 'What the numbers count', style: 'title' }], ...Object.entries(outcomes).map(([name, sentence]): SheetCell[] => [name, wrapped(sentence)]),
      ...(query.audience === 'outside' ? [[SUPPRESSED, wrapped('suppressed')]] : []),
    ],
  };
}

type Link = (row: Table['rows'][number], column: string) => string | null;

function tableSheet({ title, columns, rows }: Table, link: Link = () => null): Sheet {
  const linked = (row: Table['rows'][number]): SheetCell[] => row.map((value, i) => {
    const opens = typeof value === 'number' && value > 0 ? link(row, columns[i].name) : null;
    return opens === null ? value : { number: value as number, opens };
  });
  return { name: sheetName(title), widths: columns.map(({ width }) => width), headings: 1, filterFrom: 1, rows: [columns.map((column) => column.title), ...rows.map(linked)] };
}

/** The findings of one number stand one after the other in the exhibit, so that the number can lead to them. */
function linkedInto({ title, columns, rows }: Table): Link {
  const place = (name: string) => columns.findIndex((column) => column.name === name);
  const [authority, clause, outcome] = [place('authority'), place('clause'), place('outcome')];
  const ranges = new Map<string, [number, number]>();
  rows.forEach((row, i) => {
    const key = [row[authority], row[clause], row[outcome]].join('\t');
    ranges.set(key, [ranges.get(key)?.[0] ?? i + 2, i + 2]);
  });
  return ([ofAuthority, ofClause], name) => {
    if (!(NUMBERS as readonly string[]).includes(name)) return null;
    const found = outcomesOf(name as NumberName).flatMap((each) => ranges.get([ofAuthority, ofClause, each].join('\t')) ?? []);
    return found.length === 0 ? null : `'${sheetName(title)}'!A${Math.min(...found)}:A${Math.max(...found)}`;
  };
}

const sheetName = (title: string): string => title.split(/[:(]/)[0].trim().slice(0, 31);
