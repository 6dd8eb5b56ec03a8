import { COUNT_IDS } from '../answer.js';
import { formatDay } from '../calendar/day.js';
import { ACTORS, CUSTODIANS, EVENT_KINDS, ORDER_EVENT_KINDS, STINT_ENDS, TOPICS } from '../facts.js';
import type { Fields } from '../facts-reader.js';
import { at, optional, type JsonReader } from '../json-reader.js';
import { MOST_DAYS, MOST_HOURS, MOST_MONTHS } from './bounds.js';
import {
  CHECK_KINDS, CONTENT_EXCEPTIONS, READING_QUESTIONS, RELEASE_EFFECTS, type Check, type FixedDate, type ForbiddenAct, type ForbiddenContent,
  type HoursLimit, type Line, type Recurring, type RequiredBefore, type TimeLimit,
} from './check.js';
import { readDeadline } from './deadline-json.js';

/** `hasLine`: whether the order protects those whose custody has reached a line, which some checks speak of. */
export function readCheck(reader: JsonReader, json: unknown, path: string, hasLine: boolean): Check<null> | null {
  const fields = reader.object(json, path);
  if (fields === null) return null;
  const kind = reader.required(fields, 'kind', path, CHECK_KINDS);
  if (fields.kind !== kind) return null; // of what is no check nothing more can be said
  switch (kind) {
    case 'time-limit': return fields.hours === undefined && fields.begins === undefined ? readTimeLimit(reader, fields, path) : readHoursLimit(reader, fields, path);
    case 'deadline': return readDeadline(reader, fields, path, hasLine);
    case 'fixed-date': return readFixedDate(reader, fields, path, hasLine);
    case 'forbidden-content': return readForbiddenContent(reader, fields, path);
    case 'forbidden-act': return readForbiddenAct(reader, fields, path);
    case 'required-before': return readRequiredBefore(reader, fields, path);
    case 'recurring': return readRecurring(reader, fields, path);
  }
}

function readTimeLimit(reader: JsonReader, fields: Fields, path: string): TimeLimit<null> {
  reader.only(fields, path, ['kind', 'line', 'readings', 'satisfiedBy']);
  return {
    kind: 'time-limit',
    line: readLine(reader, reader.part(fields, 'line', path), `${path}.line`),
    readings: reader.each(fields, 'readings', path, READING_QUESTIONS),
    satisfiedBy: reader.each(fields, 'satisfiedBy', path, EVENT_KINDS),
  };
}

export function readLine(reader: JsonReader, fields: Fields, path: string): Line<null> {
  reader.only(fields, path, ['count', 'n', 'unit']);
  const unit = reader.required(fields, 'unit', path, ['day', 'month'] as const);
  return { count: reader.required(fields, 'count', path, COUNT_IDS), n: reader.wholeOrNotFound(fields, 'n', path, unit === 'day' ? MOST_DAYS : MOST_MONTHS), unit };
}

function readHoursLimit(reader: JsonReader, fields: Fields, path: string): HoursLimit<null> {
  reader.only(fields, path, ['kind', 'begins', 'ends', 'hours', 'endsWithCustodyOf', 'excluding']);
  const hours = reader.parts(fields, 'hours', path, (limit, where) => {
    reader.only(limit, where, ['from', 'n']);
    return { from: reader.dateOrNull(limit, 'from', where), n: reader.wholeOrNotFound(limit, 'n', where, MOST_HOURS) };
  }, 1);
  hours.forEach(({ from }, i) => {
    if (i > 0 && (from === null || from <= (hours[i - 1].from ?? ''))) reader.refuse(`${path}.hours[${i}].from`, 'must be a day after that of the limit before it');
  });
  return {
    kind: 'time-limit',
    begins: reader.required(fields, 'begins', path, EVENT_KINDS),
    ends: reader.required(fields, 'ends', path, EVENT_KINDS),
    hours,
    ...optional(fields, 'endsWithCustodyOf', () => reader.each(fields, 'endsWithCustodyOf', path, CUSTODIANS, 1)),
    ...optional(fields, 'excluding', () => reader.required(fields, 'excluding', path, ['closed-days'] as const)),
  };
}

