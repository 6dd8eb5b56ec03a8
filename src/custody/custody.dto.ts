import { IntersectionType } from '@nestjs/swagger';
import { DayField, Flag, OneOf, PatternField, TextField } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { CorrectionFields, FactAnswer, SpanFields, WithSource } from '../detainees/fact-fields.js';
import { CUSTODIANS, type Custodian, STINT_ENDS, type StintEnd } from '../law/facts.js';

const FACILITY = { pattern: /^[A-Z0-9]{1,40}$/, problem: 'must be a facility code (DETLOC): capital letters and digits', example: 'GLADEFL' };
const TIME = { pattern: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, problem: 'must be a time of day, HH:MM', optional: true, nullable: true };

class StintFields extends SpanFields {
  @PatternField({ ...FACILITY, optional: true, nullable: true }) facility?: string | null;
  @OneOf(STINT_ENDS, { optional: true, nullable: true, about: 'Why the stint ended; null while it is open.' }) endedBy?: StintEnd | null;
  @PatternField({ ...TIME, about: 'Wall time at the facility.' }) fromTime?: string | null;
  @PatternField({ ...TIME, about: 'Wall time at the facility.' }) toTime?: string | null;
}

export class NewStintDto extends IntersectionType(StintFields, WithSource) {
  @OneOf(CUSTODIANS) custodian!: Custodian;
}
export class CorrectedStintDto extends IntersectionType(StintFields, CorrectionFields) {
  @OneOf(CUSTODIANS, { optional: true }) custodian?: Custodian;
}
export class StintDto extends IntersectionType(FactAnswer, StintFields) {
  @OneOf(CUSTODIANS) custodian!: Custodian;
  @DayField({ nullable: true, about: 'Book-in of the stay to which a government release counts it.' }) releaseStayOn!: string | null;
}

const OTHER_KINDS = ['criminal'] as const;

export class NewOtherCustodyDto extends IntersectionType(SpanFields, WithSource) {
  @OneOf(OTHER_KINDS) kind!: (typeof OTHER_KINDS)[number];
}
export class CorrectedOtherCustodyDto extends IntersectionType(SpanFields, CorrectionFields) {
  @OneOf(OTHER_KINDS, { optional: true }) kind?: (typeof OTHER_KINDS)[number];
}
export class OtherCustodyDto extends IntersectionType(FactAnswer, SpanFields) {
  @OneOf(OTHER_KINDS) kind!: (typeof OTHER_KINDS)[number];
}

const CIRCUITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', 'DC'] as const;
export type Circuit = (typeof CIRCUITS)[number];

export class FacilitiesQuery extends PageQuery {
  @TextField({ max: 100, optional: true, query: true, about: 'Part of a name, a city or a code.' }) q?: string;
  @TextField({ max: 10, optional: true, query: true, about: 'Code of the field office, e.g. DET.' }) fieldOffice?: string;
  @PatternField({ pattern: /^[A-Z]{2}$/, problem: 'must be a state by its two letters', optional: true, query: true }) state?: string;
  @OneOf(CIRCUITS, { optional: true, query: true }) circuit?: Circuit;
}

const SHORT = { max: 200, nullable: true } as const;
const GIVEN = { ...SHORT, optional: true } as const;

export class FacilityFields {
  @TextField({ max: 200 }) name!: string;
  @TextField(GIVEN) city?: string | null;
  @TextField(GIVEN) county?: string | null;
  @PatternField({ pattern: /^[A-Z]{2}$/, problem: 'must be a state by its two letters', optional: true, nullable: true }) state?: string | null;
  @TextField({ ...GIVEN, max: 10, about: 'Code of the field office.' }) fieldOffice?: string | null;
  @TextField({ ...GIVEN, about: 'As the agency classes it, e.g. IGSA or HOLD.' }) kind?: string | null;
  @Flag({ optional: true, nullable: true, about: 'Whether people may be held there for more than 72 hours.' }) over72Hours?: boolean | null;
  @TextField({ ...GIVEN, about: 'Federal district, e.g. E.D. Mich.' }) district?: string | null;
  @TextField({ ...GIVEN, max: 10, about: 'As courts abbreviate it, e.g. mied.' }) districtCode?: string | null;
  @OneOf(CIRCUITS, { optional: true, nullable: true }) circuit?: Circuit | null;
  @TextField({ ...GIVEN, about: 'From what district and circuit follow, e.g. county.' }) districtBasis?: string | null;
  @TextField({ max: 2000, about: 'Where this comes from.' }) source!: string;
}

export class FacilityDto extends FacilityFields {
  @PatternField(FACILITY) code!: string;
  @TextField(SHORT) fieldOfficeName!: string | null;
}
