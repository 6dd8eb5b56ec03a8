import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { LegalHolds } from './legal-holds.service.js';
import { decidedAlready, held } from './retention.errors.js';
import { ABOUT, type RetentionKind } from './retention-kinds.js';

export interface RetentionRule {
  kind: RetentionKind;
  about: string;
  /** null: for ever */
  keepMonths: number | null;
  version: number;
  changedBy: string | null;
  changedAt: Date | null;
}

export const PROPOSAL_STATES = ['proposed', 'approved', 'rejected', 'lapsed', 'done'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export const DECISIONS = ['approve', 'reject'] as const;
export type Decision = (typeof DECISIONS)[number];

export interface RetentionProposal {
  id: string;
  kind: RetentionKind;
  detaineeId: string;
  subjectId: string;
  sinceOn: string;
  keepMonths: number;
  proposedAt: Date;
  state: ProposalState;
  decidedBy: string | null;
  decidedAt: Date | null;
  endedAt: Date | null;
}

const RULE = 'select kind, keep_months as "keepMonths", version, changed_by as "changedBy", changed_at as "changedAt" from retention_rule';
const PROPOSAL = `select p.id, p.kind, p.detainee_id as "detaineeId", p.subject_id as "subjectId", p.since_on as "sinceOn", p.keep_months as "keepMonths",
  p.proposed_at as "proposedAt", p.state, p.decided_by as "decidedBy", p.decided_at as "decidedAt", p.ended_at as "endedAt" from retention_proposal p`;

/** How long things are kept, and what an admin decides of what is proposed to go. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly database: Database,
    private readonly holds: LegalHolds,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async rules(): Promise<{ items: RetentionRule[] }> {
    const rows = await this.database.query<RetentionRule>(`${RULE} order by kind`);
    return { items: rows.map((row) => ({ ...row, about: ABOUT[row.kind] })) };
  }

  async changeRule(actor: Actor, kind: RetentionKind, seen: number, keepMonths: number | null): Promise<RetentionRule> {
    return this.database.transaction(async (tx) => {
      await tx.query('select from retention_rule where kind = $1 for update', [kind]);
      const before = await this.rule(kind);
      requireVersion(before, seen);
      await tx.query('update retention_rule set keep_months = $2, version = version + 1, changed_by = $3, changed_at = $4 where kind = $1',
        [kind, keepMonths, actor.userId, this.clock.now()]);
      const after = await this.rule(kind);
      await this.audit.record(tx, actor, { action: 'retention-rule.changed', subject: 'retention-rule', before, after });
      return after;
    });
  }

  /** The newest first. */
  async proposals({ state, limit, cursor }: { state?: ProposalState[]; limit: number; cursor?: string }): Promise<Page<RetentionProposal>> {
    const [proposedAt, id] = decodeCursor(cursor, ['string', 'id']) ?? [null, null];
    const rows = await this.database.query<RetentionProposal>(
      `${PROPOSAL} where ($1::text[] is null or p.state = any($1)) and ($2::timestamptz is null or (p.proposed_at, p.id) < ($2, $3::uuid))
       order by p.proposed_at desc, p.id desc limit $4`, [state ?? null, proposedAt, id, limit + 1]);
    return pageOf(rows, limit, (row) => [row.proposedAt.toISOString(), row.id]);
  }

  async proposal(id: string): Promise<RetentionProposal> {
    const [proposal] = await this.database.query<RetentionProposal>(`${PROPOSAL} where p.id = $1`, [id]);
    if (!proposal) throw notFound('proposal');
    return proposal;
  }

  /** What is approved goes with the first night a day later; until then the approval can be taken back. */
  async decide(actor: Actor, id: string, decision: Decision): Promise<RetentionProposal> {
    return this.database.transaction(async (tx) => {
      const { detaineeId } = await this.proposal(id);
      if (decision === 'approve' && (await this.holds.obstacle(tx, detaineeId))) throw held();
      await tx.query('select from retention_proposal where id = $1 for update', [id]);
      const before = await this.proposal(id);
      const open = decision === 'approve' ? ['proposed'] : ['proposed', 'approved'];
      if (!open.includes(before.state)) throw decidedAlready();
      await tx.query('update retention_proposal set state = $2, decided_by = $3, decided_at = $4 where id = $1',
        [id, decision === 'approve' ? 'approved' : 'rejected', actor.userId, this.clock.now()]);
      const after = await this.proposal(id);
      await this.audit.record(tx, actor, {
        action: `retention.${after.state}`, subject: 'retention-proposal', subjectId: id, detaineeId, before: { state: before.state }, after,
      });
      return after;
    });
  }

  private async rule(kind: RetentionKind): Promise<RetentionRule> {
    const [rule] = await this.database.query<RetentionRule>(`${RULE} where kind = $1`, [kind]) as [RetentionRule];
    return { ...rule, about: ABOUT[kind] };
  }
}
