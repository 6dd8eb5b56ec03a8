import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { decodeCursor, type Page, pageOf, type PageQuery } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { MEMBERSHIP } from '../detainees/detainee.facts.js';
import { FactsService } from '../detainees/facts.service.js';
import type { Authority } from '../law/authorities/authority.js';
import { changesNothing, refusing } from './court-orders.errors.js';
import { closeVersion, type CourtOrder, insertStatus, insertVersion, orderById, orderPage, type OrderVersion, peopleOf, versionsOf } from './court-orders.queries.js';
import { LawChange } from './law-change.js';
import { logOrder } from './order-log.js';
import { type NamedPerson, readCorrectedOrder, readNewOrder } from './order-json.js';
import { namesAround, refuseIfStillNamed } from './surroundings.js';
import { authorityOf, definitionOf, rowsOf, standingOf, timelinesOf } from './timeline.js';

/** The authorities that the office enters: in versions, of which none is overwritten, and each change a change of the law. */
@Injectable()
export class CourtOrdersService {
  constructor(
    private readonly database: Database,
    private readonly law: LawChange,
    private readonly facts: FactsService,
    private readonly audit: AuditService,
  ) {}

  async list({ cursor, limit }: PageQuery): Promise<Page<CourtOrder>> {
    const [after] = decodeCursor(cursor, ['string']) ?? [null];
    return pageOf(await orderPage(this.database, after as string | null, limit), limit, ({ id }) => [id]);
  }

  async one(id: string): Promise<CourtOrder> {
    const order = await orderById(this.database, id);
    if (!order) throw notFound('court order');
    return order;
  }

  async versions(id: string): Promise<{ items: OrderVersion[]; people: string[] }> {
    const items = await versionsOf(this.database, id);
    if (items.length === 0) throw notFound('court order');
    return { items, people: await peopleOf(this.database, id) };
  }

  /** The order, the states of its clauses, and that it protects the persons whom it names: all of it, or nothing. */
  async enter(actor: Actor, json: unknown): Promise<CourtOrder> {
    return this.law.make(async (tx, office) => {
      const { authority, persons } = refusing(() => readNewOrder(json, namesAround(office.orders)));
      await insertVersion(tx, authority, 1, actor.userId);
      await insertStatus(tx, authority.id, rowsOf(authority), actor.userId);
      await this.name(actor, authority, persons);
      const after = await this.one(authority.id);
      await logOrder(this.audit, tx, actor, after.id, { action: 'court-order.entered', subject: 'court-order', after });
      return after;
    });
  }

  async correct(actor: Actor, id: string, seen: number, json: unknown): Promise<CourtOrder> {
    return this.law.make(async (tx, office) => {
      const before = await this.one(id); // as the caller may see it, or not at all
      requireVersion(before, seen);
      const { definition, status } = office.orders.find((order) => order.definition.id === id)!;
      const rows = timelinesOf(status);
      const standing = standingOf(definition, rows);
      const others = office.orders.filter((order) => order.definition.id !== id);
      const { authority, reason } = refusing(() => readCorrectedOrder(json, authorityOf(definition, rows), standing, namesAround(others)));
      if (isDeepStrictEqual(JSON.parse(JSON.stringify(definitionOf(authority))), definition)) throw changesNothing();
      refuseIfStillNamed(others, authority);
      await closeVersion(tx, id, actor.userId, reason);
      await insertVersion(tx, authority, before.version + 1, actor.userId);
      await insertStatus(tx, id, rowsOf(authority, (clause) => !standing.has(clause)), actor.userId);
      const after = await this.one(id);
      await logOrder(this.audit, tx, actor, id, { action: 'court-order.corrected', subject: 'court-order', before, after: { ...after, reason } });
      return after;
    });
  }

  /** For what should never have been entered. It stays in the history; what rested on it is closed by the next review. */
  async withdraw(actor: Actor, id: string, seen: number, reason: string): Promise<void> {
    await this.law.make(async (tx, office) => {
      const before = await this.one(id);
      requireVersion(before, seen);
      refuseIfStillNamed(office.orders.filter(({ definition }) => definition.id !== id), null);
      await logOrder(this.audit, tx, actor, id, { action: 'court-order.withdrawn', subject: 'court-order', before, after: { reason } });
      await closeVersion(tx, id, actor.userId, reason);
    });
  }

  /** That it names them is a fact of each of them, whose source is the order. */
  private async name(actor: Actor, { id, caption, citation }: Authority, persons: readonly NamedPerson[]): Promise<void> {
    const source = { kind: 'document', text: `${caption}, ${citation}` } as const;
    for (const { detaineeId, from, to } of [...persons].sort((a, b) => (a.detaineeId < b.detaineeId ? -1 : 1))) {
      const at = `persons[${persons.findIndex((person) => person.detaineeId === detaineeId)}]`;
      await this.facts.record(actor, MEMBERSHIP, detaineeId, { source, values: { class: id, from, to } }, at);
    }
  }
}
