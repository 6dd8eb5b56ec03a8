import { aRow, csv, person, readContent, readRows, shown } from '../../../test/fixtures/ice/release-csv.js';
import { orderKindOf } from './vocabularies.js';
import { caseCategories } from './case-categories.js';

const only = async (cells: Record<string, string>) => {
  const { stints, refused, notes } = await readRows(aRow(cells));
  return { stint: stints[0] ? shown(stints[0]) : null, refused: refused.map(({ row, column, rowKept }) => ({ row, column, rowKept })), notes };
};
const OUT = 'Detention Book Out Date Time';
const IN = 'Book In Date Time';

describe('what a row says', () => {
  it('is a stint, an order with its stated day, and who the person is', async () => {
    expect(await only({})).toEqual({
      refused: [],
      notes: { endsTakenFromStay: 0, openInEndedStays: 0, stintsBeforeTheirStay: 0 },
      stint: {
        sheet: null, row: 2, person: person(1), stay: '2024-04-08', facility: 'CSCNWWA', from: '2024-04-08', fromSeconds: 36_000,
        to: '2024-04-17', toSeconds: 40_020, endedBy: 'transfer', order: { kind: 'reinstated', finalOn: 19_814 }, noFinalOrder: false,
        citizenship: 'IRQ', birthOn: null, birthYear: 1980, gender: 'male',
      },
    });
  });

  it('leaves out what is redacted or blank: not known, never none', async () => {
    const redactions = ['(b)(6), (b)(7)(c)', 'b(6), b(7)(c)   ', '(b)(3), (b)(6), (b)(7)(c)', 'b(7)(e)', 'Redacted', '(null)', 'IIDS ETL NULL', ' '];
    for (const redacted of redactions) {
      const { stint, refused } = await only({
        'Gender': redacted, 'Birth Year': redacted, 'Citizenship Country': redacted, 'Final Order Date': redacted, 'Final Order Yes No': redacted,
        'Detention Facility Code': redacted, 'Case Category': redacted, 'Stay Book In Date Time': redacted,
      });
      expect(refused).toEqual([]);
      expect(stint).toMatchObject({ gender: null, birthYear: null, citizenship: null, order: null, noFinalOrder: false, facility: null, stay: null });
    }
  });

  it('keeps a birth date where the release gives it', async () => {
    expect((await only({ 'Birth Date': '5/3/1980', 'Birth Year': '1980' })).stint).toMatchObject({ birthOn: 3775, birthYear: 1980 });
    expect((await only({ 'Birth Date': '5/3/1980', 'Birth Year': '1981' }))).toMatchObject({ stint: { birthOn: 3775, birthYear: null }, refused: [{ column: 'Birth Year', rowKept: true }] });
  });
});

describe('days and times, which have no zone', () => {
  it.each([
    ['2024-04-08', '2024-04-08', null], ['2024-04-08 00:00:00', '2024-04-08', null], ['2024-04-08 23:59:59', '2024-04-08', 86_399],
    ['2024-04-08T11:54:00', '2024-04-08', 42_840], ['2024-04-08 11:54:00.000', '2024-04-08', 42_840], ['2024-04-08 11:54', '2024-04-08', 42_840],
    ['04/08/2024', '2024-04-08', null], ['4/8/2024 9:05', '2024-04-08', 32_700], ['04/08/2024 12:05:00 AM', '2024-04-08', 300],
    ['04/08/2024 12:05 PM', '2024-04-08', 43_500], ['1/2/1999 1:00 PM', '1999-01-02', 46_800], [' 2024-02-29 ', '2024-02-29', null],
    ['1983-06-01', '1983-06-01', null], ['2004-12-05 08:00:00', '2004-12-05', 28_800],
  ])('%s is %s', async (written, from, fromSeconds) => {
    expect(await only({ [IN]: written })).toMatchObject({ stint: { from, fromSeconds }, refused: [] });
  });

  it.each([
    '2023-02-29', '2024-13-01', '13/01/2024', '2024-04-31', '2024-04-08 24:00:00', '2024-04-08 11:60:00', '4/8/24', '04/08/2024 13:00 PM', '45390',
    'yesterday', '1900-01-01', '2024-04-08 11-54-00',
  ])('%s is no day that somebody was booked in: the row is refused', async (written) => {
    expect(await only({ [IN]: written })).toMatchObject({ stint: null, refused: [{ row: 2, column: IN, rowKept: false }] });
  });

  it('the day of the import is possible, the day after it is not', async () => {
    expect(await only({ [IN]: '2026-11-24', [OUT]: '', 'Detention Release Reason': '' })).toMatchObject({ stint: { from: '2026-11-24' } });
    expect(await only({ [IN]: '2026-11-25', [OUT]: '', 'Detention Release Reason': '' })).toMatchObject({ stint: null, refused: [{ column: IN }] });
    expect(await only({ [OUT]: '2026-11-25' })).toMatchObject({ stint: null, refused: [{ column: OUT }] });
  });

  it('a book-out on the day before book-in is refused; on the same day, with or without times, it is a stint', async () => {
    expect(await only({ [OUT]: '2024-04-07 23:00:00' })).toMatchObject({ stint: null, refused: [{ column: OUT, rowKept: false }] });
    expect(await only({ [IN]: '2024-04-08', [OUT]: '2024-04-08 11:54:00' })).toMatchObject({ stint: { from: '2024-04-08', to: '2024-04-08' }, refused: [] });
    expect(await only({ [IN]: '2024-04-08 12:00:00', [OUT]: '2024-04-08' })).toMatchObject({ stint: { to: '2024-04-08', toSeconds: null }, refused: [] });
  });
});

