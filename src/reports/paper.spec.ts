import { createHash } from 'node:crypto';
import { shownInPdf, textOfPdf } from '../../test/support/pdf-text.js';
import { Paper } from './paper.js';

const ABOUT = { title: 'A report', subject: 'SHA-256 abc', createdAt: '2026-11-24T12:00:00.000Z' };
const COLUMNS = [{ title: 'No.', width: 6, isNumber: true }, { title: 'Name', width: 24 }, { title: 'Because', width: 84 }];

async function written(rows: readonly (readonly (string | number | null)[])[], about = ABOUT): Promise<Buffer> {
  const paper = new Paper(about);
  paper.newPage();
  paper.pair('as of', '2026-11-24');
  paper.box(1, 2, 3, 4, '#1F4E79');
  await paper.table({ title: 'Exhibit', columns: COLUMNS, rows });
  return paper.finish('at the foot');
}
const linesOf = async (rows: Parameters<typeof written>[0]): Promise<string[]> => textOfPdf(await written(rows)).split('\n');
const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\n/g)!.length;

describe('a report on paper', () => {
  it.each(['Phạm Thị Lan', 'Şükrü Ağa', 'Łukasz Đorđević', 'Юсиф Юнан', 'Jürgen, § 1231 “—”'])('has the name %s as it is on file', async (name) =>
    expect(await linesOf([[1, name, null]])).toContain(name));

  it('is the same bytes each time', async () => expect((await written([[1, 'Phạm', 'x']])).equals(await written([[1, 'Phạm', 'x']]))).toBe(true));

  it('is dated when its facts were known, and has an id of its own content', async () => {
    const [one, other] = [(await written([])).toString('latin1'), (await written([], { ...ABOUT, subject: 'SHA-256 abd' })).toString('latin1')];
    expect(one.match(/\(D:\d+Z\)/g)).toEqual(['(D:20261124120000Z)']);
    const id = (pdf: string) => /\/ID \[<([0-9a-f]{32})>/.exec(pdf)![1];
    expect(id(one)).not.toBe(id(other));
  });

  it('says of a table of nothing that it has none', async () => expect(await linesOf([])).toContain('Exhibit: none'));

  it('loses no word between lines, and cuts one that is wider than its column', async () => {
    const long = createHash('sha512').update('x').digest('hex').repeat(3);
    const lines = await linesOf([[1, null, `a review of custody was due on ${long}`]]);
    expect(lines.join('')).toContain(long);
    expect(lines.every((line) => line.length < long.length)).toBe(true);
  });

  it('has the head of a table on each page, and the foot with its number', async () => {
    const pdf = await written(Array.from({ length: 60 }, (_, i) => [i + 1, `Person ${i + 1}`, null]));
    const lines = textOfPdf(pdf).split('\n');
    expect(pagesOf(pdf)).toBe(3);
    expect(lines.filter((line) => line === 'Because')).toHaveLength(2);
    expect(lines.filter((line) => / of 3$/.test(line))).toEqual(['1 of 3', '2 of 3', '3 of 3']);
    expect(lines.filter((line) => line.startsWith('Person '))).toHaveLength(60);
    expect(new Set(shownInPdf(pdf).map(({ size }) => size))).toEqual(new Set([10, 14, 7, 6]));
  });

  it('goes on on the next page with a row that is higher than one', async () => {
    const words = Array.from({ length: 3_000 }, (_, i) => `word${i}`);
    const lines = await linesOf([[1, null, words.join(' ')], [2, 'the next', null]]);
    expect(lines.join(' ').match(/word\d+/g)).toEqual(words);
    expect(lines).toContain('the next');
  });
});
