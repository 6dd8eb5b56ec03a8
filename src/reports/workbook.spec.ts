import ExcelJS from 'exceljs';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { columnName } from './column-name.js';
import { workbook, type Sheet } from './workbook.js';

const ABOUT = { title: 'A & B', createdAt: '2026-11-24T12:00:00.000Z' };
const NUMBERS: Sheet = { name: 'Numbers', widths: [10, 10], headings: 1, filterFrom: 1, rows: [['Clause', 'Missed'], ['=1+1 <b>', { number: 7, opens: "'Exhibit'!A2:A8" }], ['هانا', null]] };
const BARS: Sheet = {
  name: "The office's bars", widths: [10, 10], rows: [['Month', 'a clause & another'], ['2026-04', 7]],
  chart: { title: 'By <month>', firstRow: 1, categories: ['2026-04'], series: [{ name: 'a clause & another', values: [7] }] },
};

async function parts(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => fromBuffer(bytes, { lazyEntries: true, strictFileNames: true }, (error, opened) => (error ? reject(error) : resolve(opened))));
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      buffer(stream).then((content) => { files.set(entry.fileName, content.toString()); zip.readEntry(); }, reject);
    }));
    zip.once('end', resolve).once('error', reject);
    zip.readEntry();
  });
  return files;
}

describe('a workbook', () => {
  it('is read by another program as it was written; what looks like a formula is text', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await workbook([NUMBERS, BARS], ABOUT)) as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Numbers', "The office's bars"]);
    expect(book.getWorksheet('Numbers')!.getSheetValues().slice(1).map((row) => (row as unknown[]).slice(1))).toEqual([['Clause', 'Missed'], ['=1+1 <b>', 7], ['هانا']]);
    expect([book.title, book.created.toISOString()]).toEqual(['A & B', '2026-11-24T12:00:00.000Z']);
  });

  it('has a chart over its own cells, and numbers that lead to where they are listed', async () => {
    const files = await parts(await workbook([NUMBERS, BARS], ABOUT));
    expect(files.get('xl/worksheets/sheet1.xml')).toContain('<hyperlink ref="B2" location="&apos;Exhibit&apos;!A2:A8"/>');
    expect(files.get('xl/worksheets/_rels/sheet2.xml.rels')).toContain('../drawings/drawing1.xml');
    const chart = files.get('xl/charts/chart1.xml')!;
    for (const words of ['<c:barChart>', 'By &lt;month&gt;', '<c:f>&apos;The office&apos;&apos;s bars&apos;!$B$2</c:f>', '<c:v>7</c:v>']) expect(chart).toContain(words);
    for (const [name, text] of files) if (name.endsWith('.xml')) expect([name, text.match(/PartName="\/([^"]+)"/g)?.every((part) => files.has(part.slice(11, -1))) ?? true]).toEqual([name, true]);
  });

  it('is the same bytes each time', async () => {
    expect((await workbook([NUMBERS, BARS], ABOUT)).equals(await workbook([NUMBERS, BARS], ABOUT))).toBe(true);
  });
});

it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [701, 'ZZ'], [702, 'AAA']])('column %i is %s', (place, name) => expect(columnName(place)).toBe(name));
