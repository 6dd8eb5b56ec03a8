import { DayField, IdField, InstantField, Nested, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { FindingDto } from '../compliance/findings.dto.js';

const DEFAULT_SILENT_DAYS = 14;
const DEFAULT_APPEAL_DAYS = 7;
const DEFAULT_FIRST = 5;
const MOST = 1_000_000;
const SILENT_DAYS = { min: 1, max: 3660, optional: true, query: true, about: `Nothing recorded for so many days; ${DEFAULT_SILENT_DAYS} if not said.` };
const APPEAL_DAYS = { min: 0, max: 60, optional: true, query: true, about: `Times to appeal that end within so many days; ${DEFAULT_APPEAL_DAYS} if not said.` };
const ATTORNEY = { optional: true, query: true, about: 'The attorney whose clients they are; everybody whom the caller sees if not said.' };

export class TodayQuery {
  @IdField(ATTORNEY) attorney?: string;
  @WholeNumber(SILENT_DAYS) silentDays: number = DEFAULT_SILENT_DAYS;
  @WholeNumber(APPEAL_DAYS) appealDays: number = DEFAULT_APPEAL_DAYS;
  @WholeNumber({ min: 1, max: 50, optional: true, query: true, about: `How many of each; ${DEFAULT_FIRST} if not said.` }) limit: number = DEFAULT_FIRST;
}

export class SilentQuery extends PageQuery {
  @IdField(ATTORNEY) attorney?: string;
  @WholeNumber(SILENT_DAYS) days: number = DEFAULT_SILENT_DAYS;
}

export class AppealsQuery extends PageQuery {
  @IdField(ATTORNEY) attorney?: string;
  @WholeNumber(APPEAL_DAYS) days: number = DEFAULT_APPEAL_DAYS;
}

const ASSIGNED = { type: 'object', nullable: true, properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } } };

export class AppealDueDto {
  @Shape({ type: 'object', properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string', nullable: true } } })
  person!: { id: string; name: string | null };
  @Shape(ASSIGNED) attorney!: { id: string; name: string } | null;
  @IdField() orderId!: string;
  @DayField() decidedOn!: string;
  @DayField({ about: 'The last day on which it is in time.' }) dueOn!: string;
  @WholeNumber({ min: 0, max: 60, about: '0 on the last day.' }) daysLeft!: number;
  @TextField({ max: 300 }) citation!: string;
  @TextField({ max: 200, list: { max: 20 }, about: 'What is not known of it, by its path within the order.' }) missing!: string[];
}

export class SilentPersonDto {
  @IdField() id!: string;
  @TextField({ max: 300, nullable: true }) name!: string | null;
  @Shape(ASSIGNED) attorney!: { id: string; name: string } | null;
  @TextField({ max: 40, nullable: true, about: 'Where the person is held, if known.' }) facility!: string | null;
  @InstantField({ nullable: true, about: 'When something was last recorded of the person; null: never.' }) lastHeardAt!: string | null;
}

const COUNT = { min: 0, max: MOST };
const LIST = { max: 500, about: 'The address of the whole list.' };

export class FindingsSectionDto {
  @WholeNumber(COUNT) count!: number;
  @Nested(() => FindingDto, { list: { max: 50 }, about: 'The first of them, in the order of the list.' }) items!: FindingDto[];
  @TextField(LIST) list!: string;
}
export class AppealsSectionDto {
  @WholeNumber(COUNT) count!: number;
  @Nested(() => AppealDueDto, { list: { max: 50 } }) items!: AppealDueDto[];
  @TextField(LIST) list!: string;
}
export class SilentSectionDto {
  @WholeNumber(COUNT) count!: number;
  @Nested(() => SilentPersonDto, { list: { max: 50 }, about: 'Whose silence is the longest.' }) items!: SilentPersonDto[];
  @TextField(LIST) list!: string;
}

export class TodayDto {
  @DayField({ about: 'The office\'s day.' }) today!: string;
  @DayField({ about: 'Since when `fresh` is new.' }) since!: string;
  @IdField({ nullable: true }) attorney!: string | null;
  @WholeNumber({ min: 1, max: 3660 }) silentDays!: number;
  @Nested(() => FindingsSectionDto, { about: 'What has its line today.' }) due!: FindingsSectionDto;
  @Nested(() => FindingsSectionDto, { about: 'What is met, with a line before today.' }) overdue!: FindingsSectionDto;
  @Nested(() => FindingsSectionDto, { about: 'What is in its warning window, with a line after today.' }) approaching!: FindingsSectionDto;
  @Nested(() => FindingsSectionDto, { about: 'What was found, or got another result, since yesterday.' }) fresh!: FindingsSectionDto;
  @WholeNumber({ min: 0, max: 60 }) appealDays!: number;
  @Nested(() => AppealsSectionDto, { about: 'Times to appeal to the Board that end within `appealDays`, where no appeal and no waiver is on file.' }) appeals!: AppealsSectionDto;
  @Nested(() => SilentSectionDto, { about: 'Who is held and of whom nothing was recorded for `silentDays`.' }) silent!: SilentSectionDto;
}
