import { type Role, ROLES } from '../common/actor.js';
import { Flag, IdField, InstantField, OneOf, PatternField, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.js';

const EMAIL = { pattern: /^[^\s@]{1,64}@[^\s@]{1,189}$/, problem: 'must be an e-mail address' };
const PASSWORD = { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH };

export class NewUserDto {
  @PatternField(EMAIL) email!: string;
  @TextField({ max: 200 }) name!: string;
  @OneOf(ROLES) role!: Role;
  @TextField(PASSWORD) password!: string;
}

export class UserChangeDto {
  @TextField({ max: 200, optional: true }) name?: string;
  @OneOf(ROLES, { optional: true }) role?: Role;
  @Flag({ optional: true, about: 'Someone disabled cannot sign in, and is signed out.' }) disabled?: boolean;
  @TextField({ ...PASSWORD, optional: true, about: 'A new password signs out whoever used the old one.' }) password?: string;
  @Flag({ optional: true, about: 'Whether this user needs a second factor; an admin does in any case.' }) secondFactorRequired?: boolean;
}

export class UserDto {
  @IdField() id!: string;
  @PatternField(EMAIL) email!: string;
  @TextField({ max: 200 }) name!: string;
  @OneOf(ROLES) role!: Role;
  @InstantField({ nullable: true }) disabledAt!: string | null;
  @Flag({ about: 'Invented, for the demo caseload.' }) isDemo!: boolean;
  @Flag({ about: 'The office asks this user for a second factor.' }) secondFactorRequired!: boolean;
  @Flag({ about: 'A second factor is set up.' }) hasSecondFactor!: boolean;
  @InstantField() createdAt!: string;
  @WholeNumber({ min: 1, max: 2_147_483_647 }) version!: number;
}

export class UsersQuery extends PageQuery {
  @OneOf(ROLES, { optional: true, query: true }) role?: Role;
}
