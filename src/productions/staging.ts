import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { formatDay, type Day } from '../law/calendar/day.js';
import { SeenFilter } from './ice/fingerprints.js';
import type { Refused, ReleasedStint } from './ice/stint.js';

/**
 * Where a release stands before it is merged: one line for every stint, and one for everything that was set aside. It is
 * temporary, so it costs no log, is seen by nobody else and is gone with the transaction.
 *
 * `place` is the number of the sheet, from 1, and in its lower half that of the row: the order of the file. `again` says
 * that the same stint may stand in an earlier row.
 */
const RELEASE_ROW = `
  create temporary table release_row (
    place bigint not null, again boolean not null, person text, stay_on date, facility text, from_on date,
    from_time time, to_on date, to_time time, ended_by text, order_state "char", order_kind text, final_on date,
    citizenship text, birth_on date, birth_year smallint, gender text, refused jsonb
  ) on commit drop`;

const CHUNK_BYTES = 256 * 1024;
/** No line is longer: the only long text of one are the cells of a refused row, which are cut. */
const MAX_LINE_BYTES = 256 * 1024;
const MAX_CELL_CHARACTERS = 500;
const ROWS_IN_A_SHEET = 2 ** 32;

/** Writes a release into its staging table by COPY, a chunk at a time. */
export class Staging {
  private bytes = Buffer.allocUnsafe(CHUNK_BYTES + MAX_LINE_BYTES);
  private used = 0;
  private readonly seen = new SeenFilter();
  private readonly days = new Map<Day, string>();
  /** the names of the sheets in the order in which they came; a text file is one sheet without a name */
  readonly sheets: (string | null)[] = [];
  private full: Buffer[] = [];
  private failed: Error | null = null;

  private constructor(private readonly copy: Writable) {
    // COPY reports a failure whenever it comes; it is thrown where somebody waits.
    copy.on('error', (error) => { this.failed ??= error; });
  }

  static async begin(client: PoolClient): Promise<Staging> {
    await client.query(RELEASE_ROW);
    return new Staging(client.query(copyFrom('copy release_row from stdin')));
  }

  add(stint: ReleasedStint): void {
    const { order } = stint;
    const orderState = order !== null ? 'y' : stint.noFinalOrder ? 'n' : NULL;
    const again = this.seen.add(`${stint.person}${stint.stayOn},${stint.fromOn},${stint.facility}`) ? 't' : 'f';
    this.line(
      `${this.place(stint.sheet, stint.row)}\t${again}\t${stint.person}\t${this.day(stint.stayOn)}\t${stint.facility ?? NULL}`
      + `\t${this.day(stint.fromOn)}\t${time(stint.fromSeconds)}\t${this.day(stint.toOn)}\t${time(stint.toSeconds)}\t${stint.endedBy ?? NULL}`
      + `\t${orderState}\t${order?.kind ?? NULL}\t${order === null ? NULL : this.day(order.finalOn)}`
      + `\t${stint.citizenship ?? NULL}\t${this.day(stint.birthOn)}\t${stint.birthYear ?? NULL}\t${stint.gender ?? NULL}\t${NULL}\n`);
  }

  refuse({ sheet, row, column, reason, rowKept, cells }: Refused): void {
    const short = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [shortened(name), shortened(cell)]));
    const json = escaped(JSON.stringify({ what: rowKept ? 'value' : 'row', column: column === null ? null : shortened(column), reason, cells: short }));
    this.line(`${this.place(sheet, row)}\tf${`\t${NULL}`.repeat(15)}\t${json}\n`);
  }

  /** Hands on what has gathered, no faster than the database takes it. */
  async flush(): Promise<void> {
    if (this.used >= CHUNK_BYTES) this.turn();
    for (const chunk of this.full.splice(0)) {
      if (this.failed) throw this.failed;
      if (!this.copy.write(chunk)) await this.drained();
    }
  }

  async end(): Promise<void> {
    this.turn();
    await this.flush();
    if (this.failed) throw this.failed;
    const finished = new Promise<void>((resolve, reject) => this.copy.once('finish', resolve).once('error', reject));
    this.copy.end();
    await finished;
  }

  /** Gives up: the database forgets what it was sent, and the connection is free for the rollback. */
  async abort(): Promise<void> {
    if (this.copy.destroyed || this.failed) return;
    const closed = once(this.copy, 'close').catch(() => undefined);
    this.copy.destroy();
    await closed;
  }

  private async drained(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error) => {
        this.copy.off('drain', settle).off('error', settle);
        if (error instanceof Error) reject(error);
        else resolve();
      };
      this.copy.on('drain', settle).on('error', settle);
    });
  }

  private line(text: string): void {
    if (this.used >= CHUNK_BYTES) this.turn();
    this.used += this.bytes.write(text, this.used);
  }

  /** The chunk is given away, so it is not written over. */
  private turn(): void {
    if (this.used === 0) return;
    this.full.push(this.bytes.subarray(0, this.used));
    this.bytes = Buffer.allocUnsafe(CHUNK_BYTES + MAX_LINE_BYTES);
    this.used = 0;
  }

  private place(sheet: string | null, row: number): number {
    if (this.sheets.at(-1) !== sheet || this.sheets.length === 0) this.sheets.push(sheet);
    return this.sheets.length * ROWS_IN_A_SHEET + row;
  }

  /** The days of a release are a few thousand; each is written out once. */
  private day(day: Day | null): string {
    if (day === null) return NULL;
    let text = this.days.get(day);
    if (text === undefined) {
      text = formatDay(day);
      this.days.set(day, text);
    }
    return text;
  }
}

const NULL = '\\N';

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const time = (seconds: number | null): string =>
  seconds === null ? NULL : `${two((seconds / 3600) | 0)}:${two(((seconds / 60) | 0) % 60)}:${two(seconds % 60)}`;

/** PostgreSQL's text holds no NUL, and JSON no half of a surrogate pair. */
const shortened = (text: string): string => text.slice(0, MAX_CELL_CHARACTERS).replaceAll('\0', '').toWellFormed();

const escaped = (text: string): string =>
  text.replaceAll('\0', '').replace(/[\\\t\n\r]/g, (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character]!);
