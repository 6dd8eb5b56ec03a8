import { type Role, ROLES } from '../common/actor.js';
import { DayField, Flag, IdField, InstantField, Nested, OneOf, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';

const REASON = { max: 2000, about: 'Why. It is kept, and read by whoever looks into it later and sees the person.' };
const KEPT_REASON = { max: 2000, nullable: true, about: 'null: the person is closed to you, and so is what is said of them.' } as const;

export class NamedUserDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) name!: string;
  @OneOf([...ROLES, 'operator']) role!: Role;
}

export class NewGrantDto {
  @IdField({ about: 'Whom to put on the team.' }) userId!: string;
  @TextField(REASON) reason!: string;
}

export class GrantDto {
  @IdField() id!: string;
  @IdField() detaineeId!: string;
  @Nested(() => NamedUserDto) user!: NamedUserDto;
  @TextField(KEPT_REASON) reason!: string | null;
  @IdField() grantedBy!: string;
  @InstantField() grantedAt!: string;
  @IdField({ nullable: true }) revokedBy!: string | null;
  @InstantField({ nullable: true }) revokedAt!: string | null;
}

export class NewWallDto {
  @IdField({ about: 'Whose file is closed.' }) detaineeId!: string;
  @IdField({ about: 'To whom.' }) userId!: string;
  @TextField(REASON) reason!: string;
}

export class WallDto {
  @IdField() id!: string;
  @IdField() detaineeId!: string;
  @Nested(() => NamedUserDto) user!: NamedUserDto;
  @TextField(KEPT_REASON) reason!: string | null;
  @IdField() putUpBy!: string;
  @InstantField() putUpAt!: string;
  @IdField({ nullable: true }) takenDownBy!: string | null;
  @InstantField({ nullable: true }) takenDownAt!: string | null;
  @TextField({ ...KEPT_REASON, about: 'null: it stands, or the person is closed to you.' }) takenDownReason!: string | null;
}

export class WallsQuery extends PageQuery {
  @IdField({ optional: true, query: true }) detainee?: string;
  @IdField({ optional: true, query: true }) user?: string;
  @Flag({ optional: true, query: true, about: 'Only those that stand, or only those that were taken down.' }) standing?: boolean;
}

export class ReasonDto {
  @TextField(REASON) reason!: string;
}

export class BrokenGlassDto {
  @IdField() id!: string;
  @IdField() detaineeId!: string;
  @Nested(() => NamedUserDto) user!: NamedUserDto;
  @TextField(KEPT_REASON) reason!: string | null;
  @InstantField() brokenAt!: string;
  @InstantField({ about: 'Until then the file is open to whoever broke the glass.' }) endsAt!: string;
  @IdField({ nullable: true }) reviewedBy!: string | null;
  @InstantField({ nullable: true }) reviewedAt!: string | null;
  @TextField({ ...KEPT_REASON, about: 'What was found. null: nobody has reviewed it, or the person is closed to you.' }) note!: string | null;
}

export class BrokenGlassQuery extends PageQuery {
  @DayField({ optional: true, query: true, about: 'Broken on this day of the office: on the next, the list to go through.' }) day?: string;
  @Flag({ optional: true, query: true, about: 'Only what nobody has reviewed yet, or only what somebody has.' }) reviewed?: boolean;
}

export class ReviewOfGlassDto {
  @TextField({ max: 2000, about: 'What was found.' }) note!: string;
}

export const VISIBILITIES = ['office', 'team'] as const;
export type Visibility = (typeof VISIBILITIES)[number];
const VISIBILITY = '`office`: whoever works here sees everybody whom no wall closes to them. `team`: attorneys and paralegals see those whose team they are on.';

export class OfficeDto {
  @OneOf(VISIBILITIES, { about: VISIBILITY }) visibility!: Visibility;
  @WholeNumber({ min: 1, max: 2_147_483_647 }) version!: number;
}

export class OfficeChangeDto {
  @OneOf(VISIBILITIES, { about: VISIBILITY }) visibility!: Visibility;
}
