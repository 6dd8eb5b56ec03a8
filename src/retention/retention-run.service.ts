import { Injectable, Logger } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { operator } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { Database, type Tx } from '../common/database.js';
import { DetaineesService } from '../detainees/detainees.service.js';
import { ErasureService } from '../detainees/erasure.service.js';
import { StorageRemoval } from '../documents/storage-removal.service.js';
import { OldDrafts } from '../ice-contacts/old-drafts.service.js';
import { LegalHolds } from './legal-holds.service.js';
import { deleteSubject, dueSql, type RetentionKind } from './retention-kinds.js';

export interface Ran {
  proposed: number;
  lapsed: number;
  deleted: number;
  failed: number;
  filesRemoved: number;
  draftsForgotten: number;
}

interface Proposal {
  id: string;
  kind: RetentionKind;
  detaineeId: string;
  subjectId: string;
  keepMonths: number;
  approvedBy: string;
}

/** Between an approval and what cannot be undone. */
const GRACE_MS = 24 * 60 * 60_000;
const MOST_A_NIGHT = 1_000;
const ACTOR = operator('retention');

/**
 * The nightly work of retention: it asks what is due, so that a night that was missed is made up for by the next. What is
 * deleted is looked at again in the transaction that deletes it: a hold, or a change, since the approval stops it.
 */
@Injectable()
export class RetentionRun {
  private readonly logger = new Logger(RetentionRun.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly holds: LegalHolds,
    private readonly erasure: ErasureService,
    private readonly people: DetaineesService,
    private readonly removal: StorageRemoval,
    private readonly drafts: OldDrafts,
    private readonly audit: AuditService,
  ) {}

  /** Once a day of the office; null if that is done. */
  async nightly(): Promise<Ran | null> {
    const today = this.clock.today();
    const ran = await this.database.query('select 1 from retention_run where ran_on = $1', [today]);
    if (ran.length > 0) return null;
    const result = await this.run(today);
    await this.database.query('insert into retention_run (ran_on) values ($1) on conflict do nothing', [today]);
    return result;
  }

  private async run(today: string): Promise<Ran> {
    const lapsed = await this.lapseHeld();
    const proposed = await this.propose(today);
    const approved = await this.database.query<Proposal>(
      `select id, kind, detainee_id as "detaineeId", subject_id as "subjectId", keep_months as "keepMonths", decided_by as "approvedBy"
       from retention_proposal where state = 'approved' and decided_at <= $1 order by decided_at limit $2`,
      [new Date(this.clock.now().getTime() - GRACE_MS), MOST_A_NIGHT]);
    const ends = { deleted: 0, lapsed, failed: 0 };
    for (const proposal of approved) ends[await this.carryOut(proposal, today)] += 1;
    return { proposed, ...ends, filesRemoved: await this.removal.catchUp(), draftsForgotten: await this.drafts.forget() };
  }

  private async propose(today: string): Promise<number> {
    const rules = await this.database.query<{ kind: RetentionKind; months: number; version: number }>(
      'select kind, keep_months as months, version from retention_rule where keep_months is not null order by kind');
    let proposed = 0;
    for (const { kind, months, version } of rules) {
      proposed += await this.database.transaction(async (tx) => {
        const count = await tx.execute(
          `insert into retention_proposal (kind, detainee_id, subject_id, since_on, keep_months, rule_version)
           select $4, due.detainee_id, due.subject_id, due.since_on, $1::integer, $5 from (${dueSql(kind)}) as due
           where not is_on_hold(due.detainee_id) order by due.since_on limit $6 on conflict do nothing`,
          [months, today, this.config.officeTimeZone, kind, version, MOST_A_NIGHT]);
        if (count > 0) await this.audit.record(tx, ACTOR, { action: 'retention.proposed', subject: 'retention-rule', after: { kind, count } });
        return count;
      });
    }
    return proposed;
  }

  /** Nothing under a hold stays proposed or approved. */
  private async lapseHeld(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const held = await tx.query<{ id: string; detaineeId: string }>(
        `select id, detainee_id as "detaineeId" from retention_proposal where state in ('proposed', 'approved') and is_on_hold(detainee_id) for update`);
      for (const { id, detaineeId } of held) await this.lapse(tx, id, detaineeId);
      return held.length;
    });
  }

  private async carryOut(proposal: Proposal, today: string): Promise<'deleted' | 'lapsed' | 'failed'> {
    try {
      return await this.database.transaction((tx) => this.delete(tx, proposal, today));
    } catch (error) {
      this.logger.error('what was approved to be deleted could not be; it is tried again tomorrow');
      this.logger.error(error);
      return 'failed';
    }
  }

  private async delete(tx: Tx, proposal: Proposal, today: string): Promise<'deleted' | 'lapsed'> {
    const { id, kind, detaineeId, subjectId, keepMonths, approvedBy } = proposal;
    const obstacle = await this.holds.obstacle(tx, detaineeId);
    const [still] = await tx.query(`select 1 from retention_proposal where id = $1 and state = 'approved' for update`, [id]);
    if (!still) return 'lapsed'; // the approval was taken back a moment ago
    const due = await tx.query(`select 1 from (${dueSql(kind)}) as due where due.subject_id = $4`, [keepMonths, today, this.config.officeTimeZone, subjectId]);
    if (obstacle || due.length === 0) return this.lapse(tx, id, detaineeId);
    await this.audit.record(tx, ACTOR, { action: 'retention.deleted', subject: kind, subjectId, after: { proposalId: id, keepMonths, approvedBy } });
    if (kind === 'closed-file') {
      const { version } = await this.people.show(detaineeId, null);
      await this.erasure.erase(ACTOR, detaineeId, version, 'retention-ended');
      return 'deleted';
    }
    await this.removal.ask(tx, await deleteSubject(tx, kind, subjectId));
    await tx.query(`update retention_proposal set state = 'done', ended_at = $2 where id = $1`, [id, this.clock.now()]);
    return 'deleted';
  }

  private async lapse(tx: Tx, id: string, detaineeId: string): Promise<'lapsed'> {
    await tx.query(`update retention_proposal set state = 'lapsed', ended_at = $2 where id = $1`, [id, this.clock.now()]);
    await this.audit.record(tx, ACTOR, { action: 'retention.lapsed', subject: 'retention-proposal', subjectId: id, detaineeId });
    return 'lapsed';
  }
}
