import { AUTHORITY_KINDS, CLAUSE_STATES, GRADE } from '../law/authorities/authority.js';
import { CHECK_KINDS } from '../law/checks/check.js';
import { MOST_PERSONS } from './order-json.js';

/**
 * An authority's JSON for the OpenAPI document. Checking is the law's own (`readAuthority`), which takes from an office
 * the very shape in which it ships.
 */
type Schema = Record<string, unknown>;

const text = (maxLength: number, more: Schema = {}): Schema => ({ type: 'string', minLength: 1, maxLength, ...more });
const orNull = (schema: Schema): Schema => ({ ...schema, nullable: true });
const day: Schema = { type: 'string', format: 'date' };
const grade: Schema = { type: 'string', pattern: GRADE.source };

const STATE: Schema = {
  type: 'object', required: ['from', 'state', 'cause', 'source', 'grade'],
  properties: {
    from: orNull(day), to: orNull(day), state: { type: 'string', enum: [...CLAUSE_STATES] }, cause: text(4_000), source: text(4_000), grade,
  },
};

const CLAUSE: Schema = {
  type: 'object', required: ['id', 'text', 'citation', 'grade', 'unverified', 'weight', 'warningDays', 'check', 'checkedOn'],
  properties: {
    id: text(100), text: text(4_000, { description: 'What it says, in our words.' }), citation: text(300, { description: 'Pin cite.' }), grade,
    unverified: { type: 'boolean', description: 'Shown and never counted, until an attorney verifies it.' },
    status: { type: 'array', items: STATE, description: 'Its states, oldest first; each holds until the next. Also as `statusTimeline`.' },
    weight: { type: 'integer', minimum: 1, maximum: 3 }, warningDays: { type: 'integer', minimum: 0, maximum: 365 },
    check: orNull({
      type: 'object', additionalProperties: true, required: ['kind'], properties: { kind: { type: 'string', enum: [...CHECK_KINDS] } },
      description: 'One check with its parameters; a number that no source gives is null: the clause refuses to evaluate. null: text only.',
    }),
    lookBackTo: orNull(day), checkedOn: day,
  },
};

const FIELDS: Record<string, Schema> = {
  kind: { type: 'string', enum: [...AUTHORITY_KINDS] },
  caption: text(300, { description: 'Of an order for one person, as courts write it: initials.' }), citation: text(300),
  court: orNull(text(300)), docket: orNull(text(300)), judge: orNull(text(300)),
  binds: { type: 'array', minItems: 1, maxItems: 50, items: text(200), description: 'Whom it binds: ice, dhs, jail, a facility, a field office.' },
  where: text(300, { description: 'Where it applies, in words.' }),
  places: orNull({ type: 'object', additionalProperties: true, description: 'Where the person must be held for it to apply; null: everywhere.' }),
  protects: {
    type: 'object', additionalProperties: true, required: ['kind'],
    properties: { kind: { type: 'string', enum: ['everyone', 'class', 'those', 'persons'] } },
    description: 'Everyone; the members of a class; those of whom a predicate over dated facts holds; or the persons who are named.',
  },
  clauses: { type: 'array', minItems: 1, maxItems: 200, items: CLAUSE },
};
const REQUIRED = ['kind', 'caption', 'citation', 'binds', 'where', 'protects', 'clauses'];

const ID: Schema = {
  type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,99}$', description: 'A slug, by the docket and not by a name: it stands in addresses. It stays.',
};
const PERSONS: Schema = {
  type: 'array', maxItems: MOST_PERSONS, description: 'Whom an order that protects persons names. Each becomes a membership of the class that has the id of the order.',
  items: { type: 'object', required: ['detaineeId', 'from'], properties: { detaineeId: { type: 'string', format: 'uuid' }, from: day, to: orNull(day) } },
};

export const NEW_ORDER: Schema = { type: 'object', required: ['id', ...REQUIRED], properties: { id: ID, ...FIELDS, persons: PERSONS } };

export const CORRECTED_ORDER: Schema = {
  type: 'object', required: [...REQUIRED, 'reason'],
  properties: { ...FIELDS, reason: text(2_000, { description: 'Why it says something else now.' }) },
  description: 'A clause that has states on file is given without them, or with those that stand.',
};

const STATUS_ENTRY: Schema = {
  type: 'object', required: ['clauseIds', 'state', 'on', 'cause', 'source', 'grade'],
  properties: {
    clauseIds: { type: 'array', minItems: 1, maxItems: 200, items: text(100) }, state: { type: 'string', enum: [...CLAUSE_STATES] }, on: day,
    cause: text(4_000), source: text(4_000), grade,
  },
};

/** Entries about the states of an order that stands; or what an order is to say, one that stands or a new one. */
export const PROPOSAL: Schema = { oneOf: [
  { type: 'object', required: ['statusEntries'], properties: { statusEntries: { type: 'array', minItems: 1, maxItems: 200, items: STATUS_ENTRY } } },
  { type: 'object', required: REQUIRED, properties: { ...FIELDS, persons: PERSONS } },
] };
