import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateBy, ValidateIf, ValidateNested, type ValidationOptions } from 'class-validator';
import { isInstant, isText, isUuid } from './formats.js';
import { tryParseDay } from '../law/calendar/day.js';

/**
 * The fields of the API. One decorator says what a field is, how it is checked on the way in and how the OpenAPI
 * document shows it, so that the three cannot drift apart. Answers use the same decorators, for the document alone.
 */
export interface FieldOptions {
  /** may be left out */
  optional?: boolean;
  /** may be null: not known */
  nullable?: boolean;
  /** what it means, where the name does not say it */
  about?: string;
  example?: unknown;
  /** a list of such values, at most so many */
  list?: { max: number };
  /** it stands in the query string, where everything is text and a list may be separated by commas */
  query?: boolean;
}

/** `YYYY-MM-DD`. */
export const DayField = (options: FieldOptions = {}) =>
  field(options, { type: 'string', format: 'date' }, 'isDay', [], (v) => typeof v === 'string' && tryParseDay(v) !== null,
    'must be a day on the calendar, YYYY-MM-DD');

/** RFC 3339 with an offset. */
export const InstantField = (options: FieldOptions = {}) =>
  field(options, { type: 'string', format: 'date-time' }, 'isInstant', [], isInstant,
    'must be an instant with an offset, e.g. 2026-03-09T08:30:00-05:00');

export const IdField = (options: FieldOptions = {}) =>
  field(options, { type: 'string', format: 'uuid' }, 'isId', [], isUuid, 'must be an id (a UUID)');

export const TextField = ({ min = 1, max, ...options }: FieldOptions & { min?: number; max: number }) =>
  field(options, { type: 'string', minLength: min, maxLength: max }, 'isText', [min, max], (v) => isText(v, min, max),
    `must be text of ${min} to ${max} characters${min > 0 ? ', not blank' : ''}, without control characters`);

export const PatternField = ({ pattern, problem, ...options }: FieldOptions & { pattern: RegExp; problem: string }) =>
  field(options, { type: 'string', pattern: pattern.source }, 'isPattern', [], (v) => typeof v === 'string' && pattern.test(v), problem);

export const OneOf = <const T extends readonly (string | number)[]>(allowed: T, options: FieldOptions = {}) =>
  field(options, { type: typeof allowed[0] === 'number' ? 'integer' : 'string', enum: [...allowed] }, 'isOneOf', [allowed],
    (v) => allowed.includes(v as never), 'must be one of the allowed values');

export const WholeNumber = ({ min, max, ...options }: FieldOptions & { min: number; max: number }) =>
  field(options, { type: 'integer', minimum: min, maximum: max }, 'isWholeNumber', [min, max],
    (v) => Number.isInteger(v) && (v as number) >= min && (v as number) <= max, `must be a whole number from ${min} to ${max}`,
    (text) => (/^-?\d{1,15}$/.test(text) ? Number(text) : text));

export const Flag = (options: FieldOptions = {}) =>
  field(options, { type: 'boolean' }, 'isFlag', [], (v) => typeof v === 'boolean', 'must be true or false',
    (text) => (text === 'true' ? true : text === 'false' ? false : text));

/** An object of the class named. */
export const Nested = (type: () => new () => object, options: Omit<FieldOptions, 'query'> = {}) =>
  applyDecorators(
    ...presence(options),
    Type(type),
    ...(options.list ? [IsArray({ message: 'must be a list' }), atMost(options.list.max)] : [IsRecord()]),
    ValidateNested({ each: options.list !== undefined, message: 'must be an object' }),
    // Swagger knows a function as one to ask later by its name, `type`.
    ApiProperty({ ...about(options), type: () => type(), isArray: options.list !== undefined, ...(options.list && { maxItems: options.list.max }) }),
  );

/** An object whose shape is described elsewhere; for answers. */
export const Shape = (schema: Record<string, unknown>, options: FieldOptions = {}) =>
  ApiProperty({ ...about(options), ...schema });

function field(
  options: FieldOptions,
  schema: Record<string, unknown>,
  name: string,
  constraints: unknown[],
  holds: (value: unknown) => boolean,
  problem: string,
  fromText: (text: string) => unknown = (text) => text,
): PropertyDecorator {
  const { list } = options;
  const each: ValidationOptions | undefined = list ? { each: true } : undefined;
  return applyDecorators(
    ...presence(options),
    ...(options.query ? [fromQuery(list !== undefined, fromText)] : []),
    ...(list ? [IsArray({ message: 'must be a list' }), atMost(list.max)] : []),
    ValidateBy({ name, constraints, validator: { validate: holds, defaultMessage: () => problem } }, each),
    ApiProperty({
      ...about(options),
      ...(list ? { type: 'array', items: schema, maxItems: list.max } : schema),
    }),
  );
}

const atMost = (max: number) => ArrayMaxSize(max, { message: `must hold at most ${max} values` });

const IsRecord = () => ValidateBy({
  name: 'isRecord',
  validator: { validate: (v) => typeof v === 'object' && v !== null && !Array.isArray(v), defaultMessage: () => 'must be an object' },
});

/** Checks are skipped only for what may be left out or may be null; `null` is no way of leaving out. */
function presence({ optional, nullable }: FieldOptions): PropertyDecorator[] {
  if (!optional && !nullable) return [];
  return [ValidateIf((_object, value: unknown) => !(optional && value === undefined) && !(nullable && value === null))];
}

const about = ({ optional, nullable, about: description, example }: FieldOptions) => ({
  required: !optional,
  ...(nullable && { nullable }),
  ...(description !== undefined && { description }),
  ...(example !== undefined && { example }),
});

const fromQuery = (isList: boolean, fromText: (text: string) => unknown) =>
  Transform(({ value }: { value: unknown }) => {
    const read = (v: unknown) => (typeof v === 'string' ? fromText(v) : v);
    if (!isList) return read(value);
    if (value === undefined) return undefined;
    return [value].flat().flatMap((v) => (typeof v === 'string' ? v.split(',') : [v])).map(read);
  });
