import ExcelJS from 'exceljs';
import { aRow, csv, person, readContent, shown } from '../../../../test/fixtures/ice/release-csv.js';
import { workbookParts, zip } from '../../../../test/fixtures/ice/zip.js';
import { showsDate } from './styles.js';

const COLUMNS = Object.keys(aRow());

/** A row of the XML of a sheet whose cells are texts in place. */
const inlineRow = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;

const HEADER = inlineRow(1, COLUMNS);
const values = (cells: Record<string, string> = {}): string[] => Object.values(aRow(cells));
const readSheets = (sheets: Record<string, string>, more: Parameters<typeof workbookParts>[1] = {}) => readContent(zip(workbookParts(sheets, more)));

/** The July 2025 columns with one of them replaced by a cell of the given XML. */
const readCell = (column: string, xml: string, more: Parameters<typeof workbookParts>[1] = {}) =>
  readSheets({ A: `${HEADER}<row r="2">${COLUMNS.map((name, i) => (name === column ? xml : `<c t="inlineStr"><is><t>${values()[i]}</t></is></c>`)).join('')}</row>` }, more);

describe('workbooks as Excel writes them', () => {
  it('several sheets with headers at different heights, a sheet of notes, shared and rich text, true dates', async () => {
    const workbook = new ExcelJS.Workbook();
    for (const [name, preamble] of [['FY2024', 6], ['FY2025', 5]] as const) {
      const sheet = workbook.addWorksheet(name);
      for (let i = 0; i < preamble; i++) sheet.addRow([`Title ${i}`]);
      sheet.addRow(COLUMNS);
      const row: (string | Date | ExcelJS.CellRichTextValue)[] = values({ 'Unique Identifier': person(preamble) });
      row[COLUMNS.indexOf('Book In Date Time')] = new Date('2024-04-08T10:00:30Z');
      row[COLUMNS.indexOf('Final Order Date')] = new Date('2024-04-01T00:00:00Z');
      row[COLUMNS.indexOf('Gender')] = { richText: [{ text: 'Fe' }, { text: 'male', font: { bold: true } }] };
      sheet.addRow(row);
    }
    workbook.addWorksheet('Notes').addRow(['FOIA', 'nothing here']);
    const { stints, refused, counts } = await readContent(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(refused).toEqual([]);
    expect(counts.people).toBe(2);
    expect(stints.map(shown)).toMatchObject([
      { sheet: 'FY2024', row: 8, from: '2024-04-08', fromSeconds: 36_030, gender: 'female', order: { finalOn: 19_814 } },
      { sheet: 'FY2025', row: 7, from: '2024-04-08' },
    ]);
  });

  it('days counted from 1904', async () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs>';
    const days = 45_390.5; // 2024-04-08 12:00, counted from 1900
    expect(shown((await readCell('Book In Date Time', `<c s="1"><v>${days}</v></c>`, { styles })).stints[0])).toMatchObject({ from: '2024-04-08', fromSeconds: 43_200 });
    expect(shown((await readCell('Book In Date Time', `<c s="1"><v>${days - 1462}</v></c>`, { styles, date1904: true })).stints[0])).toMatchObject({ from: '2024-04-08', fromSeconds: 43_200 });
    // A date without the style of one is still a count of days.
    expect(shown((await readCell('Book In Date Time', `<c><v>${days - 1462}</v></c>`, { date1904: true })).stints[0])).toMatchObject({ from: '2024-04-08' });
  });

  it('an ISO date, a text made by a formula, a text kept elsewhere', async () => {
    expect(shown((await readCell('Book In Date Time', '<c t="d"><v>2024-04-08T10:00:00Z</v></c>')).stints[0])).toMatchObject({ from: '2024-04-08', fromSeconds: 36_000 });
    expect((await readCell('Gender', '<c t="str"><f>"Fe"&amp;"male"</f><v>Female</v></c>')).stints[0].gender).toBe('female');
    const sharedStrings = '<si><t>other</t></si><si><r><t>Fe</t></r><r><t>male</t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si>';
    expect((await readCell('Gender', '<c t="s"><v>1</v></c>', { sharedStrings })).stints[0].gender).toBe('female');
  });

  it('an error and a boolean where a word should be are set aside', async () => {
    expect((await readCell('Gender', '<c t="e"><v>#N/A</v></c>')).refused).toMatchObject([{ sheet: 'A', row: 2, column: 'Gender', rowKept: true }]);
    expect((await readCell('Gender', '<c t="b"><v>1</v></c>')).refused).toMatchObject([{ column: 'Gender', cells: { Gender: 'TRUE' } }]);
  });

  it('cells that are left out, in the middle and at the end of a row', async () => {
    const cell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const columns = ['Unique Identifier', 'Stay Book In Date Time', 'Book In Date Time', 'Detention Facility Code', 'Detention Book Out Date Time'];
    const { stints } = await readSheets({ A: `${inlineRow(1, columns)}<row r="4">${cell('A4', person(1))}${cell('C4', '2024-04-08')}</row>` });
    expect(shown(stints[0])).toMatchObject({ row: 4, from: '2024-04-08', facility: null, to: null, stay: null });
  });

  it('names with a prefix, as some programs write them', async () => {
    const parts = workbookParts({ A: HEADER + inlineRow(2, values()) });
    const sheet = parts.at(-1)!;
    sheet.content = (sheet.content as string).replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(worksheet|sheetData|row|c|is|t)\b/g, '<$1x:$2');
    expect((await readContent(zip(parts))).stints).toHaveLength(1);
  });

  it.each([['General', false], ['0.00', false], ['yyyy-mm-dd h:mm:ss', true], ['[$-409]m/d/yy h:mm AM/PM;@', true], ['"year "0', false], ['0\\d', false], ['[h]:mm', true], ['[Red]0', false]])(
    'the format %s shows a date: %s', (format, expected) => {
      expect(showsDate(format)).toBe(expected);
    });
});

