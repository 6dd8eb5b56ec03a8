import fc from 'fast-check';
import { csvLine } from './csv.js';

describe('a line of CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n=1', '\tx', '\rx', '|cmd', '%0a', '\uff1d1', '\uff0b1', ' \uff0d1', '\uff20x'])('marks %j, which a spreadsheet would take for a formula, as text', (text) => {
    expect(csvLine([text]).replace(/^"/, '')).toMatch(/^'/);
  });

  it('leaves numbers, names and days as they are', () => {
    expect(csvLine([-1, 'Younan', '2026-03-02', null, true])).toBe('-1,Younan,2026-03-02,,true\r\n');
  });

  it('quotes what would end the cell or the line', () => {
    expect(csvLine(['a,b', 'a"b', 'a\nb'])).toBe('"a,b","a""b","a\nb"\r\n');
  });

  it('begins no cell with what a spreadsheet would run, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = csvLine([text]).slice(0, -2);
      expect(written.replace(/^"/, '').trimStart()).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    }));
  });
});
