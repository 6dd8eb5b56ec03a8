import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor, Logged } from '../common/actor.js';
import { Database } from '../common/database.js';
import { type ActiveUser, ActiveUsers } from './active-users.js';
import { UserSessions } from './user-sessions.js';
import { noSuchUser } from './users.errors.js';

/** Who of the OpenID Connect provider is which user here. */
@Injectable()
export class ProviderLinks {
  constructor(
    private readonly database: Database,
    private readonly users: ActiveUsers,
    private readonly sessions: UserSessions,
    private readonly audit: AuditService,
  ) {}

  /**
   * Who was linked before is known by the provider's own name for them, whatever their address is by now. Whoever comes
   * first is found by a verified address, unless that user is linked to somebody else already.
   */
  async userOf(subject: string, verifiedEmail: string | null, logged: Logged): Promise<ActiveUser | null> {
    return this.database.transaction(async (tx) => {
      const [linked] = await tx.query<{ id: string }>('select id from app_user where provider_subject = $1', [subject]);
      if (linked) return this.users.find(linked.id);
      if (verifiedEmail === null) return null;
      const [met] = await tx.query<{ id: string }>(
        `update app_user set provider_subject = $2
         where lower(email) = lower($1) and provider_subject is null and disabled_at is null and role <> 'operator' returning id`, [verifiedEmail, subject]);
      if (!met) return null;
      await this.audit.record(tx, logged, { action: 'provider.linked', subject: 'user', subjectId: met.id });
      return this.users.find(met.id);
    });
  }

  /** After a change of person or account at the provider: the next sign-in there is found by the address again. */
  async unlink(actor: Actor, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [user] = await tx.query<{ linked: boolean }>(
        `select provider_subject is not null as linked from app_user where id = $1 and role <> 'operator' for no key update`, [userId]);
      if (!user) throw noSuchUser();
      if (!user.linked) return;
      await tx.query('update app_user set provider_subject = null where id = $1', [userId]);
      await this.sessions.endAll(tx, userId, 'revoked');
      await this.audit.record(tx, actor, { action: 'provider.unlinked', subject: 'user', subjectId: userId });
    });
  }
}
