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
import { withoutRowChecks } from './bulk-checks.js';
import { previewRelease, type ReleasePreview } from './ice/preview-release.js';
import { requireUsableFile, type ReleaseRead, readRelease } from './ice/release.js';
import { type Merged, mergeRelease } from './merge.js';
import type { Merging } from './merging.js';
import { type ProductionView, ProductionsQueries, type RefusedRow } from './productions.queries.js';
import { REFUSED_CSV_HEADER, refusedCsvLine } from './refused-csv.js';
import { ReleaseWriter } from './release-writer.js';
import { createStaging, peopleOnFile } from './staging.js';
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

    const [file] = await tx.query<{ id: string; instant: Date }>(`
      insert into production_file (kind, sha256, name, layout, size_bytes, summary, imported_by, imported_at)
      values ('ice-detentions', $1, $2, '', 0, '{}', $3, clock_timestamp())
      returning id, imported_at as instant`, [sha256, request.name, actor.userId]) as [{ id: string; instant: Date }];
    const merging = { tx, fileId: file.id, fileName: request.name, actor, instant: file.instant };
    const { read, merged } = await withoutRowChecks(tx, () => this.readAndMerge(merging, request));

    const summary = summaryOf(read, merged);
    await tx.query('update production_file set layout = $2, size_bytes = $3, summary = $4 where id = $1', [file.id, read.layout, read.sizeBytes, summary]);
    await this.audit.record(tx, actor, { action: 'production.imported', subject: 'production', subjectId: file.id, after: { sha256, layout: read.layout, ...summary } });
    tx.afterCommit(() => this.signal.wake(merged.wake));
    return { production: await this.productions.one(file.id), already: false };
  }

  private async readAndMerge(merging: Merging, { file, onProgress }: ImportRequest): Promise<{ read: ReleaseRead; merged: Merged }> {
    const { tx } = merging;
    await createStaging(tx);
    const writer = new ReleaseWriter(tx.client, await peopleOnFile(tx.client), merging);
    let read: ReleaseRead;
    try {
      read = await readRelease({
        file, today: this.clock.today(), onProgress,
        onStint: (stint) => writer.add(stint),
        onRefused: (refused) => writer.refuse(refused),
        onPause: () => writer.flush(),
      });
      await writer.end();
    } finally {
      // What is under way must be over before the connection can do anything else, and be it to undo all.
      await writer.settled();
    }
    return { read, merged: await mergeRelease({ ...merging, sheets: writer.sheets }, writer) };
  }
}

const summaryOf = ({ rows, notes }: ReleaseRead, { counts, changes, refused }: Merged): ImportSummary =>
  ({ rows, ...counts, refused, notes, changes });

async function* csvOf(pieces: AsyncIterable<RefusedRow[]>): AsyncGenerator<string> {
  yield REFUSED_CSV_HEADER;
  for await (const rows of pieces) yield rows.map(refusedCsvLine).join('');
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}
