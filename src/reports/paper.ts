import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { BatchedPdf } from './batched-pdf.js';

/** US letter, lying: in points, as all lengths here, counted from the upper left corner. */
const PAGE = { width: 792, height: 612 } as const;
export const MARGIN = 36;
export const WIDTH = PAGE.width - 2 * MARGIN;
const BOTTOM = PAGE.height - MARGIN - 18;
const TEXT = 10;
const SMALL = 7;
const LINE = 8.5;
const FOOT = 6;
const BLACK = '#000000';
const GREY = '#999999';
const HEAD = '#E7EDF3';

export type FontName = 'regular' | 'bold';

const { resolve } = createRequire(import.meta.url);
const font = (name: string): Buffer => readFileSync(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
/** DejaVu has Latin with all marks, Cyrillic and Greek, and more. Of it a file holds the signs that stand in it. */
const FONTS: Readonly<Record<FontName, Buffer>> = { regular: font('DejaVuSansCondensed'), bold: font('DejaVuSansCondensed-Bold') };

export interface PaperTable {
  title: string;
  columns: readonly { title: string; width: number; isNumber?: boolean }[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** A place on the pages that moves downward, and to the next page where one is full. The same writing makes the same bytes on every day. */
export class Paper {
  private readonly pdf: PDFKit.PDFDocument;
  /** of a size of one point, by font and text */
  private readonly widths: Readonly<Record<FontName, Map<string, number>>> = { regular: new Map(), bold: new Map() };
  y = 0;

  /** `createdAt`: RFC 3339. `subject`: what no other content has, from which the file's id is made. */
  constructor({ title, subject, createdAt }: { title: string; subject: string; createdAt: string }) {
    this.pdf = new BatchedPdf({
      size: [PAGE.width, PAGE.height], margin: 0, pdfVersion: '1.7', autoFirstPage: false, bufferPages: true, lang: 'en-US', font: '',
      info: { Title: title, Subject: subject, Producer: 'Vigil', Creator: 'Vigil', CreationDate: new Date(createdAt) },
    });
    for (const [name, bytes] of Object.entries(FONTS)) this.pdf.registerFont(name, bytes);
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = MARGIN;
  }

  room(height: number): void {
    if (this.y + height > BOTTOM) this.newPage();
  }

  skip(height: number): void {
    this.y += height;
  }

  /** `y`: of the upper edge of the letters. `right`: `x` is where it ends. */
  text(text: string, x: number, y: number, { font: name = 'regular', size = SMALL, right = false }: { font?: FontName; size?: number; right?: boolean } = {}): void {
    if (text === '') return;
    const left = right ? x - this.widthOf(text, name) * size : x; // measuring leaves another size behind
    this.pdf.font(name).fontSize(size).text(text, left, y, { lineBreak: false });
  }

  box(x: number, y: number, width: number, height: number, colour: string): void {
    this.pdf.rect(x, y, width, height).fill(colour).fillColor(BLACK);
  }

  rule(x1: number, x2: number, y: number): void {
    this.pdf.lineWidth(0.5).moveTo(x1, y).lineTo(x2, y).stroke(GREY);
  }

  line(text: string, size: number, name: FontName = 'regular'): void {
    this.room(size * 1.4);
    this.text(text, MARGIN, this.y, { font: name, size });
    this.y += size * 1.4;
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
    this.text(what, MARGIN, this.y, { font: 'bold', size: TEXT });
    this.block(value, MARGIN + 150, WIDTH - 150);
  }

  private block(text: string, x: number, width: number): void {
    for (const line of this.wrapped(text, 'regular', TEXT, width)) {
      this.room(TEXT * 1.3);
      this.text(line, x, this.y, { size: TEXT });
      this.y += TEXT * 1.3;
    }
  }

  /** Lets others have their turn after each page. */
  async table({ title, columns, rows }: PaperTable): Promise<void> {
    this.newPage();
    this.heading(`${title}${rows.length === 0 ? ': none' : ''}`);
    if (rows.length === 0) return;
    const total = columns.reduce((sum, { width }) => sum + width, 0);
    const widths = columns.map(({ width }) => (width / total) * WIDTH);
    const titles = columns.map((column, i) => this.wrapped(column.title, 'bold', SMALL, widths[i] - 4));
    const head = (): void => {
      this.box(MARGIN, this.y, WIDTH, heightOf(titles), HEAD);
      this.cells(titles, widths, 'bold', columns);
    };
    head();
    // Most of what stands in a column stands there again and again.
    const known = columns.map(() => new Map<string, string[]>());
    const linesOf = (text: string, i: number): string[] => {
      const lines = known[i].get(text) ?? this.wrapped(text, 'regular', SMALL, widths[i] - 4);
      known[i].set(text, lines);
      return lines;
    };
    const most = Math.floor((BOTTOM - MARGIN - heightOf(titles) - ROW_GAP) / LINE);
    for (const row of rows) {
      let cells = row.map((value, i) => linesOf(value === null ? '' : String(value), i));
      while (cells.some(({ length }) => length > 0)) { // one that is higher than a page goes on on the next
        const part = cells.map((lines) => lines.slice(0, most));
        if (this.y + heightOf(part) > BOTTOM) {
          await setImmediate();
          this.newPage();
          head();
        }
        this.cells(part, widths, 'regular', columns);
        this.rule(MARGIN, MARGIN + WIDTH, this.y);
        cells = cells.map((lines) => lines.slice(most));
      }
    }
  }

  private cells(cells: readonly (readonly string[])[], widths: readonly number[], name: FontName, columns: PaperTable['columns']): void {
    let x = MARGIN;
    cells.forEach((lines, i) => {
      const right = columns[i].isNumber === true;
      lines.forEach((line, place) => this.text(line, right ? x + widths[i] - 2 : x + 2, this.y + 1.5 + place * LINE, { font: name, right }));
      x += widths[i];
    });
    this.y += heightOf(cells);
  }

  /** The lines of a text in a column; a word that is wider than the column is cut. */
  private wrapped(text: string, name: FontName, size: number, width: number): string[] {
    const most = width / size;
    const space = this.widthOf(' ', name);
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const word of text.split(/\s+/)) {
      const wide = this.widthOf(word, name);
      if (line !== '' && used + space + wide <= most) {
        line += ` ${word}`;
        used += space + wide;
        continue;
      }
      if (line !== '') lines.push(line);
      const parts = wide <= most ? [word] : this.cut(word, name, most);
      line = parts.pop()!;
      lines.push(...parts);
      used = this.widthOf(line, name);
    }
    return [...lines, line];
  }

  private cut(word: string, name: FontName, most: number): string[] {
    const parts = [''];
    for (const { segment } of new Intl.Segmenter('en').segment(word)) {
      const longer = parts[parts.length - 1] + segment;
      if (longer === segment || this.measured(longer, name) <= most) parts[parts.length - 1] = longer;
      else parts.push(segment);
    }
    return parts;
  }

  private widthOf(text: string, name: FontName): number {
    const width = this.widths[name].get(text) ?? this.measured(text, name);
    this.widths[name].set(text, width);
    return width;
  }

  private measured(text: string, name: FontName): number {
    return this.pdf.font(name).fontSize(1).widthOfString(text);
  }

  /** Whole, with what stands at the foot of each page. */
  async finish(foot: string): Promise<Buffer> {
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.pdf.switchToPage(page);
      const y = PAGE.height - MARGIN / 2 - FOOT;
      this.text(foot, MARGIN, y, { size: FOOT });
      this.text(`${page + 1} of ${count}`, PAGE.width - MARGIN, y, { size: FOOT, right: true });
    }
    const whole = buffer(this.pdf);
    this.pdf.end();
    return whole;
  }
}

const ROW_GAP = 3;
const heightOf = (cells: readonly (readonly string[])[]): number => Math.max(1, ...cells.map((lines) => lines.length)) * LINE + ROW_GAP;
