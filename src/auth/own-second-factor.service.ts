import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Database, type Tx } from '../common/database.js';
import { notFound } from '../common/problem.js';
import { ActiveUsers } from '../users/active-users.js';
import { UserSessions } from '../users/user-sessions.js';
import { Attempts } from './attempts.js';
import { noSecondFactor, secondFactorIsRequired, wrongCodeHere } from './auth.errors.js';
import type { Caller } from './caller.js';
import { PasswordService } from './password.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SignInOutcomes } from './sign-in-outcomes.js';

/** The second factor of who is signed in, and what an admin does about another's. */
@Injectable()
export class OwnSecondFactorService {
  constructor(
    private readonly database: Database,
    private readonly users: ActiveUsers,
    private readonly passwords: PasswordService,
    private readonly attempts: Attempts,
    private readonly secondFactors: SecondFactorService,
    private readonly sessions: UserSessions,
    private readonly outcomes: SignInOutcomes,
  ) {}

  /** The password again: whoever finds a signed-in browser must not bind it to an app of theirs. */
  async begin(actor: Actor, password: string, caller: Caller) {
    await this.passwords.requirePassword(actor.userId, password, caller);
    const user = await this.userOf(actor.userId);
    return this.database.transaction((tx) => this.secondFactors.begin(tx, user));
  }

  async confirm(actor: Actor, sessionId: string, code: string, caller: Caller) {
    const counted = await this.attempts.code({ userId: actor.userId, source: caller.source, device: null });
    const recoveryCodes = await this.database.transaction(async (tx) => {
      const codes = await this.secondFactors.confirm(tx, actor, code);
      // What was begun without it ends; this session has just shown it.
      if (codes) await this.sessions.endAll(tx, actor.userId, 'revoked', sessionId);
      if (codes) await tx.query('update user_session set second_factor = true where id = $1', [sessionId]);
      return codes;
    });
    if (!recoveryCodes) throw wrongCodeHere();
    await counted.right();
    return { recoveryCodes };
  }

  async renewRecoveryCodes(actor: Actor, code: string, caller: Caller) {
    const recoveryCodes = await this.withCode(actor, code, caller, (tx) => this.secondFactors.renewRecoveryCodes(tx, actor));
    return { recoveryCodes };
  }

  async remove(actor: Actor, code: string, caller: Caller): Promise<void> {
    if ((await this.userOf(actor.userId)).needsSecondFactor) throw secondFactorIsRequired();
    await this.withCode(actor, code, caller, (tx) => this.secondFactors.remove(tx, actor, actor.userId));
  }

  /** For a user whose app and recovery codes are lost, by an admin who knows that it is that user who asks. */
  async removeOf(actor: Actor, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [user] = await tx.query(`select from app_user where id = $1 and role <> 'operator'`, [userId]);
      if (!user) throw notFound('user');
      if (!(await this.secondFactors.remove(tx, actor, userId))) throw noSecondFactor();
      await this.sessions.endAll(tx, userId, 'second-factor-removed');
    });
  }

  private async withCode<T>(actor: Actor, code: string, caller: Caller, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!(await this.userOf(actor.userId)).hasSecondFactor) throw noSecondFactor();
    const counted = await this.attempts.code({ userId: actor.userId, source: caller.source, device: null });
    const done = await this.database.transaction(async (tx) =>
      ((await this.secondFactors.accept(tx, actor, code)) ? { result: await work(tx) } : null));
    if (!done) {
      await this.outcomes.refusedAgain(actor, 'second-factor');
      throw wrongCodeHere();
    }
    await counted.right();
    return done.result;
  }

  private async userOf(userId: string) {
    const user = await this.users.find(userId);
    if (!user) throw notFound('user');
    return user;
  }
}
