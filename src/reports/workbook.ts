import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { zipped, type ZipEntry } from '../exports/zip.js';
import { columnName } from './column-name.js';
import { chartXml, drawingXml, type SheetChart } from './workbook-chart.js';
import { escaped, XML } from './xml.js';

/** A sheet of a spreadsheet. Text is kept as text, whatever it begins with: no cell is ever a formula. */
export interface Sheet {
  /** at most 31 characters, without []:*?/\ */
  name: string;
  /** in characters */
  widths: readonly number[];
  rows: readonly (readonly SheetCell[])[];
  /** how many rows from the top are headings, and stay in sight */
  headings?: number;
  /** from which row on (1: the first) the rows can be filtered */
  filterFrom?: number;
  chart?: SheetChart;
}

export type SheetCell = string | number | null | { text: string; style: 'title' | 'wrapped' } | { number: number; opens: string };

/** That a cell takes. */
const MOST_CHARACTERS = 32_767;
const CUT = ' … (too long for a cell; the JSON has all of it)';

const STYLES = { plain: 0, heading: 1, title: 2, wrapped: 3, link: 4 } as const;

/**
 * An Office Open XML workbook (ECMA-376), written whole: the same sheets make the same bytes on every day.
 * `createdAt`: RFC 3339, in UTC, told as the day of making.
 */
export async function workbook(sheets: readonly Sheet[], { title, createdAt }: { title: string; createdAt: string }): Promise<Buffer> {
  const charts = sheets.flatMap(({ chart }, i) => (chart ? [{ chart, sheet: i + 1 }] : []));
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length, charts.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']], [['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml']])],
    ['docProps/core.xml', core(title, createdAt)],
    ['xl/workbook.xml', book(sheets)],
    ['xl/_rels/workbook.xml.rels', relations([...sheets.map((_sheet, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]), ['styles', 'styles.xml']])],
    ['xl/styles.xml', STYLES_XML],
    ...sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]),
    ...charts.flatMap(({ chart, sheet }, i): [string, string][] => [
      [`xl/worksheets/_rels/sheet${sheet}.xml.rels`, relations([['drawing', `../drawings/drawing${i + 1}.xml`]])],
      [`xl/drawings/drawing${i + 1}.xml`, drawingXml(chart)],
      [`xl/drawings/_rels/drawing${i + 1}.xml.rels`, relations([['chart', `../charts/chart${i + 1}.xml`]])],
      [`xl/charts/chart${i + 1}.xml`, chartXml(chart, sheets[sheet - 1].name)],
    ]),
  ];
  const entries = files.map(([name, text]): ZipEntry => ({ name, content: () => Readable.from([Buffer.from(text)], { objectMode: false }) }));
  return buffer(Readable.from(zipped(entries), { objectMode: false }));
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function contentTypes(sheets: number, charts: number): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
  const each = (count: number, write: (n: number) => string) => Array.from({ length: count }, (_, i) => write(i + 1)).join('');
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + '<Default Extension="xml" ContentType="application/xml"/>'
    + part('xl/workbook.xml', 'officedocument.spreadsheetml.sheet.main') + part('xl/styles.xml', 'officedocument.spreadsheetml.styles')
    + part('docProps/core.xml', 'package.core-properties')
    + each(sheets, (n) => part(`xl/worksheets/sheet${n}.xml`, 'officedocument.spreadsheetml.worksheet'))
    + each(charts, (n) => part(`xl/drawings/drawing${n}.xml`, 'officedocument.drawing') + part(`xl/charts/chart${n}.xml`, 'officedocument.drawingml.chart'))
    + '</Types>';
}

function relations(office: readonly (readonly [type: string, target: string])[], others: readonly (readonly [type: string, target: string])[] = []): string {
  const all = [...office.map(([type, target]) => [`${RELATIONS}/${type}`, target]), ...others];
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
    + all.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`).join('') + '</Relationships>';
}

const core = (title: string, createdAt: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" `
  + 'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
  + `<dc:title>${escaped(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${createdAt.slice(0, 19)}Z</dcterms:created></cp:coreProperties>`;

function book(sheets: readonly Sheet[]): string {
  const filters = sheets.flatMap((sheet, i) => (sheet.filterFrom === undefined ? [] : [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">'${escaped(sheet.name)}'!${absolute(filterRange(sheet, sheet.filterFrom))}</definedName>`]));
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>`
    + sheets.map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')
    + `</sheets>${filters.length === 0 ? '' : `<definedNames>${filters.join('')}</definedNames>`}</workbook>`;
}

const STYLES_XML = `${XML}<styleSheet xmlns="${MAIN}">`
  + '<fonts count="4"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font><b/><sz val="16"/><name val="Arial"/></font>'
  + '<font><u/><sz val="10"/><color rgb="FF1F4E79"/><name val="Arial"/></font></fonts>'
  + '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EDF3"/></patternFill></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
  + '<cellXfs count="5"><xf fontId="0"/><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf fontId="2" applyFont="1"/>'
  + '<xf fontId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf fontId="3" applyFont="1"/></cellXfs></styleSheet>';

function sheetXml(sheet: Sheet): string {
  const { widths, rows, headings = 0, filterFrom, chart } = sheet;
  const links: string[] = [];
  const body = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellXml(value, `${columnName(c)}${r + 1}`, r < headings, links)).join('')}</row>`).join('');
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`
    + (headings === 0 ? '' : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headings}" topLeftCell="A${headings + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`)
    + `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width + 2}" customWidth="1"/>`).join('')}</cols>`
    + `<sheetData>${body}</sheetData>`
    + (filterFrom === undefined ? '' : `<autoFilter ref="${filterRange(sheet, filterFrom)}"/>`)
    + (links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`)
    + (chart === undefined ? '' : '<drawing r:id="rId1"/>') + '</worksheet>';
}

function cellXml(value: SheetCell, at: string, isHeading: boolean, links: string[]): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}" s="${STYLES.plain}"><v>${value}</v></c>`;
  if (typeof value === 'object' && 'opens' in value) {
    links.push(`<hyperlink ref="${at}" location="${escaped(value.opens)}"/>`);
    return `<c r="${at}" s="${STYLES.link}"><v>${value.number}</v></c>`;
  }
  const [text, style] = typeof value === 'string' ? [value, isHeading ? 'heading' : 'plain'] as const : [value.text, value.style] as const;
  const fits = text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - CUT.length)}${CUT}`;
  return `<c r="${at}" s="${STYLES[style]}" t="inlineStr"><is><t xml:space="preserve">${escaped(fits)}</t></is></c>`;
}

const filterRange = ({ widths, rows }: Sheet, from: number): string => `A${from}:${columnName(widths.length - 1)}${Math.max(rows.length, from)}`;
const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
