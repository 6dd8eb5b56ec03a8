import { Pdf, PAGE } from './pdf.js';
import { type FontName, encoded, widthOf, wrapped } from './pdf-font.js';
import { firstPage } from './report-csv.js';
import type { ReportDocument } from './report-document.js';
import { barsOf, type Bars, SUPPRESSED, type Table, tablesOf } from './report-tables.js';
import { COLOURS } from './workbook-chart.js';

const MARGIN = 36;
const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - MARGIN - 18;
const SMALL = 7;
const LINE = 8.5;
const TEXT = 10;
const TITLE = 'Compliance report';
/** The ids of the exhibit are in the other formats: on paper nobody follows them. */
const NOT_ON_PAPER: ReadonlySet<string> = new Set(['eventId', 'finding', 'missing', 'counted', 'event']);

/** The report on paper: title page, method, chart, tables and the exhibit; at the foot of each page by what it is known again. */
export function reportPdf(document: ReportDocument, names: ReadonlyMap<string, string>, hash: string): Buffer {
  const paper = new Paper();
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
  for (const table of tablesOf(document, names)) paper.table(onPaper(table, document));
  const foot = `${TITLE} ${document.query.id} · as of ${document.query.asOf}, as known on ${document.query.asKnownOn} · SHA-256 ${hash}`;
  return paper.finish(foot, { title: TITLE, createdAt: document.query.asKnownOn, id: hash.slice(0, 32) });
}

/** In the office people are known by their names, outside by their pseudonyms. */
function onPaper(table: Table, { query }: ReportDocument): Table {
  const left = table.columns.map(({ name }) => !NOT_ON_PAPER.has(name) && !(name === 'person' && query.audience === 'office'));
  return { ...table, columns: table.columns.filter((_column, i) => left[i]), rows: table.rows.map((row) => row.filter((_cell, i) => left[i])) };
}

/** A place on the pages that moves downward, and to the next page where one is full. */
class Paper {
  readonly pdf = new Pdf();
  y = 0;

  newPage(): void {
    this.pdf.page();
    this.y = MARGIN;
  }

  room(height: number): void {
    if (this.y + height > BOTTOM) this.newPage();
  }

  skip(height: number): void {
    this.y += height;
  }

  line(text: string, size: number, font: FontName = 'regular'): void {
    this.room(size * 1.4);
    this.y += size;
    this.pdf.text(text, MARGIN, this.y, { font, size });
    this.y += size * 0.4;
  }

  heading(text: string): void {
    this.room(60); // never alone at the foot of a page
    this.skip(10);
    this.line(text, 14, 'bold');
    this.skip(4);
  }

  paragraph(text: string): void {
    this.block(text, MARGIN, WIDTH);
    this.skip(4);
  }

  pair(what: string, value: string): void {
    this.room(TEXT * 1.3);
    this.pdf.text(what, MARGIN, this.y + TEXT, { font: 'bold', size: TEXT });
    this.block(value, MARGIN + 150, WIDTH - 150);
  }

  private block(text: string, x: number, width: number): void {
    for (const line of wrapped(text, 'regular', TEXT, width)) {
      this.room(TEXT * 1.3);
      this.y += TEXT;
      this.pdf.text(line, x, this.y, { size: TEXT });
      this.y += TEXT * 0.3;
    }
  }

  table({ title, columns, rows }: Table): void {
    this.newPage();
    this.heading(`${title}${rows.length === 0 ? ': none' : ''}`);
    if (rows.length === 0) return;
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    const widths = columns.map(({ width }) => (width / total) * WIDTH);
    const titles = columns.map((column, i) => wrapped(column.title, 'bold', SMALL, widths[i] - 4));
    this.head(titles, widths, columns);
    // Most of what stands in a column stands there again and again.
    const known = columns.map(() => new Map<string, number[][]>());
    const linesOf = (text: string, i: number): number[][] => {
      const lines = known[i].get(text) ?? wrapped(text, 'regular', SMALL, widths[i] - 4);
      known[i].set(text, lines);
      return lines;
    };
    for (const row of rows) {
      const cells = row.map((value, i) => linesOf(value === null ? '' : String(value), i));
      const height = heightOf(cells);
      if (this.y + height > BOTTOM) {
        this.newPage();
        this.head(titles, widths, columns);
      }
      this.cells(cells, widths, 'regular', columns);
      this.y += height;
      this.pdf.line(MARGIN, this.y, MARGIN + WIDTH, this.y);
    }
  }

