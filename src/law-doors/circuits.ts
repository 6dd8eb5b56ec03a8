import { readFileSync } from 'node:fs';
import { readCsv } from '../reference/csv.js';
import { dataFile } from '../reference/data-files.js';

let circuits: Map<string, string | null> | null = null;

/**
 * The circuit in which a facility lies, by its DETLOC code; null for one that is unknown or whose place is. Read once
 * from the file that ships with the project, so that a question to the law needs no database.
 */
export function circuitOf(facility: string): string | null {
  circuits ??= new Map(
    readCsv(readFileSync(dataFile('facilities/facility_federal_district.csv'), 'utf8')).map(({ detloc, circuit }) => [detloc, circuit || null]),
  );
  return circuits.get(facility) ?? null;
}
