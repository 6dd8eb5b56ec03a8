import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Config } from '../common/config.js';
import { Database } from '../common/database.js';
import { passwordMatches } from '../users/password.js';
import { UsersService } from '../users/users.service.js';
import { DEMO_USERS, demoPassword, type DemoUser } from './demo-users.js';

export interface DemoLogin extends DemoUser {
  password: string;
}

interface Account {
  id: string;
  passwordHash: string | null;
  version: number;
}

/** The accounts of the demo office. Never in production: `SeedService` sees to that. */
@Injectable()
export class DemoUsersService {
  constructor(private readonly config: Config, private readonly database: Database, private readonly users: UsersService) {}

  /** Adds who is missing and gives back the derived password where it no longer fits; how many it wrote. */
  async load(actor: Actor): Promise<number> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['demo users']);
      let written = 0;
      for (const user of DEMO_USERS) if (await this.loadOne(actor, user)) written += 1;
      return written;
    });
  }

  private async loadOne(actor: Actor, user: DemoUser): Promise<boolean> {
    const { email, name, role } = user;
    const password = this.passwordOf(user);
    const there = await this.find(user);
    if (there && (await passwordMatches(there.passwordHash, password))) return false;
    if (there) await this.users.change(actor, there.id, there.version, { password });
    else await this.users.create(actor, { email, name, role, password, isDemo: true });
    return true;
  }

  /** With what one can sign in here: those that exist, and whose password is still the derived one. */
  async logins(): Promise<DemoLogin[]> {
    const logins: DemoLogin[] = [];
    for (const user of DEMO_USERS) {
      const password = this.passwordOf(user);
      const there = await this.find(user);
      if (there && (await passwordMatches(there.passwordHash, password))) logins.push({ ...user, password });
    }
    return logins;
  }

  async idOf({ email }: DemoUser): Promise<string | null> {
    return (await this.find({ email }))?.id ?? null;
  }

  private async find({ email }: Pick<DemoUser, 'email'>): Promise<Account | undefined> {
    const [account] = await this.database.query<Account>(
      `select id, password_hash as "passwordHash", version from app_user
       where lower(email) = $1 and is_demo`, [email]);
    return account;
  }

  private passwordOf({ email }: DemoUser): string {
    return demoPassword(this.config.jwtSecret, email);
  }
}
