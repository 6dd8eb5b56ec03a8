import { DayField, Flag, IdField, InstantField, Nested, OneOf, PatternField, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { type Authority, AUTHORITY_KINDS, CLAUSE_STATES, type ClauseState, GRADE } from '../law/authorities/authority.js';
import { MOST_PERSONS } from './order-json.js';

const VERSION = { min: 1, max: 2_147_483_647 };
const WITHDRAWN = { type: 'object', nullable: true, properties: { by: { type: 'string' }, at: { type: 'string', format: 'date-time' }, reason: { type: 'string' } } };
const CLAUSE_IDS = { max: 100, list: { max: 200 }, about: 'Ids of clauses of the order.' };
const ON = 'The day on which it began; it lasts until the next.';
const CAUSE = { max: 4_000, about: 'What the court did, e.g. stayed pending appeal.' };
const SOURCE = { max: 4_000, about: 'Where it says so, e.g. ECF 41.' };
const A_GRADE = { pattern: GRADE, problem: 'must be a grade of a source: V1, V2, V3, INF or M, or two of them, e.g. V1/M', about: 'How good the source is.' };

export class NewStatusEntryDto {
  @TextField(CLAUSE_IDS) clauseIds!: string[];
  @OneOf(CLAUSE_STATES) state!: ClauseState;
  @DayField({ about: ON }) on!: string;
  @TextField(CAUSE) cause!: string;
  @TextField(SOURCE) source!: string;
  @PatternField(A_GRADE) grade!: string;
}

export class StatusEntryDto {
  @IdField() id!: string;
  @WholeNumber(VERSION) version!: number;
  @TextField(CLAUSE_IDS) clauseIds!: string[];
  @OneOf(CLAUSE_STATES) state!: ClauseState;
  @DayField({ nullable: true, about: `${ON} null: before all records.` }) on!: string | null;
  @TextField(CAUSE) cause!: string;
  @TextField(SOURCE) source!: string;
  @PatternField(A_GRADE) grade!: string;
  @IdField() recordedBy!: string;
  @InstantField() recordedAt!: string;
  @Shape(WITHDRAWN) withdrawn!: { by: string; at: string; reason: string } | null;
}

export class StatusEntriesDto {
  @Nested(() => StatusEntryDto, { list: { max: 10_000 } }) items!: StatusEntryDto[];
  @IdField({ list: { max: 10_000 }, about: 'Whom the order names, of the people whom you see.' }) people!: string[];
}

export class PersonNamedDto {
  @IdField() detaineeId!: string;
  @IdField({ about: 'The membership that says so: corrected and withdrawn as any other.' }) membershipId!: string;
  @DayField({ nullable: true }) from!: string | null;
  @DayField({ nullable: true }) to!: string | null;
}

/** The authority, whose shape is the law's (court-orders.schemas.ts says more of it), and what stands beside it. */
export class CourtOrderDto {
  @TextField({ max: 100 }) id!: string;
  @WholeNumber(VERSION) version!: number;
  @OneOf(AUTHORITY_KINDS) kind!: Authority['kind'];
  @TextField({ max: 300 }) caption!: string;
  @TextField({ max: 300 }) citation!: string;
  @TextField({ max: 300, nullable: true }) court!: string | null;
  @TextField({ max: 300, nullable: true }) docket!: string | null;
  @TextField({ max: 300, nullable: true }) judge!: string | null;
  @TextField({ max: 200, list: { max: 10_000 }, about: 'Whom it binds.' }) binds!: string[];
  @TextField({ max: 300 }) where!: string;
  @Shape({ type: 'object', nullable: true, additionalProperties: true }, { about: 'Where the person must be held; null: everywhere.' }) places!: object | null;
  @Shape({ type: 'object', additionalProperties: true }, { about: 'Whom it protects.' }) protects!: object;
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }, { about: 'Each with the spans of its states (`statusTimeline`).' }) clauses!: object[];
  @IdField({ about: 'Who entered this version.' }) recordedBy!: string;
  @InstantField() recordedAt!: string;
  @TextField({ max: 2_000, nullable: true, about: 'Why it is another than the version before.' }) reason!: string | null;
  @Nested(() => StatusEntryDto, { list: { max: 10_000 } }) statusEntries!: StatusEntryDto[];
  @Nested(() => PersonNamedDto, { list: { max: MOST_PERSONS }, about: `Whom it names, of the people whom you see; at most ${MOST_PERSONS}.` }) persons!: PersonNamedDto[];
  @WholeNumber({ min: 0, max: 2_147_483_647 }) personCount!: number;
}

export class OrderVersionDto {
  @WholeNumber(VERSION) version!: number;
  @Shape({ type: 'object', additionalProperties: true }) definition!: object;
  @IdField() recordedBy!: string;
  @InstantField() recordedAt!: string;
  @InstantField({ nullable: true }) supersededAt!: string | null;
  @IdField({ nullable: true }) supersededBy!: string | null;
  @TextField({ max: 2_000, nullable: true }) supersededReason!: string | null;
}

export class OrderVersionsDto {
  @Nested(() => OrderVersionDto, { list: { max: 10_000 } }) items!: OrderVersionDto[];
  @IdField({ list: { max: 10_000 } }) people!: string[];
}

export class NewLawVerificationDto {
  @TextField({ max: 100, about: 'The id of an authority, one that ships or one of the office.' }) authority!: string;
  @TextField({ max: 100, about: 'A clause of it that is unverified.' }) clause!: string;
  @DayField({ about: 'The day on which the source was read.' }) readOn!: string;
  @TextField({ max: 4_000, about: 'What was read: the source that gives the clause.' }) source!: string;
}

export class VerifierDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) name!: string;
}

export class LawVerificationDto {
  @IdField() id!: string;
  @WholeNumber(VERSION) version!: number;
  @TextField({ max: 100 }) authority!: string;
  @TextField({ max: 100 }) clause!: string;
  @Nested(() => VerifierDto) verifiedBy!: VerifierDto;
  @DayField() readOn!: string;
  @TextField({ max: 4_000 }) source!: string;
  @InstantField() recordedAt!: string;
  @Flag({ about: 'It was not withdrawn, and the clause still says what was verified: the clause counts.' }) holds!: boolean;
  @Shape(WITHDRAWN) withdrawn!: { by: string; at: string; reason: string } | null;
}

export class VerificationsQuery extends PageQuery {
  @TextField({ max: 100, optional: true, query: true }) authority?: string;
}
