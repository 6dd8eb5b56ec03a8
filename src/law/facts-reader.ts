import { tryParseDay, type Day } from './calendar/day.js';
import { type Refusal } from './refusal.js';

const A_DAY = ['YYYY-MM-DD'];
const AN_INSTANT = ['an RFC 3339 instant with an offset, e.g. 2026-06-22T08:00:00-04:00'];
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

export type Fields = Readonly<Record<string, unknown>>;

/** Reads fields and gathers everything that is wrong with them. A field that is absent or null is not known: null. */
export class FactsReader {
  readonly problems: Refusal[] = [];

  refuse(path: string, problem: string, allowed?: readonly string[]): null {
    this.problems.push(allowed === undefined ? { path, problem } : { path, problem, allowed });
    return null;
  }

  object(value: unknown, path: string): Fields | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'object' || Array.isArray(value)) return this.refuse(path, 'must be an object');
    return value as Fields;
  }

  /** null: not known; an empty list is known to be none. One of more than `most` is refused before any of it is read. */
  list<T>(fields: Fields, key: string, path: string, most: number, read: (item: Fields, at: string) => T): T[] | null {
    const value = fields[key];
    const at = path === '' ? key : `${path}.${key}`;
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value)) return this.refuse(at, 'must be a list, or null if it is not known');
    if (value.length > most) return this.refuse(at, `has more than ${most}`);
    return value.map((item, i) => {
      const object = this.object(item, `${at}[${i}]`);
      if (item === null || item === undefined) this.refuse(`${at}[${i}]`, 'must be an object');
      return read(object ?? {}, `${at}[${i}]`);
    });
  }

  day(fields: Fields, key: string, path: string): Day | null {
    const value = fields[key];
    if (value === undefined || value === null) return null;
    const day = typeof value === 'string' ? tryParseDay(value) : null;
    return day ?? this.refuse(join(path, key), 'is not a day of the calendar', A_DAY);
  }

  boolean(fields: Fields, key: string, path: string): boolean | null {
    const value = fields[key];
    if (value === undefined || value === null) return null;
    return typeof value === 'boolean' ? value : this.refuse(join(path, key), 'must be true, false or null');
  }

  text(fields: Fields, key: string, path: string): string | null {
    const value = fields[key];
    if (value === undefined || value === null) return null;
    return typeof value === 'string' ? value : this.refuse(join(path, key), 'must be text');
  }

  oneOf<T extends string>(fields: Fields, key: string, path: string, allowed: readonly T[]): T | null {
    const value = fields[key];
    if (value === undefined || value === null) return null;
    return allowed.includes(value as T) ? (value as T) : this.refuse(join(path, key), 'is not one of the allowed values', allowed);
  }

  /** As `oneOf`, for a field without which the fact says nothing. */
  required<T extends string>(fields: Fields, key: string, path: string, allowed: readonly T[]): T {
    const value = this.oneOf(fields, key, path, allowed);
    if (fields[key] === undefined || fields[key] === null) this.refuse(join(path, key), 'is missing', allowed);
    return value ?? allowed[0];
  }

  /** An instant with the day on which it fell where it happened. */
  instant(fields: Fields, key: string, path: string): { at: number; on: Day; offsetMinutes: number } | null {
    const value = fields[key];
    if (value === undefined || value === null) return null;
    const match = typeof value === 'string' ? INSTANT.exec(value) : null;
    const on = match === null ? null : tryParseDay(match[1]);
    if (match === null || on === null) return this.refuse(join(path, key), 'is not an instant', AN_INSTANT);
    const offset = match[5];
    const offsetMinutes = offset === 'Z' ? 0 : (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
    return { at: Date.parse(value as string), on, offsetMinutes };
  }

  /** A span that ends before it starts is impossible. */
  span(from: Day | null, to: Day | null, path: string): void {
    if (from !== null && to !== null && to < from) this.refuse(`${path}.to`, 'is before `from`');
  }
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
