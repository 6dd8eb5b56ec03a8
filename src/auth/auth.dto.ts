import { ROLES, type SignInRole } from '../common/actor.js';
import { Flag, IdField, InstantField, Nested, OneOf, TextField, WholeNumber } from '../common/fields.js';
import { PageQuery } from '../common/pagination.js';
import { Permission } from '../common/permissions.js';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../users/password.js';
import { SIGN_IN_METHODS, type SignInMethod } from './sign-in-method.js';
import type { NextStep } from './sign-in.service.js';

const TOKEN = { max: 200 };
const CODE = { max: 40, about: 'Six digits of the app.' };
const NEW_PASSWORD = { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH, about: 'No common password, and none made of your own name or address.' };
const DEVICE_TOKEN = { ...TOKEN, optional: true, about: '`deviceToken` of an earlier sign-in on this device: what strangers try elsewhere then slows nobody here.' };

export class SignInDto {
  @TextField({ max: 254 }) email!: string;
  @TextField({ max: MAX_PASSWORD_LENGTH }) password!: string;
  @TextField(DEVICE_TOKEN) deviceToken?: string;
}

export class MeDto {
  @IdField() id!: string;
  @TextField({ max: 254 }) email!: string;
  @TextField({ max: 200 }) name!: string;
  @OneOf(ROLES) role!: SignInRole;
  @Flag() hasSecondFactor!: boolean;
  @Flag() needsSecondFactor!: boolean;
  @OneOf(Object.values(Permission), { list: { max: 100 } }) permissions!: Permission[];
}

export class TokensDto {
  @TextField({ max: 4096, about: 'Send it as `Authorization: Bearer …`.' }) accessToken!: string;
  @OneOf(['Bearer']) tokenType!: 'Bearer';
  @InstantField() expiresAt!: string;
  @TextField({ ...TOKEN, about: 'For POST /v1/auth/refresh, once: each answer brings the next one, and one that is used twice ends the session.' }) refreshToken!: string;
  @InstantField() refreshExpiresAt!: string;
}

const STEPS = ['nothing', 'second-factor', 'second-factor-enrolment'] as const satisfies readonly NextStep[];

/** What a step of the sign-in leads to: tokens where `next` is `nothing`, a challenge otherwise. */
export class SignedInDto {
  @OneOf(STEPS, { about: '`nothing`: signed in. `second-factor`: send a code with the challenge. `second-factor-enrolment`: set one up with the challenge first.' })
  next!: NextStep;

  @TextField({ ...TOKEN, optional: true, about: 'For the next step.' }) challenge?: string;
  @InstantField({ optional: true }) challengeExpiresAt?: string;

  @TextField({ max: 4096, optional: true, about: 'Send it as `Authorization: Bearer …`.' }) accessToken?: string;
  @OneOf(['Bearer'], { optional: true }) tokenType?: 'Bearer';
  @InstantField({ optional: true }) expiresAt?: string;
  @TextField({ ...TOKEN, optional: true, about: 'For POST /v1/auth/refresh.' }) refreshToken?: string;
  @InstantField({ optional: true }) refreshExpiresAt?: string;
  @TextField({ ...TOKEN, optional: true, about: 'Keep it on this device, and send it with the next sign-in.' }) deviceToken?: string;
  @TextField({ max: 40, optional: true, list: { max: 20 }, about: 'After an enrolment, this once: each signs in once where the app is lost.' }) recoveryCodes?: string[];
  @Nested(() => MeDto, { optional: true }) user?: MeDto;
}

export class ChallengeDto {
  @TextField({ ...TOKEN, about: '`challenge` of the step before.' }) challenge!: string;
}

export class ChallengeCodeDto extends ChallengeDto {
  @TextField({ ...CODE, about: 'Six digits of the app, or a recovery code.' }) code!: string;
  @TextField(DEVICE_TOKEN) deviceToken?: string;
}

export class EnrolmentDto {
  @TextField({ max: 200, about: 'For an app that cannot read the address.' }) secret!: string;
  @TextField({ max: 2000, about: 'Show it as a QR code to an authenticator app.' }) uri!: string;
}

export class CodeDto {
  @TextField(CODE) code!: string;
}

export class PasswordDto {
  @TextField({ max: MAX_PASSWORD_LENGTH, about: 'Your password.' }) password!: string;
}

export class RecoveryCodesDto {
  @TextField({ max: 40, list: { max: 20 }, about: 'Shown this once.' }) recoveryCodes!: string[];
}

export class RefreshDto {
  @TextField(TOKEN) refreshToken!: string;
}

export class NewPasswordDto {
  @TextField({ max: MAX_PASSWORD_LENGTH }) currentPassword!: string;
  @TextField(NEW_PASSWORD) newPassword!: string;
}

export class ForgottenPasswordDto {
  @TextField({ max: 254 }) email!: string;
}

export class ResetPasswordDto {
  @TextField(TOKEN) token!: string;
  @TextField(NEW_PASSWORD) password!: string;
}

export class SessionDto {
  @IdField() id!: string;
  @OneOf(SIGN_IN_METHODS) method!: SignInMethod;
  @Flag({ about: 'It was begun with a second factor.' }) secondFactor!: boolean;
  @TextField({ max: 200, nullable: true, about: 'What the program called itself.' }) userAgent!: string | null;
  @TextField({ max: 60, about: 'The address it came from; of IPv6 the network.' }) source!: string;
  @InstantField() createdAt!: string;
  @InstantField() lastUsedAt!: string;
  @InstantField() expiresAt!: string;
}

export class SessionsQuery extends PageQuery {}

export class SignInPolicyDto {
  @OneOf(['admins', 'everybody'], { about: 'Of whom a second factor is asked. An admin, and whoever is named (`secondFactorRequired`), needs one in any case.' })
  secondFactor!: 'admins' | 'everybody';

  @WholeNumber({ min: 1, max: 2_147_483_647 }) version!: number;
}

export class SignInPolicyChangeDto {
  @OneOf(['admins', 'everybody']) secondFactor!: 'admins' | 'everybody';
}

export class OpenIdConnectStartDto {
  @TextField({ max: 8000, about: 'Send the browser there.' }) authorizationUrl!: string;
  @TextField({ ...TOKEN, about: 'Keep it in this browser tab, and send it with what the provider answers.' }) flow!: string;
  @InstantField() expiresAt!: string;
}

export class OpenIdConnectFinishDto {
  @TextField({ ...TOKEN, about: '`flow` of the start, from the same browser.' }) flow!: string;
  @TextField({ max: 8000, about: 'The query with which the provider called the redirect URL: `code=…&state=…`.' }) answer!: string;
  @TextField(DEVICE_TOKEN) deviceToken?: string;
}
