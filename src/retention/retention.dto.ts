import { Flag, IdField, InstantField, DayField, Nested, OneOf, PatternField, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { RETENTION_KINDS, type RetentionKind } from './retention-kinds.js';
import { type Decision, DECISIONS, PROPOSAL_STATES, type ProposalState } from './retention.service.js';

const CLASS = { pattern: /^[a-z0-9][a-z0-9-]{0,99}$/, problem: 'must be the slug of a class, e.g. hamama-primary', example: 'hamama-primary' };
const MONTHS = { min: 1, max: 1200 };

export class HoldsQuery extends PageQuery {
  @IdField({ optional: true, query: true, about: 'On this person, or on a class that they belong to.' }) detainee?: string;
  @Flag({ optional: true, query: true, about: 'Only those that stand, or only those that were lifted.' }) standing?: boolean;
}
export class NewHoldDto {
  @IdField({ optional: true, about: 'The person; or else `class`.' }) detaineeId?: string;
  @PatternField({ ...CLASS, optional: true }) class?: string;
  @TextField({ max: 2000, about: 'Why. Of a person it is kept sealed; of a class it is not, so name nobody there.' }) reason!: string;
}
export class LiftingDto {
  @TextField({ max: 2000 }) reason!: string;
}
export class HoldDto {
  @IdField() id!: string;
  @IdField({ nullable: true }) detaineeId!: string | null;
  @PatternField({ ...CLASS, nullable: true }) class!: string | null;
  @TextField({ max: 2000 }) reason!: string;
  @IdField() putUpBy!: string;
  @InstantField() putUpAt!: Date;
  @IdField({ nullable: true }) liftedBy!: string | null;
  @InstantField({ nullable: true, about: 'null: it stands.' }) liftedAt!: Date | null;
  @TextField({ max: 2000, nullable: true }) liftedReason!: string | null;
}

export class RuleChangeDto {
  @WholeNumber({ ...MONTHS, nullable: true, about: 'How many months it is kept once it may go; null: for ever.' }) keepMonths!: number | null;
}
export class RuleDto {
  @OneOf(RETENTION_KINDS) kind!: RetentionKind;
  @TextField({ max: 300, about: 'What it is, and from when it is counted.' }) about!: string;
  @WholeNumber({ ...MONTHS, nullable: true, about: 'null: for ever.' }) keepMonths!: number | null;
  @WholeNumber({ min: 1, max: 2_000_000_000 }) version!: number;
  @IdField({ nullable: true }) changedBy!: string | null;
  @InstantField({ nullable: true }) changedAt!: Date | null;
}
export class RulesDto {
  @Nested(() => RuleDto, { list: { max: RETENTION_KINDS.length } }) items!: RuleDto[];
}

export class ProposalsQuery extends PageQuery {
  @OneOf(PROPOSAL_STATES, { optional: true, query: true, list: { max: PROPOSAL_STATES.length } }) state?: ProposalState[];
}
export class DecisionDto {
  @OneOf(DECISIONS, { about: '`reject` also takes back an approval that was not carried out yet.' }) decision!: Decision;
}
export class ProposalDto {
  @IdField() id!: string;
  @OneOf(RETENTION_KINDS) kind!: RetentionKind;
  @IdField() detaineeId!: string;
  @IdField({ about: 'The note, the document or the person.' }) subjectId!: string;
  @DayField({ about: 'Since when it could go.' }) sinceOn!: string;
  @WholeNumber(MONTHS) keepMonths!: number;
  @InstantField() proposedAt!: Date;
  @OneOf(PROPOSAL_STATES, { about: '`lapsed`: a hold came, or it was no longer due.' }) state!: ProposalState;
  @IdField({ nullable: true }) decidedBy!: string | null;
  @InstantField({ nullable: true }) decidedAt!: Date | null;
  @InstantField({ nullable: true }) endedAt!: Date | null;
}
