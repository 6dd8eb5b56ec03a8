import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { hashOfToken, randomToken } from './random-token.js';

export type TokenPurpose = 'second-factor' | 'password-reset' | 'openid-connect';

/** What is handed out has this long, and is taken back once. */
export const TOKEN_LIVES_MS: Record<TokenPurpose, number> = { 'second-factor': 10 * 60_000, 'password-reset': 30 * 60_000, 'openid-connect': 10 * 60_000 };

const MOST_ATTEMPTS = 5;
const PURGED_AT_ONCE = 50;

export interface GivenToken {
  token: string;
  expiresAt: Date;
}

export interface HeldToken {
  userId: string | null;
  sealed: string | null;
}

/** Tokens for one use: a sign-in half done, a reset, the way to a provider and back. The database knows their hashes. */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  async give(tx: Tx, purpose: TokenPurpose, { userId = null, sealed = null }: Partial<HeldToken>): Promise<GivenToken> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + TOKEN_LIVES_MS[purpose]);
    const token = randomToken();
    await tx.query(
      `delete from one_time_token where hash in (select hash from one_time_token where expires_at <= $1 order by expires_at limit $2 for update skip locked)`,
      [now, PURGED_AT_ONCE]);
    await tx.query('insert into one_time_token (hash, purpose, user_id, sealed, expires_at) values ($1, $2, $3, $4, $5)',
      [hashOfToken(token), purpose, userId, sealed, expiresAt]);
    return { token, expiresAt };
  }

  /** Looks without using it up, and counts the look: a token that was tried too often is none. */
  async attempt(token: string, purpose: TokenPurpose): Promise<HeldToken | null> {
    const [held] = await this.database.query<HeldToken>(
      `update one_time_token set attempts = attempts + 1
       where hash = $1 and purpose = $2 and used_at is null and expires_at > $3 and attempts < $4
       returning user_id as "userId", sealed`, [hashOfToken(token), purpose, this.clock.now(), MOST_ATTEMPTS]);
    return held ?? null;
  }

  /** Uses it up. Of two at once one gets it. */
  async take(tx: Tx, token: string, purpose: TokenPurpose): Promise<HeldToken | null> {
    const now = this.clock.now();
    const [held] = await tx.query<HeldToken>(
      `update one_time_token set used_at = $3 where hash = $1 and purpose = $2 and used_at is null and expires_at > $3
       returning user_id as "userId", sealed`, [hashOfToken(token), purpose, now]);
    return held ?? null;
  }

  async keepSealed(tx: Tx, token: string, sealed: string): Promise<void> {
    await tx.query('update one_time_token set sealed = $2 where hash = $1', [hashOfToken(token), sealed]);
  }

  async revoke(tx: Tx, userId: string, purpose: TokenPurpose): Promise<void> {
    await tx.query('update one_time_token set used_at = $3 where user_id = $1 and purpose = $2 and used_at is null', [userId, purpose, this.clock.now()]);
  }
}
