import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { SignedInRequest, SignedInUser } from '../common/current-actor.decorator.js';
import { Clock } from '../common/clock.js';
import { isUuid } from '../common/formats.js';
import { type AccessTokenPayload, VERIFIED_AS } from './access-token.js';
import { SessionsService } from './sessions.service.js';
import { SigningKeys } from './signing-keys.js';

/** Whose token it was that we signed and do not accept any more, for the log. */
export type RefusableRequest = SignedInRequest & { refusedUserId?: string };

const KEY_ID = /^[0-9a-f]{12}$/;

/** A token is good until it ends, while the key that signed it is accepted, its session is open and its user may act. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(keys: SigningKeys, jwt: JwtService, private readonly sessions: SessionsService, private readonly clock: Clock) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request: unknown, token: string, done: (error: unknown, secret?: Buffer) => void) => {
        // The type of the option does not know of keys; the library that verifies does.
        secretFor(token, keys, jwt).then((secret) => (secret ? done(null, secret as unknown as Buffer) : done(new Error('no key of ours signed it'))), done);
      },
      // Its end is checked below, by the clock that set it; the library would ask the machine's.
      ignoreExpiration: true,
      passReqToCallback: true,
      ...VERIFIED_AS,
    });
  }

  async validate(request: RefusableRequest, { sub, sid, exp }: Partial<AccessTokenPayload>): Promise<SignedInUser | false> {
    if (isUuid(sub)) request.refusedUserId = sub; // should it be refused below
    if (typeof exp !== 'number' || exp * 1_000 <= this.clock.now().getTime()) return false;
    if (!isUuid(sub) || !isUuid(sid)) return false;
    const actor = await this.sessions.actorOf({ sub, sid });
    return actor !== null && { ...actor, sessionId: sid };
  }
}

/** Of the key that the token names. One that names none is checked by nothing, and refused. */
async function secretFor(token: string, keys: SigningKeys, jwt: JwtService): Promise<KeyObject | undefined> {
  const decoded = jwt.decode<{ header: { kid?: unknown } } | null>(token, { complete: true });
  const id = decoded?.header.kid;
  return typeof id === 'string' && KEY_ID.test(id) ? (await keys.secretOf(id)) ?? undefined : undefined;
}
