import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Writable } from 'node:stream';
import { once } from 'node:events';
import { type Day, formatDay } from '../law/calendar/day.js';
import { ORDER_KINDS } from '../law/facts.js';
import { SeenFilter } from './ice/fingerprints.js';
import { PeopleIndex, SAID } from './ice/people-index.js';
import type { Refused, ReleasedStint } from './ice/stint.js';

/**
 * Where a release stands before it is merged: one line for every stint, and one for everything that was set aside. It is
 * temporary, so it costs no log, is seen by nobody else and is gone with the transaction.
 *
 * `place` is the number of the sheet, from 1, and in its lower half that of the row: the order of the file. `again` says
 * that the same stint may stand in an earlier row. What rows repeat of a person stands in the first that says it: the
 * identifier, who it is, that there is no final order; an order wherever it is not that of the person's row before.
 */
const RELEASE_ROW = `
  create temporary table release_row (
    place bigint not null, person_no integer, again boolean, stay_on date, facility text, from_on date, from_time time,
    to_on date, to_time time, ended_by text, person text, order_state "char", order_kind text, final_on date,
    citizenship text, birth_on date, birth_year smallint, gender text, refused jsonb
  ) on commit drop`;

const COLUMNS_OF_A_STINT = 9;
const COLUMNS_OF_A_PERSON = 8;

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
  private readonly people = new PeopleIndex();
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
    const known = this.people.size;
    const slot = this.people.slotOf(stint.person);
    const again = this.seen.add(`${stint.person}${stint.stayOn},${stint.fromOn},${stint.facility}`) ? 't' : 'f';
    this.line(
      `${this.place(stint.sheet, stint.row)}\t${this.people.numberAt(slot)}\t${again}\t${this.day(stint.stayOn)}\t${stint.facility ?? NULL}`
      + `\t${this.day(stint.fromOn)}\t${time(stint.fromSeconds)}\t${this.day(stint.toOn)}\t${time(stint.toSeconds)}\t${stint.endedBy ?? NULL}`
      + `\t${this.people.size > known ? stint.person : NULL}${this.order(slot, stint)}${this.identity(slot, stint)}\t${NULL}\n`);
  }

  private order(slot: number, { order, noFinalOrder }: ReleasedStint): string {
    if (order !== null) {
      const packed = (order.kind === null ? 0 : ORDER_KINDS.indexOf(order.kind) + 1) * DAYS + (order.finalOn ?? NO_DAY) + DAYS / 2;
      return this.people.isOtherOrder(slot, packed) ? `\ty\t${order.kind ?? NULL}\t${this.day(order.finalOn)}` : NO_ORDER;
    }
    return noFinalOrder && this.people.isNews(slot, SAID.noFinalOrder) ? `\tn\t${NULL}\t${NULL}` : NO_ORDER;
  }

  private identity(slot: number, { citizenship, birthOn, birthYear, gender }: ReleasedStint): string {
    const isSaid = citizenship !== null || birthOn !== null || birthYear !== null || gender !== null;
    if (!isSaid || !this.people.isNews(slot, SAID.identity)) return NO_IDENTITY;
    return `\t${citizenship ?? NULL}\t${this.day(birthOn)}\t${birthYear ?? NULL}\t${gender ?? NULL}`;
  }

  refuse({ sheet, row, column, reason, rowKept, cells }: Refused): void {
    const short = Object.fromEntries(Object.entries(cells).map(([name, cell]) => [shortened(name), shortened(cell)]));
    const json = escaped(JSON.stringify({ what: rowKept ? 'value' : 'row', column: column === null ? null : shortened(column), reason, cells: short }));
    this.line(`${this.place(sheet, row)}${nulls(COLUMNS_OF_A_STINT + COLUMNS_OF_A_PERSON)}\t${json}\n`);
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
const nulls = (columns: number): string => `\t${NULL}`.repeat(columns);
const NO_ORDER = nulls(3);
const NO_IDENTITY = nulls(4);

/** More days than there are between any two dates of a release; half of it lies before 1970. */
const DAYS = 2 ** 22;
const NO_DAY = -DAYS / 2 + 1;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

const time = (seconds: number | null): string =>
  seconds === null ? NULL : `${two((seconds / 3600) | 0)}:${two(((seconds / 60) | 0) % 60)}:${two(seconds % 60)}`;

/** PostgreSQL's text holds no NUL, and JSON no half of a surrogate pair. */
const shortened = (text: string): string => text.slice(0, MAX_CELL_CHARACTERS).replaceAll('\0', '').toWellFormed();

const escaped = (text: string): string =>
  text.replaceAll('\0', '').replace(/[\\\t\n\r]/g, (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character]!);
