import { IntersectionType } from '@nestjs/swagger';
import { DayField, Flag, IdField, InstantField, Nested, OneOf, PatternField, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { GENDERS, IDENTIFIER_KINDS, type IdentityValues, type IdentifierValues, NAME_KINDS, type NameValues } from './detainee.facts.js';
import { ERASURE_REASONS, type ErasureReason } from './erasure.dto.js';
import { KNOWN_LISTS, type KnownList } from './fact.js';
import { CorrectionFields, FactAnswer, SpanFields, WithSource } from './fact-fields.js';

export class IdentityFields implements IdentityValues {
  @DayField({ optional: true, nullable: true }) birthDate?: string | null;
  @WholeNumber({ min: 1880, max: 2200, optional: true, nullable: true, about: 'Where only the year is known.' }) birthYear?: number | null;
  @TextField({ max: 3, optional: true, nullable: true, about: 'ISO 3166-1 alpha-3; XXA for stateless.', example: 'IRQ' }) citizenship?: string | null;
  @TextField({ max: 60, optional: true, nullable: true, about: 'BCP 47.', example: 'cld' }) language?: string | null;
  @OneOf(GENDERS, { optional: true, nullable: true }) gender?: IdentityValues['gender'];
}
export class NewIdentityDto extends IntersectionType(IdentityFields, WithSource) {}
export class CorrectedIdentityDto extends IntersectionType(IdentityFields, CorrectionFields) {}
export class IdentityDto extends IntersectionType(FactAnswer, IdentityFields) {}

const NAME_TEXT = { max: 300, about: 'As it is written, in any script.', example: 'Yousif Younan' };

export class NewNameFields {
  @OneOf(NAME_KINDS) kind!: NameValues['kind'];
  @TextField(NAME_TEXT) fullName!: string;
}
export class NewNameDto extends IntersectionType(NewNameFields, WithSource) {}
export class CorrectedNameDto extends CorrectionFields {
  @OneOf(NAME_KINDS, { optional: true }) kind?: NameValues['kind'];
  @TextField({ ...NAME_TEXT, optional: true }) fullName?: string;
}
export class NameDto extends IntersectionType(FactAnswer, NewNameFields) {
  @TextField({ max: 4, about: 'ISO 15924 code of the script, read from the letters.', example: 'Arab' }) script!: string;
}

const IDENTIFIER_TEXT = { max: 100, about: 'An A-number in any usual form; kept as nine digits.', example: 'A123-456-789' };

export class NewIdentifierFields {
  @OneOf(IDENTIFIER_KINDS) kind!: IdentifierValues['kind'];
  @TextField(IDENTIFIER_TEXT) value!: string;
}
export class NewIdentifierDto extends IntersectionType(NewIdentifierFields, WithSource) {}
export class CorrectedIdentifierDto extends CorrectionFields {
  @OneOf(IDENTIFIER_KINDS, { optional: true }) kind?: IdentifierValues['kind'];
  @TextField({ ...IDENTIFIER_TEXT, optional: true }) value?: string;
}
export class IdentifierDto extends IntersectionType(FactAnswer, NewIdentifierFields) {}

const CLASS = { pattern: /^[a-z0-9][a-z0-9-]{0,99}$/, problem: 'must be the slug of a class, e.g. hamama-primary', example: 'hamama-primary' };

export class NewMembershipDto extends IntersectionType(SpanFields, WithSource) {
  @PatternField(CLASS) class!: string;
}
export class CorrectedMembershipDto extends IntersectionType(SpanFields, CorrectionFields) {
  @PatternField({ ...CLASS, optional: true }) class?: string;
}
export class MembershipDto extends IntersectionType(FactAnswer, SpanFields) {
  @PatternField(CLASS) class!: string;
}

export class NewDetaineeDto extends IntersectionType(IdentityFields, WithSource) {
  @Nested(() => NewNameFields, { optional: true, list: { max: 50 } }) names: NewNameFields[] = [];
  @Nested(() => NewIdentifierFields, { optional: true, list: { max: 20 } }) identifiers: NewIdentifierFields[] = [];
  @IdField({ optional: true, nullable: true, about: 'The assigned attorney.' }) attorneyId?: string | null;
}

export class AssignmentDto {
  @IdField({ nullable: true, about: 'The assigned attorney; null for none.' }) attorneyId!: string | null;
}

export class AttorneyDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) name!: string;
}

