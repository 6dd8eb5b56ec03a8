import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { copyInto } from '../common/copy-into.js';

/**
 * PostgreSQL's COPY, text form: the way in and out for a caseload. Values are read in place from the bytes that arrive;
 * only text that is kept becomes a string. On the way out null is written as nothing, since most places of a row are
 * null and no fact is an empty text.
 */
const TAB = 0x09;
const NEWLINE = 0x0a;
const BACKSLASH = 0x5c;
const ZERO = 0x30;
const MINUS = 0x2d;
const TRUE = 0x74;

/** One line, read field by field in order. Fields that are not asked for are skipped with the line. */
export class CopyLine {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;

  point(bytes: Buffer, at: number): void {
    this.bytes = bytes;
    this.at = at;
  }

  text(): string | null {
    const start = this.at;
    let escaped = false;
    let at = start;
    for (let byte = this.bytes[at]; byte !== TAB && byte !== NEWLINE; byte = this.bytes[++at]) {
      if (byte === BACKSLASH) escaped = true;
    }
    this.at = at + 1;
    if (at === start) return null;
    const text = this.bytes.toString('utf8', start, at);
    return escaped ? unescape(text) : text;
  }

  int(): number | null {
    let at = this.at;
    let byte = this.bytes[at]!;
    if (byte === TAB || byte === NEWLINE) {
      this.at = at + 1;
      return null;
    }
    const negative = byte === MINUS;
    if (negative) byte = this.bytes[++at]!;
    let value = 0;
    while (byte !== TAB && byte !== NEWLINE) {
      value = value * 10 + byte - ZERO;
      byte = this.bytes[++at]!;
    }
    this.at = at + 1;
    return negative ? -value : value;
  }

  flag(): boolean | null {
    const byte = this.bytes[this.at]!;
    if (byte === TAB || byte === NEWLINE) {
      this.at += 1;
      return null;
    }
    this.at += 2;
    return byte === TRUE;
  }
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const unescape = (text: string): string => text.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);

/** `COPY (select) TO STDOUT`, a line at a time. `select` has its values written in: COPY takes no parameters. */
export async function copyOut(client: PoolClient, select: string, onLine: (line: CopyLine) => void): Promise<void> {
  const line = new CopyLine();
  const stream = client.query(copyTo(`copy (${select}) to stdout (null '')`));
  let rest: Buffer | null = null;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      line.point(bytes, start);
      onLine(line);
      start = end + 1;
    }
    rest = start < bytes.length ? bytes.subarray(start) : null;
  }
}

/** Large enough that a write costs little, small enough that a batch is not held twice. */
const CHUNK_CHARACTERS = 128 * 1024;

/** Many rows into `table (columns)`; each line is what `copyLine` makes of one row. */
export async function copyIn(client: PoolClient, into: string, lines: Iterable<string>): Promise<void> {
  const [, table, columns] = /^(\w+) \((.+)\)$/s.exec(into)!;
  await copyInto(client, table!, columns!.split(', '), (target) =>
    pipeline(Readable.from(chunks(lines)), client.query(copyFrom(`copy ${target} from stdin`))));
}

function* chunks(lines: Iterable<string>): Generator<Buffer> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length >= CHUNK_CHARACTERS) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') yield Buffer.from(text);
}

export type CopyValue = string | number | boolean | null;

export function copyLine(values: readonly CopyValue[]): string {
  let line = '';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) line += '\t';
    const value = values[i]!;
    line += value === null ? '\\N' : typeof value === 'string' ? escape(value) : value;
  }
  return line + '\n';
}

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const escape = (text: string): string => NEEDS_ESCAPE.test(text)
  ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r')
  : text;
