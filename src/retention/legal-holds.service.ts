import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { erased } from '../common/crypto/person-keys.js';
import { SealedReasons } from '../common/crypto/sealed-reasons.js';
import { Database, type Tx } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { type Fault, notFound } from '../common/problem.js';
import { aClassIsHeldByAnAdmin, HELD, liftedAlready, oneOfBoth } from './retention.errors.js';

export interface LegalHold {
  id: string;
  detaineeId: string | null;
  class: string | null;
  reason: string;
  putUpBy: string;
  putUpAt: Date;
  liftedBy: string | null;
  liftedAt: Date | null;
  liftedReason: string | null;
}

export interface NewHold {
  detaineeId?: string;
  class?: string;
  reason: string;
}

export interface HoldsFilter {
  detainee?: string;
  standing?: boolean;
  limit: number;
  cursor?: string;
}

const HOLD = `select x.id, x.detainee_id as "detaineeId", x.class, x.reason, x.put_up_by as "putUpBy", x.put_up_at as "putUpAt",
  x.lifted_by as "liftedBy", x.lifted_at as "liftedAt", x.lifted_reason as "liftedReason" from legal_hold x`;

/** Sealed of a hold on a person. One on a class is about nobody in particular, and its reason is plain. */
const REASONS = { reason: 'reason', liftedReason: 'lifted_reason' } as const;

/** Holds on a person or on all of a class. That nothing under one is deleted is PostgreSQL's part, whoever deletes. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly database: Database, private readonly audit: AuditService, private readonly clock: Clock, private readonly reasons: SealedReasons,
  ) {}

  /** The newest first; of a person also those on their classes. */
  async list({ detainee, standing, limit, cursor }: HoldsFilter): Promise<Page<LegalHold>> {
    const [putUpAt, id] = decodeCursor(cursor, ['string', 'id']) ?? [null, null];
    const rows = await this.database.query<LegalHold>(
      `${HOLD} where ($1::uuid is null or x.detainee_id = $1 or x.class in (
           select m.class from class_membership m where m.detainee_id = $1 and m.superseded_at is null))
         and ($2::boolean is null or (x.lifted_at is null) = $2)
         and ($3::timestamptz is null or (x.put_up_at, x.id) < ($3, $4::uuid))
       order by x.put_up_at desc, x.id desc limit $5`,
      [detainee ?? null, standing ?? null, putUpAt, id, limit + 1]);
    return pageOf(await this.reasons.open('legal_hold', REASONS, rows), limit, (row) => [row.putUpAt.toISOString(), row.id]);
  }

  async one(id: string): Promise<LegalHold> {
    const [hold] = await this.database.query<LegalHold>(`${HOLD} where x.id = $1`, [id]);
    if (!hold) throw notFound('hold');
    const [opened] = await this.reasons.open('legal_hold', REASONS, [hold]);
    return opened;
  }

  async putUp(actor: Actor, { detaineeId, class: held, reason }: NewHold): Promise<LegalHold> {
    if ((detaineeId === undefined) === (held === undefined)) throw oneOfBoth();
    if (held !== undefined && !isAdmin(actor)) throw aClassIsHeldByAnAdmin();
    return this.database.transaction(async (tx) => {
      if (detaineeId !== undefined) await requirePerson(tx, detaineeId);
      const id = randomUUID();
      await tx.query('insert into legal_hold (id, detainee_id, class, reason, put_up_by) values ($1, $2, $3, $4, $5)',
        [id, detaineeId ?? null, held ?? null, await this.sealed(tx, 'reason', { id, detaineeId: detaineeId ?? null }, reason), actor.userId]);
      const hold = await this.one(id);
      await this.audit.record(tx, actor, { action: 'legal-hold.put-up', subject: 'legal-hold', subjectId: id, detaineeId, after: hold });
      return hold;
    });
  }

  async lift(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.one(id);
      if (before.class !== null && !isAdmin(actor)) throw aClassIsHeldByAnAdmin();
      const lifted = await tx.execute(
        'update legal_hold set lifted_by = $2, lifted_at = $3, lifted_reason = $4 where id = $1 and lifted_at is null',
        [id, actor.userId, this.clock.now(), await this.sealed(tx, 'lifted_reason', before, reason)]);
      if (lifted === 0) throw liftedAlready();
      await this.audit.record(tx, actor, {
        action: 'legal-hold.lifted', subject: 'legal-hold', subjectId: id, detaineeId: before.detaineeId, before, after: await this.one(id),
      });
    });
  }

  private async sealed(tx: Tx, column: 'reason' | 'lifted_reason', { id, detaineeId }: Pick<LegalHold, 'id' | 'detaineeId'>, reason: string): Promise<string> {
    return detaineeId === null ? reason : this.reasons.seal(tx, 'legal_hold', column, { id, detaineeId }, reason);
  }

  /** For whoever is about to delete something of a person; until the end of the transaction no hold can be put up. */
  async obstacle(tx: Tx, detaineeId: string): Promise<Fault | null> {
    await tx.query("select pg_advisory_xact_lock_shared(hashtext('vigil legal hold'))");
    const [{ held }] = await tx.query<{ held: boolean }>('select is_on_hold($1) as held', [detaineeId]) as [{ held: boolean }];
    return held ? HELD : null;
  }
}

const isAdmin = ({ role }: Actor): boolean => role === 'admin' || role === 'operator';

async function requirePerson(tx: Tx, detaineeId: string): Promise<void> {
  const [person] = await tx.query<{ erased: boolean }>('select erased_at is not null as erased from detainee where id = $1', [detaineeId]);
  if (!person) throw notFound('detainee');
  if (person.erased) throw erased();
}
