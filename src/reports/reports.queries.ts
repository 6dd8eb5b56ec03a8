import type { Database, Tx } from '../common/database.js';
import type { Audience } from './report-document.js';

type Reader = Pick<Database | Tx, 'query'>;

/** A report as it is stored: what was asked, and the hash of what was answered. */
export interface StoredReport {
  id: string;
  kind: 'compliance';
  audience: Audience;
  from: string;
  through: string;
  authorities: string[] | null;
  asOf: string;
  asKnownOn: Date;
  smallestCell: number;
  lawVersion: string;
  /** of the canonical JSON, SHA-256 in hexadecimal */
  hash: string;
  /** how many the exhibit has */
  findings: number;
  madeBy: { id: string; name: string };
  madeAt: Date;
}

const REPORT = `select r.id, r.kind, r.audience, r.from_on as "from", r.through_on as through, r.authorities, r.as_of as "asOf", r.as_known_on as "asKnownOn",
  r.smallest_cell as "smallestCell", r.law_version as "lawVersion", r.hash, r.findings, json_build_object('id', u.id, 'name', u.name) as "madeBy", r.made_at as "madeAt"
  from report r join app_user u on u.id = r.made_by`;

export interface ReportsPlace { madeAt: string; id: string }

/** The newest first; one more than `limit` says that there is a next page. */
export const listReports = (db: Reader, audience: Audience | null, after: ReportsPlace | null, limit: number): Promise<StoredReport[]> => db.query<StoredReport>(
  `${REPORT} where ($1::text is null or r.audience = $1) and ($2::timestamptz is null or (r.made_at, r.id) < ($2, $3::uuid)) order by r.made_at desc, r.id desc limit $4`,
  [audience, after?.madeAt ?? null, after?.id ?? null, limit + 1]);

export async function reportById(db: Reader, id: string): Promise<StoredReport | null> {
  const [report] = await db.query<StoredReport>(`${REPORT} where r.id = $1`, [id]);
  return report ?? null;
}

/** Shown to nobody: with it people could be told by their pseudonyms. */
export async function pseudonymKeyOf(db: Reader, id: string): Promise<Buffer> {
  const [{ key }] = await db.query<{ key: Buffer }>('select pseudonym_key as key from report where id = $1', [id]) as [{ key: Buffer }];
  return key;
}

export async function storeReport(tx: Tx, report: Omit<StoredReport, 'kind' | 'madeBy' | 'madeAt'>, pseudonymKey: Buffer, madeBy: string): Promise<void> {
  const { id, audience, from, through, authorities, asOf, asKnownOn, smallestCell, lawVersion, hash, findings } = report;
  await tx.query(
    `insert into report (id, kind, audience, from_on, through_on, authorities, as_of, as_known_on, smallest_cell, law_version, hash, findings, pseudonym_key, made_by)
     values ($1, 'compliance', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [id, audience, from, through, authorities, asOf, asKnownOn, smallestCell, lawVersion, hash, findings, pseudonymKey, madeBy]);
}

/** The instant by the clock that says when a fact was recorded, to the millisecond. */
export async function recordingClock(db: Reader): Promise<Date> {
  const [{ now }] = await db.query<{ now: Date }>(`select date_trunc('milliseconds', clock_timestamp()) as now`) as [{ now: Date }];
  return now;
}
