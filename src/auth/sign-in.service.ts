import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { isPermitted, Permission } from '../common/permissions.js';
import { Problem } from '../common/problem.js';
import { type ActiveUser, ActiveUsers } from '../users/active-users.js';
import { passwordMatches } from '../users/password.js';
import { Attempts } from './attempts.js';
import { challengeOver, wrongCode, wrongSignIn } from './auth.errors.js';
import type { Caller } from './caller.js';
import { KnownDevices } from './known-devices.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { SecondFactorService } from './second-factor.service.js';
import type { SignInMethod } from './sign-in-method.js';
import { SignInOutcomes } from './sign-in-outcomes.js';

export type NextStep = 'nothing' | 'second-factor' | 'second-factor-enrolment';

interface Account {
  id: string;
  hash: string | null;
}

interface FirstFactor {
  method: SignInMethod;
  /** a second factor was vouched for as well */
  strong: boolean;
  /** of the password that was right */
  hash?: string | null;
}

type Done = (user: ActiveUser, tx: Tx, actor: Actor) => Promise<object | null>;

/** From an address and a password, or from a provider's word, by way of the second factor to a session. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly users: ActiveUsers,
    private readonly attempts: Attempts,
    private readonly devices: KnownDevices,
    private readonly tokens: OneTimeTokens,
    private readonly secondFactors: SecondFactorService,
    private readonly outcomes: SignInOutcomes,
    private readonly clock: Clock,
  ) {}

  /** Whoever is refused waits as long as whoever is not: the password is checked against some hash in any case. */
  async withPassword({ email, password, deviceToken }: { email: string; password: string; deviceToken?: string }, caller: Caller) {
    const address = email.trim().toLowerCase();
    const account = await this.accountOf(address);
    const device = await this.devices.of(account?.id ?? NOBODY, deviceToken);
    const counted = await this.attempts.password({ email: address, source: caller.source, device });
    const matches = await passwordMatches(account?.hash ?? null, password);
    const user = account && matches ? await this.users.find(account.id) : null;
    if (!user) {
      await this.outcomes.refused(account?.id ?? null, 'password', caller);
      throw wrongSignIn();
    }
    await counted.right();
    return this.afterFirstFactor(user, { method: 'password', strong: false, hash: account?.hash }, caller, deviceToken);
  }

  /** The provider vouched for the user; `strong` if it also vouched for a second factor. */
  async withProvider(user: ActiveUser, strong: boolean, caller: Caller, deviceToken: string | undefined) {
    return this.afterFirstFactor(user, { method: 'openid-connect', strong }, caller, deviceToken);
  }

  async withCode({ challenge, code, deviceToken }: { challenge: string; code: string; deviceToken?: string }, caller: Caller) {
    return this.answer(challenge, caller, deviceToken, async (_user, tx, actor) =>
      ((await this.secondFactors.accept(tx, actor, code)) ? {} : null));
  }

  async beginEnrolment(challenge: string) {
    const { user } = await this.challenged(challenge);
    return this.database.transaction((tx) => this.secondFactors.begin(tx, user));
  }

  async confirmEnrolment({ challenge, code, deviceToken }: { challenge: string; code: string; deviceToken?: string }, caller: Caller) {
    return this.answer(challenge, caller, deviceToken, async (_user, tx, actor) => {
      const recoveryCodes = await this.secondFactors.confirm(tx, actor, code);
      return recoveryCodes && { recoveryCodes };
    });
  }

  async me(userId: string) {
    const user = await this.users.find(userId);
    if (!user) throw new Problem('not-signed-in', 'Whoever this token was given to cannot act any more.');
    return describe(user);
  }

  private async accountOf(address: string): Promise<Account | undefined> {
    const [account] = await this.database.query<Account>(
      `select id, case when password_until is null or password_until > $2 then password_hash end as hash
       from app_user where lower(email) = $1 and disabled_at is null and role <> 'operator'`, [address, this.clock.now()]);
    return account;
  }

  private async afterFirstFactor(user: ActiveUser, { method, strong, hash }: FirstFactor, caller: Caller, deviceToken: string | undefined) {
    return this.database.transaction(async (tx) => {
      // What was read before the check may have changed during it: the user disabled, the password another.
      if (!(await this.outcomes.hold(tx, user.id, hash))) throw wrongSignIn();
      if (strong || (!user.hasSecondFactor && !user.needsSecondFactor)) {
        return this.complete(tx, user, { method, secondFactor: strong }, caller, deviceToken, {});
      }
      const { token, expiresAt } = await this.tokens.give(tx, 'second-factor', { userId: user.id, carries: method });
      const next: NextStep = user.hasSecondFactor ? 'second-factor' : 'second-factor-enrolment';
      return { next, challenge: token, challengeExpiresAt: expiresAt.toISOString() };
    });
  }

  /** One answer to a challenge: a wrong one counts against the challenge and against the user, a right one uses it up. */
  private async answer(challenge: string, caller: Caller, deviceToken: string | undefined, done: Done) {
    const { user, method } = await this.challenged(challenge);
    const device = await this.devices.of(user.id, deviceToken);
    const counted = await this.attempts.code({ userId: user.id, source: caller.source, device });
    const actor: Actor = { userId: user.id, role: user.role, requestId: caller.requestId };
    const answered = await this.database.transaction(async (tx) => {
      if (!(await this.outcomes.hold(tx, user.id))) throw challengeOver();
      const more = await done(user, tx, actor);
      if (!more) return null;
      if (!(await this.tokens.take(tx, challenge, 'second-factor'))) throw challengeOver();
      return this.complete(tx, { ...user, hasSecondFactor: true }, { method, secondFactor: true }, caller, deviceToken, more);
    });
    if (!answered) {
      await this.outcomes.refused(user.id, 'second-factor', caller);
      throw wrongCode();
    }
    await counted.right();
    return answered;
  }

  private async challenged(challenge: string): Promise<{ user: ActiveUser; method: SignInMethod }> {
    const held = await this.tokens.attempt(challenge, 'second-factor');
    const user = held?.userId ? await this.users.find(held.userId) : null;
    if (!held || !user) throw challengeOver();
    return { user, method: held.carries as SignInMethod };
  }

  private async complete(
    tx: Tx, user: ActiveUser, how: { method: SignInMethod; secondFactor: boolean }, caller: Caller, deviceToken: string | undefined, more: object,
  ) {
    return { next: 'nothing' as const, ...(await this.outcomes.signedIn(tx, user.id, how, caller, deviceToken)), ...more, user: describe(user) };
  }
}

/** An id that no user has: who asks with an unknown address is answered by the same questions to the database. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

const describe = ({ id, email, name, role, hasSecondFactor, needsSecondFactor }: ActiveUser) => ({
  id, email, name, role, hasSecondFactor, needsSecondFactor,
  permissions: Object.values(Permission).filter((permission) => isPermitted(role, permission)),
});
