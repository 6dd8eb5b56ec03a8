import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { copyInto } from '../common/copy-into.js';
import type { FactLine } from './fact-line.js';

/**
 * PostgreSQL's COPY, text form: the way in and out for a caseload. What arrives is decoded a block at a time and read
 * in place. On the way out null is written as nothing, since most places of a row are null and no fact is an empty text.
 */
const NEWLINE = 0x0a;
const TAB = 0x09;
const ZERO = 0x30;
const MINUS = 0x2d;
const TRUE = 't'.charCodeAt(0);

/** One line, read field by field in order, when it is wanted: until then it is a place in the text that came. */
export class CopyLine implements FactLine {
  /** the line from `at` to the line feed at `end` */
  constructor(private readonly lines: string, private at: number, private readonly end: number) {}

  text(): string | null {
    if (this.isNull()) return null;
    const start = this.at;
    const tab = this.lines.indexOf('\t', start);
    const end = tab === -1 || tab > this.end ? this.end : tab;
    this.at = end + 1;
    const text = this.lines.slice(start, end);
    return text.includes('\\') ? unescape(text) : text;
  }

  int(): number | null {
    if (this.isNull()) return null;
    const negative = this.lines.charCodeAt(this.at) === MINUS;
    if (negative) this.at += 1;
    let value = 0;
    for (; !this.isFieldEnd(); this.at++) value = value * 10 + this.lines.charCodeAt(this.at) - ZERO;
    this.at += 1;
    return negative ? -value : value;
  }

  flag(): boolean | null {
    if (this.isNull()) return null;
    const flag = this.lines.charCodeAt(this.at) === TRUE;
    this.at += 'f\t'.length;
    return flag;
  }

  /** Most places of a row are. */
  private isNull(): boolean {
    if (!this.isFieldEnd()) return false;
    this.at += 1;
    return true;
  }

  private isFieldEnd(): boolean {
    return this.at >= this.end || this.lines.charCodeAt(this.at) === TAB;
  }
}

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const unescape = (text: string): string => text.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character);

/** `COPY (select) TO STDOUT`, a line at a time. */
export async function copyOut(client: PoolClient, select: string, onLine: (line: CopyLine) => void): Promise<void> {
  const stream = client.query(copyTo(`copy (${select}) to stdout (null '')`));
  let rest: Buffer | null = null;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const bytes: Buffer = rest === null ? chunk : Buffer.concat([rest, chunk]);
    // Decoded up to the last whole line, so that no character is cut in two.
    const whole = bytes.lastIndexOf(NEWLINE) + 1;
    const lines = bytes.toString('utf8', 0, whole);
    let start = 0;
    for (let end = lines.indexOf('\n'); end !== -1; end = lines.indexOf('\n', start)) {
      onLine(new CopyLine(lines, start, end));
      start = end + 1;
    }
    rest = whole < bytes.length ? bytes.subarray(whole) : null;
  }
}

/** Large enough that a write costs little, small enough that the lines of one are soon let go. */
const BLOCK_CHARACTERS = 32 * 1024;

/** Rows on their way out, each line what `copyLine` makes of its values. They wait as bytes, outside of the heap. */
export class CopyText {
  private readonly full: Buffer[] = [];
  private text = '';
  rows = 0;

  add(line: string): void {
    this.rows += 1;
    this.text += line;
    if (this.text.length >= BLOCK_CHARACTERS) this.endBlock();
  }

  blocks(): readonly Buffer[] {
    if (this.text !== '') this.endBlock();
    return this.full;
  }

  private endBlock(): void {
    this.full.push(Buffer.from(this.text));
    this.text = '';
  }
}

/** Many rows into a table, their values in the order of `columns`. */
export function copyIn(client: PoolClient, table: string, columns: readonly string[], text: CopyText): Promise<void> {
  return copyInto(client, table, columns, (into) => pipeline(Readable.from(text.blocks()), client.query(copyFrom(`copy ${into} from stdin`))));
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
