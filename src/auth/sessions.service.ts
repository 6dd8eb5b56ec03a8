import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, nobody, type SignInRole } from '../common/actor.js';
import { Batched, type Settled } from '../common/batched.js';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { Database, type Tx } from '../common/database.js';
import { notFound } from '../common/problem.js';
import { NEEDS_SECOND_FACTOR } from '../users/active-users.js';
import { UserSessions } from '../users/user-sessions.js';
import type { AccessTokenPayload } from './access-token.js';
import { AccessTokens } from './access-tokens.js';
import { sessionOver, signInAgain } from './auth.errors.js';
import type { Caller } from './caller.js';
import { hashOfToken, randomToken } from './random-token.js';
import { SessionsQueries } from './sessions.queries.js';
import type { SignInMethod } from './sign-in-method.js';

export interface Tokens {
  accessToken: string;
  tokenType: 'Bearer';
  expiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
}

interface OpenSession {
  id: string;
  userId: string;
  expiresAt: Date;
}

const HOUR_MS = 3_600_000;
const RECENT_MINUTES = 15;
/** What is over is kept so long to answer questions about it; some of it goes with each new session. */
const KEPT_FOR_DAYS = 90;
const PURGED_AT_ONCE = 20;

/** A session is open, its user may act, and it has the second factor that is asked of that user by now, which is `$2`. */
const MAY_ACT = `s.ended_at is null and s.expires_at > $2 and u.disabled_at is null and u.role <> 'operator'
  and (s.second_factor or not ${NEEDS_SECOND_FACTOR})`;

type Asked = Pick<AccessTokenPayload, 'sub' | 'sid'>;
interface Acting { userId: string; role: SignInRole }

const WHO_ACTS = `select s.id, u.id as "userId", u.role from user_session s join app_user u on u.id = s.user_id cross join sign_in_policy p
  where s.id = any($1::uuid[]) and ${MAY_ACT}`;

@Injectable()
export class SessionsService {
  private readonly acting = new Batched<Asked, Acting | null>({ most: 200, sideBySide: 1 }, (asked) => this.actorsOf(asked));

