import { MARGIN, Paper, WIDTH } from './paper.js';
import { firstPage } from './report-csv.js';
import type { ReportDocument } from './report-document.js';
import { barsOf, type Bars, SUPPRESSED, type Table, tablesOf } from './report-tables.js';
import { COLOURS } from './workbook-chart.js';

const TITLE = 'Compliance report';
/** The ids of the exhibit are in the other formats: on paper nobody follows them. */
const NOT_ON_PAPER: ReadonlySet<string> = new Set(['eventId', 'finding', 'missing', 'counted', 'event']);

/** The report on paper: title page, method, chart, tables and the exhibit; at the foot of each page by what it is known again. */
export async function reportPdf(document: ReportDocument, names: ReadonlyMap<string, string>, hash: string): Promise<Buffer> {
  const paper = new Paper({ title: TITLE, subject: `SHA-256 ${hash}`, createdAt: document.query.asKnownOn });
  paper.newPage();
  paper.line(TITLE, 24, 'bold');
  paper.skip(12);
  for (const [what, value] of firstPage(document, hash)) paper.pair(what, value);
  paper.newPage();
  paper.heading('Method');
  document.method.forEach((sentence) => paper.paragraph(sentence));
  paper.heading('What the numbers count');
  Object.entries(document.outcomes).forEach(([name, sentence]) => paper.pair(name, sentence));
  if (document.query.audience === 'outside') paper.pair(SUPPRESSED, 'suppressed');
  const bars = barsOf(document);
  if (bars.series.length > 0) drawBars(paper, bars);
  for (const table of tablesOf(document, names)) await paper.table(onPaper(table, document));
  const foot = `${TITLE} ${document.query.id} · as of ${document.query.asOf}, as known on ${document.query.asKnownOn} · SHA-256 ${hash}`;
  return paper.finish(foot);
}

/** In the office people are known by their names, outside by their pseudonyms. */
function onPaper(table: Table, { query }: ReportDocument): Table {
  const left = table.columns.map(({ name }) => !NOT_ON_PAPER.has(name) && !(name === 'person' && query.audience === 'office'));
  return { ...table, columns: table.columns.filter((_column, i) => left[i]), rows: table.rows.map((row) => row.filter((_cell, i) => left[i])) };
}

const CHART = { height: 300, left: MARGIN + 30 } as const;

/** A bar a month, its parts the clauses; the numbers are in the table by month. */
function drawBars(paper: Paper, { months, series }: Bars): void {
  paper.newPage();
  paper.heading('Late, missed or forbidden, by clause and month');
  const top = paper.y + 10;
  const base = top + CHART.height;
  const highest = Math.max(...months.map((_month, i) => series.reduce((sum, { values }) => sum + values[i], 0)));
  const step = stepFor(highest);
  const scale = CHART.height / (Math.ceil(highest / step) * step);
  for (let value = 0; value <= Math.ceil(highest / step) * step; value += step) {
    paper.rule(CHART.left, MARGIN + WIDTH, base - value * scale);
    paper.text(String(value), CHART.left - 4, base - value * scale - 4, { right: true });
  }
  const slot = (MARGIN + WIDTH - CHART.left) / months.length;
  const every = Math.ceil(34 / slot); // labels side by side, not over one another
  months.forEach((month, i) => {
    let y = base;
    series.forEach(({ values }, at) => {
      const height = values[i] * scale;
      if (height > 0) paper.box(CHART.left + i * slot + slot * 0.15, y -= height, slot * 0.7, height, `#${COLOURS[at % COLOURS.length]}`);
    });
    if (i % every === 0) paper.text(month, CHART.left + i * slot + slot * 0.15, base + 6);
  });
  paper.y = base + 26;
  series.forEach(({ name }, at) => {
    paper.room(12);
    paper.box(CHART.left, paper.y, 8, 8, `#${COLOURS[at % COLOURS.length]}`);
    paper.text(name, CHART.left + 14, paper.y - 1, { size: 8 });
    paper.y += 12;
  });
}

/** 1, 2 or 5 times a power of ten, so that there are at most ten lines. */
function stepFor(highest: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((times) => times * power).find((each) => highest / each <= 10);
    if (step !== undefined) return step;
  }
}