export class DetaineeDto {
  @IdField() id!: string;
  @WholeNumber({ min: 1, max: 2_000_000_000, about: 'Of the assignment; each fact has its own.' }) version!: number;
  @Flag({ about: 'Invented, for the demonstration.' }) isDemo!: boolean;
  @InstantField() createdAt!: Date;
  @InstantField({ nullable: true, about: 'Since when nothing is known of this person any more.' }) erasedAt!: Date | null;
  @OneOf(ERASURE_REASONS, { nullable: true }) erasedReason!: ErasureReason | null;
  @Nested(() => AttorneyDto, { nullable: true }) attorney!: AttorneyDto | null;
  @Nested(() => IdentityDto, { nullable: true }) identity!: IdentityDto | null;
  @Nested(() => NameDto, { list: { max: 200 } }) names!: NameDto[];
  @Nested(() => IdentifierDto, { list: { max: 200 } }) identifiers!: IdentifierDto[];
  @OneOf(KNOWN_LISTS, { list: { max: KNOWN_LISTS.length }, about: 'Lists of facts known to be complete.' }) completeLists!: KnownList[];
}

export class DetaineeRowDto {
  @IdField() id!: string;
  @WholeNumber({ min: 1, max: 2_000_000_000 }) version!: number;
  @Flag() isDemo!: boolean;
  @InstantField() createdAt!: Date;
  @TextField({ max: 300, nullable: true, about: 'The primary name, else the one recorded first.' }) name!: string | null;
  @DayField({ nullable: true }) birthDate!: string | null;
  @WholeNumber({ min: 1880, max: 2200, nullable: true }) birthYear!: number | null;
  @TextField({ max: 3, nullable: true }) citizenship!: string | null;
  @Nested(() => NewIdentifierFields, { list: { max: 200 } }) identifiers!: NewIdentifierFields[];
  @Nested(() => AttorneyDto, { nullable: true }) attorney!: AttorneyDto | null;
  @TextField({ max: 40, nullable: true, about: 'Code of the facility of the open stint.' }) facility!: string | null;
}

export class FoundDetaineeDto extends DetaineeRowDto {
  @TextField({ max: 300, list: { max: 50 }, about: 'The names on file that met what was asked for.' }) matchedNames!: string[];
  @Flag({ about: 'Whether one of them is written exactly as it was asked for.' }) exact!: boolean;
}

export class DetaineesQuery extends PageQuery {
  @IdField({ optional: true, query: true, about: 'Assigned to this attorney.' }) attorney?: string;
  @PatternField({ pattern: /^[A-Z0-9]{1,40}$/, problem: 'must be a facility code (DETLOC)', optional: true, query: true, about: 'Held there now.' }) facility?: string;
  @Flag({ optional: true, query: true }) demo?: boolean;
}

/** A search is a POST: a name or a number of a client has no place in an address, which proxies and browsers keep. */
export class SearchDto extends PageQuery {
  @TextField({ max: 300, optional: true, about: 'In any spelling and script; every part must meet.' }) name?: string;
  @TextField({ max: 100, optional: true, about: 'A-number in any usual form, or another identifier as it is kept.' }) identifier?: string;
}

export class HistoryEntryDto extends FactAnswer {
  @TextField({ max: 40, about: 'Kind of fact.' }) kind!: string;
  @OneOf(['current', 'corrected', 'withdrawn']) state!: 'current' | 'corrected' | 'withdrawn';
  @Shape({ type: 'object', additionalProperties: true }) values!: object;
  @InstantField({ nullable: true }) supersededAt!: Date | null;
  @IdField({ nullable: true }) supersededBy!: string | null;
  @TextField({ max: 2000, nullable: true }) supersededReason!: string | null;
}

export class KnownListDto extends FactAnswer {
  @OneOf(KNOWN_LISTS) list!: KnownList;
}
