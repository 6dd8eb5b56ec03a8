import { DayField, Flag, IdField, InstantField, OneOf, PatternField, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { type Outcome, OUTCOMES } from './outcome.js';
import { AUDIENCES, type Audience } from './report-document.js';

const MOST_AUTHORITIES = 100;

export class NewReportDto {
  @DayField({ about: 'First day of the period.', example: '2026-07-01' })
  from!: string;

  @DayField({ about: 'Last day of the period, which is in it.', example: '2026-09-30' })
  through!: string;

  @TextField({ optional: true, max: 100, list: { max: MOST_AUTHORITIES }, about: 'Ids, as `GET /v1/law/authorities` has them; all if not said.' })
  authorities?: string[];

  @DayField({ optional: true, about: 'The day as of which it is told what became of each duty; the last day of the period if not said, or today if that is earlier.' })
  asOf?: string;

  @InstantField({ optional: true, about: 'From the facts as they were known then; now, if not said.' })
  asKnownOn?: string;

  @OneOf(AUDIENCES, { about: '`outside`: people by pseudonyms, small numbers suppressed.' })
  audience!: Audience;
}

export class ReportsQuery extends PageQuery {
  @OneOf(AUDIENCES, { optional: true, query: true })
  audience?: Audience;
}

const filter = { optional: true, query: true } as const;

export class ExhibitQuery {
  @TextField({ ...filter, max: 100, about: 'Id of an authority.' })
  authority?: string;

  @TextField({ ...filter, max: 100, about: 'Id of a clause.' })
  clause?: string;

  @OneOf(OUTCOMES, { ...filter, list: { max: OUTCOMES.length }, about: 'Several with commas.' })
  outcome?: Outcome[];

  @TextField({ ...filter, max: 40, about: 'ICE\'s code of the facility; `none`: not held, or not known where.' })
  facility?: string;

  @TextField({ ...filter, max: 100, about: 'Code of the field office; `none`: not known.' })
  fieldOffice?: string;

  @PatternField({ ...filter, pattern: /^(\d{4}-\d\d|none)$/, problem: 'must be a month, YYYY-MM, or none', about: '`none`: of no known day.', example: '2026-09' })
  month?: string;

  @TextField({ ...filter, max: 40, about: 'How far the office has come with it.' })
  review?: string;
}

export class ExhibitPageQuery extends ExhibitQuery {
  @WholeNumber({ min: 1, max: 200, optional: true, query: true, about: 'How many; 50 if not said.' })
  limit: number = 50;

  @TextField({ max: 1000, optional: true, query: true, about: '`nextCursor` of the page before.' })
  cursor?: string;
}

export class ReportDto {
  @IdField() id!: string;
  @OneOf(['compliance']) kind!: 'compliance';
  @OneOf(AUDIENCES) audience!: Audience;
  @DayField() from!: string;
  @DayField() through!: string;
  @TextField({ max: 100, nullable: true, list: { max: MOST_AUTHORITIES }, about: 'null: all.' }) authorities!: string[] | null;
  @DayField() asOf!: string;
  @InstantField() asKnownOn!: Date;
  @WholeNumber({ min: 2, max: 1_000, about: 'Outside, a number about fewer people is suppressed.' }) smallestCell!: number;
  @TextField({ max: 200 }) lawVersion!: string;
  @TextField({ max: 64, about: 'SHA-256 of the file in JSON, in hexadecimal.' }) hash!: string;
  @WholeNumber({ min: 0, max: 1_000_000, about: 'How many the exhibit has.' }) findings!: number;
  @Shape({ type: 'object', properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } } })
  madeBy!: { id: string; name: string };
  @InstantField() madeAt!: Date;
}

export class WholeReportDto extends ReportDto {
  @Shape({ type: 'object', additionalProperties: true, description: 'What is hashed: query, method, clauses, numbers by clause, field office, facility and month, and the exhibit. A number has its `count` (null: suppressed) and the address at which exactly its `findings` are listed.' })
  report!: object;
  @Shape({ type: 'object', additionalProperties: { type: 'string' }, description: 'What to call those of its people whom you see, by id. Not part of what is hashed.' })
  names!: Record<string, string>;
}

export class ExhibitFindingDto {
  @WholeNumber({ min: 1, max: 1_000_000, about: 'In the exhibit.' }) number!: number;
  @TextField({ max: 100, about: 'The id; outside, a pseudonym.' }) person!: string;
  @TextField({ max: 100 }) authority!: string;
  @TextField({ max: 100 }) clause!: string;
  @OneOf(OUTCOMES) outcome!: Outcome;
  @TextField({ max: 7, nullable: true, about: 'YYYY-MM; null: its day is not known, or outside the number of the month is suppressed.' }) month!: string | null;
}

export class ReportVerificationDto {
  @IdField() id!: string;
  @Flag({ about: 'Whether it came out as it was made.' }) holds!: boolean;
  @OneOf(['same', 'different', 'another-law']) outcome!: 'same' | 'different' | 'another-law';
  @TextField({ max: 64, about: 'As stored when it was made.' }) hash!: string;
  @TextField({ max: 64, about: 'Of what it is now.' }) recomputed!: string;
  @TextField({ max: 200 }) lawVersion!: string;
  @TextField({ max: 200 }) lawVersionNow!: string;
  @TextField({ max: 1000 }) because!: string;
}
