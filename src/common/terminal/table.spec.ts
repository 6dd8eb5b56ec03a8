import fc from 'fast-check';
import { table, type Column } from './table.js';
import { printable, textWidth, wrap } from './text-width.js';

interface Row { name: string; days: number | null; why: string }

const COLUMNS: Column<Row>[] = [
  { title: 'Person', of: (row) => row.name, narrowTo: 8 },
  { title: 'Days', of: (row) => row.days, align: 'right' },
  { title: 'Why', of: (row) => row.why, narrowTo: 10 },
];

describe('a table on a terminal', () => {
  it('aligns numbers to the right and shows what is not known as a dash', () => {
    expect(table(COLUMNS, [{ name: 'A', days: 178, why: 'x' }, { name: 'B', days: null, why: 'y' }], 80)).toBe([
      'Person  Days  Why',
      '──────  ────  ───',
      'A        178  x',
      'B          –  y',
    ].join('\n'));
  });

  it('breaks long cells between words when the terminal is narrow', () => {
    expect(table(COLUMNS, [{ name: 'A', days: 1, why: 'six months since the order became final' }], 30)).toBe([
      'Person  Days  Why',
      '──────  ────  ────────────────',
      'A          1  six months since',
      '              the order became',
      '              final',
    ].join('\n'));
  });

  it('counts an Arabic name without its marks and a Chinese one as double', () => {
    expect(textWidth('مُحَمَّد')).toBe(4);
    expect(textWidth('陈伟强')).toBe(6);
    expect(textWidth('Nguyễn')).toBe(6);
  });

  it('prints no escape sequence and no direction mark that came out of a document', () => {
    expect(printable('a\u001b[31mred\u202eevil\r\nline')).toBe('a[31mredevil line');
  });

  it('is never wider than the terminal that it can be fitted to', () => {
    const text = fc.array(fc.constantFrom('detention', 'of', 'a', 'Ghebremedhin', '陈伟强', 'مُحَمَّد'), { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(fc.property(fc.array(fc.record({ name: text, days: fc.nat(9999), why: text })), fc.integer({ min: 30, max: 120 }), (rows, width) => {
      for (const line of table(COLUMNS, rows, width).split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }));
  });

  it('breaks an identifier after a hyphen or a point before it cuts a word', () => {
    expect(wrap('8-cfr-241.13 determination-six-months', 16)).toEqual(['8-cfr-241.13', 'determination-', 'six-months']);
    expect(wrap('removalOrders[0].decidedOn', 18)).toEqual(['removalOrders[0].', 'decidedOn']);
    expect(wrap('Ghebremedhin', 5)).toEqual(['Ghebr', 'emedh', 'in']);
  });

  it('loses no word in wrapping', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,8}$/)), fc.integer({ min: 8, max: 40 }), (words, width) => {
      expect(wrap(words.join(' '), width).join(' ')).toBe(words.join(' '));
    }));
  });
});
