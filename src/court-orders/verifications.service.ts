import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import type { Authority, Clause } from '../law/authorities/authority.js';
import { AUTHORITIES } from '../law/authorities/index.js';
import { clauseHash } from './clause-hash.js';
import { needsNoVerification, noClause, readInTheFuture, withdrawnAlready } from './court-orders.errors.js';
import { visibleOrders } from './court-orders.queries.js';
import { LawChange } from './law-change.js';
import { officeAuthorities } from './office-law.js';
import { readOfficeLaw } from './office-law.queries.js';
import { logOrder } from './order-log.js';
import { insertVerification, standingFor, type VerificationView, verificationById, verificationPage, withdrawVerification } from './verifications.queries.js';

/** `holds`: it was not withdrawn, and the clause still says what was verified. */
export type Verified = Omit<VerificationView, 'hash'> & { holds: boolean };

export interface NewVerification {
  authority: string;
  clause: string;
  readOn: string;
  source: string;
}

const CHANGED_SINCE = 'The clause says something else than what was verified; it was verified anew.';

/** An attorney has read the source of a clause that is shown and not counted. From then on it counts, in this office. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly database: Database, private readonly law: LawChange, private readonly audit: AuditService, private readonly clock: Clock,
  ) {}

  async list({ authority, cursor, limit }: { authority?: string; cursor?: string; limit: number }): Promise<Page<Verified>> {
    const after = decodeCursor(cursor, ['string', 'id']);
    const rows = await verificationPage(this.database, authority ?? null, after, limit);
    const authorities = await this.authorities();
    return pageOf(rows.map((row) => shown(row, authorities)), limit, ({ recordedAt, id }) => [recordedAt, id]);
  }

  async one(id: string): Promise<Verified> {
    const row = await verificationById(this.database, id);
    if (!row) throw notFound('verification');
    return shown(row, await this.authorities());
  }

  async verify(actor: Actor, { authority, clause, readOn, source }: NewVerification): Promise<Verified> {
    return this.law.make(async (tx) => {
      const found = await this.clauseOf(authority, clause);
      if (readOn > this.clock.today()) throw readInTheFuture();
      if (!found.clause.unverified) throw needsNoVerification();
      const hash = clauseHash(found.clause);
      const standing = await standingFor(tx, authority, clause);
      if (standing?.hash === hash) throw needsNoVerification();
      if (standing) await this.close(tx, actor, await this.one(standing.id), CHANGED_SINCE);
      const id = randomUUID();
      await insertVerification(tx, { id, authority, clause, hash, namesPersons: found.authority.protects.kind === 'persons', readOn, source, by: actor.userId });
      const after = await this.one(id);
      await logOrder(this.audit, tx, actor, authority, { action: 'law.verified', subject: 'law-verification', subjectId: id, after });
      return after;
    });
  }

  async withdraw(actor: Actor, id: string, seen: number, reason: string): Promise<void> {
    await this.law.make(async (tx) => {
      const before = await this.one(id);
      requireVersion(before, seen);
      if (before.withdrawn !== null) throw withdrawnAlready();
      await this.close(tx, actor, before, reason);
    });
  }

  private async close(tx: Tx, actor: Actor, before: Verified, reason: string): Promise<void> {
    await withdrawVerification(tx, before.id, actor.userId, reason);
    await logOrder(this.audit, tx, actor, before.authority, { action: 'law.verification-withdrawn', subject: 'law-verification', subjectId: before.id, before, after: { reason } });
  }

  /** Of an authority that the caller may see. */
  private async clauseOf(id: string, clauseId: string): Promise<{ authority: Authority; clause: Clause }> {
    const visible = await visibleOrders(this.database);
    const authority = (await this.authorities()).find((each) => each.id === id);
    const clause = authority?.clauses.find((each) => each.id === clauseId);
    if (authority === undefined || clause === undefined || !(visible.has(id) || AUTHORITIES.includes(authority))) throw noClause();
    return { authority, clause };
  }

  private async authorities(): Promise<readonly Authority[]> {
    const { orders } = await readOfficeLaw(this.database);
    return [...AUTHORITIES, ...officeAuthorities(orders)];
  }
}

function shown({ hash, ...verification }: VerificationView, authorities: readonly Authority[]): Verified {
  const clause = authorities.find(({ id }) => id === verification.authority)?.clauses.find(({ id }) => id === verification.clause);
  return { ...verification, holds: verification.withdrawn === null && clause?.unverified === true && clauseHash(clause) === hash };
}
