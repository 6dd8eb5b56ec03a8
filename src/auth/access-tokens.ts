import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Config } from '../common/config.js';
import { type AccessTokenPayload, SIGNED_AS } from './access-token.js';
import { SigningKeys } from './signing-keys.js';

/** Signs them with the key of the day. */
@Injectable()
export class AccessTokens {
  constructor(private readonly keys: SigningKeys, private readonly jwt: JwtService, private readonly config: Config) {}

  async give({ id, userId }: { id: string; userId: string }, now: Date) {
    const { id: keyid, secret } = await this.keys.current();
    const iat = Math.floor(now.getTime() / 1_000);
    const exp = iat + this.config.accessTokenMinutes * 60;
    const payload: AccessTokenPayload = { sub: userId, sid: id, iat, exp };
    return {
      accessToken: this.jwt.sign(payload, { ...SIGNED_AS, secret, keyid }),
      tokenType: 'Bearer' as const,
      expiresAt: new Date(exp * 1_000).toISOString(),
    };
  }
}