describe('how stints end', () => {
  it.each([
    ['Transferred', 'transfer'], ['Removed', 'removed'], ['Paroled', 'parole'], ['Order of recognizance', 'recognizance'], ['Paroled - Fear Found', 'parole'],
    ['Bonded Out - IJ', 'bond'], ['Paroled - Humanitarian', 'parole'], ['U.S. Marshals or other agency (explain in Detention Comments)', 'unknown'],
    ['Order of supervision', 'order-of-supervision'], ['Processing Disposition Changed Locally', 'unknown'],
    ['Order of Recognizance - Humanitarian', 'recognizance'], ['Bonded Out - Field Office', 'bond'],
    ['Order of Supervision - No SLRRFF', 'order-of-supervision'], ['Relief Granted by IJ', 'court-order'], ['Proceedings Terminated', 'court-order'],
    ['Voluntary departure', 'departed'], ['Paroled - Public Benefit', 'parole'], ['Order of Supervision - Humanitarian', 'order-of-supervision'],
    ['Voluntary Return', 'departed'], ['Order of Supervision - Re-Release', 'order-of-supervision'], ['Withdrawal', 'departed'], ['Died', 'died'],
    ['Escaped', 'unknown'], ['Title 42 Return', 'removed'], ['ORR - Office of Refugee Resettlement', 'unknown'], ['ORR-Runaway', 'unknown'],
    ['ORDER OF SUPERVISION', 'order-of-supervision'], ['', 'unknown'],
  ])('%s ends a stint as %s', async (reason, endedBy) => {
    expect(await only({ 'Detention Release Reason': reason })).toMatchObject({ stint: { endedBy }, refused: [] });
  });

  it('a reason that no release has used is set aside, and the stint is kept with its end not known', async () => {
    expect(await only({ 'Detention Release Reason': 'Teleported' })).toMatchObject({
      stint: { to: '2024-04-17', endedBy: 'unknown' }, refused: [{ row: 2, column: 'Detention Release Reason', rowKept: true }],
    });
  });

  it('without a book-out and a reason it is open', async () => {
    expect(await only({ [OUT]: '', 'Detention Release Reason': '' })).toMatchObject({ stint: { to: null, endedBy: null }, refused: [] });
  });

  it('is open although its stay has ended, and counted as such: a lawyer should look', async () => {
    expect(await only({ [OUT]: '', 'Detention Release Reason': '', 'Stay Book Out Date Time': '2024-05-01' }))
      .toMatchObject({ stint: { to: null }, notes: { openInEndedStays: 1 } });
  });

  it('with a reason and no book-out ends on the day its stay ended', async () => {
    expect(await only({ [OUT]: '', 'Detention Release Reason': 'Removed', 'Stay Book Out Date Time': '2024-05-01' }))
      .toMatchObject({ stint: { to: '2024-05-01', endedBy: 'removed' }, refused: [], notes: { endsTakenFromStay: 1 } });
  });

  it.each([['no day of the stay', ''], ['a day of the stay before the stint', '2024-04-07']])('with a reason, no book-out and %s stays open, and the reason is set aside', async (_name, out) => {
    expect(await only({ [OUT]: '', 'Detention Release Reason': 'Removed', 'Stay Book Out Date Time': out }))
      .toMatchObject({ stint: { to: null, endedBy: null }, refused: [{ column: 'Detention Release Reason', rowKept: true }] });
  });

  it('may begin before the stay that it is counted to, which is counted', async () => {
    expect(await only({ 'Stay Book In Date Time': '2024-04-09' })).toMatchObject({ stint: { from: '2024-04-08', stay: '2024-04-09' }, notes: { stintsBeforeTheirStay: 1 } });
  });
});

