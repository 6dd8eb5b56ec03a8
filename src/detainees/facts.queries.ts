import { Injectable } from '@nestjs/common';
import { asKnown } from '../common/as-known.js';
import { SealedRows } from '../common/crypto/sealed-rows.js';
import { Database, type Tx } from '../common/database.js';
import { notFound } from '../common/problem.js';
import type { Columns, Fact, FactKind, FactVersion, KnownList, Source } from './fact.js';

/** A row of any fact table: the columns all of them share. */
export interface FactRow extends Columns {
  version_id: number;
  id: string;
  version: number;
  detainee_id: string;
  recorded_by: string;
  recorded_at: Date;
  superseded_at: Date | null;
  superseded_by: string | null;
  superseded_reason: string | null;
}

const SOURCE_COLUMNS = { kind: 'source_kind', text: 'source_text', fileId: 'source_file_id', sheet: 'source_sheet', row: 'source_row' } as const;

export const sourceOf = (row: Columns): Source =>
  Object.fromEntries(Object.entries(SOURCE_COLUMNS).map(([name, column]) => [name, row[column]])) as unknown as Source;

export const sourceColumns = (source: Partial<Source>): Columns =>
  Object.fromEntries(Object.entries(SOURCE_COLUMNS).map(([name, column]) => [column, (source as Columns)[name] ?? null]));

const recorded = (row: FactRow) => ({
  id: row.id,
  detaineeId: row.detainee_id,
  version: row.version,
  source: sourceOf(row),
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
});

export const factOf = <Values extends object>(kind: FactKind<Values>, row: FactRow): Fact<Values> =>
  ({ ...recorded(row), ...kind.toValues(row) });

@Injectable()
export class FactsQueries {
  constructor(private readonly database: Database, private readonly sealed: SealedRows) {}

  /** A person without facts has an empty list; who is not on file has none. */
  async requireFile(detaineeId: string): Promise<void> {
    const files = await this.database.query('select 1 from detainee where id = $1', [detaineeId]);
    if (files.length === 0) throw notFound('detainee');
  }

  async list<Values extends object>(kind: FactKind<Values>, detaineeId: string, asKnownOn: string | null): Promise<Fact<Values>[]> {
    const rows = await this.database.query<FactRow>(
      `select * from ${kind.table} where detainee_id = $1 and ${asKnown('$2')} order by ${kind.orderBy}`, [detaineeId, asKnownOn]);
    return (await this.sealed.open(kind.table, rows)).map((row) => factOf(kind, row));
  }

  async one<Values extends object>(
    kind: FactKind<Values>, detaineeId: string, id: string, asKnownOn: string | null,
  ): Promise<Fact<Values>> {
    const [row] = await this.database.query<FactRow>(
      `select * from ${kind.table} where id = $1 and detainee_id = $2 and ${asKnown('$3')}`, [id, detaineeId, asKnownOn]);
    if (!row) throw notFound(kind.name);
    const [opened] = await this.sealed.open(kind.table, [row]);
    return factOf(kind, opened);
  }

  /** The current version, which nobody else can change until this transaction ends. */
  async current(tx: Tx, kind: { table: string; name: string }, detaineeId: string, id: string): Promise<FactRow> {
    const [row] = await tx.query<FactRow>(
      `select * from ${kind.table} where id = $1 and detainee_id = $2 and superseded_at is null for update`, [id, detaineeId]);
    if (!row) throw notFound(kind.name);
    const [opened] = await this.sealed.open(kind.table, [row]);
    return opened;
  }

  async isComplete(detaineeId: string, list: KnownList, asKnownOn: string | null): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from known_list where detainee_id = $1 and list = $2 and ${asKnown('$3')}`, [detaineeId, list, asKnownOn]);
    return rows.length > 0;
  }

  /** Every version that a person's facts of this kind ever had. */
  async versions(kind: FactKind<object>, detaineeId: string): Promise<FactVersion[]> {
    const rows = await this.database.query<FactRow & { corrected: boolean }>(
      `select f.*, exists (select from ${kind.table} n where n.id = f.id and n.version = f.version + 1) as corrected
       from ${kind.table} f where f.detainee_id = $1`, [detaineeId]);
    return (await this.sealed.open(kind.table, rows)).map((row) => ({
      kind: kind.name,
      state: row.superseded_at === null ? 'current' : row.corrected ? 'corrected' : 'withdrawn',
      ...recorded(row),
      values: kind.toValues(row),
      supersededAt: row.superseded_at,
      supersededBy: row.superseded_by,
      supersededReason: row.superseded_reason,
    }));
  }
}
