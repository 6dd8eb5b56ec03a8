import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { operator } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';

/** A draft that nobody has saved for so long was given up, or was recorded otherwise. */
const KEPT_DAYS = 30;

/** For the night. Nobody approves it: a draft was on nobody's file. One that names somebody under a legal hold stays. */
@Injectable()
export class OldDrafts {
  constructor(private readonly database: Database, private readonly audit: AuditService, private readonly clock: Clock) {}

  /** How many are gone. */
  async forget(): Promise<number> {
    return this.database.transaction(async (tx) => {
      // Whoever puts up a hold waits for it: see `require_no_hold`.
      await tx.query("select pg_advisory_xact_lock_shared(hashtext('vigil legal hold'))");
      const count = await tx.execute(
        `delete from ice_contact_draft where saved_at < $1::timestamptz - $2 * interval '1 day'
           and not exists (select from unnest(people) as person where is_on_hold(person))`, [this.clock.now(), KEPT_DAYS]);
      if (count > 0) await this.audit.record(tx, operator('retention'), { action: 'ice-contact-draft.forgotten', subject: 'ice-contact-draft', after: { count } });
      return count;
    });
  }
}
