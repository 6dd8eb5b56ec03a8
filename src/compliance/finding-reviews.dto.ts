import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { DayField, IdField, InstantField, Nested, OneOf, Shape, TextField, WholeNumber } from '../common/fields.js';
import { FINDING_RESULTS, type FindingResult } from '../law/answer.js';
import { CLAUSE_STATES, type ClauseState } from '../law/authorities/authority.js';
import { FindingDto, PredecessorDto } from './findings.dto.js';
import { REVIEW_STATES, type ReviewState } from './review-states.js';

const MAX_EVIDENCE = 50;

export class EvidenceDto {
  @TextField({ max: 40, about: 'A kind of fact, such as `document`, `ice-contact`, `case-event` or `stint`, as the history of the person has it; or `row`.', example: 'document' })
  kind!: string;

  @IdField({ optional: true, about: 'Of the fact. It must stand in the file of the same person.' })
  id?: string;

  @IdField({ optional: true, about: 'Of a row: the production in which it stands.' })
  fileId?: string;

  @TextField({ optional: true, nullable: true, max: 200, about: 'Of a row: its sheet, where the file has sheets.' })
  sheet?: string | null;

  @WholeNumber({ optional: true, min: 1, max: 100_000_000, about: 'Of a row: its number.' })
  row?: number;
}

export class NewReviewStepDto {
  @OneOf(REVIEW_STATES, { about: 'Confirming, dismissing and reporting to the court are counsel\'s. The same state again adds to what was said.' })
  state!: ReviewState;

  @TextField({ optional: true, nullable: true, max: 5_000, about: 'Why. Required of what is dismissed. It is kept sealed and stays in the office.' })
  reason?: string | null;

  @Nested(() => EvidenceDto, { optional: true, list: { max: MAX_EVIDENCE }, about: 'What it rests on: documents, contacts and other facts, and rows, of the same person.' })
  evidence?: EvidenceDto[];
}

export class ShownEvidenceDto {
  @TextField({ max: 40 }) kind!: string;
  @IdField({ nullable: true }) id!: string | null;
  @WholeNumber({ min: 1, max: 1_000_000, nullable: true, about: 'As it was when it was named.' }) version!: number | null;
  @WholeNumber({ min: 1, max: 1_000_000, nullable: true, about: 'As it is now; null: it was withdrawn, or is a row.' }) versionNow!: number | null;
  @IdField({ nullable: true }) fileId!: string | null;
  @TextField({ max: 200, nullable: true }) sheet!: string | null;
  @WholeNumber({ min: 1, max: 100_000_000, nullable: true }) row!: number | null;
  @TextField({ max: 300, about: 'Where it is read.' }) href!: string;
}

export class ReviewStepDto {
  @IdField() id!: string;
  @OneOf(REVIEW_STATES) state!: ReviewState;
  @TextField({ max: 5_000, nullable: true }) reason!: string | null;
  @ApiProperty({ type: [ShownEvidenceDto], description: 'As far as the caller may read it.' }) evidence!: ShownEvidenceDto[];
  @TextField({ max: 200 }) by!: string;
  @InstantField() at!: Date;
  @IdField({ about: 'The finding that was looked at: this one, or one whose place it took.' }) findingId!: string;
  @OneOf(FINDING_RESULTS, { about: 'What it said then.' }) result!: FindingResult;
  @DayField({ nullable: true }) on!: string | null;
}

export class NamedFactDto {
  @TextField({ max: 100, about: 'As the reasons name it.', example: 'events[3]' }) path!: string;
  @TextField({ max: 40 }) kind!: string;
  @IdField() id!: string;
  @TextField({ max: 300 }) href!: string;
}

export class ClauseStatusDto {
  @DayField({ nullable: true, about: 'null: since before our records.' }) from!: string | null;
  @OneOf(CLAUSE_STATES) state!: ClauseState;
  @TextField({ max: 2_000 }) cause!: string;
  @TextField({ max: 2_000 }) source!: string;
  @TextField({ max: 10 }) grade!: string;
}

export class ClauseVersionDto {
  @TextField({ max: 200, about: 'The law by which the finding was written.' }) lawVersion!: string;
  @TextField({ max: 4_000, about: 'The clause in our words.' }) text!: string;
  @DayField({ about: 'When a person last checked it against its source.' }) checkedOn!: string;
  @DayField({ nullable: true, about: 'The day whose force of the clause decided; null: the facts that said so are not on file as they were.' }) decidedOn!: string | null;
  @ApiProperty({ type: ClauseStatusDto, nullable: true, description: 'The entry of its timeline that held on that day; null: none yet, or the day is not known.' })
  status!: ClauseStatusDto | null;
  @Shape({ type: 'object', nullable: true, properties: { verifiedBy: { type: 'string' }, on: { type: 'string', format: 'date' }, source: { type: 'string' } }, description: 'By whom a clause that ships unverified was verified.' })
  verified!: { verifiedBy: string; on: string; source: string } | null;
}

class WithHistory {
  @ApiProperty({ type: [PredecessorDto], description: 'What it took the place of, the latest first.' })
  predecessors!: PredecessorDto[];

  @IdField({ nullable: true, about: 'What took its place.' })
  successorId!: string | null;

  @ApiProperty({ type: [ReviewStepDto], description: 'Each step of its review, the latest first; also those that were taken about findings whose place it took.' })
  reviewSteps!: ReviewStepDto[];

  @ApiProperty({ type: ClauseVersionDto, nullable: true, description: 'What the clause was when it was asked; null: it stands in no law that this build knows.' })
  clauseVersion!: ClauseVersionDto | null;

  @ApiProperty({ type: [NamedFactDto], nullable: true, description: 'The facts that the reasons name, the event that is judged, and the custody and the order with which a count began; null: the file as it can be read today gives other reasons.' })
  restsOn!: NamedFactDto[] | null;
}

export class FindingWithHistoryDto extends IntersectionType(FindingDto, WithHistory) {}
