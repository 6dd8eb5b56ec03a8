import { ApiProperty } from '@nestjs/swagger';
import { TextField, WholeNumber } from './fields.js';
import { invalid } from './problem.js';

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** Extend it with a list's filters. */
export class PageQuery {
  @WholeNumber({ min: 1, max: MAX_LIMIT, optional: true, query: true, about: `How many; ${DEFAULT_LIMIT} if not said.` })
  limit: number = DEFAULT_LIMIT;

  @TextField({ max: 1000, optional: true, query: true, about: '`nextCursor` of the page before.' })
  cursor?: string;
}

export interface Page<T> {
  items: T[];
  /** null on the last page */
  nextCursor: string | null;
}

export class NextCursor {
  @ApiProperty({ type: 'string', nullable: true, description: '`cursor` of the next page; null on the last.' })
  nextCursor!: string | null;
}

export type CursorValue = string | number | boolean | null;
export type CursorType = 'string' | 'number' | 'boolean' | 'day' | 'id' | 'string?' | 'number?' | 'day?';

const CHECKS: Record<string, (value: unknown) => boolean> = {
  string: (v) => typeof v === 'string',
  number: (v) => typeof v === 'number' && Number.isFinite(v),
  boolean: (v) => typeof v === 'boolean',
  day: (v) => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v),
  id: (v) => typeof v === 'string' && /^[0-9a-f-]{36}$/.test(v),
};

/** Where a page ended: the sort key of its last row. Callers hand it back as they got it and read nothing into it. */
export const encodeCursor = (key: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, or null without one; refuses what this list did not hand out. */
export function decodeCursor(cursor: string | undefined, types: readonly CursorType[]): CursorValue[] | null {
  if (cursor === undefined) return null;
  const key = parse(cursor);
  const fits = Array.isArray(key) && key.length === types.length && key.every((value, i) => isOfType(value, types[i]));
  if (!fits) throw invalid({ path: 'cursor', problem: 'is not a cursor of this list; take `nextCursor` of the page before' });
  return key as CursorValue[];
}

function isOfType(value: unknown, type: CursorType): boolean {
  if (type.endsWith('?') && value === null) return true;
  return CHECKS[type.replace('?', '')](value);
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** Rows read with `limit + 1` become a page: the one too many says that there is a next one. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly CursorValue[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