  constructor(
    private readonly database: Database,
    private readonly queries: SessionsQueries,
    private readonly sessions: UserSessions,
    private readonly accessTokens: AccessTokens,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  async begin(tx: Tx, userId: string, how: { method: SignInMethod; secondFactor: boolean }, { source, userAgent }: Caller): Promise<Tokens> {
    const now = this.clock.now();
    await this.forgetOld(tx, now);
    const expiresAt = new Date(now.getTime() + this.config.sessionDays * 24 * HOUR_MS);
    const [{ id }] = await tx.query<{ id: string }>(
      `insert into user_session (user_id, method, second_factor, user_agent, source, created_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7) returning id`,
      [userId, how.method, how.secondFactor, userAgent, source, now, expiresAt]);
    return this.give(tx, { id, userId, expiresAt }, now);
  }

  /**
   * The next tokens for the last refresh token. One that was used before is in two hands, and nobody can tell whose is
   * the thief's: the whole family ends, at once, whoever comes second.
   */
  async refresh(refreshToken: string, requestId: string): Promise<Tokens> {
    const hash = hashOfToken(refreshToken);
    const tokens = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const [used] = await tx.query<{ sessionId: string }>(
        `update refresh_token set used_at = $2 where hash = $1 and used_at is null and expires_at > $2 returning session_id as "sessionId"`, [hash, now]);
      if (!used) return this.endIfReused(tx, hash, requestId);
      const [session] = await tx.query<OpenSession>(
        `update user_session s set last_used_at = $2 from app_user u cross join sign_in_policy p
         where s.id = $1 and u.id = s.user_id and ${MAY_ACT}
         returning s.id, s.user_id as "userId", s.expires_at as "expiresAt"`, [used.sessionId, now]);
      return session ? this.give(tx, session, now) : null;
    });
    // A refusal leaves the transaction as a value, so that what it ended stays ended.
    if (!tokens) throw sessionOver();
    return tokens;
  }

  /**
   * Who acts with this session, asked at every request and after it came: what ends a session or a user counts at the
   * next one. Requests that come together are asked about together.
   */
  actorOf(asked: Asked): Promise<Acting | null> {
    return this.acting.one(asked);
  }

  list(userId: string, page: { limit: number; cursor?: string }) {
    return this.queries.open(userId, page);
  }

  /** One's own, or by an admin another's. One that is over already is no fault: what was wanted is so. */
  async end(actor: Actor, userId: string, sessionId: string, because: 'signed-out' | 'revoked'): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [session] = await tx.query('select from user_session where id = $1 and user_id = $2', [sessionId, userId]);
      if (!session) throw notFound('session');
      if (!(await this.sessions.endOne(tx, userId, sessionId, because))) return;
      await this.audit.record(tx, actor, {
        action: because === 'signed-out' ? 'user.signed-out' : 'session.revoked', subject: 'session', subjectId: sessionId, after: { userId } });
    });
  }

  /** Whoever finds a browser that somebody left signed in must not shut its owner out everywhere else. */
  async endOwn(actor: Actor, current: string, sessionId: string): Promise<void> {
    if (sessionId !== current) await this.requireRecent(current);
    await this.end(actor, actor.userId, sessionId, 'revoked');
  }

  /** All but the one that asks. */
  async endOthers(actor: Actor, current: string): Promise<void> {
    await this.requireRecent(current);
    await this.endAll(actor, actor.userId, current);
  }

  async listOf(userId: string, page: { limit: number; cursor?: string }) {
    await this.requireUser(userId);
    return this.list(userId, page);
  }

  async endAllOf(actor: Actor, userId: string): Promise<void> {
    await this.requireUser(userId);
    await this.endAll(actor, userId, null);
  }

  /** All but `except`, which is where the owner sits. */
  async endAll(actor: Actor, userId: string, except: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await this.sessions.endAll(tx, userId, 'revoked', except);
      await this.audit.record(tx, actor, { action: 'sessions.revoked', subject: 'user', subjectId: userId, after: { ended } });
    });
  }

  private async actorsOf(asked: readonly Asked[]): Promise<Settled<Acting | null>[]> {
    const open = await this.database.query<Acting & { id: string }>(WHO_ACTS, [[...new Set(asked.map(({ sid }) => sid))], this.clock.now()], 'who-acts');
    const bySession = new Map(open.map(({ id, ...acting }) => [id, acting]));
    return asked.map(({ sub, sid }) => {
      const acting = bySession.get(sid.toLowerCase());
      return { answer: acting?.userId === sub.toLowerCase() ? acting : null };
    });
  }

  private async requireRecent(sessionId: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - RECENT_MINUTES * 60_000);
    const [recent] = await this.database.query('select from user_session where id = $1 and created_at >= $2', [sessionId, since]);
    if (!recent) throw signInAgain(RECENT_MINUTES);
  }

  private async requireUser(userId: string): Promise<void> {
    const [user] = await this.database.query(`select from app_user where id = $1 and role <> 'operator'`, [userId]);
    if (!user) throw notFound('user');
  }

  private async endIfReused(tx: Tx, hash: Buffer, requestId: string): Promise<null> {
    const [reused] = await tx.query<{ sessionId: string; userId: string }>(
      `select s.id as "sessionId", s.user_id as "userId" from refresh_token t join user_session s on s.id = t.session_id
       where t.hash = $1 and t.used_at is not null`, [hash]);
    if (reused && (await this.sessions.endOne(tx, reused.userId, reused.sessionId, 'token-reused'))) {
      await this.audit.record(tx, nobody(requestId),
        { action: 'session.token-reused', subject: 'session', subjectId: reused.sessionId, after: { userId: reused.userId } });
    }
    return null;
  }

  private async give(tx: Tx, session: Pick<OpenSession, 'id' | 'userId' | 'expiresAt'>, now: Date): Promise<Tokens> {
    const refreshToken = randomToken();
    const idleUntil = now.getTime() + this.config.sessionIdleHours * HOUR_MS;
    const refreshExpiresAt = new Date(Math.min(idleUntil, session.expiresAt.getTime()));
    await tx.query('insert into refresh_token (hash, session_id, expires_at) values ($1, $2, $3)', [hashOfToken(refreshToken), session.id, refreshExpiresAt]);
    return { ...(await this.accessTokens.give(session, now)), refreshToken, refreshExpiresAt: refreshExpiresAt.toISOString() };
  }

  private async forgetOld(tx: Tx, now: Date): Promise<void> {
    const before = new Date(now.getTime() - KEPT_FOR_DAYS * 24 * HOUR_MS);
    await tx.query(
      `delete from user_session where id in (select id from user_session where expires_at < $1 order by expires_at limit $2 for update skip locked)`,
      [before, PURGED_AT_ONCE]);
  }
}
