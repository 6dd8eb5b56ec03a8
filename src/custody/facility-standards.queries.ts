import { Injectable } from '@nestjs/common';
import { asKnown } from '../common/as-known.js';
import { Database, type Tx } from '../common/database.js';
import { notFound } from '../common/problem.js';

export interface FacilityStandard {
  id: string;
  version: number;
  facility: string;
  /** slug */
  standard: string;
  from: string;
  /** half-open; null: it still binds */
  to: string | null;
  source: string;
  recordedBy: string;
  recordedAt: Date;
}

const ROW = `id, version, facility, standard, from_on as "from", to_on as "to", source, recorded_by as "recordedBy", recorded_at as "recordedAt"`;

@Injectable()
export class FacilityStandardsQueries {
  constructor(private readonly database: Database) {}

  /** Oldest first, as they stand or as they were known on an instant. */
  list(facility: string, asKnownOn: string | null): Promise<FacilityStandard[]> {
    return this.database.query<FacilityStandard>(
      `select ${ROW} from facility_standard where facility = $1 and ${asKnown('$2')} order by from_on, record_id`, [facility, asKnownOn]);
  }

  async one(facility: string, id: string, asKnownOn: string | null): Promise<FacilityStandard> {
    const [standard] = await this.database.query<FacilityStandard>(
      `select ${ROW} from facility_standard where facility = $1 and id = $2 and ${asKnown('$3')}`, [facility, id, asKnownOn]);
    if (!standard) throw notFound('facility-standard');
    return standard;
  }

  /** Another that binds on a day on which this one would. */
  async overlaps(tx: Tx, { id, facility, from, to }: Pick<FacilityStandard, 'facility' | 'from' | 'to'> & { id: string | null }): Promise<boolean> {
    const others = await tx.query(
      `select from facility_standard where facility = $1 and superseded_at is null and id is distinct from $2
         and (to_on is null or to_on > $3::date) and ($4::date is null or from_on < $4::date) limit 1`, [facility, id, from, to]);
    return others.length > 0;
  }

  async insert(tx: Tx, { id, version, facility, standard, from, to, source, recordedBy, recordedAt }: FacilityStandard): Promise<void> {
    await tx.query(
      `insert into facility_standard (id, version, facility, standard, from_on, to_on, source, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, [id, version, facility, standard, from, to, source, recordedBy, recordedAt]);
  }

  async close(tx: Tx, id: string, { instant, by, reason }: { instant: Date; by: string; reason: string }): Promise<void> {
    await tx.query(
      'update facility_standard set superseded_at = $2, superseded_by = $3, superseded_reason = $4 where id = $1 and superseded_at is null',
      [id, instant, by, reason]);
  }
}
