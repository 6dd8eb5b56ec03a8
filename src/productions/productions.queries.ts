import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import type { ImportSummary } from './summary.js';

export interface ProductionView {
  id: string;
  kind: string;
  name: string;
  sha256: string;
  layout: string;
  sizeBytes: number;
  importedBy: string;
  importedAt: Date;
  summary: ImportSummary;
}

export interface RefusedRow {
  sheet: string | null;
  row: number;
  what: 'row' | 'value' | 'duplicate';
  column: string | null;
  reason: string;
  cells: Record<string, unknown>;
}

const COLUMNS = `id, kind, name, sha256, layout, size_bytes::float8 as "sizeBytes", imported_by as "importedBy",
  imported_at as "importedAt", summary`;

@Injectable()
export class ProductionsQueries {
  constructor(private readonly database: Database) {}

  async one(id: string): Promise<ProductionView> {
    const [production] = await this.database.query<ProductionView>(`select ${COLUMNS} from production_file where id = $1`, [id]);
    if (!production) throw notFound('production');
    return production;
  }

  async bySha256(kind: string, sha256: string): Promise<ProductionView | null> {
    const [production] = await this.database.query<ProductionView>(
      `select ${COLUMNS} from production_file where kind = $1 and sha256 = $2`, [kind, sha256]);
    return production ?? null;
  }

  /** The newest first. */
  async page({ limit, cursor }: { limit: number; cursor?: string }): Promise<Page<ProductionView>> {
    const after = decodeCursor(cursor, ['string', 'id']);
    const rows = await this.database.query<ProductionView>(
      `select ${COLUMNS} from production_file
       where $1::timestamptz is null or (imported_at, id) < ($1::timestamptz, $2::uuid)
       order by imported_at desc, id desc limit $3`, [after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return pageOf(rows, limit, ({ importedAt, id }) => [importedAt.toISOString(), id]);
  }

  /** Everything that was set aside, in the order of the file, in pieces so that a million rows fit. */
  async* refused(id: string): AsyncGenerator<RefusedRow[]> {
    let after = '0';
    for (;;) {
      const rows = await this.database.query<RefusedRow & { place: string }>(
        `select id::text as place, sheet, row_number as row, what, column_name as column, reason, cells from production_refused_row
         where production_file_id = $1 and id > $2 order by id limit 1000`, [id, after]);
      if (rows.length === 0) return;
      after = rows.at(-1)!.place;
      yield rows;
    }
  }
}
