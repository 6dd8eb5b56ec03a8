import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';

export interface Facility {
  code: string;
  name: string;
  city: string | null;
  county: string | null;
  state: string | null;
  fieldOffice: string | null;
  fieldOfficeName: string | null;
  kind: string | null;
  over72Hours: boolean | null;
  district: string | null;
  districtCode: string | null;
  circuit: string | null;
  districtBasis: string | null;
  source: string;
}

export interface FacilitySearch {
  q?: string;
  fieldOffice?: string;
  state?: string;
  circuit?: string;
  limit: number;
  cursor?: string;
}

const ROW = `
  f.detloc as code, f.name, f.city, f.county, f.state, f.field_office as "fieldOffice", o.name as "fieldOfficeName", f.kind,
  f.over_72_hours as "over72Hours", f.district, f.district_code as "districtCode", f.circuit, f.district_basis as "districtBasis", f.source`;
const FROM = 'from facility f left join field_office o on o.code = f.field_office';

@Injectable()
export class FacilitiesQueries {
  constructor(private readonly database: Database) {}

  async search({ q, fieldOffice, state, circuit, limit, cursor }: FacilitySearch): Promise<Page<Facility>> {
    const [name, code] = decodeCursor(cursor, ['string', 'string']) ?? [null, null];
    const rows = await this.database.query<Facility>(
      `select ${ROW} ${FROM}
       where ($1::text is null or f.name ilike $1 or f.detloc ilike $1 or f.city ilike $1)
         and ($2::text is null or f.field_office = $2) and ($3::text is null or f.state = $3) and ($4::text is null or f.circuit = $4)
         and ($5::text is null or (f.name, f.detloc) > ($5, $6))
       order by f.name, f.detloc limit $7`,
      [q === undefined ? null : `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`, fieldOffice ?? null, state ?? null, circuit ?? null, name, code, limit + 1]);
    return pageOf(rows, limit, (row) => [row.name, row.code]);
  }

  async one(code: string): Promise<Facility> {
    const facility = await this.find(code);
    if (!facility) throw notFound('facility');
    return facility;
  }

  async find(code: string): Promise<Facility | null> {
    const [facility] = await this.database.query<Facility>(`select ${ROW} ${FROM} where f.detloc = $1`, [code]);
    return facility ?? null;
  }

  /**
   * Marks who was held there on or after a day (`-infinity`: ever) for review, also whom the acting administrator is not
   * to see; the ids are for the queue alone.
   */
  async markHeldAt(tx: Tx, code: string, since: string): Promise<string[]> {
    const marked = await tx.query<{ id: string }>('select mark_held_at($1, $2) as id', [code, since]);
    return marked.map(({ id }) => id);
  }
}
