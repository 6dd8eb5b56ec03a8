import { federalHolidays } from '../law/calendar/federal-holidays.js';
import { formatDay } from '../law/calendar/day.js';
import { readCsv } from './csv.js';

/** What the reference tables hold, as the files of `data/` and the holiday rules say it. No database here. */
export interface FacilityRow {
  detloc: string;
  name: string;
  city: string | null;
  county: string | null;
  state: string | null;
  field_office: string | null;
  kind: string | null;
  over_72_hours: boolean | null;
  district: string | null;
  district_code: string | null;
  circuit: string | null;
  district_basis: string | null;
  source: string;
}

export function facilityRows(detlocCsv: string, districtCsv: string): FacilityRow[] {
  const districts = new Map(readCsv(districtCsv).map((row) => [row.detloc, row]));
  return readCsv(detlocCsv).map((row) => {
    const place = districts.get(row.detloc);
    return {
      detloc: row.detloc,
      name: row.name,
      city: known(row.city),
      county: known(row.county),
      state: known(row.state),
      field_office: known(row.aor),
      kind: known(row.type_detailed),
      over_72_hours: row.over_under_72 === 'Over 72' ? true : row.over_under_72 === 'Under 72' ? false : null,
      district: known(place?.district),
      district_code: known(place?.district_code),
      circuit: known(place?.circuit),
      district_basis: known(place?.basis),
      source: [row.sources, place?.source && `district: ${place.source}`].filter(Boolean).join('; '),
    };
  });
}

export interface FieldOfficeRow { code: string; name: string; label: string }

export const fieldOfficeRows = (csv: string): FieldOfficeRow[] =>
  readCsv(csv).map((row) => ({ code: row.aor_code, name: row.field_office, label: row.label_in_ice_data }));

export interface HolidayRow { observed_on: string; holiday_on: string; name: string }

/** The years that facts on file may lie in, and those that a deadline may be counted into. */
export function holidayRows(firstYear: number, lastYear: number): HolidayRow[] {
  const rows: HolidayRow[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { name, actualOn, observedOn } of federalHolidays(year)) {
      rows.push({ name, holiday_on: formatDay(actualOn), observed_on: formatDay(observedOn) });
    }
  }
  return rows;
}

const known = (text: string | undefined): string | null => (text ? text : null);
