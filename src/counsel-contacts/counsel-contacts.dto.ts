import { IntersectionType } from '@nestjs/swagger';
import { DayField, Flag, InstantField, OneOf, Shape, TextField, WholeNumber } from '../common/fields.js';
import { CorrectionFields, FactAnswer, WithSource } from '../detainees/fact-fields.js';
import { type Access, ACCESS_MANNERS, ACCESS_OUTCOMES, type AccessClause } from '../law/access/access-to-counsel.js';
import type { FindingAnswer } from '../law/answer.js';

const GIVEN = { optional: true, nullable: true } as const;
const SEALED = 'It is kept sealed.';
const OUTCOME = { about: 'What came of it; `asked`: it was not answered yet.' };
const MOST_MINUTES = 10_000;

class CounselContactFields {
  @DayField({ ...GIVEN, about: 'The day on which it was asked for, where the client is; that of `at` if not said.' }) on?: string | null;
  @InstantField({ ...GIVEN, about: 'When it was asked for, with the offset of the place.', example: '2026-03-09T08:30:00-05:00' }) at?: string | null;
  @DayField({ ...GIVEN, about: 'The day on which it came about; that of `grantedAt` if not said.' }) grantedOn?: string | null;
  @InstantField({ ...GIVEN, about: 'When it came about, with the offset of the place.', example: '2026-03-10T09:00:00-05:00' }) grantedAt?: string | null;
  @TextField({ ...GIVEN, max: 20, about: 'The code of the facility.' }) facility?: string | null;
  @WholeNumber({ ...GIVEN, min: 0, max: MOST_MINUTES, about: 'How long the visit or the call lasted.' }) minutes?: number | null;
  @Flag({ ...GIVEN, about: 'Whether somebody listened or watched; null: not known.' }) monitored?: boolean | null;
  @Flag({ ...GIVEN, about: 'Whether there was an interpreter.' }) interpreted?: boolean | null;
  @Flag({ ...GIVEN, about: 'Of mail: whether it was opened in the presence of the client.' }) openedInPresence?: boolean | null;
  @TextField({ ...GIVEN, max: 500, about: `Who tried, and with whom of the facility they dealt. ${SEALED}` }) who?: string | null;
  @TextField({ ...GIVEN, max: 20_000, about: `What was said. ${SEALED}` }) said?: string | null;
}

export class NewCounselContactDto extends IntersectionType(CounselContactFields, WithSource) {
  @OneOf(ACCESS_MANNERS) manner!: Access['manner'];
  @OneOf(ACCESS_OUTCOMES, OUTCOME) outcome!: Access['outcome'];
}
export class CorrectedCounselContactDto extends IntersectionType(CounselContactFields, CorrectionFields) {
  @OneOf(ACCESS_MANNERS, { optional: true }) manner?: Access['manner'];
  @OneOf(ACCESS_OUTCOMES, { ...OUTCOME, optional: true }) outcome?: Access['outcome'];
}
export class CounselContactDto extends IntersectionType(FactAnswer, CounselContactFields) {
  @OneOf(ACCESS_MANNERS) manner!: Access['manner'];
  @OneOf(ACCESS_OUTCOMES, OUTCOME) outcome!: Access['outcome'];
  @WholeNumber({ min: 0, max: 2_000_000_000, nullable: true, about: 'Minutes from `at` to `grantedAt`, where both are known.' }) waitMinutes!: number | null;
}

/** An attempt as it stands, and the rules of access that it touches or may touch. */
export class CheckedCounselContactDto extends CounselContactDto {
  @Shape({
    type: 'array', items: { type: 'object', additionalProperties: true },
    description: 'What clauses of standards and orders that judge such an event say of this attempt today, in the form of the evaluation\'s findings; `unverified` ones are shown and never counted.',
  })
  findings!: readonly FindingAnswer[];
  @Shape({
    type: 'array', items: { type: 'object', additionalProperties: true },
    description: 'The clauses on access to counsel that it may touch: of the detention standard by which the place was bound on that day, and of orders that protect the client. `binds`: yes, contested, or unknown, with what is missing. Whether one was broken a lawyer says.',
  })
  clauses!: readonly AccessClause[];
}
