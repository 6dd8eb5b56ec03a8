import { Injectable } from '@nestjs/common';
import { type Actor, nobody } from '../common/actor.js';
import { Database } from '../common/database.js';
import { Outbox } from '../notifications/outbox.service.js';
import { ActiveUsers } from '../users/active-users.js';
import { UserPasswords } from '../users/user-passwords.js';
import { Attempts } from './attempts.js';
import { resetOver, wrongCurrentPassword } from './auth.errors.js';
import type { Caller } from './caller.js';
import { OneTimeTokens, TOKEN_LIVES_MS } from './one-time-tokens.js';
import { RESET_ADDRESS } from './reset-mail.js';
import { Sealer } from './sealer.js';
import { SignInOutcomes } from './sign-in-outcomes.js';

/** One's own password: changed by who knows it, reset by who reads the mail. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly users: ActiveUsers,
    private readonly passwords: UserPasswords,
    private readonly attempts: Attempts,
    private readonly tokens: OneTimeTokens,
    private readonly outbox: Outbox,
    private readonly sealer: Sealer,
    private readonly outcomes: SignInOutcomes,
  ) {}

  /** Ends the other sessions: whoever had the old password may sit in one. */
  async change(actor: Actor, sessionId: string, { currentPassword, newPassword }: { currentPassword: string; newPassword: string }, caller: Caller) {
    await this.requirePassword(actor.userId, currentPassword, caller, 'currentPassword');
    const hash = await this.passwords.prepare(actor.userId, newPassword, 'newPassword');
    await this.database.transaction(async (tx) => {
      await this.passwords.set(tx, actor, actor.userId, hash, 'changed', sessionId);
      await this.tokens.revoke(tx, actor.userId, 'password-reset');
    });
  }

  /** Whoever holds a signed-in browser does not know the password for that; guessing it is slowed as at the sign-in. */
  async requirePassword(userId: string, password: string, caller: Caller, path = 'password'): Promise<void> {
    const user = await this.users.find(userId);
    const counted = await this.attempts.password({ email: `signed in as ${userId}`, source: caller.source, device: null });
    if (!user || !(await this.passwords.matches(userId, password))) {
      await this.outcomes.refusedAgain({ userId, requestId: caller.requestId }, 'password');
      throw wrongCurrentPassword(path);
    }
    await counted.right();
  }

  /** Does the same for an address that nobody has: whether there is anybody is asked later, by the worker. */
  async forgotten(email: string, { requestId, source }: Caller): Promise<void> {
    const address = email.trim().toLowerCase();
    await this.attempts.reset({ email: address, source });
    await this.database.transaction((tx) => this.outbox.add(tx, 'password-reset', { address: this.sealer.seal(Buffer.from(address), RESET_ADDRESS), requestId }, TOKEN_LIVES_MS['password-reset']));
  }

  /** Signs nobody in: a second factor is asked at the next sign-in as ever. */
  async reset({ token, password }: { token: string; password: string }, { requestId }: Caller): Promise<void> {
    const held = await this.tokens.attempt(token, 'password-reset');
    if (!held?.userId || !(await this.users.find(held.userId))) throw resetOver();
    const { userId } = held;
    const hash = await this.passwords.prepare(userId, password, 'password');
    await this.database.transaction(async (tx) => {
      if (!(await this.tokens.take(tx, token, 'password-reset'))) throw resetOver();
      await this.tokens.revoke(tx, userId, 'password-reset');
      await this.passwords.set(tx, nobody(requestId), userId, hash, 'reset', null);
    });
  }
}
