import { readCsv } from './csv.js';

describe('a small CSV file', () => {
  it('is read by the names in its header', () => {
    expect(readCsv('code,name\nDET,Detroit\nCHI,Chicago\n')).toEqual([{ code: 'DET', name: 'Detroit' }, { code: 'CHI', name: 'Chicago' }]);
  });

  it('keeps commas, doubled quotes and line ends inside quotes', () => {
    expect(readCsv('a,b\r\n"x, y","say ""no""\nthen"\r\n')).toEqual([{ a: 'x, y', b: 'say "no"\nthen' }]);
  });

  it('reads an empty last cell, with and without an end of line after it', () => {
    expect(readCsv('a,b\n1,')).toEqual([{ a: '1', b: '' }]);
    expect(readCsv('a,b\n1,\n')).toEqual([{ a: '1', b: '' }]);
  });

  it('skips a byte order mark and has no rows when there is only a header', () => {
    expect(readCsv('\uFEFFa,b\n')).toEqual([]);
    expect(readCsv('')).toEqual([]);
  });

  it('refuses a row of another width and a stray quote, and says where', () => {
    expect(() => readCsv('a,b\n1\n')).toThrow('row 2 has 1 columns, the header has 2');
    expect(() => readCsv('a,b\n1,2"3\n')).toThrow('at character');
  });
});