describe('workbooks that cannot be used, each with one sentence', () => {
  const whole = zip(workbookParts({ A: HEADER + inlineRow(2, values()) }));
  const refusal = (sentence: string) => ({ name: 'FileRefused', message: expect.stringContaining(sentence) as string });

  it('cut off at any place', async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      await expect(readContent(whole.subarray(0, whole.length * share))).rejects.toMatchObject(refusal('The workbook is cut off'));
    }
  });

  it('with a byte changed within a sheet', async () => {
    const parts = workbookParts({ A: HEADER + inlineRow(2, values()) });
    (parts.at(-1)!.content as string) = (parts.at(-1)!.content as string).replace('</sheetData>', '</sheetDatum>');
    await expect(readContent(zip(parts))).rejects.toMatchObject(refusal('The workbook is damaged or cut off'));
  });

  it('a zip archive of something else', async () => {
    await expect(readContent(zip([{ name: 'a.txt', content: 'a' }]))).rejects.toMatchObject(refusal('no Excel workbook'));
  });

  it('without a sheet of detentions', async () => {
    await expect(readSheets({ Notes: inlineRow(1, ['nothing']) })).rejects.toMatchObject(refusal('No sheet of this workbook has a header'));
  });

  it('of another kind', async () => {
    await expect(readSheets({ Arrests: inlineRow(7, ['Apprehension Date', 'Apprehension State', 'Apprehension County', 'Apprehension AOR', 'Final Program', 'Final Program Group']) }))
      .rejects.toMatchObject(refusal('Sheet “Arrests” is a release of arrests, not of detentions'));
  });

  it('that unpacks to a thousand times its size, which is not unpacked', async () => {
    const parts = [...workbookParts({ A: HEADER }), { name: 'xl/worksheets/bomb.xml', content: Buffer.alloc(64 * 1024 * 1024, 0x20) }];
    await expect(readContent(zip(parts))).rejects.toMatchObject(refusal('zip bomb'));
  });

  it('that claims to hold little and gives much', async () => {
    const parts = workbookParts({ A: `${HEADER}<!--${' '.repeat(20 * 1024 * 1024)}-->` });
    parts.at(-1)!.claimedSize = 1_000;
    await expect(readContent(zip(parts))).rejects.toMatchObject(refusal('damaged'));
  });

  it('that claims to hold terabytes in many parts', async () => {
    const parts = Array.from({ length: 9 }, (_, i) => ({ name: `part${i}`, content: 'a', claimedSize: 0xf000_0000 }));
    await expect(readContent(zip(parts))).rejects.toMatchObject(refusal('zip bomb'));
  });

  it('with a text that never ends', async () => {
    const noise = Array.from({ length: 300_000 }, (_, i) => (i * 2_654_435_761 % 4_294_967_296).toString(36)).join(' ');
    await expect(readSheets({ A: `${HEADER}<row r="2"><c t="inlineStr"><is><t>${noise}${noise}${noise}</t></is></c></row>` }))
      .rejects.toMatchObject(refusal('more than 4 MB in one cell'));
  });

  it('with a document type, which could name other files or grow without end', async () => {
    const parts = workbookParts({ A: HEADER });
    parts.at(-1)!.content = `<!DOCTYPE a [<!ENTITY e "eeeeeeeeee">]>${parts.at(-1)!.content as string}`;
    await expect(readContent(zip(parts))).rejects.toMatchObject(refusal('declares a document type'));
  });

  it.each([['rows out of order', '<row r="3"/><row r="2"/>', 'not in order'], ['a cell in no column', '<row r="3"><c r="3"/></row>', 'in no column'], ['a text that is not there', '<row r="3"><c t="s"><v>7</v></c></row>', 'not there']])(
    'with %s', async (_what, rows, sentence) => {
      await expect(readSheets({ A: HEADER + rows })).rejects.toMatchObject(refusal(sentence));
    });

  it('what a text file has is the same in a workbook', async () => {
    const rows = [aRow(), aRow({ 'Unique Identifier': person(2), 'Final Order Yes No': 'NO', 'Final Order Date': '' })];
    const workbook = await readSheets({ A: HEADER + rows.map((row, i) => inlineRow(i + 2, Object.values(row))).join('') });
    const text = await readContent(csv(rows));
    expect(workbook.stints.map((stint) => ({ ...stint, sheet: null }))).toEqual(text.stints);
  });
});
