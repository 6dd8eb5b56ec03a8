import { inflateSync } from 'node:zlib';
import { Pdf } from './pdf.js';
import { encoded, widthOf, wrapped } from './pdf-font.js';

const told = (bytes: readonly number[]): string => Buffer.from(bytes).toString('latin1');

describe('a text on paper', () => {
  it.each([
    ['Yousif Younan', 'Yousif Younan'], ['Jürgen, § 1231', 'Jürgen, § 1231'], ['Şükrü Ağa', 'Sükrü Aga'], ['Łukasz', 'Lukasz'], ['هانا', '????'], ['a\u0007b', 'a?b'],
  ])('%s is written %s: what the fonts have no sign for without its marks, or as a question mark', (text, written) => expect(told(encoded(text))).toBe(written));

  it('in Windows letters where Latin-1 has none', () => expect(encoded('“—”')).toEqual([0x93, 0x97, 0x94]));

  it('is as wide as Helvetica is: an em, and letters with marks as those without', () => {
    expect(widthOf(encoded('—'), 'regular', 10)).toBe(10);
    expect(widthOf(encoded('MWi'), 'regular', 10)).toBeCloseTo(8.33 + 9.44 + 2.22);
    expect(widthOf(encoded('é'), 'bold', 10)).toBe(widthOf(encoded('e'), 'bold', 10));
  });

  it('is broken between words, and in a word that is wider than its column', () => {
    const lines = wrapped('a review of custody was due on Xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'regular', 10, 100);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(widthOf(line, 'regular', 10)).toBeLessThanOrEqual(100);
    expect(lines.map(told).join(' ').replaceAll(' ', '')).toBe('areviewofcustodywasdueonXxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx');
  });

  it('of nothing is one empty line', () => expect(wrapped('', 'regular', 10, 100)).toEqual([[]]));
});

describe('a PDF', () => {
  const pdf = (): Buffer => {
    const paper = new Pdf();
    paper.page();
    paper.text('first', 10, 20, { size: 8 });
    paper.page();
    paper.box(1, 2, 3, 4, '1F4E79');
    paper.text('at the foot', 10, 600, { size: 6, font: 'bold' }, 0);
    return paper.bytes({ title: 'A report', createdAt: '2026-11-24T12:00:00.000Z', id: 'ab'.repeat(16) });
  };

  it('has its objects where its table says', () => {
    const text = pdf().toString('latin1');
    expect(text.startsWith('%PDF-1.4\n')).toBe(true);
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    expect(places).toHaveLength(9);
    places.forEach((place, i) => expect(text.slice(place).startsWith(`${i + 1} 0 obj\n`)).toBe(true));
  });

  it('has what was written on each page, and the length that each page says', () => {
    const pages = [...pdf().toString('latin1').matchAll(/\/Length (\d+) [^\n]*\nstream\n([\s\S]*?)\nendstream/g)];
    expect(pages.map(([, length, packed]) => Number(length) === packed.length)).toEqual([true, true]);
    const [first, second] = pages.map(([, , packed]) => inflateSync(Buffer.from(packed, 'latin1')).toString());
    expect(first).toContain(`<${Buffer.from('first').toString('hex')}> Tj`);
    expect(first).toContain(`/F2 6 Tf 10 12 Td <${Buffer.from('at the foot').toString('hex')}>`);
    expect(second).toContain('0.12 0.31 0.47 rg 1 606 3 4 re f');
  });

  it('is the same bytes each time', () => expect(pdf().equals(pdf())).toBe(true));
});
