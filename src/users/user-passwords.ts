import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Logged } from '../common/actor.js';
import { Database, type Tx } from '../common/database.js';
import { requireGoodPassword } from './password-policy.js';
import { hashPassword, passwordMatches } from './password.js';
import { UserSessions } from './user-sessions.js';
import { noSuchUser } from './users.errors.js';

/** A password that its owner chooses. What an admin sets goes through `UsersService.change`. */
@Injectable()
export class UserPasswords {
  constructor(private readonly database: Database, private readonly sessions: UserSessions, private readonly audit: AuditService) {}

  async matches(userId: string, password: string): Promise<boolean> {
    const [user] = await this.database.query<{ hash: string | null }>('select password_hash as hash from app_user where id = $1', [userId]);
    return passwordMatches(user?.hash ?? null, password);
  }

  /** Checked and hashed before the transaction that keeps it begins. */
  async prepare(userId: string, password: string, path: string): Promise<string> {
    const [user] = await this.database.query<{ email: string; name: string }>('select email, name from app_user where id = $1', [userId]);
    if (!user) throw noSuchUser();
    await requireGoodPassword(password, user, path);
    return hashPassword(password);
  }

  /** Ends every session but the one in which it was changed. */
  async set(tx: Tx, logged: Logged, userId: string, hash: string, because: 'changed' | 'reset', except: string | null): Promise<void> {
    const changed = await tx.execute(
      `update app_user set password_hash = $2, password_until = null, version = version + 1 where id = $1 and disabled_at is null and role <> 'operator'`, [userId, hash]);
    if (changed === 0) throw noSuchUser();
    const ended = await this.sessions.endAll(tx, userId, 'password-changed', except);
    await this.audit.record(tx, logged, { action: `password.${because}`, subject: 'user', subjectId: userId, after: { sessionsEnded: ended } });
  }
}
