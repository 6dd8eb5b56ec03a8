import { createSecretKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../common/actor.js';
import { Config } from '../common/config.js';
import { ActiveUsers } from '../users/active-users.js';
import { type AccessTokenPayload, VERIFIED_AS } from './access-token.js';

/** A token is good while its user exists, is not disabled and has not changed the password. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(config: Config, private readonly users: ActiveUsers) {
    // A key made once: given as text, each request would first try to read it as a public key, which takes longer than
    // all the rest of the check. The type of the option does not know of keys; the library that verifies does.
    const secretOrKey = createSecretKey(Buffer.from(config.jwtSecret)) as unknown as Buffer;
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey, ...VERIFIED_AS });
  }

  async validate({ sub, pwd }: AccessTokenPayload): Promise<Pick<Actor, 'userId' | 'role'> | false> {
    const user = await this.users.find(sub);
    return user !== null && user.passwordMark === pwd && { userId: user.id, role: user.role };
  }
}
