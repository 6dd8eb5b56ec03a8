import { Injectable } from '@nestjs/common';
import type { Role } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';

export interface ActiveUser {
  id: string;
  email: string;
  name: string;
  role: Exclude<Role, 'operator'>;
  /** changes with the password, so that a token can tell whether it was given for the present one */
  passwordMark: string;
}

/** A fingerprint of the password's salted hash; it says nothing about either. */
export const PASSWORD_MARK = `left(encode(sha256(convert_to(coalesce(password_hash, ''), 'UTF8')), 'hex'), 16)`;

const FRESH_FOR_MS = 2_000;
const AT_MOST = 5_000;

/**
 * Who may act now: every request asks. An answer serves for two seconds, so a change made in another process takes
 * that long to reach this one; a change made here is seen at once.
 */
@Injectable()
export class ActiveUsers {
  private readonly known = new Map<string, { user: ActiveUser | null; until: number }>();

  constructor(private readonly database: Database, private readonly clock: Clock) {}

  async find(id: string): Promise<ActiveUser | null> {
    const now = this.clock.now().getTime();
    const known = this.known.get(id);
    if (known && now < known.until) return known.user;

    const [user = null] = await this.database.query<ActiveUser>(
      `select id, email, name, role, ${PASSWORD_MARK} as "passwordMark"
       from app_user where id = $1 and disabled_at is null and role <> 'operator'`, [id]);
    if (this.known.size >= AT_MOST) this.known.clear();
    this.known.set(id, { user, until: now + FRESH_FOR_MS });
    return user;
  }

  forget(id: string): void {
    this.known.delete(id);
  }
}
