import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database, type Tx } from '../common/database.js';
import { readDataFile } from './data-files.js';
import { facilityRows, fieldOfficeRows, holidayRows } from './reference-rows.js';

/** How many rows of each table were added or changed; all zero when the tables already said it. */
export interface ReferenceChanges {
  facilities: number;
  fieldOffices: number;
  holidays: number;
}

/** The first year of the earliest stragglers in ICE's releases, and as far ahead as a deadline may reach. */
const HOLIDAY_YEARS = [1983, 2060] as const;

/** Facilities, field offices and federal holidays, from the files and rules that ship with the project. */
@Injectable()
export class ReferenceService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  async load(actor: Actor): Promise<ReferenceChanges> {
    const [detloc, districts, offices] = await Promise.all(
      ['facilities/detloc_reference.csv', 'facilities/facility_federal_district.csv', 'facilities/aor_codes.csv'].map(readDataFile),
    );
    return this.database.transaction(async (tx) => {
      const changes = {
        facilities: await upsert(tx, FACILITY, facilityRows(detloc, districts)),
        fieldOffices: await upsert(tx, FIELD_OFFICE, fieldOfficeRows(offices)),
        holidays: await upsert(tx, HOLIDAY, holidayRows(...HOLIDAY_YEARS)),
      };
      if (Object.values(changes).some((count) => count > 0)) {
        await this.audit.record(tx, actor, { action: 'reference.loaded', subject: 'reference', after: changes });
      }
      return changes;
    });
  }
}

interface Table {
  name: string;
  key: readonly string[];
  columns: readonly string[];
}

const FACILITY: Table = {
  name: 'facility',
  key: ['detloc'],
  columns: ['detloc', 'name', 'city', 'county', 'state', 'field_office', 'kind', 'over_72_hours', 'district', 'district_code',
    'circuit', 'district_basis', 'source'],
};
const FIELD_OFFICE: Table = { name: 'field_office', key: ['code'], columns: ['code', 'name', 'label'] };
const HOLIDAY: Table = { name: 'federal_holiday', key: ['holiday_on', 'name'], columns: ['observed_on', 'holiday_on', 'name'] };

/** Writes only what differs: a second run with the same files touches no row. */
function upsert(tx: Tx, { name, key, columns }: Table, rows: readonly object[]): Promise<number> {
  const rest = columns.filter((column) => !key.includes(column));
  return tx.execute(
    `insert into ${name} (${columns.join(', ')})
     select ${columns.join(', ')} from jsonb_populate_recordset(null::${name}, $1::jsonb)
     on conflict (${key.join(', ')}) do update set ${rest.map((column) => `${column} = excluded.${column}`).join(', ')}
       where (${rest.map((column) => `${name}.${column}`).join(', ')})
         is distinct from (${rest.map((column) => `excluded.${column}`).join(', ')})`,
    [JSON.stringify(rows)],
  );
}
