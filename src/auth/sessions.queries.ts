import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import type { SignInMethod } from './sign-in-method.js';

export interface SessionView {
  id: string;
  method: SignInMethod;
  secondFactor: boolean;
  userAgent: string | null;
  source: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

@Injectable()
export class SessionsQueries {
  constructor(private readonly database: Database, private readonly config: Config, private readonly clock: Clock) {}

  /** Those that can still be used, the newest first. */
  async open(userId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<SessionView>> {
    const after = decodeCursor(cursor, ['string', 'id']);
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - this.config.sessionIdleHours * 3_600_000);
    const rows = await this.database.query<SessionView>(
      `select id, method, second_factor as "secondFactor", user_agent as "userAgent", source,
         created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
       from user_session
       where user_id = $1 and ended_at is null and expires_at > $2 and last_used_at > $3
         and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))
       order by created_at desc, id desc limit $6`,
      [userId, now, idleSince, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
    return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }
}
