import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Tx } from '../common/database.js';

export type EndedBecause = 'signed-out' | 'revoked' | 'token-reused' | 'password-changed' | 'user-disabled' | 'second-factor-removed';

/** Ends sessions in the transaction of what ends them. Every request asks whether its session is open, so it counts at once. */
@Injectable()
export class UserSessions {
  constructor(private readonly clock: Clock) {}

  /**
   * All of a user's, but for the one that is named; how many were open. What was begun with the old password and is not
   * done, and what waits in a mailbox, counts no more; without exception the devices are strangers again too.
   */
  async endAll(tx: Tx, userId: string, because: EndedBecause, except: string | null = null): Promise<number> {
    await tx.query('update one_time_token set used_at = $2 where user_id = $1 and used_at is null', [userId, this.clock.now()]);
    if (except === null) await tx.query('delete from known_device where user_id = $1', [userId]);
    return tx.execute(
      `update user_session set ended_at = $2, ended_because = $3
       where user_id = $1 and ended_at is null and ($4::uuid is null or id <> $4)`,
      [userId, this.clock.now(), because, except]);
  }

  async endOne(tx: Tx, userId: string, sessionId: string, because: EndedBecause): Promise<boolean> {
    return (await tx.execute(
      'update user_session set ended_at = $3, ended_because = $4 where id = $1 and user_id = $2 and ended_at is null',
      [sessionId, userId, this.clock.now(), because])) === 1;
  }
}
