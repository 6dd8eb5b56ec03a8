import { EVENT_KINDS, ORDER_EVENT_KINDS, STINT_ENDS } from '../facts.js';
import type { Fields } from '../facts-reader.js';
import { optional, type JsonReader } from '../json-reader.js';
import { MOST_DAYS, MOST_HOURS, MOST_MONTHS } from './bounds.js';
import { OFFSET_UNITS, RELEASE_EFFECTS, ROLL_RULES, type Deadline, type Trigger } from './check.js';

const TRIGGER_KINDS = ['removal-period', 'event', 'review-after-day-90', 'redetention', 'order', 'line-reached-after'] as const;
const MOST: Readonly<Record<(typeof OFFSET_UNITS)[number], number>> = { hour: MOST_HOURS, day: MOST_DAYS, 'business-day': MOST_DAYS, month: MOST_MONTHS };

export function readDeadline(reader: JsonReader, fields: Fields, path: string, hasLine: boolean): Deadline {
  reader.only(fields, path, ['kind', 'trigger', 'offset', 'satisfiedBy', 'satisfiedByOrder', 'requires', 'countsFrom', 'due', 'release']);
  const deadline: Deadline = {
    kind: 'deadline',
    trigger: readTrigger(reader, reader.part(fields, 'trigger', path), `${path}.trigger`, hasLine),
    offset: readOffset(reader, fields, path),
    satisfiedBy: reader.each(fields, 'satisfiedBy', path, EVENT_KINDS),
    ...optional(fields, 'satisfiedByOrder', () => reader.each(fields, 'satisfiedByOrder', path, ORDER_EVENT_KINDS, 1)),
    requires: reader.required(fields, 'requires', path, ['any', 'all'] as const),
    countsFrom: reader.whole(fields, 'countsFrom', path, MOST_DAYS),
    due: reader.required(fields, 'due', path, ['before', 'by'] as const),
    release: reader.required(fields, 'release', path, RELEASE_EFFECTS),
  };
  const { satisfiedBy, satisfiedByOrder = [], release } = deadline;
  if (satisfiedBy.length === 0 && satisfiedByOrder.length === 0 && release !== 'satisfies') reader.refuse(`${path}.satisfiedBy`, 'is empty: nothing would ever satisfy it', EVENT_KINDS);
  if (deadline.offset?.unit === 'hour') refuseWithHours(reader, deadline, path);
  return deadline;
}

function readOffset(reader: JsonReader, fields: Fields, path: string): Deadline['offset'] {
  if (fields.offset === undefined) reader.refuse(`${path}.offset`, 'is missing', ['{ n, unit }', 'null: at once']);
  const offset = reader.object(fields.offset, `${path}.offset`);
  if (offset === null) return null;
  const where = `${path}.offset`;
  reader.only(offset, where, ['n', 'unit', 'rolls']);
  const unit = reader.required(offset, 'unit', where, OFFSET_UNITS);
  return { n: reader.wholeOrNotFound(offset, 'n', where, MOST[unit]), unit, ...optional(offset, 'rolls', () => reader.required(offset, 'rolls', where, ROLL_RULES)) };
}

/** Hours run from something that has a time of day, and what answers them is judged by its own. */
function refuseWithHours(reader: JsonReader, { trigger, satisfiedByOrder, countsFrom, due }: Deadline, path: string): void {
  if (trigger.kind !== 'event' && trigger.kind !== 'redetention') {
    reader.refuse(`${path}.offset.unit`, 'hours are counted from an event; a date with a time of day is a `fixed-date` with `at`', ['day', 'business-day', 'month']);
  }
  if (satisfiedByOrder !== undefined) reader.refuse(`${path}.satisfiedByOrder`, 'has days alone, and hours are counted', ['satisfiedBy']);
  if (countsFrom !== 0) reader.refuse(`${path}.countsFrom`, 'is in days, and hours are counted', ['0']);
  if (due !== 'by') reader.refuse(`${path}.due`, 'must be `by` where hours are counted', ['by']);
}

function readTrigger(reader: JsonReader, fields: Fields, path: string, hasLine: boolean): Trigger {
  const kind = reader.required(fields, 'kind', path, TRIGGER_KINDS);
  switch (kind) {
    case 'event':
      reader.only(fields, path, ['kind', 'event']);
      return { kind, event: reader.required(fields, 'event', path, EVENT_KINDS) };
    case 'redetention':
      reader.only(fields, path, ['kind', 'after']);
      return { kind, ...optional(fields, 'after', () => reader.each(fields, 'after', path, STINT_ENDS, 1)) };
    case 'line-reached-after':
      if (!hasLine) reader.refuse(`${path}.kind`, 'speaks of a line, and the order protects without one', TRIGGER_KINDS.filter((each) => each !== kind));
      reader.only(fields, path, ['kind', 'on']);
      return { kind, on: reader.date(fields, 'on', path) };
    case 'order':
      reader.only(fields, path, ['kind', 'on']);
      return { kind, on: reader.date(fields, 'on', path) };
    case 'removal-period':
    case 'review-after-day-90':
      reader.only(fields, path, ['kind']);
      return { kind };
  }
}
