import { type Role, ROLES } from '../common/actor.js';
import { Flag, IdField, InstantField, Nested, OneOf, PatternField, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';

const NAME = { pattern: /^[a-z0-9][a-z0-9.-]{0,99}$/, problem: 'must be a name in small letters, such as detainee.read' };

export class AuditQuery extends PageQuery {
  @IdField({ optional: true, query: true, about: 'Who did it.' }) actor?: string;
  @PatternField({ ...NAME, optional: true, query: true, about: 'What was done, such as `detainee.read`, `detainees.listed`, `request.not-permitted`, `glass.broken`.' }) action?: string;
  @PatternField({ ...NAME, optional: true, query: true, about: 'The kind of thing it was done to.' }) subject?: string;
  @IdField({ optional: true, query: true }) subjectId?: string;
  @IdField({ optional: true, query: true, about: 'Whom it was about, alone or in a list.' }) detainee?: string;
  @TextField({ max: 100, optional: true, query: true, about: '`X-Request-Id` of an answer.' }) requestId?: string;
  @InstantField({ optional: true, query: true }) since?: string;
  @InstantField({ optional: true, query: true, about: 'Before this instant.' }) until?: string;
}

export class ActorDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) name!: string;
  @OneOf([...ROLES, 'operator']) role!: Role;
}

const VALUE = { type: 'object', nullable: true, additionalProperties: true } as const;

export class AuditEntryDto {
  @PatternField({ pattern: /^\d+$/, problem: 'must be a number' }) id!: string;
  @WholeNumber({ min: 1, max: Number.MAX_SAFE_INTEGER, nullable: true, about: 'Its place in the sealed log; null for the few seconds until it is sealed.' }) seq!: number | null;
  @InstantField() at!: string;
  @Nested(() => ActorDto, { nullable: true, about: 'null: nobody was signed in.' }) actor!: ActorDto | null;
  @TextField({ max: 200 }) action!: string;
  @TextField({ max: 200 }) subject!: string;
  @IdField({ nullable: true }) subjectId!: string | null;
  @IdField({ nullable: true, about: 'The person whom it is about.' }) detaineeId!: string | null;
  @IdField({ list: { max: 1000 }, about: 'The people whom a list or a search showed.' }) mentions!: string[];
  @TextField({ max: 300, nullable: true, about: 'The route, where it was a read or a refusal.' }) route!: string | null;
  @TextField({ max: 200, nullable: true }) requestId!: string | null;
  @Shape(VALUE, { about: 'What stood before.' }) before!: object | null;
  @Shape(VALUE, { about: 'What stands since.' }) after!: object | null;
  @OneOf(['erased', 'not-open-to-you'], { nullable: true, about: 'Why `before` and `after` are not shown, although there are any.' }) withheld!: 'erased' | 'not-open-to-you' | null;
}

export class PersonAccessDto {
  @PatternField({ pattern: /^\d+$/, problem: 'must be a number' }) id!: string;
  @InstantField() at!: string;
  @Nested(() => ActorDto, { nullable: true, about: 'null: nobody was signed in.' }) actor!: ActorDto | null;
  @TextField({ max: 200, about: '`detainee.read`: their file. `detainees.listed`: in a list. `request.…`: refused. Anything else: done.' }) action!: string;
  @TextField({ max: 300, nullable: true }) route!: string | null;
  @Flag({ about: 'In a list or a search, with others.' }) amongOthers!: boolean;
}
