import { ApiProperty } from '@nestjs/swagger';
import { DayField, IdField, InstantField, Shape, TextField, WholeNumber } from '../common/fields.js';

export class EvaluationQuery {
  @DayField({ optional: true, query: true, about: 'The day that the law is asked about; the office\'s today if not said.' })
  asOf?: string;

  @InstantField({ optional: true, query: true, about: 'Reads the file as it was known at this instant.' })
  asKnownOn?: string;
}

export class ReviewFailureDto {
  @IdField() detaineeId!: string;
  @InstantField() failedAt!: string;
  @DayField() asOf!: string;
  @TextField({ max: 200 }) lawVersion!: string;
  @TextField({ max: 2000 }) reason!: string;
}

export class ReviewStatusDto {
  @WholeNumber({ min: 0, max: 1000, about: 'People with a changed fact that no review has taken yet, counted to 1000.' })
  waiting!: number;

  @InstantField({ nullable: true, about: 'Since when the first of them waits.' })
  waitingSince!: string | null;

  @WholeNumber({ min: 0, max: 1000, about: 'People whose day of next change has come, or who were last evaluated by the law before its last change, counted to 1000.' })
  due!: number;

  @ApiProperty({ type: [ReviewFailureDto], description: 'People whose evaluation failed: what stands about them may be old.' })
  failures!: ReviewFailureDto[];
}

/** The answer of the law core; its shape is the contract's. */
export class EvaluationDto {
  @DayField() asOf!: string;
  @TextField({ max: 200 }) lawVersion!: string;
  @Shape({ type: 'object', additionalProperties: true }) custody!: object;
  @Shape({ type: 'object', additionalProperties: true }) finality!: object;
  @Shape({ type: 'object', additionalProperties: true }) removalPeriod!: object;
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }) governing!: object[];
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }) counts!: object[];
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true } }) findings!: object[];
  @DayField({ nullable: true }) nextChangeOn!: string | null;
}
