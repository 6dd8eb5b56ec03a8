import type { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import type { Tx } from '../common/database.js';
import { peopleOf } from './court-orders.queries.js';

interface OrderEntry {
  action: string;
  subject: string;
  subjectId?: string;
  before?: object;
  after?: object;
}

/** What is said of an order that names persons is said of each of them, and sealed under their keys. */
export async function logOrder(audit: AuditService, tx: Tx, actor: Actor, orderId: string, entry: OrderEntry): Promise<void> {
  const people = await peopleOf(tx, orderId);
  await audit.record(tx, actor, ...(people.length === 0 ? [entry] : people.map((detaineeId) => ({ ...entry, detaineeId }))));
}
