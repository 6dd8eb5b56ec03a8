import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { notFound } from '../common/problem.js';
import { withdrawnAlready } from './court-orders.errors.js';
import { insertStatus, peopleOf, statusEntries, type StatusEntryView, visibleOrders, withdrawStatus } from './court-orders.queries.js';
import { LawChange } from './law-change.js';
import { logOrder } from './order-log.js';
import { type NewStatus, withStatus } from './status-entry.js';

/** What became of the clauses of an order: stays and reversals are dated entries. A wrong one is withdrawn, and none is edited. */
@Injectable()
export class StatusEntriesService {
  constructor(private readonly database: Database, private readonly law: LawChange, private readonly audit: AuditService) {}

  async list(orderId: string): Promise<{ items: StatusEntryView[]; people: string[] }> {
    await this.requireOrder(orderId);
    return { items: await statusEntries(this.database, orderId), people: await peopleOf(this.database, orderId) };
  }

  async record(actor: Actor, orderId: string, { on, ...entry }: NewStatus): Promise<StatusEntryView> {
    return this.law.make(async (tx, office) => {
      await this.requireOrder(orderId);
      withStatus(office, orderId, [{ on, ...entry }]);
      const [id] = await insertStatus(tx, orderId, [{ ...entry, from: on }], actor.userId);
      const after = await this.one(orderId, id);
      await logOrder(this.audit, tx, actor, orderId, { action: 'court-order-status.recorded', subject: 'court-order-status', subjectId: id, after: { orderId, ...after } });
      return after;
    });
  }

  async withdraw(actor: Actor, orderId: string, id: string, seen: number, reason: string): Promise<void> {
    await this.law.make(async (tx) => {
      await this.requireOrder(orderId);
      const before = await this.one(orderId, id);
      requireVersion(before, seen);
      if (before.withdrawn !== null) throw withdrawnAlready();
      await withdrawStatus(tx, id, actor.userId, reason);
      await logOrder(this.audit, tx, actor, orderId, {
        action: 'court-order-status.withdrawn', subject: 'court-order-status', subjectId: id, before: { orderId, ...before }, after: { reason },
      });
    });
  }

  private async one(orderId: string, id: string): Promise<StatusEntryView> {
    const entry = (await statusEntries(this.database, orderId)).find((each) => each.id === id);
    if (!entry) throw notFound('status entry');
    return entry;
  }

  private async requireOrder(id: string): Promise<void> {
    if (!(await visibleOrders(this.database)).has(id)) throw notFound('court order');
  }
}
