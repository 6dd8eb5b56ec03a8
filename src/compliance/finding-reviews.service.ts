import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { SealedReasons } from '../common/crypto/sealed-reasons.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { isPermitted } from '../common/permissions.js';
import { notFound } from '../common/problem.js';
import { addressOf } from './evidence.js';
import { EvidenceService } from './evidence.service.js';
import { type Basis, FindingBasis } from './finding-basis.js';
import type { ClauseVersionDto, FindingWithHistoryDto, NewReviewStepDto, ReviewStepDto } from './finding-reviews.dto.js';
import { addReviewStep, type ReviewedChain, reviewedSoFar, reviewSteps } from './finding-reviews.queries.js';
import type { FindingDto } from './findings.dto.js';
import { addsNothing, alreadySuperseded, clauseIsUnverified, doesNotFollow, reasonIsRequired, stateIsNotYours } from './findings.errors.js';
import { chainOf, lockFinding } from './findings.queries.js';
import { FindingsService } from './findings.service.js';
import { followersOf, REVIEW_RULES } from './review-states.js';

const TABLE = 'finding_review';

/** What people decide about a finding, step by step; and one finding with all that is known of it. */
@Injectable()
export class FindingReviewsService {
  constructor(
    private readonly database: Database,
    private readonly findings: FindingsService,
    private readonly basis: FindingBasis,
    private readonly evidence: EvidenceService,
    private readonly reasons: SealedReasons,
    private readonly audit: AuditService,
  ) {}

  async show(actor: Actor, id: string): Promise<FindingWithHistoryDto> {
    const finding = await this.findings.one(id);
    const basis = await this.basis.of(finding);
    return {
      ...finding,
      ...(await chainOf(this.database, id)),
      reviewSteps: await this.steps(actor, chainOfReview(finding)),
      clauseVersion: clauseVersion(finding, basis),
      restsOn: basis.facts?.map((fact) => ({ ...fact, href: addressOf(finding.person.id, fact.kind, fact.id) })) ?? null,
    };
  }

  /** One step further. What is reviewed is the last word of a clause: also one that was closed with nothing in its place. */
  async review(actor: Actor, id: string, seen: number, { state, reason = null, evidence = [] }: NewReviewStepDto): Promise<FindingDto> {
    const rule = REVIEW_RULES[state];
    if (!isPermitted(actor.role, rule.needs)) throw stateIsNotYours(rule.needs);
    if (rule.needsReason && reason === null) throw reasonIsRequired();
    return this.database.transaction(async (tx) => {
      if (!(await lockFinding(tx, id))) throw notFound('finding');
      const before = await this.findings.one(id);
      const { state: from, isLast } = await reviewedSoFar(tx, id);
      if (!isLast) throw alreadySuperseded();
      requireVersion(before, seen);
      if (!followersOf(from).includes(state)) throw doesNotFollow(from);
      if (rule.standsOnTheClause && before.unverified) throw clauseIsUnverified();
      if (from === state && reason === null && evidence.length === 0) throw addsNothing();

      const detaineeId = before.person.id;
      const named = await this.evidence.named(tx, actor, detaineeId, evidence);
      const step = { id: randomUUID(), detaineeId };
      const sealedReason = reason === null ? null : await this.reasons.seal(tx, TABLE, 'reason', step, reason);
      await addReviewStep(tx, { id: step.id, findingId: id, state, sealedReason, evidence: named, by: actor.userId });
      await this.audit.record(tx, actor, {
        // Who had to do with a person is read by more than what was decided: the state is in what is sealed.
        action: 'finding-review.recorded', subject: 'finding', subjectId: id, detaineeId,
        before: { state: from }, after: { state, reason, evidence: named },
      });
      return this.findings.one(id);
    });
  }

  private async steps(actor: Actor, chain: ReviewedChain): Promise<ReviewStepDto[]> {
    const kept = await this.reasons.open(TABLE, { reason: 'reason' }, await reviewSteps(this.database, chain));
    const rows = kept.map((row) => ({ ...row, evidence: this.evidence.readable(actor, row.evidence) }));
    const shown = await this.evidence.shown(chain.detaineeId, rows.flatMap(({ evidence }) => evidence));
    return rows.map(({ id, state, reason, evidence, by, at, findingId, result, on }) =>
      ({ id, state, reason, evidence: shown.splice(0, evidence.length), by, at, findingId, result, on }));
  }
}

const chainOfReview = ({ person, authority, clause, event }: FindingDto): ReviewedChain => ({ detaineeId: person.id, authority, clause, eventKey: event ?? '' });

function clauseVersion({ lawVersion }: FindingDto, { clause, decidedOn, status }: Basis): ClauseVersionDto | null {
  if (clause === null) return null;
  const { text, checkedOn, verified = null } = clause;
  return { lawVersion, text, checkedOn, decidedOn, status, verified };
}
