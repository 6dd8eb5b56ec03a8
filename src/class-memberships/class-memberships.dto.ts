import { IntersectionType } from '@nestjs/swagger';
import { DayField, Flag, IdField, InstantField, Nested, OneOf, PatternField, Shape, TextField } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { MembershipDto } from '../detainees/detainees.dto.js';
import { NewSourceFields, WithReason, WithSource } from '../detainees/fact-fields.js';
import { DECISIONS, type MembershipDecision } from './class-memberships.queries.js';
import type { Evidence } from './evidence.js';
import { type OnFile, type Standing, STANDINGS } from './proposal.js';

const RESULTS = ['member', 'not-member', 'unknown'] as const;
const CLASS = { max: 100, about: 'Its slug.', example: 'hamama-final-order' };
const PROPOSAL = {
  pattern: /^[0-9a-f]{64}$/, problem: 'must be the `proposal` of a proposal as it was read',
  about: 'Names what was proposed: another if what is proposed, what is on file or a fact on which it rests is another.',
};
const SENTENCES = { max: 2000, list: { max: 100 } };
/** What an opting out or a petition of one's own is called among the events. */
const LEAVING = ['opted-out', 'individual-habeas-filed'] as const;

export class MembershipEvidenceDto implements Evidence {
  @TextField({ max: 40, about: 'Of which list of the facts: `stints`, `removalOrders`, `removalOrders.events`, `events`, `memberships`, `identity`.' }) list!: string;
  @IdField() id!: string;
}

export class MembershipOnFileDto implements OnFile {
  @IdField() id!: string;
  @DayField({ nullable: true }) from!: string | null;
  @DayField({ nullable: true, about: 'Null while it lasts.' }) to!: string | null;
}

export class MembershipProposalDto {
  @TextField(CLASS) class!: string;
  @OneOf(RESULTS, { about: 'What the facts say by that day.' }) result!: (typeof RESULTS)[number];
  @DayField({ nullable: true, about: 'Since when; null: never.' }) from!: string | null;
  @DayField({ nullable: true, about: 'From which day no more; null while it lasts.' }) to!: string | null;
  @TextField({ max: 500 }) citation!: string;
  @TextField({ max: 10, about: 'How good the source of the definition is.' }) grade!: string;
  @Flag({ about: 'The definition comes from memory: not to be relied on until an attorney has verified it.' }) unverified!: boolean;
  @TextField({ ...SENTENCES, about: 'Why it is so.' }) because!: string[];
  @TextField({ ...SENTENCES, about: 'Why it began, as far as that is not why it is so now.' }) began!: string[];
  @TextField({ max: 200, list: { max: 100 }, about: 'Facts without which it is not known, by their path.' }) missing!: string[];
  @TextField({ ...SENTENCES, about: 'What alone is open, and no fact on file can say: `from` and `to` hold if a person confirms that it is so.' }) toBeConfirmed!: string[];
  @OneOf(STANDINGS, { about: '`agrees`: the file says the same. `not-on-file`: to be confirmed or declined. `other-days`, `only-on-file`: what is on file is to be corrected, or declined to be. `not-known`: the facts do not say.' })
  standing!: Standing;
  @Nested(() => MembershipOnFileDto, { list: { max: 1000 }, about: 'Memberships of this class that are on file.' }) onFile!: MembershipOnFileDto[];
  @Nested(() => MembershipEvidenceDto, { list: { max: 1000 }, about: 'The facts on which it rests.' }) evidence!: MembershipEvidenceDto[];
  @PatternField(PROPOSAL) proposal!: string;
  @Shape({
    type: 'object', nullable: true, required: ['by', 'at', 'reason'], description: 'That this proposal was declined; it is not made again until something of it changes.',
    properties: { by: { type: 'string', format: 'uuid' }, at: { type: 'string', format: 'date-time' }, reason: { type: 'string', nullable: true } },
  })
  declined!: { by: string; at: Date; reason: string | null } | null;
}

