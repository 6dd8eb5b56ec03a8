import type { JwtSignOptions, JwtVerifyOptions } from '@nestjs/jwt';

/** What an access token says. The role is not in it: it is looked up, so that a change of role counts at once. */
export interface AccessTokenPayload {
  sub: string;
  /** the session it was given for; the token ends with it */
  sid: string;
  iat: number;
  exp: number;
}

export const SIGNED_AS = { algorithm: 'HS256', issuer: 'vigil', audience: 'vigil-api' } as const satisfies JwtSignOptions;

/** One algorithm alone, so that a token cannot choose how it is checked. */
export const VERIFIED_AS = { algorithms: ['HS256'], issuer: SIGNED_AS.issuer, audience: SIGNED_AS.audience } satisfies JwtVerifyOptions;
