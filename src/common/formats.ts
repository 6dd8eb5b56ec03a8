import { tryParseDay } from '../law/calendar/day.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
/** Everything below space but tab and line breaks, and the rest of what no person types. */
 
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** RFC 3339 with seconds and an offset, on a day that exists. */
export function isInstant(value: unknown): value is string {
  const day = typeof value === 'string' ? INSTANT.exec(value)?.[1] : undefined;
  return day !== undefined && tryParseDay(day) !== null;
}

/** Text that a person can read and PostgreSQL can store; length in characters as people count them. */
export function isText(value: unknown, min: number, max: number): value is string {
  if (typeof value !== 'string' || CONTROL.test(value) || LONE_SURROGATE.test(value)) return false;
  const length = [...value].length;
  return length >= min && length <= max && (min === 0 || value.trim() !== '');
}
