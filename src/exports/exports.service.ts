import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { erased } from '../common/crypto/person-keys.js';
import { Database } from '../common/database.js';
import { FILE_TYPES } from '../documents/file-types.js';
import { Contents } from '../documents/contents.service.js';
import { csvFiles, type TextFile } from './csv-files.js';
import { leaving, type LeavingFile } from './person-export.js';
import { PersonFiles } from './person-files.service.js';
import { zipped, type ZipEntry } from './zip.js';

export const EXPORT_FORMATS = ['zip', 'json', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Exported {
  /** says nothing about the person but the id */
  fileName: string;
  mediaType: string;
  content: Readable;
}

interface Content {
  path: string;
  open: () => Promise<AsyncIterable<Buffer>>;
  /** that it must have, where that is on record */
  sha256?: string;
}

const FORM = 'vigil-person-export-1';

/** The whole file of a person, to be taken elsewhere: what may leave of it. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly files: PersonFiles,
    private readonly contents: Contents,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /** Read in one snapshot, and on record before the first byte leaves. */
  async person(actor: Actor, detaineeId: string, format: ExportFormat): Promise<Exported> {
    const exportedAt = this.clock.now().toISOString();
    const { file, documents } = await this.database.transaction(async (tx) => {
      const whole = await this.files.read(actor, detaineeId);
      if (whole.person.erasedAt !== null) throw erased();
      const part = leaving(whole);
      await this.audit.record(tx, actor, {
        action: 'detainee.exported', subject: 'detainee', subjectId: detaineeId, detaineeId,
        after: { format, notes: part.notes.map(({ id }) => id), documents: part.documents.map(({ id }) => id), withheld: part.withheld },
      });
      return { file: part, documents: format === 'zip' ? await this.documentsOf(detaineeId, part) : [] };
    }, 'REPEATABLE READ');

    const about = { form: FORM, detaineeId, exportedAt, exportedBy: actor.userId, withheld: file.withheld };
    const json = (): string => `${JSON.stringify({ ...about, ...file }, null, 1)}\n`;
    const fileName = `detainee-${detaineeId}`;
    if (format === 'json') return { fileName: `${fileName}.json`, mediaType: 'application/json', content: Readable.from([Buffer.from(json())], { objectMode: false }) };
    const texts: TextFile[] = [...(format === 'zip' ? [{ path: 'person.json', text: json() }] : []), ...csvFiles(file)];
    const entries = withManifest(about, [...texts.map(asContent), ...documents]);
    return { fileName: `${fileName}.zip`, mediaType: 'application/zip', content: Readable.from(zipped(entries), { objectMode: false }) };
  }

  private async documentsOf(detaineeId: string, { documents }: LeavingFile): Promise<Content[]> {
    const contents: Content[] = [];
    for (const { id, contentId, mediaType, sha256 } of documents) {
      // By its id: a name of the file may be anything, and documents.csv says it.
      contents.push({ path: `documents/${id}.${FILE_TYPES[mediaType]}`, open: await this.contents.opener(detaineeId, contentId), sha256 });
    }
    return contents;
  }
}

const asContent = ({ path, text }: TextFile): Content =>
  ({ path, open: () => Promise.resolve(Readable.from([Buffer.from(text)], { objectMode: false })) });

/** The hash of each file is taken while it is written, and told in the last one. */
function* withManifest(about: object, contents: readonly Content[]): Generator<ZipEntry> {
  const files: { path: string; bytes: number; sha256: string }[] = [];
  for (const { path, open, sha256 } of contents) {
    yield {
      name: path,
      content: async () => hashed(await open(), (bytes, found) => {
        if (sha256 !== undefined && sha256 !== found) throw new Error('a document is not what is on record of it');
        files.push({ path, bytes, sha256: found });
      }),
    };
  }
  yield { name: 'manifest.json', content: () => Readable.from([Buffer.from(`${JSON.stringify({ ...about, files }, null, 1)}\n`)], { objectMode: false }) };
}

async function* hashed(content: AsyncIterable<Buffer>, end: (bytes: number, sha256: string) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of content) {
    hash.update(part);
    bytes += part.length;
    yield part;
  }
  end(bytes, hash.digest('hex'));
}
