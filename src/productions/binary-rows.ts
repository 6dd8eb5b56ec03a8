import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import { copyInto } from '../common/copy-into.js';
import type { Day } from '../law/calendar/day.js';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const TRAILER_BYTES = 2;
const DAY_OF_2000 = 10_957;
const MS_OF_2000 = 946_684_800_000;
const MICROSECONDS = 1_000_000;
const FIRST_SIZE = 64 * 1024;

/**
 * Rows for one table in the binary form of COPY: PostgreSQL copies the values instead of reading them from text, and
 * so does Node the other way round. Values are written in the order of the columns, a row after a row.
 */
export class BinaryRows {
  private bytes = Buffer.allocUnsafe(FIRST_SIZE);
  private used = 0;

  constructor(private readonly table: string, private readonly columns: readonly string[]) {
    this.restart();
  }

  /** bytes that wait to be sent */
  get size(): number {
    return this.used - SIGNATURE.length;
  }

  row(): this {
    this.reserve(2);
    this.used = this.bytes.writeInt16BE(this.columns.length, this.used);
    return this;
  }

  nulls(count: number): this {
    this.reserve(count * 4);
    for (let i = 0; i < count; i++) this.used = this.bytes.writeInt32BE(-1, this.used);
    return this;
  }

  /** Values that are the same in row after row, encoded once by `encoded`. */
  raw(values: Buffer): this {
    this.reserve(values.length);
    this.bytes.set(values, this.used);
    this.used += values.length;
    return this;
  }

  text(value: string | null): this {
    if (value === null) return this.nulls(1);
    this.reserve(4 + value.length * 3);
    const length = this.bytes.write(value, this.used + 4);
    this.bytes.writeInt32BE(length, this.used);
    this.used += 4 + length;
    return this;
  }

  /** Of texts that repeat, such as a facility. */
  word(value: string | null): this {
    if (value === null) return this.nulls(1);
    let bytes = words.get(value);
    if (bytes === undefined) {
      bytes = encoded((rows) => rows.text(value));
      if (words.size < MOST_WORDS) words.set(value, bytes);
    }
    return this.raw(bytes);
  }

  int(value: number | null): this {
    if (value === null) return this.nulls(1);
    this.reserve(8);
    this.used = this.bytes.writeInt32BE(4, this.used);
    this.used = this.bytes.writeInt32BE(value, this.used);
    return this;
  }

  smallint(value: number | null): this {
    if (value === null) return this.nulls(1);
    this.reserve(6);
    this.used = this.bytes.writeInt32BE(2, this.used);
    this.used = this.bytes.writeInt16BE(value, this.used);
    return this;
  }

  /** Whole numbers that a double holds exactly. */
  bigint(value: number): this {
    this.reserve(12);
    this.used = this.bytes.writeInt32BE(8, this.used);
    this.used = this.bytes.writeInt32BE(Math.floor(value / 2 ** 32), this.used);
    this.used = this.bytes.writeUInt32BE(value >>> 0, this.used);
    return this;
  }

  day(value: Day | null): this {
    return this.int(value === null ? null : value - DAY_OF_2000);
  }

  time(seconds: number | null): this {
    return seconds === null ? this.nulls(1) : this.bigint(seconds * MICROSECONDS);
  }

  instant(value: Date): this {
    return this.bigint((value.getTime() - MS_OF_2000) * 1000);
  }

  flag(value: boolean | null): this {
    if (value === null) return this.nulls(1);
    this.reserve(5);
    this.used = this.bytes.writeInt32BE(1, this.used);
    this.bytes[this.used++] = value ? 1 : 0;
    return this;
  }

  uuid(value: string): this {
    return this.raw(Buffer.concat([UUID_LENGTH, Buffer.from(value.replaceAll('-', ''), 'hex')]));
  }

  /** An id that ends with the place of a row in the file; see newIds. */
  placeId(beginning: Buffer, place: number): this {
    this.reserve(20);
    this.used = this.bytes.writeInt32BE(16, this.used);
    this.bytes.set(beginning, this.used);
    this.used = this.bytes.writeUInt16BE(Math.floor(place / 2 ** 32), this.used + beginning.length);
    this.used = this.bytes.writeUInt32BE(place >>> 0, this.used);
    return this;
  }

  json(value: unknown): this {
    const text = JSON.stringify(value);
    this.reserve(5 + text.length * 3);
    const length = this.bytes.write(text, this.used + 5);
    this.bytes.writeInt32BE(length + 1, this.used);
    this.bytes[this.used + 4] = 1; // the version of jsonb's binary form
    this.used += 5 + length;
    return this;
  }

  /** What waits, as one COPY; new rows may be added at once while it runs. */
  send(): (client: PoolClient) => Promise<void> {
    this.reserve(TRAILER_BYTES);
    const { bytes, table, columns } = this;
    const end = bytes.writeInt16BE(-1, this.used);
    this.bytes = Buffer.allocUnsafe(bytes.length);
    this.restart();
    return (client) => copyInto(client, table, columns, async (into) => {
      const copy = client.query(copyFrom(`copy ${into} from stdin (format binary)`));
      copy.end(bytes.subarray(0, end));
      await finished(copy);
    });
  }

  /** The values written so far, without the signature; for encoded. */
  taken(): Buffer {
    return Buffer.from(this.bytes.subarray(SIGNATURE.length, this.used));
  }

  private restart(): void {
    this.used = SIGNATURE.copy(this.bytes);
  }

  private reserve(length: number): void {
    if (this.used + length + TRAILER_BYTES <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.used + length + TRAILER_BYTES));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}

const UUID_LENGTH = Buffer.from([0, 0, 0, 16]);
const MOST_WORDS = 10_000;
const words = new Map<string, Buffer>();

/** Values encoded once, to be written into many rows. */
export function encoded(write: (rows: BinaryRows) => BinaryRows): Buffer {
  return write(new BinaryRows('', [])).taken();
}
