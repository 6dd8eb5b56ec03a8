import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { FileRefused } from '../file-refused.js';

/**
 * A workbook is a zip archive, and an archive of a few kilobytes can claim to hold terabytes. The releases deflate to
 * a tenth or a twentieth; deflate itself cannot go beyond a thousandth. What is announced is checked before anything
 * is read, and what comes out is counted against what was announced.
 */
const MAX_ENTRIES = 10_000;
const MAX_INFLATED_BYTES = 24 * 1024 ** 3;
const MAX_RATIO = 250;
/** Below this even an absurd ratio does no harm. */
const RATIO_MATTERS_FROM_BYTES = 16 * 1024 ** 2;

export class Archive {
  private constructor(private readonly zip: yauzl.ZipFile, private readonly entries: ReadonlyMap<string, yauzl.Entry>) {}

  static async open(path: string): Promise<Archive> {
    const zip = await opened(path);
    try {
      return new Archive(zip, await listed(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of an entry once inflated, as announced; yauzl fails the stream that gives another number. */
  size(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  read(name: string): Promise<Readable> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new FileRefused(`The workbook is damaged: it has no ${name}.`);
    return new Promise((resolve, reject) => {
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(error)) : resolve(stream)));
    });
  }

  /** A part that is small in every workbook, whole. */
  async text(name: string): Promise<string> {
    let text = '';
    try {
      for await (const chunk of (await this.read(name)).setEncoding('utf8')) text += chunk as string;
    } catch (error) {
      throw damaged(error);
    }
    return text;
  }

  close(): void {
    this.zip.close();
  }
}

/** What the libraries below say of a file that breaks off or was changed, as a sentence about the file. */
export function damaged(error: unknown): Error {
  if (error instanceof FileRefused) return error;
  const why = error instanceof Error ? error.message.split('\n', 1)[0] : 'unknown reason';
  return new FileRefused(`The workbook is damaged or cut off and cannot be read to its end (${why.replace(/\.$/, '')}).`);
}

function opened(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { autoClose: false, lazyEntries: true }, (error, zip) => {
      if (error) reject(new FileRefused('The workbook is cut off: it begins as an xlsx file and does not end as one.'));
      else resolve(zip);
    });
  });
}

function listed(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new FileRefused(`The archive holds ${zip.entryCount} files; no workbook does.`);
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    let inflated = 0;
    zip.on('error', (error) => reject(damaged(error)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      inflated += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (inflated > MAX_INFLATED_BYTES || (entry.uncompressedSize > RATIO_MATTERS_FROM_BYTES && ratio > MAX_RATIO)) {
        return reject(new FileRefused('The workbook would unpack to more than any release holds (a zip bomb): it was not unpacked.'));
      }
      if (entries.has(entry.fileName)) return reject(new FileRefused('The workbook is damaged: it holds two parts of one name.'));
      entries.set(entry.fileName, entry);
      return zip.readEntry();
    });
    zip.readEntry();
  });
}
