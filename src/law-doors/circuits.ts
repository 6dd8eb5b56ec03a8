import { readFileSync } from 'node:fs';
import type { PlaceOf } from '../law/facts-json.js';
import { readCsv } from '../reference/csv.js';
import { dataFile } from '../reference/data-files.js';

type Row = Readonly<Record<string, string>>;

/** The files that ship with the project, each read once, so that a question to the law needs no database. */
let districts: Map<string, Row> | null = null;
let facilities: Map<string, Row> | null = null;

/** The circuit in which a facility lies, by its DETLOC code; null for one that is unknown or whose place is. */
export function circuitOf(facility: string): string | null {
  districts ??= byCode('facilities/facility_federal_district.csv');
  return districts.get(facility)?.circuit || null;
}

/** Its area of responsibility, State and federal district. */
export const placeOf: PlaceOf = (facility) => {
  districts ??= byCode('facilities/facility_federal_district.csv');
  facilities ??= byCode('facilities/detloc_reference.csv');
  const [known, district] = [facilities.get(facility), districts.get(facility)?.district];
  return { fieldOffice: known?.aor || null, state: known?.state || null, district: district || null };
};

const byCode = (file: string): Map<string, Row> => new Map(readCsv(readFileSync(dataFile(file), 'utf8')).map((row) => [row.detloc, row]));
