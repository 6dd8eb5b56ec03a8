import { Injectable, Logger } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Logged, nobody } from '../common/actor.js';
import { Database, type Tx } from '../common/database.js';
import type { Caller } from './caller.js';
import { KnownDevices } from './known-devices.js';
import { SessionsService, type Tokens } from './sessions.service.js';
import type { SignInMethod } from './sign-in-method.js';

/** How a sign-in ends, either way, with its entry in the log. */
@Injectable()
export class SignInOutcomes {
  private readonly logger = new Logger(SignInOutcomes.name);

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    private readonly devices: KnownDevices,
    private readonly audit: AuditService,
  ) {}

  /**
   * The first statement of a transaction that signs somebody in: a password that is changed, or a user who is disabled, at
   * this very moment waits for it and ends the session, or was there first and is seen here.
   */
  async hold(tx: Tx, userId: string, passwordHash?: string | null): Promise<boolean> {
    const [user] = await tx.query(
      `select from app_user where id = $1 and disabled_at is null and ($2::text is null or password_hash = $2) for share`, [userId, passwordHash ?? null]);
    return user !== undefined;
  }

  async signedIn(
    tx: Tx, userId: string, how: { method: SignInMethod; secondFactor: boolean }, caller: Caller, device: string | undefined,
  ): Promise<Tokens & { deviceToken: string }> {
    const tokens = await this.sessions.begin(tx, userId, how, caller);
    const deviceToken = await this.devices.remember(tx, userId, device);
    await this.audit.record(tx, { userId, requestId: caller.requestId }, { action: 'user.signed-in', subject: 'user', subjectId: userId, after: how });
    return { ...tokens, deviceToken };
  }

  /** The same for an address that nobody has, so that neither the time nor the log's length tells of it. */
  async refused(userId: string | null, at: 'password' | 'second-factor' | 'openid-connect', { requestId }: Caller): Promise<void> {
    this.logger.warn(`a sign-in was refused (request ${requestId})`);
    await this.database.transaction((tx) =>
      this.audit.record(tx, nobody(requestId), { action: 'user.sign-in-refused', subject: 'user', subjectId: userId, after: { at } }));
  }

  /** Of who is signed in and was asked again: whoever guesses there sits at a browser that is not theirs. */
  async refusedAgain(actor: Logged, at: 'password' | 'second-factor'): Promise<void> {
    await this.database.transaction((tx) =>
      this.audit.record(tx, actor, { action: 'user.confirmation-refused', subject: 'user', subjectId: actor.userId, after: { at } }));
  }
}
