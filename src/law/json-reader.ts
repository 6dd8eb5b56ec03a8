import { tryParseDay } from './calendar/day.js';
import { FactsReader, type Fields } from './facts-reader.js';

export const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;
const COULD_BE_A_FIELD = /^[a-z_][\w-]{0,39}$/i;
const A_DAY = ['YYYY-MM-DD'];
/** More parts than any order has. */
const MOST_PARTS = 200;

/** Reads what an office enters as data (orders, clauses, predicates) and gathers everything that is wrong with it. Nothing is defaulted. */
export class JsonReader extends FactsReader {
  /**
   * Anything but these is refused: a misspelt parameter would otherwise be ignored. A name that nobody would give a field
   * may be what a person typed, and is not repeated.
   */
  only(fields: Fields, path: string, allowed: readonly string[]): void {
    for (const key of Object.keys(fields)) {
      if (allowed.includes(key)) continue;
      if (COULD_BE_A_FIELD.test(key)) this.refuse(at(path, key), 'is not a field here', allowed);
      else this.refuse(path === '' ? '$' : path, 'has a name in it that is not a field here', allowed);
    }
  }

  there(fields: Fields, key: string, path: string): boolean {
    if (fields[key] !== undefined && fields[key] !== null) return true;
    this.refuse(at(path, key), 'is missing');
    return false;
  }

  /** Text that must be there, of at most `max` characters. */
  words(fields: Fields, key: string, path: string, max: number): string {
    const value = fields[key];
    if (typeof value !== 'string' || value.trim() === '') this.refuse(at(path, key), value === undefined || value === null ? 'is missing' : 'must be text');
    else if (value.length > max) this.refuse(at(path, key), `is longer than ${max} characters`);
    else return value;
    return '';
  }

  wordsOrNull(fields: Fields, key: string, path: string, max: number): string | null {
    return fields[key] === undefined || fields[key] === null ? null : this.words(fields, key, path, max);
  }

  matching(fields: Fields, key: string, path: string, pattern: RegExp, called: string): string {
    const value = this.words(fields, key, path, 1000);
    if (value !== '' && !pattern.test(value)) this.refuse(at(path, key), `is not ${called}`);
    return value;
  }

  /** A day as it is written. */
  date(fields: Fields, key: string, path: string): string {
    if (!this.there(fields, key, path)) return '';
    const value = fields[key];
    if (typeof value === 'string' && tryParseDay(value) !== null) return value;
    this.refuse(at(path, key), 'is not a day of the calendar', A_DAY);
    return '';
  }

  dateOrNull(fields: Fields, key: string, path: string): string | null {
    return fields[key] === undefined || fields[key] === null ? null : this.date(fields, key, path) || null;
  }

  whole(fields: Fields, key: string, path: string, max: number, min = 0): number {
    if (!this.there(fields, key, path)) return min;
    const value = fields[key];
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.refuse(at(path, key), 'must be a whole number', [`${min} to ${max}`]);
    return min;
  }

  /** A parameter that may be null because no source gives it; it must be written, so that it was not forgotten. */
  wholeOrNotFound(fields: Fields, key: string, path: string, max: number, min = 0): number | null {
    if (fields[key] === null) return null;
    return this.whole(fields, key, path, max, min);
  }

  flag(fields: Fields, key: string, path: string): boolean {
    if (!this.there(fields, key, path)) return false;
    return this.boolean(fields, key, path) ?? false;
  }

  /** A list of values of a closed vocabulary, each once. */
  each<T extends string>(fields: Fields, key: string, path: string, allowed: readonly T[], least = 0): T[] {
    return this.texts(fields, key, path, (value) => allowed.includes(value as T), allowed, least) as T[];
  }

  /** A list of texts that match a pattern, each once. */
  eachMatching(fields: Fields, key: string, path: string, pattern: RegExp, example: string, least = 1): string[] {
    return this.texts(fields, key, path, (value) => pattern.test(value), [example], least);
  }

  private texts(fields: Fields, key: string, path: string, isAllowed: (value: string) => boolean, allowed: readonly string[], least: number): string[] {
    const value = fields[key];
    const where = at(path, key);
    if (!Array.isArray(value)) {
      this.refuse(where, value === undefined || value === null ? 'is missing' : 'must be a list', allowed);
      return [];
    }
    if (value.length < least) this.refuse(where, 'must not be empty', allowed);
    const seen = new Set<string>();
    value.forEach((item: unknown, i) => {
      if (typeof item !== 'string' || !isAllowed(item)) this.refuse(`${where}[${i}]`, 'is not one of the allowed values', allowed);
      else if (seen.has(item)) this.refuse(`${where}[${i}]`, 'is there twice');
      else seen.add(item);
    });
    return value as string[];
  }

  /** The object at `key`, which must be there. */
  part(fields: Fields, key: string, path: string): Fields {
    if (!this.there(fields, key, path)) return {};
    return this.object(fields[key], at(path, key)) ?? {};
  }

  /** A list of objects that must be there. */
  parts<T>(fields: Fields, key: string, path: string, read: (item: Fields, at: string) => T, least = 0): T[] {
    if (!this.there(fields, key, path)) return [];
    const items = this.list(fields, key, path, MOST_PARTS, read);
    if (items === null) return [];
    if (items.length < least) this.refuse(at(path, key), 'must not be empty');
    return items;
  }
}

export const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** A field that may be left out, as an object to be spread. */
export const optional = <K extends string, T>(fields: Fields, key: K, read: () => T): Partial<Record<K, T>> =>
  (fields[key] === undefined ? {} : { [key]: read() }) as Partial<Record<K, T>>;
