import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import type { Page } from '../common/pagination.js';
import { ReviewSignal } from '../common/review-signal.js';
import { FacilitiesQueries, type Facility, type FacilitySearch } from './facilities.queries.js';

export type FacilityValues = Pick<Facility, 'name' | 'source'> & Partial<Omit<Facility, 'code' | 'fieldOfficeName'>>;

@Injectable()
export class FacilitiesService {
  constructor(
    private readonly database: Database,
    private readonly facilities: FacilitiesQueries,
    private readonly audit: AuditService,
    private readonly review: ReviewSignal,
  ) {}

  search(asked: FacilitySearch): Promise<Page<Facility>> {
    return this.facilities.search(asked);
  }

  one(code: string): Promise<Facility> {
    return this.facilities.one(code);
  }

  /** New places open faster than reference lists follow. The circuit decides which law leads, so who was held there is reviewed. */
  async put(actor: Actor, code: string, values: FacilityValues): Promise<Facility> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [code]);
      const before = await this.facilities.find(code);
      await tx.query(
        `insert into facility (detloc, name, city, county, state, field_office, kind, over_72_hours, district, district_code, circuit, district_basis, source)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
         on conflict (detloc) do update set
           name = excluded.name, city = excluded.city, county = excluded.county, state = excluded.state, field_office = excluded.field_office,
           kind = excluded.kind, over_72_hours = excluded.over_72_hours, district = excluded.district, district_code = excluded.district_code,
           circuit = excluded.circuit, district_basis = excluded.district_basis, source = excluded.source`,
        [code, values.name, values.city, values.county, values.state, values.fieldOffice, values.kind, values.over72Hours, values.district,
          values.districtCode, values.circuit, values.districtBasis, values.source]);
      const after = await this.facilities.one(code);
      await this.audit.record(tx, actor, { action: before ? 'facility.changed' : 'facility.added', subject: 'facility', before, after });
      const marked = await this.facilities.markHeldAt(tx, code, '-infinity');
      tx.afterCommit(() => this.review.wake(marked));
      return after;
    });
  }
}
