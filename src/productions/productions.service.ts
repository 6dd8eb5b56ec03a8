import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import type { Page } from '../common/pagination.js';
import { ReviewSignal } from '../common/review-signal.js';
import { previewRelease, type ReleasePreview } from './ice/preview-release.js';
import { requireUsableFile, type ReleaseRead, readRelease } from './ice/release.js';
import { type Merged, mergeRelease } from './merge.js';
import { type ProductionView, ProductionsQueries, type RefusedRow } from './productions.queries.js';
import { REFUSED_CSV_HEADER, refusedCsvLine } from './refused-csv.js';
import { Staging } from './staging.js';
import type { ImportSummary } from './summary.js';

export interface ImportRequest {
  /** where it lies on this machine */
  file: string;
  /** what it is called, and will be called in the sources of its facts */
  name: string;
  onProgress?: (share: number) => void;
}

export interface Import {
  production: ProductionView;
  /** the same file is on record already, and nothing was changed */
  already: boolean;
}

/** Takes the government's spreadsheets into the facts. */
@Injectable()
export class ProductionsService {
  constructor(
    private readonly database: Database,
    private readonly productions: ProductionsQueries,
    private readonly audit: AuditService,
    private readonly signal: ReviewSignal,
    private readonly clock: Clock,
  ) {}

  /** A detention release: all of it is kept, or nothing. The same file a second time changes nothing. */
  async importIceDetentions(actor: Actor, request: ImportRequest): Promise<Import> {
    await requireUsableFile(request.file);
    const sha256 = await sha256Of(request.file);
    const before = await this.productions.bySha256('ice-detentions', sha256);
    if (before) return { production: before, already: true };
    return this.database.transaction((tx) => this.import(tx, actor, request, sha256));
  }

  /** What an import would read; nothing is kept. */
  preview(file: string): Promise<ReleasePreview> {
    return previewRelease({ file, today: this.clock.today() });
  }

  list(query: { limit: number; cursor?: string }): Promise<Page<ProductionView>> {
    return this.productions.page(query);
  }

  show(id: string): Promise<ProductionView> {
    return this.productions.one(id);
  }

  /** What was set aside of a file, as the lines of a CSV, read while they are sent. */
  async refusedCsv(id: string): Promise<AsyncIterable<string>> {
    await this.productions.one(id);
    return csvOf(this.productions.refused(id));
  }

  private async import(tx: Tx, actor: Actor, request: ImportRequest, sha256: string): Promise<Import> {
    // One release at a time: two that know the same person would each open a file for them.
    await tx.query("select pg_advisory_xact_lock(hashtext('vigil production import'))");
    const meanwhile = await this.productions.bySha256('ice-detentions', sha256);
    if (meanwhile) return { production: meanwhile, already: true };

    const { read, sheets } = await this.stage(tx, request);
    const [file] = await tx.query<{ id: string; instant: Date }>(`
      insert into production_file (kind, sha256, name, layout, size_bytes, summary, imported_by, imported_at)
      values ('ice-detentions', $1, $2, $3, $4, '{}', $5, clock_timestamp())
      returning id, imported_at::timestamptz(3) as instant`,
      [sha256, request.name, read.layout, read.sizeBytes, actor.userId]) as [{ id: string; instant: Date }];
    const merged = await mergeRelease({ tx, fileId: file.id, fileName: request.name, actor, instant: file.instant, sheets });
    const summary = summaryOf(read, merged);
    await tx.query('update production_file set summary = $2 where id = $1', [file.id, summary]);
    await this.audit.record(tx, actor, { action: 'production.imported', subject: 'production', subjectId: file.id, after: { sha256, layout: read.layout, ...summary } });
    tx.afterCommit(() => this.signal.wake(merged.wake));
    return { production: await this.productions.one(file.id), already: false };
  }

  private async stage(tx: Tx, { file, onProgress }: ImportRequest): Promise<{ read: ReleaseRead; sheets: readonly (string | null)[] }> {
    const staging = await Staging.begin(tx.client);
    try {
      const read = await readRelease({
        file, today: this.clock.today(), onProgress,
        onStint: (stint) => staging.add(stint),
        onRefused: (refused) => staging.refuse(refused),
        onPause: () => staging.flush(),
      });
      await staging.end();
      return { read, sheets: staging.sheets };
    } catch (error) {
      await staging.abort();
      throw error;
    }
  }
}

const summaryOf = ({ rows, notes }: ReleaseRead, { counts, changes, refused, peopleChanged }: Merged): ImportSummary =>
  ({ rows, ...counts, refused, notes, changes: { ...changes, peopleChanged } });

async function* csvOf(pieces: AsyncIterable<RefusedRow[]>): AsyncGenerator<string> {
  yield REFUSED_CSV_HEADER;
  for await (const rows of pieces) yield rows.map(refusedCsvLine).join('');
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
