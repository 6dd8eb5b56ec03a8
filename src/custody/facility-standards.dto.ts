import { IntersectionType } from '@nestjs/swagger';
import { DayField, IdField, InstantField, Nested, OneOf, PatternField, TextField, WholeNumber } from '../common/fields.js';
import { STANDARDS } from './standards.js';

const STANDARD = { about: 'Of `other` and whatever else no clause ships for, nothing is asked.' };
const FROM = { about: 'The first day on which it bound the facility.' };
const SOURCE = { max: 2_000, about: 'The contract, the inspection report or whatever else says so.' };

class ToField {
  @DayField({ optional: true, nullable: true, about: 'The first day on which it did so no more; null while it does.' }) to?: string | null;
}

export class NewFacilityStandardDto extends ToField {
  @OneOf(STANDARDS, STANDARD) standard!: string;
  @DayField(FROM) from!: string;
  @TextField(SOURCE) source!: string;
}

export class CorrectedFacilityStandardDto extends ToField {
  @OneOf(STANDARDS, { ...STANDARD, optional: true }) standard?: string;
  @DayField({ ...FROM, optional: true }) from?: string;
  @TextField({ ...SOURCE, optional: true }) source?: string;
  @TextField({ max: 2_000, about: 'Why it changes: kept beside the version that it replaces.' }) reason!: string;
}

class Recorded {
  @IdField() id!: string;
  @WholeNumber({ min: 1, max: 2_000_000_000 }) version!: number;
  @PatternField({ pattern: /^[A-Z0-9]{1,40}$/, problem: 'must be a facility code (DETLOC): capital letters and digits', example: 'GLADEFL' }) facility!: string;
  @IdField({ about: 'The user who recorded this version.' }) recordedBy!: string;
  @InstantField() recordedAt!: Date;
  @DayField({ nullable: true }) to!: string | null;
}
class StandardFields {
  @OneOf(STANDARDS) standard!: string;
  @DayField(FROM) from!: string;
  @TextField(SOURCE) source!: string;
}
export class FacilityStandardDto extends IntersectionType(Recorded, StandardFields) {}

export class FacilityStandardsDto {
  @Nested(() => FacilityStandardDto, { list: { max: 1_000 }, about: 'The earliest first.' }) items!: FacilityStandardDto[];
}
