import { Injectable } from '@nestjs/common';
import type { SignInRole } from '../common/actor.js';
import { Database } from '../common/database.js';

export interface ActiveUser {
  id: string;
  email: string;
  name: string;
  role: SignInRole;
  isDemo: boolean;
  /** an admin, somebody of whom the office asks it, or anybody where it asks it of everybody; never a demo user */
  needsSecondFactor: boolean;
  hasSecondFactor: boolean;
}

/** Whether a second factor is asked of user `u` under policy `p`. Demo users are let off: production does not start with them. */
export const NEEDS_SECOND_FACTOR = `(not u.is_demo and (u.role = 'admin' or u.second_factor_required or p.second_factor = 'everybody'))`;

/** Who may act now. */
@Injectable()
export class ActiveUsers {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<ActiveUser | null> {
    const [user = null] = await this.database.query<ActiveUser>(
      `select u.id, u.email, u.name, u.role, u.is_demo as "isDemo", ${NEEDS_SECOND_FACTOR} as "needsSecondFactor",
         exists (select from second_factor s where s.user_id = u.id and s.confirmed_at is not null) as "hasSecondFactor"
       from app_user u cross join sign_in_policy p
       where u.id = $1 and u.disabled_at is null and u.role <> 'operator'`, [id]);
    return user;
  }
}
