import { readDataFile } from './data-files.js';
import { readCsv } from './csv.js';
import { facilityRows, fieldOfficeRows, holidayRows } from './reference-rows.js';

describe('the reference files', () => {
  const facilities = async () =>
    facilityRows(await readDataFile('facilities/detloc_reference.csv'), await readDataFile('facilities/facility_federal_district.csv'));

  it('give 1,949 facilities, 1,920 of them with their federal district and circuit', async () => {
    const rows = await facilities();
    expect(rows).toHaveLength(1949);
    expect(rows.filter((row) => row.circuit !== null)).toHaveLength(1920);
    expect(new Set(rows.map((row) => row.detloc)).size).toBe(1949);
  });

  it('place the county jail in Battle Creek under the field office Detroit and in the Sixth Circuit', async () => {
    const calhoun = (await facilities()).find((row) => row.detloc === 'CALHOMI');
    expect(calhoun).toMatchObject({ field_office: 'DET', state: 'MI', district: 'W.D. Mich.', circuit: '6', over_72_hours: true });
  });

  it('leave what they do not say as not known, never as an empty text', async () => {
    const unplaced = (await facilities()).find((row) => row.detloc === 'NRLKCMI');
    expect(unplaced).toMatchObject({ field_office: null, kind: null, over_72_hours: null, circuit: '6' });
    for (const row of await facilities()) expect(Object.values(row)).not.toContain('');
  });

  it('give every field office a name and the label that ICE’s rows carry', async () => {
    const offices = fieldOfficeRows(await readDataFile('facilities/aor_codes.csv'));
    expect(offices).toHaveLength(25);
    expect(offices).toContainEqual({ code: 'DET', name: 'Detroit', label: 'Detroit Area of Responsibility' });
  });

  it('agree with the holiday table on every one of its rows', async () => {
    const rows = holidayRows(2000, 2040).map((row) => `${row.holiday_on} ${row.observed_on}`).sort();
    const table = readCsv(await readDataFile('dates/us_federal_holidays_2000_2040.csv'));
    expect(rows).toEqual(table.map((row) => `${row.actual_date} ${row.observed_date}`).sort());
  });
});
