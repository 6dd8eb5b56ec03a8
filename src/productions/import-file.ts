import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { operator } from '../common/actor.js';
import { SystemClock } from '../common/clock.js';
import { DEFAULT_OFFICE_TIME_ZONE, environment } from '../common/config.js';
import { Refused } from '../common/terminal/refused.js';
import { MOST_REFUSED_LISTED, previewRelease, type RefusedListed, type ReleasePreview } from './ice/preview-release.js';
import { progressBar } from './progress-bar.js';
import type { Import } from './productions.service.js';
import type { RefusedRow } from './productions.queries.js';
import { REFUSED_CSV_HEADER, refusedCsvLine } from './refused-csv.js';
import type { Changes } from './merge.js';

/** Runs work with the services of the application; only an import into the database opens them. */
export type OpenServices = <T>(work: (app: INestApplicationContext) => Promise<T>) => Promise<T>;

export interface ImportOptions {
  dryRun?: boolean;
  refused?: string;
}

export interface ImportResult extends ReleasePreview {
  /** only of an import */
  production?: { id: string; name: string; sha256: string; already: boolean };
  changes?: Changes;
}

/** What `vigil import ice-detentions` does: preview or import, with progress on a terminal. */
export async function importFile(file: string, { dryRun, refused }: ImportOptions, openServices: OpenServices): Promise<ImportResult> {
  const progress = progressBar();
  const csv = refused === undefined ? null : await RefusedFile.open(refused);
  try {
    return dryRun ? await preview(file, csv, progress) : await importInto(file, csv, progress, openServices);
  } finally {
    progress.end();
    await csv?.close();
  }
}

type Progress = ReturnType<typeof progressBar>;

const preview = (file: string, csv: RefusedFile | null, progress: Progress): Promise<ImportResult> => previewRelease({
  file,
  today: new SystemClock(environment().VIGIL_OFFICE_TIME_ZONE || DEFAULT_OFFICE_TIME_ZONE).today(),
  onProgress: progress.show,
  onRefused: (each) => csv?.write({ ...each, what: each.rowKept ? 'value' : 'row' }),
  onPause: () => csv?.drained(),
});

async function importInto(file: string, csv: RefusedFile | null, progress: Progress, openServices: OpenServices): Promise<ImportResult> {
  const [{ ProductionsService }, { ProductionsQueries }] = await Promise.all([
    import('./productions.service.js'), import('./productions.queries.js'),
  ]);
  return openServices(async (app) => {
    const done = await app.get(ProductionsService).importIceDetentions(operator(null), { file, name: basename(file), onProgress: progress.show });
    const listed: RefusedListed[] = [];
    for await (const rows of app.get(ProductionsQueries).refused(done.production.id)) {
      for (const row of rows) {
        csv?.write(row);
        if (row.what !== 'duplicate' && listed.length < MOST_REFUSED_LISTED) listed.push(listedOf(row));
      }
      await csv?.drained();
    }
    return resultOf(done, listed);
  });
}

const listedOf = ({ sheet, row, what, column, reason }: RefusedRow): RefusedListed => ({ sheet, row, column, reason, rowKept: what === 'value' });

function resultOf({ production: { id, name, sha256, layout, summary }, already }: Import, listed: RefusedListed[]): ImportResult {
  const { refused, ...counts } = summary;
  return { layout, ...counts, refused: listed, refusedCount: refused, production: { id, name, sha256, already } };
}

const n = (count: number, one: string, many: string): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

/** The result for a person. */
export function sentences(result: ImportResult): string[] {
  const { production, changes, refused, refusedCount } = result;
  return [
    production?.already ? `This file is on record already, as “${production.name}”; nothing was changed. It holds:` : `${n(result.rows, 'row', 'rows')} of ${result.layout}:`,
    `  ${n(result.people, 'person', 'people')}, ${n(result.stays, 'stay', 'stays')}, ${n(result.stints, 'stint', 'stints')}, of which ${result.openStints.toLocaleString('en-US')} open; ${n(result.duplicates, 'duplicate', 'duplicates')} left out`,
    ...(changes && !production?.already ? changed(changes) : []),
    ...notes(result),
    `  ${refusedCount === 0 ? 'nothing was set aside' : n(refusedCount, 'row or value was set aside:', 'rows or values were set aside:')}`,
    ...byReason(refused).map(([reason, rows]) => `    ${rows.length.toLocaleString('en-US')} × ${reason} (${rows.slice(0, 3).map(where).join(', ')}${rows.length > 3 ? ', …' : ''})`),
    ...(refusedCount > refused.length ? [`    and more: only the first ${refused.length.toLocaleString('en-US')} are listed; --refused FILE.csv has all`] : []),
  ];
}

const changed = (changes: Changes): string[] => [
  `  new: ${n(changes.peopleAdded, 'person', 'people')}, ${n(changes.stintsAdded, 'stint', 'stints')}, ${n(changes.ordersAdded, 'removal order', 'removal orders')}`,
  `  superseded: ${n(changes.stintsCorrected, 'stint', 'stints')}; unchanged: ${changes.stintsUnchanged.toLocaleString('en-US')}; `
    + `left as the office recorded them: ${changes.stintsOfTheOffice.toLocaleString('en-US')}`,
  `  ${n(changes.peopleChanged, 'person', 'people')} to be reviewed`,
];

const notes = ({ notes: { endsTakenFromStay, openInEndedStays, stintsBeforeTheirStay } }: ImportResult): string[] => [
  ...(endsTakenFromStay > 0 ? [`  ${n(endsTakenFromStay, 'stint', 'stints')} without a book-out ended with the stay`] : []),
  ...(openInEndedStays > 0 ? [`  ${n(openInEndedStays, 'stint is', 'stints are')} open in a stay that has ended; kept as open`] : []),
  ...(stintsBeforeTheirStay > 0 ? [`  ${n(stintsBeforeTheirStay, 'stint begins', 'stints begin')} before the stay`] : []),
];

function byReason(refused: readonly RefusedListed[]): [string, RefusedListed[]][] {
  const groups = new Map<string, RefusedListed[]>();
  for (const each of refused) {
    const reason = each.column === null ? each.reason : `${each.column}: ${each.reason}`;
    groups.set(reason, [...(groups.get(reason) ?? []), each]);
  }
  return [...groups];
}

const where = ({ sheet, row }: RefusedListed): string => (sheet === null ? `row ${row}` : `${sheet} row ${row}`);

/** The CSV of what was set aside, written while the file is read. */
class RefusedFile {
  private constructor(private readonly stream: WriteStream) {}

  static async open(path: string): Promise<RefusedFile> {
    const stream = createWriteStream(path);
    try {
      await once(stream, 'open');
    } catch (error) {
      throw new Refused(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
    }
    stream.write(REFUSED_CSV_HEADER);
    return new RefusedFile(stream);
  }

  write(row: RefusedRow): void {
    this.stream.write(refusedCsvLine(row));
  }

  async drained(): Promise<void> {
    if (this.stream.writableNeedDrain) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
  }
}
