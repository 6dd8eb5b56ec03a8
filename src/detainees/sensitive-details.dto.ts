import { IntersectionType } from '@nestjs/swagger';
import { OneOf, TextField } from '../common/fields.js';
import { CorrectionFields, FactAnswer, WithSource } from './fact-fields.js';
import { SENSITIVE_TOPICS, type SensitiveDetailValues } from './sensitive-detail.facts.js';

const DETAIL = { max: 10_000, about: 'In words. It is kept sealed, and only who argues the case reads it.' };

export class SensitiveDetailFields implements SensitiveDetailValues {
  @OneOf(SENSITIVE_TOPICS) topic!: SensitiveDetailValues['topic'];
  @TextField(DETAIL) detail!: string;
}
export class NewSensitiveDetailDto extends IntersectionType(SensitiveDetailFields, WithSource) {}
export class CorrectedSensitiveDetailDto extends CorrectionFields {
  @OneOf(SENSITIVE_TOPICS, { optional: true }) topic?: SensitiveDetailValues['topic'];
  @TextField({ ...DETAIL, optional: true }) detail?: string;
}
export class SensitiveDetailDto extends IntersectionType(FactAnswer, SensitiveDetailFields) {}
