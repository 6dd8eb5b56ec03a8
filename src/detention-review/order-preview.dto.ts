import { DayField, Flag, IdField, Nested, OneOf, TextField, WholeNumber } from '../common/fields.js';
import { FINDING_RESULTS, type FindingResult } from '../law/answer.js';

const CHANGES = ['opened', 'changed', 'closed'] as const;
const CHANGE = { about: 'It comes onto the list, is another on it, or leaves it.' };
const MANY = { min: 0, max: 2_147_483_647 };
const NONE = { nullable: true, about: 'null: there is none.' } as const;

export class PreviewCountDto {
  @TextField({ max: 100 }) clause!: string;
  @OneOf(CHANGES, CHANGE) change!: (typeof CHANGES)[number];
  @OneOf(FINDING_RESULTS, NONE) before!: FindingResult | null;
  @OneOf(FINDING_RESULTS, NONE) after!: FindingResult | null;
  @WholeNumber(MANY) findings!: number;
  @WholeNumber(MANY) people!: number;
}

export class PreviewChangeDto {
  @TextField({ max: 100 }) clause!: string;
  @TextField({ max: 200, nullable: true, about: 'The fact that it judges; null: a state.' }) event!: string | null;
  @OneOf(CHANGES, CHANGE) change!: (typeof CHANGES)[number];
  @OneOf(FINDING_RESULTS, NONE) before!: FindingResult | null;
  @OneOf(FINDING_RESULTS, NONE) after!: FindingResult | null;
  @DayField({ nullable: true }) on!: string | null;
  @TextField({ max: 500, list: { max: 10_000 } }) missing!: string[];
}

export class PreviewedPersonDto {
  @IdField() detaineeId!: string;
  @Nested(() => PreviewChangeDto, { list: { max: 10_000 } }) changes!: PreviewChangeDto[];
}

export class OrderPreviewDto {
  @DayField({ about: 'The office\'s today.' }) asOf!: string;
  @WholeNumber({ ...MANY, about: 'People whom you see and whom it could concern.' }) concerned!: number;
  @WholeNumber({ ...MANY, about: 'Of them, those who were evaluated.' }) evaluated!: number;
  @Flag({ about: 'False: there was no time for all of them, and the numbers are those of the evaluated alone.' }) complete!: boolean;
  @WholeNumber({ ...MANY, about: 'Of them, those for whom something changes.' }) affected!: number;
  @Nested(() => PreviewCountDto, { list: { max: 10_000 } }) clauses!: PreviewCountDto[];
  @Nested(() => PreviewedPersonDto, { list: { max: 50 }, about: 'The first of those for whom something changes.' }) people!: PreviewedPersonDto[];
}
