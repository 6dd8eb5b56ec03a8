import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor, Role } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { requireGoodPassword } from './password-policy.js';
import { hashPassword } from './password.js';
import { UserSessions } from './user-sessions.js';
import { User } from './user.entity.js';
import { lastAdmin, noSuchUser, nothingToChange } from './users.errors.js';
import { UsersQueries, type UserView } from './users.queries.js';

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  password: string;
  /** nobody chose it: it was made here, and whoever reads the terminal has seen it */
  isGenerated?: boolean;
  isDemo?: boolean;
}

export interface UserChange {
  name?: string;
  role?: Role;
  disabled?: boolean;
  password?: string;
  secondFactorRequired?: boolean;
}

const GENERATED_SERVES_MS = 72 * 60 * 60_000;

@Injectable()
export class UsersService {
  constructor(
    private readonly database: Database,
    private readonly queries: UsersQueries,
    private readonly sessions: UserSessions,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async show(id: string): Promise<UserView> {
    const user = await this.queries.one(id);
    if (!user) throw noSuchUser();
    return user;
  }

  list(query: Parameters<UsersQueries['page']>[0]) {
    return this.queries.page(query);
  }

  async create(actor: Actor, { email, name, role, password, isGenerated = false, isDemo = false }: NewUser): Promise<UserView> {
    await requireGoodPassword(password, { email, name });
    const passwordHash = await hashPassword(password);
    const passwordUntil = isGenerated ? new Date(this.clock.now().getTime() + GENERATED_SERVES_MS) : null;
    return this.database.transaction(async (tx) => {
      const { identifiers } = await tx.manager.insert(User, { email, name, role, passwordHash, passwordUntil, isDemo });
      const after = await this.show((identifiers[0] as { id: string }).id);
      await this.audit.record(tx, actor, { action: 'user.created', subject: 'user', subjectId: after.id, after });
      return after;
    });
  }

  async change(actor: Actor, id: string, seen: number, change: UserChange): Promise<UserView> {
    const { name, role, disabled, password, secondFactorRequired } = change;
    if (Object.values(change).every((value) => value === undefined)) throw nothingToChange();
    if (password !== undefined) await requireGoodPassword(password, { ...(await this.show(id)), ...(name !== undefined && { name }) });
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    return this.database.transaction(async (tx) => {
      // Also the other admins: two who step down at once must not both believe in the other.
      await tx.query(`select from app_user where id = $1 or role = 'admin' order by id for no key update`, [id]);
      const before = await this.show(id);
      requireVersion(before, seen);
      const disabledAt = disabled === undefined ? before.disabledAt : disabled ? before.disabledAt ?? this.clock.now() : null;
      await tx.manager.update(User, { id }, { name, role, passwordHash, ...(passwordHash !== undefined && { passwordUntil: null }), disabledAt, secondFactorRequired, version: before.version + 1 });
      await this.requireAnAdmin(tx);

      const after = await this.show(id);
      const passwordChanged = password !== undefined;
      if (passwordChanged) await this.sessions.endAll(tx, id, 'password-changed');
      if (disabled) await this.sessions.endAll(tx, id, 'user-disabled');
      await this.audit.record(tx, actor, { action: 'user.changed', subject: 'user', subjectId: id, before, after: { ...after, passwordChanged } });
      return after;
    });
  }

  private async requireAnAdmin(tx: Tx): Promise<void> {
    const [left] = await tx.query(`select from app_user where role = 'admin' and disabled_at is null limit 1`);
    if (!left) throw lastAdmin();
  }
}
