import { refusedCsvLine } from './refused-csv.js';

describe('what was set aside, as CSV', () => {
  const row = { sheet: 'FY2025', row: 8, what: 'value' as const, column: 'Gender', reason: 'No release has used this value before.', cells: { Gender: 'X' } };

  it('is one line a row, with the cells as they were', () => {
    expect(refusedCsvLine(row)).toBe('FY2025,8,value,Gender,No release has used this value before.,"{""Gender"":""X""}"\r\n');
  });

  it.each(['=cmd()', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('never lets a spreadsheet run %j', (text) => {
    expect(refusedCsvLine({ ...row, sheet: text })).toMatch(/^"?'/);
  });
});
