import { Injectable, Logger } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { AuditService } from '../audit/audit.service.js';
import { Database } from '../common/database.js';
import { isPermitted, Permission } from '../common/permissions.js';
import { Problem } from '../common/problem.js';
import { type ActiveUser, ActiveUsers, PASSWORD_MARK } from '../users/active-users.js';
import { passwordMatches } from '../users/password.js';
import { type AccessTokenPayload, SIGNED_AS } from './access-token.js';
import { wrongSignIn } from './auth.errors.js';

@Injectable()
export class AuthService {
  private readonly logger = new Logger(AuthService.name);

  constructor(
    private readonly database: Database,
    private readonly users: ActiveUsers,
    private readonly tokens: JwtService,
    private readonly audit: AuditService,
  ) {}

  /** Whoever is refused waits as long as whoever is not: the password is checked against some hash in any case. */
  async signIn(email: string, password: string, requestId: string) {
    const [account] = await this.database.query<{ id: string; hash: string | null; mark: string }>(
      `select id, password_hash as hash, ${PASSWORD_MARK} as mark from app_user
       where lower(email) = lower($1) and disabled_at is null and role <> 'operator'`, [email.trim()]);
    const matches = await passwordMatches(account?.hash ?? null, password);
    const user = account && matches ? await this.stillAs(account) : null;
    if (!user) {
      this.logger.warn(`a sign-in was refused (request ${requestId})`);
      throw wrongSignIn();
    }
    const actor = { userId: user.id, role: user.role, requestId };
    await this.database.transaction((tx) => this.audit.record(tx, actor, { action: 'user.signed-in', subject: 'user', subjectId: user.id }));
    return this.give(user);
  }

  /** What was read before the check may have changed during it: the user disabled, the password another. */
  private async stillAs({ id, mark }: { id: string; mark: string }): Promise<ActiveUser | null> {
    this.users.forget(id);
    const user = await this.users.find(id);
    return user?.passwordMark === mark ? user : null;
  }

  async me(userId: string) {
    const user = await this.users.find(userId);
    if (!user) throw new Problem('not-signed-in', 'Whoever this token was given to cannot act any more.');
    return describe(user);
  }

  private give(user: ActiveUser) {
    const payload: AccessTokenPayload = { sub: user.id, pwd: user.passwordMark };
    const accessToken = this.tokens.sign(payload, SIGNED_AS);
    const { exp } = this.tokens.decode<{ exp: number }>(accessToken);
    return { accessToken, tokenType: 'Bearer' as const, expiresAt: new Date(exp * 1000).toISOString(), user: describe(user) };
  }
}

const describe = ({ id, email, name, role }: ActiveUser) =>
  ({ id, email, name, role, permissions: Object.values(Permission).filter((permission) => isPermitted(role, permission)) });
