import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { Database, type Tx } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { canonicalJson, hashOf } from './canonical.js';
import { namesOf } from './people.queries.js';
import { reportCsv } from './report-csv.js';
import type { ReportDocument, ReportQuery } from './report-document.js';
import { ReportMaker } from './report-maker.service.js';
import { reportXlsx } from './report-xlsx.js';
import type { ExhibitPageQuery, NewReportDto, ReportsQuery, ReportVerificationDto } from './reports.dto.js';
import { cannotBeMadeAgain } from './reports.errors.js';
import { listReports, pseudonymKeyOf, recordingClock, reportById, type StoredReport, storeReport } from './reports.queries.js';
import { chosenFindings } from './exhibit-filter.js';
import { queryOf } from './new-report.js';

export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  json: 'application/json', csv: 'text/csv; charset=utf-8', pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface ReportFile {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
  /** whom it shows: nobody, in the version for outside */
  people: string[];
}

/** A report that was made again as it was made. */
interface Recalled {
  stored: StoredReport;
  document: ReportDocument;
  /** canonical: what the hash is of */
  json: string;
}

/**
 * Compliance reports. What is kept of one is what was asked and the hash of the answer; the answer is computed again each time, and
 * one that comes out differently is not given out under the old id.
 */
@Injectable()
export class ReportsService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly maker: ReportMaker,
  ) {}

  async make(actor: Actor, asked: NewReportDto): Promise<StoredReport> {
    return this.database.transaction(async (tx) => {
      const law = await this.maker.law(tx);
      const limits = { today: this.clock.today(), now: await recordingClock(tx), dayOf: (instant: Date) => this.clock.dayOf(instant), authorities: law.authorities };
      const query: ReportQuery = { id: randomUUID(), ...queryOf(asked, limits), smallestCell: this.config.smallestCell, lawVersion: law.version };
      const key = randomBytes(32);
      const document = await this.maker.make(tx, query, key);
      const hash = hashOf(canonicalJson(document));
      const report = { ...query, authorities: query.authorities === null ? null : [...query.authorities], asKnownOn: new Date(query.asKnownOn), hash, findings: document.findings.length };
      await storeReport(tx, report, key, actor.userId);
      await this.audit.record(tx, actor, { action: 'report.made', subject: 'report', subjectId: query.id, after: { ...query, hash } });
      return this.stored(tx, query.id);
    });
  }

  async list({ audience, limit, cursor }: ReportsQuery): Promise<Page<StoredReport>> {
    const after = decodeCursor(cursor, ['string', 'id']) as [string, string] | null;
    const rows = await listReports(this.database, audience ?? null, after && { madeAt: after[0], id: after[1] }, limit);
    return pageOf(rows, limit, ({ madeAt, id }) => [madeAt.toISOString(), id]);
  }

  /** With all that it says, and what to call those whom the reader sees. */
  async show(id: string): Promise<StoredReport & { report: ReportDocument; names: Record<string, string> }> {
    return this.database.transaction(async (tx) => {
      const { stored, document } = await this.recall(tx, id);
      return { ...stored, report: document, names: Object.fromEntries(await this.names(tx, document)) };
    });
  }

  /** The findings that one number of the report counts. */
  async findings(id: string, query: ExhibitPageQuery) {
    return this.database.transaction(async (tx) => {
      const { document } = await this.recall(tx, id);
      const [after] = decodeCursor(query.cursor, ['number']) ?? [0];
      const chosen = chosenFindings(document.findings, query).filter(({ number }) => number > (after as number));
      return pageOf(chosen.slice(0, query.limit + 1), query.limit, ({ number }) => [number]);
    });
  }

  async file(actor: Actor, id: string, format: ReportFormat): Promise<ReportFile> {
    return this.database.transaction(async (tx) => {
      const { stored, document, json } = await this.recall(tx, id);
      const names = await this.names(tx, document);
      const bytes = await this.written(format, document, json, names, stored.hash);
      await this.audit.record(tx, actor, { action: 'report.exported', subject: 'report', subjectId: id, after: { format, sha256: hashOf(bytes) } });
      return { fileName: `compliance-report-${id}.${format}`, mediaType: MEDIA_TYPES[format], bytes, people: peopleOf(document) };
    });
  }

  /** Makes it again and compares it with what was made, byte for byte. */
  async verify(actor: Actor, id: string): Promise<ReportVerificationDto> {
    return this.database.transaction(async (tx) => {
      const stored = await this.stored(tx, id);
      const recomputed = hashOf(canonicalJson(await this.again(tx, stored)));
      const verification = verificationOf(stored, recomputed, (await this.maker.law(tx)).version);
      await this.audit.record(tx, actor, { action: 'report.verified', subject: 'report', subjectId: id, after: verification });
      return verification;
    });
  }

  private async written(format: ReportFormat, document: ReportDocument, json: string, names: ReadonlyMap<string, string>, hash: string): Promise<Buffer> {
    switch (format) {
      case 'json': return Buffer.from(json);
      case 'csv': return reportCsv(document, names, hash);
      case 'xlsx': return reportXlsx(document, names, hash);
      case 'pdf': {
        // Loaded by whoever asks for paper first: what draws it would cost every start a tenth of a second.
        const { reportPdf } = await import('./report-pdf.js');
        return reportPdf(document, names, hash);
      }
    }
  }

  private async recall(tx: Tx, id: string): Promise<Recalled> {
    const stored = await this.stored(tx, id);
    const document = await this.again(tx, stored);
    const json = canonicalJson(document);
    if (hashOf(json) !== stored.hash) throw cannotBeMadeAgain(stored.lawVersion !== (await this.maker.law(tx)).version);
    return { stored, document, json };
  }

  private async again(tx: Tx, stored: StoredReport): Promise<ReportDocument> {
    const { id, audience, from, through, authorities, asOf, asKnownOn, smallestCell, lawVersion } = stored;
    return this.maker.make(tx, { id, audience, from, through, authorities, asOf, asKnownOn: asKnownOn.toISOString(), smallestCell, lawVersion }, await pseudonymKeyOf(tx, id));
  }

  private async stored(tx: Tx, id: string): Promise<StoredReport> {
    const stored = await reportById(tx, id);
    if (!stored) throw notFound('report');
    return stored;
  }

  private async names(tx: Tx, document: ReportDocument): Promise<Map<string, string>> {
    return namesOf(tx, peopleOf(document), new Date(document.query.asKnownOn));
  }
}

const peopleOf = ({ query, findings }: ReportDocument): string[] =>
  (query.audience === 'outside' ? [] : [...new Set(findings.map(({ person }) => person))]);

function verificationOf({ id, hash, lawVersion }: StoredReport, recomputed: string, lawVersionNow: string): ReportVerificationDto {
  const outcome = recomputed === hash ? 'same' : lawVersion === lawVersionNow ? 'different' : 'another-law';
  const because = {
    same: 'Made again from what is on file, it is the same to the last byte.',
    different: 'Made again, it is another than the one whose hash is stored: a person was erased, a facility was changed, or what is stored of the report was.',
    'another-law': `It was made by version ${lawVersion} of the law, and by version ${lawVersionNow} it comes out differently; whether it was altered cannot be said by this version.`,
  }[outcome];
  return { id, holds: outcome === 'same', outcome, hash, recomputed, lawVersion, lawVersionNow, because };
}
