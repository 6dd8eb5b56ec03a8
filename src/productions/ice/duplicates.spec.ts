import { aRow, person, readRows } from '../../../test/fixtures/ice/release-csv.js';

const counts = async (...rows: Parameters<typeof readRows>) => (await readRows(...rows)).counts;

describe('counting a release', () => {
  const open = { 'Detention Book Out Date Time': '', 'Detention Release Reason': '' };

  it('leaves out a row that differs in bond columns alone', async () => {
    expect(await counts(aRow({ 'Bond Posted Amount': '5000' }), aRow({ 'Bond Posted Amount': '3000' })))
      .toEqual({ people: 1, stays: 1, stints: 1, openStints: 0, duplicates: 1 });
  });

  it('of two rows with the same person, facility, day and stay keeps the one booked in later that day', async () => {
    const morning = aRow({ 'Book In Date Time': '2024-04-08 08:00:00', ...open });
    const evening = aRow({ 'Book In Date Time': '2024-04-08 20:00:00' });
    expect(await counts(morning, evening)).toMatchObject({ stints: 1, duplicates: 1, openStints: 0 });
    expect(await counts(evening, morning)).toMatchObject({ stints: 1, duplicates: 1, openStints: 0 });
  });

  it('of two rows with the same time keeps the last', async () => {
    expect(await counts(aRow(open), aRow())).toMatchObject({ stints: 1, openStints: 0 });
    expect(await counts(aRow(), aRow(open))).toMatchObject({ stints: 1, openStints: 1 });
  });

  it.each([
    ['the facility', { 'Detention Facility Code': 'LAWINCI' }],
    ['the day', { 'Book In Date Time': '2024-04-09 10:00:00' }],
    ['the stay', { 'Stay Book In Date Time': '2024-04-07' }],
    ['the person', { 'Unique Identifier': person(2) }],
  ])('keeps both rows if %s differs', async (_what, cells) => {
    expect(await counts(aRow(), aRow(cells))).toMatchObject({ stints: 2, duplicates: 0 });
  });

  it('groups stays by person and stay book-in, as the release does', async () => {
    expect(await counts(
      aRow(), aRow({ 'Book In Date Time': '2024-04-17', 'Detention Facility Code': 'LAWINCI' }),
      aRow({ 'Stay Book In Date Time': '2024-06-01', 'Book In Date Time': '2024-06-01', 'Detention Book Out Date Time': '2024-06-03' }),
      aRow({ 'Unique Identifier': person(2) }),
    )).toMatchObject({ people: 2, stays: 3, stints: 4 });
  });
});
