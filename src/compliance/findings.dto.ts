import { ApiProperty } from '@nestjs/swagger';
import { DayField, Flag, IdField, InstantField, OneOf, Shape, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { FINDING_RESULTS, type FindingResult } from '../law/answer.js';
import { REVIEW_STATES, type ReviewState } from './review-states.js';

export const FINDING_STATUSES = ['open', 'acknowledged', 'snoozed', 'superseded'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** What asks for somebody's eyes: a clause that is not met or not in force stays in the ledger and off the list. */
export const LISTED_RESULTS: readonly FindingResult[] = ['met', 'contested', 'approaching', 'unknown'];

const filter = { optional: true, query: true } as const;

export class FindingsQuery extends PageQuery {
  @TextField({ ...filter, max: 100, about: 'Id of an authority, as `GET /v1/law/authorities` has it.' })
  authority?: string;

  @TextField({ ...filter, max: 100, about: 'Id of a clause.' })
  clause?: string;

  @OneOf(FINDING_RESULTS, { ...filter, list: { max: FINDING_RESULTS.length }, about: `Several with commas; ${LISTED_RESULTS.join(', ')} if not said.` })
  result?: FindingResult[];

  @OneOf(FINDING_STATUSES, { ...filter, list: { max: FINDING_STATUSES.length }, about: 'Several with commas; open and acknowledged if not said. What is snoozed comes back on its day.' })
  status?: FindingStatus[];

  @OneOf(REVIEW_STATES, { ...filter, list: { max: REVIEW_STATES.length }, about: 'How its review stands; several with commas. Open is also what changed, in its result or its day, since it was looked at.' })
  review?: ReviewState[];

  @TextField({ ...filter, max: 40, about: 'ICE\'s code (DETLOC) of the facility where the person is held.' })
  facility?: string;

  @TextField({ ...filter, max: 100, about: 'Field office (area of responsibility) of that facility.' })
  fieldOffice?: string;

  @IdField({ ...filter, about: 'The attorney whose client it is.' })
  attorney?: string;

  @IdField({ ...filter, about: 'One person.' })
  detainee?: string;

  @DayField({ ...filter, about: 'Only what is met and whose line was crossed on this day or later.' })
  crossedSince?: string;

  @WholeNumber({ ...filter, min: 0, max: 3660, about: 'Only what is not yet met and whose line comes within so many days.' })
  dueWithin?: number;

  @DayField({ ...filter, about: 'Only what has its line on this day or later.' })
  onFrom?: string;

  @DayField({ ...filter, about: 'Only what has its line on this day or earlier.' })
  onTo?: string;

  @DayField({ ...filter, about: 'Only what was found, or whose result changed, on this day of the office or later.' })
  openedSince?: string;

  @Flag({ ...filter, about: 'Only what rests on a source that nobody has verified; false: only what does not.' })
  unverified?: boolean;
}

export class SnoozeDto {
  @DayField({ about: 'It is off the list until this day.' })
  until!: string;

  @TextField({ max: 2000, about: 'Why it can wait.' })
  reason!: string;
}

export class PersonInListDto {
  @IdField() id!: string;
  @TextField({ max: 300 }) name!: string | null;
  @Shape({ type: 'array', items: { type: 'object', properties: { kind: { type: 'string' }, value: { type: 'string' } } } })
  identifiers!: { kind: string; value: string }[];
  @Shape({ type: 'object', nullable: true, properties: { id: { type: 'string', format: 'uuid' }, name: { type: 'string' } } })
  attorney!: { id: string; name: string } | null;
  @Flag({ about: 'An invented person of the demo caseload.' }) isDemo!: boolean;
}

export class FacilityInListDto {
  @TextField({ max: 40 }) code!: string;
  @TextField({ max: 300, nullable: true }) name!: string | null;
  @TextField({ max: 100, nullable: true }) fieldOffice!: string | null;
  @TextField({ max: 10, nullable: true }) state!: string | null;
  @TextField({ max: 2, nullable: true }) circuit!: string | null;
}

export class CountInListDto {
  @WholeNumber({ min: 0, max: 100_000, nullable: true, about: 'Days as of today; null: not known, or not measured by a count.' })
  days!: number | null;
  @Flag({ about: 'Whether it grows by one with every day.' }) running!: boolean;
  @TextField({ max: 100, about: 'The count or rule by which it was measured.' }) policy!: string;
}

export class FindingReviewDto {
  @OneOf(REVIEW_STATES) state!: ReviewState;
  @TextField({ max: 200, nullable: true }) by!: string | null;
  @InstantField({ nullable: true }) at!: string | null;
  @TextField({ max: 500, nullable: true, about: 'What changed since somebody looked at it: to be looked at again.' })
  changedSince!: string | null;
}

export class FindingDto {
  @IdField() id!: string;
  @WholeNumber({ min: 1, max: 1_000_000, about: 'The ETag.' }) version!: number;
  @OneOf(FINDING_STATUSES) status!: FindingStatus;
  @TextField({ max: 100 }) authority!: string;
  @TextField({ max: 100 }) clause!: string;
  @TextField({ max: 100, nullable: true, about: 'The fact that an event clause judges.' }) event!: string | null;
  @OneOf(FINDING_RESULTS) result!: FindingResult;
  @DayField({ nullable: true, about: 'The day the line is or was reached.' }) on!: string | null;
  @TextField({ max: 500 }) citation!: string;
  @TextField({ max: 10, about: 'How good the source is.' }) grade!: string;
  @Flag({ about: 'Its source is not good enough to rely on until an attorney has verified it.' }) unverified!: boolean;
  @WholeNumber({ min: 11, max: 118, about: 'Its place on the morning\'s list, most urgent first: by result, then by how the clause weighs; all that nobody has verified after all that somebody has.' })
  urgency!: number;

  @ApiProperty({ type: CountInListDto }) count!: CountInListDto;
  @TextField({ max: 2000, list: { max: 100 }, about: 'As of `asOf`.' }) because!: string[];
  @TextField({ max: 200, list: { max: 100 }, about: 'Facts that are missing, by their path.' }) missing!: string[];
  @Shape({ type: 'array', items: { type: 'object', additionalProperties: true }, description: 'Where courts differ, as of `asOf`.' })
  readings!: object[];
  @DayField({ about: 'The day of the evaluation that wrote it; it holds until something changes.' }) asOf!: string;
  @DayField({ nullable: true, about: 'When something about this person changes next if no fact does.' }) nextChangeOn!: string | null;
  @Flag({ about: 'A fact changed or the day came, and the review of this person has not run yet, or failed.' }) reviewPending!: boolean;
  @InstantField() openedAt!: string;
  @TextField({
    max: 5000, nullable: true,
    about: 'Why it came: the reason for which it took the place of another, or the fact that came late and by which something was missed that was never on the list; null: it came in its time, or with the first review.',
  })
  cause!: string | null;

  @TextField({ max: 200 }) lawVersion!: string;
  @ApiProperty({ type: PersonInListDto }) person!: PersonInListDto;
  @ApiProperty({ type: FacilityInListDto, nullable: true, description: 'Where the person is held, if in custody and known.' })
  facility!: FacilityInListDto | null;
  @ApiProperty({ type: FindingReviewDto, description: 'Of what the clause says of this person and event: it stays when the finding is succeeded by another.' })
  review!: FindingReviewDto;
  @Shape({ type: 'object', nullable: true, properties: { by: { type: 'string' }, at: { type: 'string', format: 'date-time' } } })
  acknowledged!: { by: string; at: string } | null;
  @Shape({ type: 'object', nullable: true, properties: { by: { type: 'string' }, until: { type: 'string', format: 'date' }, reason: { type: 'string' } } })
  snoozed!: { by: string; until: string; reason: string } | null;
  @Shape({ type: 'object', nullable: true, properties: { at: { type: 'string', format: 'date-time' }, reason: { type: 'string' } } })
  superseded!: { at: string; reason: string } | null;
}

export class PredecessorDto {
  @IdField() id!: string;
  @OneOf(FINDING_RESULTS) result!: FindingResult;
  @DayField({ nullable: true }) on!: string | null;
  @WholeNumber({ min: 0, max: 100_000, nullable: true, about: 'As of `asOf`.' }) days!: number | null;
  @DayField() asOf!: string;
  @InstantField() openedAt!: string;
  @InstantField() supersededAt!: string;
  @TextField({ max: 5000 }) reason!: string;
}
