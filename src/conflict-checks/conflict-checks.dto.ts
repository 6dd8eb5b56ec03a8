import { DayField, Flag, IdField, InstantField, Nested, OneOf, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { type Relation, RELATIONS } from './adverse-party.facts.js';
import { type Decision, DECISIONS, MOST_MATCHES, MOST_NAMES } from './conflict-checks.queries.js';

const NAMES = { max: 300, list: { max: MOST_NAMES }, about: 'In any spelling and script.' };
const NUMBERS = { max: 40, list: { max: 20 } };

/** It is a POST: a name or a number of a client has no place in an address. */
export class NewConflictCheckDto {
  @IdField({ about: 'For whose file it is asked: that of the new person, or of the client whose case the other touches.' }) detaineeId!: string;
  @OneOf(RELATIONS, { about: '`client`: of the new person, of whom is taken from the file what is not said here. Else as what somebody touches the case.' }) relation!: Relation;
  @TextField({ ...NAMES, optional: true }) names?: string[];
  @TextField({ ...NUMBERS, optional: true, about: 'A-numbers in any usual form.' }) aNumbers?: string[];
  @DayField({ optional: true, nullable: true }) birthDate?: string | null;
  @WholeNumber({ min: 1880, max: 2200, optional: true, nullable: true }) birthYear?: number | null;
}

export class ConflictDecisionDto {
  @OneOf(DECISIONS) decision!: Decision;
  @TextField({ max: 5_000, optional: true, nullable: true, about: 'Required to waive a conflict. It is kept sealed.' }) reason?: string | null;
}

class AskedDto {
  @TextField(NAMES) names!: string[];
  @TextField(NUMBERS) aNumbers!: string[];
  @DayField({ nullable: true }) birthDate!: string | null;
  @WholeNumber({ min: 1880, max: 2200, nullable: true }) birthYear!: number | null;
}

export class ConflictCheckDto {
  @IdField() id!: string;
  @WholeNumber({ min: 1, max: 2_000_000_000 }) version!: number;
  @IdField() detaineeId!: string;
  @OneOf(RELATIONS) relation!: Relation;
  @Nested(() => AskedDto) asked!: AskedDto;
  @IdField() askedBy!: string;
  @InstantField() askedAt!: Date;
  @OneOf(DECISIONS, { nullable: true, about: 'null: nobody has decided.' }) decision!: Decision | null;
  @TextField({ max: 5_000, nullable: true }) reason!: string | null;
  @IdField({ nullable: true }) decidedBy!: string | null;
  @InstantField({ nullable: true }) decidedAt!: Date | null;
}

class ConflictMatchDto {
  @IdField({ about: 'In whose file it was found.' }) detaineeId!: string;
  @OneOf(RELATIONS, { about: 'As what they are on file.' }) relation!: Relation;
  @IdField({ nullable: true, about: 'Of whom is no client: which of the adverse parties of that file.' }) partyId!: string | null;
  @TextField({ max: 300, nullable: true, about: 'The name on file that was met; null: the number alone was.' }) name!: string | null;
  @WholeNumber({ min: 1, max: 100, about: 'How likely they are one person. It puts the likely ones first, and decides nothing.' }) score!: number;
  @TextField({ max: 500, list: { max: 10 }, about: 'What was alike, and what was not.' }) because!: string[];
}

export class CheckedConflictDto extends ConflictCheckDto {
  @Nested(() => ConflictMatchDto, { list: { max: MOST_MATCHES }, about: 'Whom the caller may see, the likeliest first, as they were when it was asked.' }) matches!: ConflictMatchDto[];
  @Flag({ about: 'Whether there are more than are listed.' }) more!: boolean;
  @Flag({ about: 'Whether there is a match whom the caller may not see. Who it is, is not said; an attorney or an administrator who sees them decides.' }) undisclosed!: boolean;
}

export class ConflictChecksQuery extends PageQuery {
  @IdField({ optional: true, query: true, about: 'For one person\'s file.' }) detainee?: string;
  @Flag({ optional: true, query: true, about: 'Those that nobody has decided, or those that somebody has.' }) undecided?: boolean;
}
