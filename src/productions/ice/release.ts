import { type FileHandle, open, stat } from 'node:fs/promises';
import { parseDay } from '../../law/calendar/day.js';
import { readCsvRows } from './csv-rows.js';
import { delimiterOf, noHeader } from './delimiter.js';
import { FileRefused } from './file-refused.js';
import { Sheet } from './sheet.js';
import type { Notes, Refused, ReleasedStint } from './stint.js';
import { Archive } from './xlsx/archive.js';
import { readSheetRows } from './xlsx/sheet-rows.js';
import { readWorkbook } from './xlsx/workbook.js';

/** ICE splits its releases by fiscal year; none of the parts comes near this. */
export const MAX_FILE_BYTES = 4 * 1024 ** 3;

export interface ReleaseReading {
  file: string;
  /** the day of the import: nothing has happened after it */
  today: string;
  onStint: (stint: ReleasedStint) => void;
  onRefused: (refused: Refused) => void;
  /** between two pieces of the file; it is waited for, so that a slow receiver slows the reading */
  onPause?: () => Promise<void> | void;
  /** share of the file that has been read, 0 to 1 */
  onProgress?: (share: number) => void;
}

export interface ReleaseRead {
  layout: string;
  sizeBytes: number;
  /** rows of data under the headers of all sheets */
  rows: number;
  notes: Notes;
}

/** Reads a detention release in one pass, in memory that does not grow with it. Refuses with one sentence. */
export async function readRelease(reading: ReleaseReading): Promise<ReleaseRead> {
  const sizeBytes = await requireUsableFile(reading.file);
  const file = await open(reading.file, 'r');
  try {
    const start = Buffer.alloc(Math.min(sizeBytes, 256 * 1024));
    await file.read(start, 0, start.length, 0);
    const kind = kindOf(start);
    return kind === 'workbook' ? await readWorkbookRelease(reading, sizeBytes) : await readCsvRelease(reading, file, start, sizeBytes);
  } finally {
    await file.close();
  }
}

/** Refuses what is no file, is empty or is larger than any release; returns its size. */
export async function requireUsableFile(path: string): Promise<number> {
  let stats;
  try {
    stats = await stat(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new FileRefused(code === 'ENOENT' ? 'There is no such file.' : `The file cannot be opened (${code}).`);
  }
  if (!stats.isFile()) throw new FileRefused('This is a folder or a device and no file.');
  if (stats.size === 0) throw new FileRefused('The file is empty.');
  if (stats.size > MAX_FILE_BYTES) {
    throw new FileRefused(`The file has ${(stats.size / 1024 ** 3).toFixed(1)} GB; no release has more than ${MAX_FILE_BYTES / 1024 ** 3} GB: import the file of each fiscal year on its own.`);
  }
  return stats.size;
}

const startsWith = (bytes: Buffer, ...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte);

function kindOf(start: Buffer): 'workbook' | 'text' {
  if (startsWith(start, 0x50, 0x4b)) return 'workbook';
  if (startsWith(start, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileRefused('This is an Excel file of the old kind (.xls) or one with a password: save it as .xlsx without a password.');
  if (startsWith(start, 0x25, 0x50, 0x44, 0x46)) throw new FileRefused('This is a PDF: the release is published as .xlsx.');
  if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) throw new FileRefused('The text is UTF-16: save it as UTF-8.');
  if (start.includes(0)) throw new FileRefused('This is neither a workbook (.xlsx) nor text (.csv).');
  return 'text';
}

async function readWorkbookRelease(reading: ReleaseReading, sizeBytes: number): Promise<ReleaseRead> {
  const receiver = new Receiver(reading);
  const archive = await Archive.open(reading.file);
  try {
    const workbook = await readWorkbook(archive);
    const total = workbook.sheets.reduce((sum, { part }) => sum + archive.size(part), 0);
    let read = 0;
    for (const { name, part } of workbook.sheets) {
      const sheet = receiver.sheet(name, { date1904: workbook.date1904 });
      await readSheetRows(archive, workbook, part, (row) => sheet.onRow(row), (characters) => {
        read += characters;
        return receiver.pause(Math.min(1, read / total));
      });
    }
  } catch (error) {
    // What the receiver of the rows threw is not the workbook's fault, though it came through its reader.
    throw receiver.failure ?? error;
  } finally {
    archive.close();
  }
  return receiver.end('No sheet of this workbook has a', sizeBytes);
}

async function readCsvRelease(reading: ReleaseReading, file: FileHandle, start: Buffer, sizeBytes: number): Promise<ReleaseRead> {
  const delimiter = delimiterOf(start, start.length === sizeBytes);
  const receiver = new Receiver(reading);
  const sheet = receiver.sheet(null, null);
  const { endsWithNewline } = await readCsvRows(file, delimiter, (row) => sheet.onRow(row), (bytesRead) => receiver.pause(bytesRead / sizeBytes));
  // Whoever writes whole rows ends the last one. A last row that has no end and cannot be used was cut.
  if (!endsWithNewline && !sheet.lastRowUsed) throw new FileRefused(`The file is cut off in the middle of row ${sheet.lastRow}.`);
  return receiver.end('The file has no', sizeBytes);
}

/** Hands on what the sheets give, and adds it up. */
class Receiver {
  failure: unknown = null;
  private readonly sheets: Sheet[] = [];
  private readonly notes: Notes = { endsTakenFromStay: 0, openInEndedStays: 0, stintsBeforeTheirStay: 0 };

  constructor(private readonly reading: ReleaseReading) {}

  sheet(name: string | null, serials: { date1904: boolean } | null): Sheet {
    const { today, onStint, onRefused } = this.reading;
    const sheet = new Sheet({ name, serials, today: parseDay(today), notes: this.notes, onStint, onRefused });
    this.sheets.push(sheet);
    return sheet;
  }

  async pause(share: number): Promise<void> {
    try {
      this.reading.onProgress?.(share);
      await this.reading.onPause?.();
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  end(what: string, sizeBytes: number): ReleaseRead {
    const layouts = new Set(this.sheets.flatMap(({ header }) => header?.layout ?? []));
    if (layouts.size === 0) throw noHeader(what);
    return { layout: [...layouts].join(', '), sizeBytes, rows: this.sheets.reduce((sum, { rows }) => sum + rows, 0), notes: this.notes };
  }
}
