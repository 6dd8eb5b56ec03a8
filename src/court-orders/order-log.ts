import type { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import type { Tx } from '../common/database.js';
import { everybodyOf } from './court-orders.queries.js';

interface OrderEntry {
  action: string;
  subject: string;
  subjectId?: string;
  before?: object;
  after?: object;
}

/**
 * What is said of an order that names persons is said of each of them, also of those whom the actor does not see: who looks at the file
 * of one must learn who changed it. It is sealed under the key of each, and so whom it names beside them is left out: a membership has an
 * entry of its own.
 */
export async function logOrder(audit: AuditService, tx: Tx, actor: Actor, orderId: string, { before, after, ...entry }: OrderEntry): Promise<void> {
  const people = await everybodyOf(tx, orderId);
  const said = { ...entry, before: withoutPeople(before), after: withoutPeople(after) };
  await audit.record(tx, actor, ...(people.length === 0 ? [said] : people.map((detaineeId) => ({ ...said, detaineeId }))));
}

const withoutPeople = (order: object | undefined): object | undefined =>
  order && Object.fromEntries(Object.entries(order).filter(([name]) => name !== 'persons' && name !== 'personCount'));