function readFixedDate(reader: JsonReader, fields: Fields, path: string, hasLine: boolean): FixedDate<null> {
  reader.only(fields, path, ['kind', 'on', 'at', 'earlier', 'reachedBy', 'satisfiedBy', 'release']);
  if (fields.on === undefined) reader.refuse(`${path}.on`, 'is missing', ['YYYY-MM-DD', 'null: the date was found in no source']);
  const on = reader.dateOrNull(fields, 'on', path);
  const instant = reader.instant(fields, 'at', path);
  if (instant !== null && formatDay(instant.on) !== on) reader.refuse(`${path}.at`, 'is not on the day that `on` names, where the offset says');
  const reachedBy = reader.dateOrNull(fields, 'reachedBy', path);
  if (reachedBy !== null && !hasLine) reader.refuse(`${path}.reachedBy`, 'speaks of a line, and the order protects without one', ['null']);
  const satisfiedBy = reader.each(fields, 'satisfiedBy', path, EVENT_KINDS);
  const release = reader.required(fields, 'release', path, RELEASE_EFFECTS);
  if (satisfiedBy.length === 0 && release !== 'satisfies') reader.refuse(`${path}.satisfiedBy`, 'is empty: nothing would ever satisfy it', EVENT_KINDS);
  return {
    kind: 'fixed-date', on, reachedBy, satisfiedBy, release,
    ...optional(fields, 'at', () => fields.at as string),
    ...optional(fields, 'earlier', () => {
      const earlier = reader.part(fields, 'earlier', path);
      const where = `${path}.earlier`;
      reader.only(earlier, where, ['on', 'orderEvent']);
      const sooner = reader.date(earlier, 'on', where);
      if (on !== null && sooner !== '' && sooner >= on) reader.refuse(`${where}.on`, 'is not before `on`');
      return { on: sooner, orderEvent: reader.required(earlier, 'orderEvent', where, ORDER_EVENT_KINDS) };
    }),
  };
}

function readForbiddenContent(reader: JsonReader, fields: Fields, path: string): ForbiddenContent {
  reader.only(fields, path, ['kind', 'actors', 'topics', 'unless']);
  return {
    kind: 'forbidden-content',
    actors: reader.each(fields, 'actors', path, ACTORS, 1),
    topics: reader.each(fields, 'topics', path, TOPICS, 1),
    ...optional(fields, 'unless', () => reader.each(fields, 'unless', path, CONTENT_EXCEPTIONS, 1)),
  };
}

function readForbiddenAct(reader: JsonReader, fields: Fields, path: string): ForbiddenAct {
  reader.only(fields, path, ['kind', 'endedBy', 'events', 'heldAgainAfter', 'unless']);
  const endedBy = reader.each(fields, 'endedBy', path, STINT_ENDS);
  const acts = {
    ...optional(fields, 'events', () => reader.each(fields, 'events', path, EVENT_KINDS, 1)),
    ...optional(fields, 'heldAgainAfter', () => reader.each(fields, 'heldAgainAfter', path, STINT_ENDS, 1)),
  };
  if (endedBy.length === 0 && Object.keys(acts).length === 0) reader.refuse(path, 'forbids nothing', ['endedBy', 'events', 'heldAgainAfter']);
  if (fields.unless === undefined || fields.unless === null) return { kind: 'forbidden-act', endedBy, ...acts, unless: null };
  const unless = reader.part(fields, 'unless', path);
  const where = at(path, 'unless');
  reader.only(unless, where, ['nothing', 'within', 'after']);
  return {
    kind: 'forbidden-act', endedBy, ...acts,
    unless: {
      nothing: reader.required(unless, 'nothing', where, ORDER_EVENT_KINDS),
      within: reader.whole(unless, 'within', where, MOST_DAYS),
      after: reader.required(unless, 'after', where, EVENT_KINDS),
    },
  };
}

function readRequiredBefore(reader: JsonReader, fields: Fields, path: string): RequiredBefore<null> {
  reader.only(fields, path, ['kind', 'events', 'contacts', 'required', 'n', 'unit', 'rolls', 'stands', 'onlyAfter']);
  const events = reader.each(fields, 'events', path, EVENT_KINDS);
  const unit = reader.required(fields, 'unit', path, ['day', 'hour'] as const);
  let contacts: RequiredBefore['contacts'] = null;
  if (fields.contacts !== undefined && fields.contacts !== null) {
    const where = at(path, 'contacts');
    const given = reader.part(fields, 'contacts', path);
    reader.only(given, where, ['actors', 'topics']);
    contacts = { actors: reader.each(given, 'actors', where, ACTORS, 1), topics: reader.each(given, 'topics', where, TOPICS, 1) };
  }
  if (events.length === 0 && contacts === null) reader.refuse(`${path}.events`, 'is empty, and no contact is named: there is nothing before which it is required', EVENT_KINDS);
  return {
    kind: 'required-before', events, contacts,
    required: reader.required(fields, 'required', path, EVENT_KINDS),
    n: reader.wholeOrNotFound(fields, 'n', path, unit === 'hour' ? MOST_HOURS : MOST_DAYS),
    unit,
    ...optional(fields, 'rolls', () => reader.required(fields, 'rolls', path, ['no-roll'] as const)),
    ...optional(fields, 'stands', () => reader.flag(fields, 'stands', path)),
    onlyAfter: reader.oneOf(fields, 'onlyAfter', path, EVENT_KINDS),
  };
}

function readRecurring(reader: JsonReader, fields: Fields, path: string): Recurring<null> {
  reader.only(fields, path, ['kind', 'from', 'every', 'satisfiedBy']);
  if (fields.from === undefined) reader.refuse(`${path}.from`, 'is missing', ['YYYY-MM-DD', 'null: the day was found in no source']);
  return {
    kind: 'recurring',
    from: reader.dateOrNull(fields, 'from', path),
    every: reader.wholeOrNotFound(fields, 'every', path, MOST_DAYS, 1),
    satisfiedBy: reader.each(fields, 'satisfiedBy', path, EVENT_KINDS, 1),
  };
}
