import type { Tx } from '../common/database.js';
import type { CursorValue } from '../common/pagination.js';
import type { Reader } from './office-law.queries.js';

export interface VerificationView {
  id: string;
  version: number;
  authority: string;
  clause: string;
  verifiedBy: { id: string; name: string };
  readOn: string;
  source: string;
  recordedAt: string;
  hash: string;
  withdrawn: { by: string; at: string; reason: string } | null;
}

const COLUMNS = `v.id, v.version, v.authority, v.clause, (select json_build_object('id', u.id, 'name', u.name) from app_user u where u.id = v.recorded_by) as "verifiedBy",
  v.read_on as "readOn", v.source, to_json(v.recorded_at) as "recordedAt", v.clause_hash as hash,
  case when v.withdrawn_at is not null then json_build_object('by', v.withdrawn_by, 'at', v.withdrawn_at, 'reason', v.withdrawn_reason) end as withdrawn`;

/** The newest first; one more than `limit`. */
export const verificationPage = (db: Reader, authority: string | null, after: readonly CursorValue[] | null, limit: number): Promise<VerificationView[]> =>
  db.query<VerificationView>(
    `select ${COLUMNS} from law_verification v
     where ($1::text is null or v.authority = $1) and ($2::timestamptz is null or (v.recorded_at, v.id) < ($2::timestamptz, $3::uuid))
     order by v.recorded_at desc, v.id desc limit $4`, [authority, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);

export async function verificationById(db: Reader, id: string): Promise<VerificationView | null> {
  const [verification] = await db.query<VerificationView>(`select ${COLUMNS} from law_verification v where v.id = $1`, [id]);
  return verification ?? null;
}

export async function standingFor(db: Reader, authority: string, clause: string): Promise<VerificationView | null> {
  const [verification] = await db.query<VerificationView>(
    `select ${COLUMNS} from law_verification v where v.authority = $1 and v.clause = $2 and v.withdrawn_at is null`, [authority, clause]);
  return verification ?? null;
}

export interface NewRow {
  id: string;
  authority: string;
  clause: string;
  hash: string;
  namesPersons: boolean;
  readOn: string;
  source: string;
  by: string;
}

export async function insertVerification(tx: Tx, { id, authority, clause, hash, namesPersons, readOn, source, by }: NewRow): Promise<void> {
  await tx.query(
    `insert into law_verification (id, authority, clause, clause_hash, names_persons, read_on, source, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, authority, clause, hash, namesPersons, readOn, source, by]);
}

export async function withdrawVerification(tx: Tx, id: string, by: string, reason: string): Promise<void> {
  await tx.query('update law_verification set withdrawn_at = now(), withdrawn_by = $2, withdrawn_reason = $3, version = version + 1 where id = $1', [id, by, reason]);
}
