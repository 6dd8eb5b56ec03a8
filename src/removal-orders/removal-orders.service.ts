import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import { changedMeanwhile, notFound, Problem } from '../common/problem.js';
import type { Fact, NewSource } from '../detainees/fact.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { type Correction, type FactRef, FactsService, type NewFact } from '../detainees/facts.service.js';
import { ORDER_EVENT, type OrderEventValues, REMOVAL_ORDER, type RemovalOrderValues } from './removal-order.facts.js';

type OrderEvent = Fact<OrderEventValues>;
export type RemovalOrder = Fact<RemovalOrderValues> & { events: OrderEvent[] | null };
export type NewOrderEvent = Omit<OrderEventValues, 'removalOrderId'>;

export interface EventRef extends FactRef {
  orderId: string;
}

export interface NewRemovalOrder extends Omit<RemovalOrderValues, 'eventsComplete'> {
  source: NewSource;
  /** all that befell the order; null or absent: not known */
  events?: NewOrderEvent[] | null;
}

/** An order and what befell it: each event is a fact of its own, with its own source, and goes with its order. */
@Injectable()
export class RemovalOrdersService {
  constructor(private readonly database: Database, private readonly facts: FactsService, private readonly read: FactsQueries) {}

  async list(detaineeId: string, asKnownOn: string | null): Promise<{ items: RemovalOrder[]; complete?: boolean }> {
    const orders = await this.facts.list(REMOVAL_ORDER, detaineeId, asKnownOn);
    const events = await this.read.list(ORDER_EVENT, detaineeId, asKnownOn);
    return { ...orders, items: orders.items.map((order) => withEvents(order, events)) };
  }

  async one({ detaineeId, id }: FactRef, asKnownOn: string | null): Promise<RemovalOrder> {
    const order = await this.read.one(REMOVAL_ORDER, detaineeId, id, asKnownOn);
    return withEvents(order, await this.read.list(ORDER_EVENT, detaineeId, asKnownOn));
  }

  async record(actor: Actor, detaineeId: string, { source, events = null, ...values }: NewRemovalOrder): Promise<RemovalOrder> {
    return this.database.transaction(async () => {
      const order = await this.facts.record(actor, REMOVAL_ORDER, detaineeId, { source, values: { ...values, eventsComplete: events !== null } });
      for (const [at, event] of (events ?? []).entries()) {
        await this.facts.record(actor, ORDER_EVENT, detaineeId, { source, values: { ...event, removalOrderId: order.id } }, `events[${at}]`);
      }
      return this.one(order, null);
    });
  }

  async correct(actor: Actor, ref: FactRef, seen: number, correction: Correction<RemovalOrderValues>): Promise<RemovalOrder> {
    return this.database.transaction(async () => {
      await this.withEventsIfChanged(ref, () => this.facts.correct(actor, REMOVAL_ORDER, ref, seen, correction));
      return this.one(ref, null);
    });
  }

  async withdraw(actor: Actor, ref: FactRef, seen: number, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.withEventsIfChanged(ref, () => this.facts.withdraw(actor, REMOVAL_ORDER, ref, seen, reason));
      for (const event of await this.events(ref, null)) {
        await this.facts.withdraw(actor, ORDER_EVENT, event, event.version, reason);
      }
    });
  }

  async events({ detaineeId, id }: FactRef, asKnownOn: string | null): Promise<OrderEvent[]> {
    const events = await this.read.list(ORDER_EVENT, detaineeId, asKnownOn);
    return events.filter(({ removalOrderId }) => removalOrderId === id);
  }

  /** An event under another order's address is not there. */
  async event({ orderId, ...ref }: EventRef, asKnownOn: string | null): Promise<OrderEvent> {
    const event = await this.read.one(ORDER_EVENT, ref.detaineeId, ref.id, asKnownOn);
    if (event.removalOrderId !== orderId) throw notFound(ORDER_EVENT.name);
    return event;
  }

  async correctEvent(actor: Actor, ref: EventRef, seen: number, correction: Correction<NewOrderEvent>): Promise<OrderEvent> {
    await this.event(ref, null);
    return this.facts.correct<OrderEventValues>(actor, ORDER_EVENT, ref, seen, correction);
  }

  async withdrawEvent(actor: Actor, ref: EventRef, seen: number, reason: string): Promise<void> {
    await this.event(ref, null);
    await this.facts.withdraw(actor, ORDER_EVENT, ref, seen, reason);
  }

  async recordEvent(actor: Actor, order: FactRef, { source, values }: NewFact<NewOrderEvent>): Promise<OrderEvent> {
    await this.read.one(REMOVAL_ORDER, order.detaineeId, order.id, null);
    return this.facts.record(actor, ORDER_EVENT, order.detaineeId, { source, values: { ...values, removalOrderId: order.id } });
  }

  /** Who changed something older is shown the order as a reader would see it, with its events. */
  private async withEventsIfChanged(ref: FactRef, change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
    } catch (error) {
      if (error instanceof Problem && error.kind === 'changed-meanwhile') throw changedMeanwhile(await this.one(ref, null));
      throw error;
    }
  }
}

function withEvents(order: Fact<RemovalOrderValues>, events: readonly OrderEvent[]): RemovalOrder {
  const own = events.filter(({ removalOrderId }) => removalOrderId === order.id);
  return { ...order, events: own.length === 0 && order.eventsComplete !== true ? null : own };
}
