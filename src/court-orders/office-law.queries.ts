import type { Database, Tx } from '../common/database.js';
import type { Definition, StatusRow } from './timeline.js';

export type Reader = Pick<Database | Tx, 'query'>;

/** A verification that was not withdrawn. */
export interface StandingVerification {
  authority: string;
  clause: string;
  /** of the clause as it was verified */
  hash: string;
  verifiedBy: string;
  on: string;
  source: string;
}

/** All that an office has entered and not taken back, as of one moment; whoever asks, it is the same. */
export interface OfficeLawRows {
  revision: number;
  orders: { definition: Definition; version: number; status: StatusRow[] }[];
  verifications: StandingVerification[];
}

export async function lawRevision(db: Reader): Promise<number> {
  const [{ revision }] = await db.query<{ revision: number }>('select revision from office_law');
  return revision;
}

export async function readOfficeLaw(db: Reader): Promise<OfficeLawRows> {
  const [{ law }] = await db.query<{ law: OfficeLawRows }>('select office_law_in_force() as law');
  return law;
}

/** Held until the transaction ends: one change of the law at a time, so that what was checked still holds when it is written. */
export async function holdLaw(tx: Tx): Promise<void> {
  await tx.query('select from office_law for update');
}

export async function reviseLaw(tx: Tx): Promise<void> {
  await tx.query(`update office_law set revision = nextval('office_law_revision')`);
}
