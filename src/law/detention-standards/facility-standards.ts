import { parseDay, type Day } from '../calendar/day.js';

/** The standards that ship as authorities, by their slug. An office may enter others. */
export const DETENTION_STANDARDS = ['pbnds-2011', 'nds-2019', 'nds-2025'] as const;

/** From a day to another, half-open, the contract of a facility names a detention standard. */
export interface FacilityStandard {
  /** ICE's facility code (DETLOC) */
  facility: string;
  /** slug of the authority, e.g. pbnds-2011 */
  standard: string;
  /** `YYYY-MM-DD`; null: since before our records */
  from: string | null;
  /** `YYYY-MM-DD`, the first day on which it binds no more; null: still */
  to: string | null;
  source: string;
  grade: string;
}

/**
 * Which standard binds a facility is contract data, and no public list was found that says it by facility and day. That
 * county jails are held to the National Detention Standards is said of their kind: it is no contract. So nothing ships
 * here, and what an office has read in a contract is entered by it.
 */
export const SHIPPED_FACILITY_STANDARDS: readonly FacilityStandard[] = [];

/** The standard that binds a facility on a day; null: not known. Of rows that overlap, the one that began last. */
export function standardOn(facility: string, day: Day, rows: readonly FacilityStandard[] = SHIPPED_FACILITY_STANDARDS): string | null {
  let found: string | null = null;
  let since = -Infinity;
  for (const row of rows) {
    if (row.facility !== facility) continue;
    const from = row.from === null ? -Infinity : parseDay(row.from);
    if (from > day || (row.to !== null && parseDay(row.to) <= day)) continue;
    if (found === null || from > since) [found, since] = [row.standard, from];
  }
  return found;
}
