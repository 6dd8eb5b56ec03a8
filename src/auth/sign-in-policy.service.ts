import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';

export interface SignInPolicy {
  secondFactor: 'admins' | 'everybody';
  version: number;
}

/** What the office asks of everybody who signs in. */
@Injectable()
export class SignInPolicyService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  async show(): Promise<SignInPolicy> {
    const [policy] = await this.database.query<SignInPolicy>('select second_factor as "secondFactor", version from sign_in_policy');
    return policy;
  }

  /** It counts at the next request: a session that was begun without what is asked now goes on after another sign-in. */
  async change(actor: Actor, seen: number, { secondFactor }: Pick<SignInPolicy, 'secondFactor'>): Promise<SignInPolicy> {
    return this.database.transaction(async (tx) => {
      await tx.query('select from sign_in_policy for update');
      const before = await this.show();
      requireVersion(before, seen);
      const after = { secondFactor, version: before.version + 1 };
      await tx.query('update sign_in_policy set second_factor = $1, version = $2', [after.secondFactor, after.version]);
      await this.audit.record(tx, actor, { action: 'sign-in-policy.changed', subject: 'sign-in-policy', before, after });
      return after;
    });
  }
}