  private head(titles: number[][][], widths: readonly number[], columns: Table['columns']): void {
    const height = heightOf(titles);
    this.pdf.box(MARGIN, this.y, WIDTH, height, 'E7EDF3');
    this.cells(titles, widths, 'bold', columns);
    this.y += height;
  }

  private cells(cells: readonly (readonly number[][])[], widths: readonly number[], font: FontName, columns: Table['columns']): void {
    let x = MARGIN;
    cells.forEach((lines, i) => {
      lines.forEach((line, place) => {
        const indent = columns[i].isNumber ? widths[i] - 4 - widthOf(line, font, SMALL) : 0;
        if (line.length > 0) this.pdf.text(line, x + 2 + indent, this.y + SMALL + 1 + place * LINE, { font, size: SMALL });
      });
      x += widths[i];
    });
  }

  finish(foot: string, about: { title: string; createdAt: string; id: string }): Buffer {
    const pages = this.pdf.pageCount;
    for (let page = 0; page < pages; page++) {
      const y = PAGE.height - MARGIN / 2;
      this.pdf.text(foot, MARGIN, y, { size: 6 }, page);
      const number = encoded(`${page + 1} of ${pages}`);
      this.pdf.text(number, PAGE.width - MARGIN - widthOf(number, 'regular', 6), y, { size: 6 }, page);
    }
    return this.pdf.bytes(about);
  }
}

const heightOf = (cells: readonly (readonly number[][])[]): number => Math.max(1, ...cells.map((lines) => lines.length)) * LINE + 3;

const CHART = { height: 300, left: MARGIN + 30 } as const;

/** A bar a month, its parts the clauses; the numbers are in the table by month. */
function drawBars(paper: Paper, { months, series }: Bars): void {
  paper.newPage();
  paper.heading('Late, missed or forbidden, by clause and month');
  const { pdf } = paper;
  const top = paper.y + 10;
  const base = top + CHART.height;
  const highest = Math.max(...months.map((_month, i) => series.reduce((sum, { values }) => sum + values[i], 0)));
  const step = stepFor(highest);
  const scale = CHART.height / (Math.ceil(highest / step) * step);
  for (let value = 0; value <= Math.ceil(highest / step) * step; value += step) {
    const label = encoded(String(value));
    pdf.line(CHART.left, base - value * scale, MARGIN + WIDTH, base - value * scale);
    pdf.text(label, CHART.left - 4 - widthOf(label, 'regular', SMALL), base - value * scale + 2, { size: SMALL });
  }
  const slot = (MARGIN + WIDTH - CHART.left) / months.length;
  const every = Math.ceil(34 / slot); // labels side by side, not over one another
  months.forEach((month, i) => {
    let y = base;
    series.forEach(({ values }, at) => {
      const height = values[i] * scale;
      if (height > 0) pdf.box(CHART.left + i * slot + slot * 0.15, y -= height, slot * 0.7, height, COLOURS[at % COLOURS.length]);
    });
    if (i % every === 0) pdf.text(month, CHART.left + i * slot + slot * 0.15, base + 12, { size: SMALL });
  });
  paper.y = base + 26;
  series.forEach(({ name }, at) => {
    paper.room(12);
    pdf.box(CHART.left, paper.y, 8, 8, COLOURS[at % COLOURS.length]);
    pdf.text(name, CHART.left + 14, paper.y + 7.5, { size: 8 });
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
