import { IntersectionType } from '@nestjs/swagger';
import { DayField, InstantField, OneOf, TextField } from '../common/fields.js';
import { CorrectionFields, FactAnswer, WithSource } from '../detainees/fact-fields.js';
import { type CaseEventKind, EVENT_KINDS } from '../law/facts.js';

const GIVEN = { optional: true, nullable: true } as const;

class WhenFields {
  @DayField({ ...GIVEN, about: 'The day on which it fell where it happened; that of `at` if not said.' }) on?: string | null;
  @InstantField({ ...GIVEN, about: 'With the offset of the place.', example: '2026-03-09T08:30:00-05:00' }) at?: string | null;
  @TextField({ ...GIVEN, max: 10_000 }) note?: string | null;
}

export class NewCaseEventDto extends IntersectionType(WhenFields, WithSource) {
  @OneOf(EVENT_KINDS) kind!: CaseEventKind;
}
export class CorrectedCaseEventDto extends IntersectionType(WhenFields, CorrectionFields) {
  @OneOf(EVENT_KINDS, { optional: true }) kind?: CaseEventKind;
}
export class CaseEventDto extends IntersectionType(FactAnswer, WhenFields) {
  @OneOf(EVENT_KINDS) kind!: CaseEventKind;
}
