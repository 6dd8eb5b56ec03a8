import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { hashOfToken, randomToken } from './random-token.js';
import { Sealer } from './sealer.js';

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
  /** what we gave with it, for ourselves */
  carries: string | null;
}

interface Row {
  userId: string | null;
  sealed: string | null;
}

/** Tokens for one use: a sign-in half done, a reset, the way to a provider and back. The database knows their hashes, and what they carry sealed. */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly database: Database, private readonly sealer: Sealer, private readonly clock: Clock) {}

  async give(tx: Tx, purpose: TokenPurpose, { userId = null, carries = null }: Partial<HeldToken>): Promise<GivenToken> {
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + TOKEN_LIVES_MS[purpose]);
    const token = randomToken();
    const sealed = carries === null ? null : this.sealer.seal(Buffer.from(carries), contextOf(purpose));
    await tx.query(
      `delete from one_time_token where hash in (select hash from one_time_token where expires_at <= $1 order by expires_at limit $2 for update skip locked)`,
      [now, PURGED_AT_ONCE]);
    await tx.query('insert into one_time_token (hash, purpose, user_id, sealed, expires_at) values ($1, $2, $3, $4, $5)',
      [hashOfToken(token), purpose, userId, sealed, expiresAt]);
    return { token, expiresAt };
  }

  /** Looks without using it up, and counts the look: a token that was tried too often is none. */
  async attempt(token: string, purpose: TokenPurpose): Promise<HeldToken | null> {
    const [held] = await this.database.query<Row>(
      `update one_time_token set attempts = attempts + 1
       where hash = $1 and purpose = $2 and used_at is null and expires_at > $3 and attempts < $4
       returning user_id as "userId", sealed`, [hashOfToken(token), purpose, this.clock.now(), MOST_ATTEMPTS]);
    return this.opened(held, purpose);
  }

  /** Uses it up. Of two at once one gets it. */
  async take(tx: Tx, token: string, purpose: TokenPurpose): Promise<HeldToken | null> {
    const now = this.clock.now();
    const [held] = await tx.query<Row>(
      `update one_time_token set used_at = $3 where hash = $1 and purpose = $2 and used_at is null and expires_at > $3
       returning user_id as "userId", sealed`, [hashOfToken(token), purpose, now]);
    return this.opened(held, purpose);
  }

  async revoke(tx: Tx, userId: string, purpose: TokenPurpose): Promise<void> {
    await tx.query('update one_time_token set used_at = $3 where user_id = $1 and purpose = $2 and used_at is null', [userId, purpose, this.clock.now()]);
  }

  private opened(held: Row | undefined, purpose: TokenPurpose): HeldToken | null {
    if (!held) return null;
    const carries = held.sealed === null ? null : this.sealer.open(held.sealed, contextOf(purpose));
    return { userId: held.userId, carries: carries?.toString() ?? null };
  }
}

const contextOf = (purpose: TokenPurpose): string => `one-time token for ${purpose}`;
