import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { KEY_BYTES } from '../common/crypto/aead.js';
import { sealedLength, sealStream } from '../common/crypto/sealed-stream.js';
import { FileTypeWatch, type MediaType } from './file-types.js';
import type { Scan, VirusScanner } from './virus-scanner.js';

/** A file that came in and lies, already encrypted, where it can be stored from. Its plain bytes never reach a disk. */
export interface IncomingFile {
  contentId: string;
  key: Buffer;
  /** the encrypted file */
  file: string;
  storedBytes: number;
  /** SHA-256 of the encrypted file */
  address: string;
  sizeBytes: number;
  /** SHA-256 of the file as it was sent */
  sha256: string;
  mediaType: MediaType | null;
  /** a scanner of the office found something malicious in it */
  malicious: boolean;
}

/** For which content a stored file was sealed: put in the place of another it does not open. */
export const boundToContent = (contentId: string): string => JSON.stringify(['vigil document', contentId]);

/** Reads it to its end, and has `use` do with it what it will; afterwards nothing of it is left here. */
export async function withIncomingFile<T>(parts: AsyncIterable<Buffer>, scanner: VirusScanner, use: (incoming: IncomingFile) => Promise<T>): Promise<T> {
  const scan = await scanner.begin();
  const folder = await mkdtemp(join(tmpdir(), 'vigil-document-'));
  try {
    return await use(await received(parts, scan, join(folder, 'sealed')));
  } finally {
    scan?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function received(parts: AsyncIterable<Buffer>, scan: Scan | null, file: string): Promise<IncomingFile> {
  const contentId = randomUUID();
  const key = randomBytes(KEY_BYTES);
  const plainHash = createHash('sha256');
  const sealedHash = createHash('sha256');
  const type = new FileTypeWatch();
  let sizeBytes = 0;
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      sizeBytes += part.length;
      plainHash.update(part);
      type.look(part);
      await scan?.look(part);
      yield part;
    }
  }
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const part of sealStream(key, watched(), boundToContent(contentId))) {
      sealedHash.update(part);
      yield part;
    }
  }
  await pipeline(hashed(), createWriteStream(file, { mode: 0o600 }));
  return {
    contentId, key, file, storedBytes: sealedLength(sizeBytes), address: sealedHash.digest('hex'),
    sizeBytes, sha256: plainHash.digest('hex'), mediaType: type.end(), malicious: (await scan?.verdict()) === 'found',
  };
}
