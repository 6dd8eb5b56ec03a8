import { aRow, csv, person, readContent, readFileOf, readRows, shown } from '../../../test/fixtures/ice/release-csv.js';
import { dataFile } from '../../reference/data-files.js';
import { layouts } from './layouts.js';

describe('the sample that ships with the project', () => {
  it.each(['ice_detentions_stints_sample.csv', 'ice_detentions_raw_layout_fixture.xlsx'])('%s holds 103 rows, 43 people, 46 stays and 16 open stints', async (name) => {
    const { rows, counts, refused, layout } = await readFileOf(dataFile(`ice/${name}`));
    expect({ rows, ...counts, refused, layout }).toEqual({
      rows: 103, people: 43, stays: 46, stints: 103, openStints: 16, duplicates: 0, refused: [], layout: 'detentions:detentions-7-25',
    });
  });

  it('says the same as text and as a workbook, but for the row on which each stint stands', async () => {
    const [text, workbook] = await Promise.all([
      readFileOf(dataFile('ice/ice_detentions_stints_sample.csv')), readFileOf(dataFile('ice/ice_detentions_raw_layout_fixture.xlsx')),
    ]);
    const asText = workbook.stints.map((stint) => ({ ...stint, sheet: null, row: stint.row - 6 }));
    expect(workbook.stints[0]).toMatchObject({ sheet: 'Detentions', row: 8 });
    expect(asText).toEqual(text.stints);
  });
});

describe('where the header stands and what its columns are called', () => {
  it.each([[0], [5], [6], [40]])('is found under %i lines of title, and rows are numbered as the sheet shows them', async (lines) => {
    const preamble = Array.from({ length: lines }, (_, i) => `Title, line ${i + 1}, of "a" release`.replaceAll('"', ''));
    const { stints } = await readContent(csv([aRow()], { preamble }));
    expect(stints[0].row).toBe(lines + 2);
  });

  it('is not looked for beyond the sixtieth row', async () => {
    await expect(readContent(csv([aRow()], { preamble: Array.from({ length: 60 }, () => 'a line of title') })))
      .rejects.toThrow('no header of a detention release in the first 60 rows');
  });

  const detentions = layouts().filter(({ table }) => table === 'detentions');
  it.each(detentions.map(({ id }) => [id]))('reads the layout %s, its columns in order and in reverse', async (id) => {
    const columns = [...detentions.find((layout) => layout.id === id)!.columns];
    const cells = (names: string[]) => Object.fromEntries(names.map((name) => [name, cellFor(name)]));
    for (const names of [columns, columns.toReversed()]) {
      const { stints, refused, layout } = await readRows(cells(names));
      expect(refused).toEqual([]);
      expect(layout).toBe(id);
      expect(shown(stints[0])).toMatchObject({ person: person(1), facility: 'CSCNWWA', from: '2024-04-08', to: '2024-04-17', stay: '2024-04-07' });
    }
  });

  function cellFor(name: string): string {
    if (name.includes('identifier')) return person(1);
    if (name === 'detention facility code') return 'CSCNWWA';
    if (/^stay book in/.test(name)) return '2024-04-07';
    if (/book in date/.test(name)) return '2024-04-08';
    if (/book out date/.test(name)) return '2024-04-17';
    return '';
  }

  it('takes capitals, blanks and underscores as they come', async () => {
    const cells = Object.fromEntries(Object.entries(aRow()).map(([name, cell]) => [name.toUpperCase().replaceAll(' ', '_'), cell]));
    expect((await readRows(cells)).stints).toHaveLength(1);
  });

  it('takes the first of two columns of one name', async () => {
    const header = `${Object.keys(aRow()).join(',')},Gender\n`;
    const { stints } = await readContent(`${header}${Object.values(aRow()).map((cell) => `"${cell}"`).join(',')},Female\n`);
    expect(stints[0].gender).toBe('male');
  });
});

describe('text files as they come', () => {
  it.each([['commas', ','], ['pipes', '|'], ['tabs', '\t'], ['semicolons', ';']])('separated by %s', async (_name, delimiter) => {
    const { stints } = await readContent(csv([aRow()], { delimiter, preamble: ['ICE, ERO | data; as of 2025'] }));
    expect(stints).toHaveLength(1);
  });

  it('with a byte order mark, CRLF, and a line end and quotation marks inside a quoted cell', async () => {
    const { stints, refused } = await readContent(csv([aRow({ 'Detention Facility': 'A "HOLD"\r\nROOM, WEST' }), aRow({ 'Unique Identifier': person(2) })], { bom: true, newline: '\r\n' }));
    expect(refused).toEqual([]);
    expect(stints.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('with a blank line between two rows, which keeps its number and is no row of data', async () => {
    const [header, row] = csv([aRow()]).split('\n');
    const { stints, rows } = await readContent(`${header}\n${row}\n\n${row}\n`);
    expect({ rows, at: stints.map((stint) => stint.row) }).toEqual({ rows: 2, at: [2, 4] });
  });

  it('without an end of line after the last row', async () => {
    expect((await readContent(csv([aRow()]).trimEnd())).stints).toHaveLength(1);
  });
});

describe('files that cannot be used, each with one sentence', () => {
  const whole = csv([aRow(), aRow({ 'Unique Identifier': person(2) })]);

  it.each([
    ['empty', '', 'The file is empty.'],
    ['cut off within the last identifier', whole.slice(0, -20), 'cut off in the middle of row 3'],
    ['cut off after a few cells', whole.slice(0, -80), 'cut off in the middle of row 3'],
    ['cut off inside a quoted cell', `${whole}"2024-04-08`, 'ends inside a quoted cell of row 4'],
    ['a PDF', '%PDF-1.7 …', 'This is a PDF'],
    ['UTF-16', Buffer.from(`\uFEFF${whole}`, 'utf16le'), 'UTF-16'],
    ['an old or locked workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old kind (.xls) or one with a password'],
    ['bytes of something else', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]), 'neither a workbook (.xlsx) nor text'],
    ['some other table', 'name,age\nA,1\n', 'no header of a detention release'],
  ])('%s', async (_name, content, sentence) => {
    await expect(readContent(content)).rejects.toMatchObject({ name: 'FileRefused', message: expect.stringContaining(sentence) as string });
  });

  const others = layouts().filter(({ table }) => table !== 'detentions');
  it.each(others.map(({ id, table }) => [id, table]))('a release of another kind: %s', async (id, table) => {
    const columns = [...others.find((layout) => layout.id === id)!.columns];
    await expect(readContent(`${columns.map((name) => `"${name}"`).join(',')}\n`)).rejects.toThrow(`a release of ${table}, not of detentions`);
  });

  it('a detention release that lacks the identifier names the column', async () => {
    const cells = Object.fromEntries(Object.entries(aRow()).filter(([column]) => column !== 'Unique Identifier'));
    await expect(readRows(cells)).rejects.toThrow('its header has no column “Unique Identifier” or “Anonymized Identifier”');
  });

  it('a line without end', async () => {
    await expect(readContent(`${whole}"${'x'.repeat(3 * 1024 * 1024)}`)).rejects.toThrow('goes on for more than 1 MB');
  });

  it('a file that is not there, and a folder', async () => {
    await expect(readFileOf('/nowhere/release.csv')).rejects.toThrow('There is no such file.');
    await expect(readFileOf('/tmp')).rejects.toThrow('no file');
  });
});