describe('removal orders', () => {
  it.each([['[16]', 'reinstated'], ['[8F]', 'expedited'], ['[8I]', 'expedited'], ['[11]', 'administrative'], ['[3]', 'removal'], ['[8C]', 'removal'], ['[1C]', 'removal']])(
    'of category %s are %s', (code, kind) => {
      expect(orderKindOf(caseCategories().find((category) => category.startsWith(code))!)).toBe(kind);
    });

  it.each([
    ['YES', '2024-04-01', { order: { kind: 'reinstated', finalOn: 19_814 }, noFinalOrder: false }, []],
    ['YES', '', { order: { kind: 'reinstated', finalOn: null }, noFinalOrder: false }, []],
    ['NO', '', { order: null, noFinalOrder: true }, []],
    ['', '', { order: null, noFinalOrder: false }, []],
    ['', '2024-04-01', { order: { kind: 'reinstated', finalOn: 19_814 }, noFinalOrder: false }, []],
    ['NO', '2024-04-01', { order: null, noFinalOrder: false }, ['Final Order Date']],
    ['MAYBE', '', { order: null, noFinalOrder: false }, ['Final Order Yes No']],
  ])('final order “%s” of “%s”', async (yes, on, expected, aside) => {
    const { stint, refused } = await only({ 'Final Order Yes No': yes, 'Final Order Date': on });
    expect(stint).toMatchObject(expected);
    expect(refused.map(({ column }) => column)).toEqual(aside);
  });

  it('of a category that no release has used have no kind, and it is set aside', async () => {
    expect(await only({ 'Case Category': '[99] New' })).toMatchObject({ stint: { order: { kind: null } }, refused: [{ column: 'Case Category', rowKept: true }] });
  });
});

describe('rows that cannot be matched or read', () => {
  it.each([['', 'no identifier'], ['(b)(6), (b)(7)(c)', 'no identifier'], ['A123456789', '40 hexadecimal digits'], [`${person(1)}0`, '40 hexadecimal digits']])(
    'an identifier “%s” has the row refused', async (identifier, words) => {
      const { stints, refused } = await readRows(aRow({ 'Unique Identifier': identifier }));
      expect(stints).toEqual([]);
      expect(refused[0]).toMatchObject({ row: 2, column: 'Unique Identifier', rowKept: false, reason: expect.stringContaining(words) as string });
      expect(refused[0].cells).toMatchObject({ 'Book In Date Time': '2024-04-08 10:00:00' });
    });

  it('an identifier in capitals is the same person', async () => {
    expect((await readRows(aRow(), aRow({ 'Unique Identifier': person(1).toUpperCase() }))).counts.people).toBe(1);
  });

  it('a row of another width is refused, and the next is read', async () => {
    const [header, row] = csv([aRow()]).split('\n');
    const { stints, refused } = await readContent(`${header}\n${row},one more\n${row}\n`);
    expect(stints.map((stint) => stint.row)).toEqual([3]);
    expect(refused).toMatchObject([{ row: 2, column: null, rowKept: false, reason: 'The row has 19 cells where the header has 18.' }]);
  });

  it('text behind a closing quotation mark has the row refused, and the next is read', async () => {
    const [header, row] = csv([aRow()]).split('\n');
    const { stints, refused } = await readContent(`${header}\n"a"b,${row}\n${row}\n`);
    expect(stints.map((stint) => stint.row)).toEqual([3]);
    expect(refused[0].reason).toContain('a quotation mark');
  });

  it.each([['Gender', 'X9'], ['Citizenship Country', 'ATLANTIS'], ['Birth Year', '80'], ['Detention Facility Code', '??']])('an unknown %s is set aside and the row kept', async (column, value) => {
    expect(await only({ [column]: value })).toMatchObject({ stint: { from: '2024-04-08' }, refused: [{ row: 2, column, rowKept: true }] });
  });

  it.each([['IRAQ', 'IRQ'], ['EL SALVADOR', 'SLV'], ['CHINA, PEOPLES REPUBLIC OF', 'CHN'], ['Côte d’Ivoire', 'CIV'], ['USSR', null]])('the country %s is %s', async (name, code) => {
    expect(await only({ 'Citizenship Country': name })).toMatchObject({ stint: { citizenship: code }, refused: [] });
  });
});
