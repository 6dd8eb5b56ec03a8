import { type Role, ROLES } from '../common/actor.js';
import { IdField, InstantField, Nested, OneOf, TextField } from '../common/fields.js';
import { Permission } from '../common/permissions.js';

export class SignInDto {
  @TextField({ max: 254 }) email!: string;
  @TextField({ max: 200 }) password!: string;
}

export class MeDto {
  @IdField() id!: string;
  @TextField({ max: 254 }) email!: string;
  @TextField({ max: 200 }) name!: string;
  @OneOf(ROLES) role!: Role;
  @OneOf(Object.values(Permission), { list: { max: 100 } }) permissions!: Permission[];
}

export class SignedInDto {
  @TextField({ max: 4096, about: 'Send it as `Authorization: Bearer …`.' }) accessToken!: string;
  @OneOf(['Bearer']) tokenType!: 'Bearer';
  @InstantField() expiresAt!: string;
  @Nested(() => MeDto) user!: MeDto;
}