export class MembershipProposalsDto {
  @DayField() asOf!: string;
  @Nested(() => MembershipProposalDto, { list: { max: 1000 }, about: 'One for each class.' }) items!: MembershipProposalDto[];
}

export class MembershipProposalsQuery {
  @DayField({ optional: true, query: true, about: 'The day by which the facts are asked; the office\'s today if not said.' }) asOf?: string;
  @InstantField({ optional: true, query: true, about: 'Reads the file as it was known at this instant.' }) asKnownOn?: string;
}

export class OpenMembershipProposalsQuery extends PageQuery {
  @TextField({ max: 100, optional: true, query: true, about: 'Of one class, by its slug.' }) class?: string;
}

export class PersonsMembershipProposalsDto {
  @IdField() detaineeId!: string;
  @TextField({ max: 300, nullable: true }) name!: string | null;
  @Nested(() => MembershipProposalDto, { list: { max: 1000 }, about: 'Those that differ from what is on file and were not declined.' }) items!: MembershipProposalDto[];
}

class DecidedFields {
  @TextField(CLASS) class!: string;
  @PatternField(PROPOSAL) proposal!: string;
}
export class ConfirmedMembershipDto extends DecidedFields {
  @Nested(() => NewSourceFields, { optional: true, about: 'Where it is known from. Needed where the definition leaves something to a person (`toBeConfirmed`).' })
  source?: NewSourceFields;
}
export class DeclinedMembershipDto extends IntersectionType(DecidedFields, WithReason) {}

export class LeftMembershipDto extends IntersectionType(WithSource, WithReason) {
  @OneOf(LEAVING) event!: (typeof LEAVING)[number];
  @DayField({ about: 'The day on which it happened; the membership ends on it.' }) on!: string;
}

export class MembershipDecisionDto implements MembershipDecision {
  @IdField() id!: string;
  @IdField() detaineeId!: string;
  @TextField(CLASS) class!: string;
  @OneOf(DECISIONS) decision!: MembershipDecision['decision'];
  @PatternField({ ...PROPOSAL, nullable: true, about: 'What was decided about; null: an event decided.' }) proposal!: string | null;
  @DayField({ nullable: true }) from!: string | null;
  @DayField({ nullable: true }) to!: string | null;
  @TextField({ ...SENTENCES, about: 'What was said for it then.' }) because!: string[];
  @Nested(() => MembershipEvidenceDto, { list: { max: 1000 }, about: 'The facts on which it rested; read them as known at `decidedAt`.' }) evidence!: MembershipEvidenceDto[];
  @IdField({ nullable: true, about: 'The membership that was recorded or ended.' }) membershipId!: string | null;
  @TextField({ max: 2000, nullable: true, about: 'It is kept sealed.' }) reason!: string | null;
  @DayField({ about: 'The office\'s day.' }) asOf!: string;
  @TextField({ max: 200 }) lawVersion!: string;
  @IdField() decidedBy!: string;
  @InstantField() decidedAt!: Date;
}

export class MembershipDecisionsDto {
  @Nested(() => MembershipDecisionDto, { list: { max: 10_000 }, about: 'The latest first.' }) items!: MembershipDecisionDto[];
}
export class MembershipConfirmedDto {
  @Nested(() => MembershipDto) membership!: MembershipDto;
  @Nested(() => MembershipDecisionDto) decision!: MembershipDecisionDto;
}
export class MembershipDeclinedDto {
  @Nested(() => MembershipDecisionDto) decision!: MembershipDecisionDto;
}
export class MembershipsLeftDto {
  @IdField() eventId!: string;
  @Nested(() => MembershipDto, { list: { max: 1000 }, about: 'Those that it ended.' }) memberships!: MembershipDto[];
  @Nested(() => MembershipDecisionDto, { list: { max: 1000 } }) decisions!: MembershipDecisionDto[];
}
