import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import { changedMeanwhile, contradiction, type Fault, notFound, Problem } from '../common/problem.js';
import type { Fact, NewSource } from '../detainees/fact.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { type Correction, type FactRef, FactsService, type NewFact } from '../detainees/facts.service.js';
import { type Impossible, impossibleEvents } from './order-transitions.js';
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
      const places = new Map<string, string>();
      for (const [at, event] of (events ?? []).entries()) {
        const recorded = await this.facts.record(actor, ORDER_EVENT, detaineeId, { source, values: { ...event, removalOrderId: order.id } }, `events[${at}]`);
        places.set(recorded.id, `events[${at}].`);
      }
      refuse(await this.impossible(order), places);
      return this.one(order, null);
    });
  }

  async correct(actor: Actor, ref: FactRef, seen: number, correction: Correction<RemovalOrderValues>): Promise<RemovalOrder> {
    return this.possible(ref, async () => {
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
    return this.possible(orderOf(ref), () => this.facts.correct<OrderEventValues>(actor, ORDER_EVENT, ref, seen, correction));
  }

  async withdrawEvent(actor: Actor, ref: EventRef, seen: number, reason: string): Promise<void> {
    await this.event(ref, null);
    await this.possible(orderOf(ref), async () => {
      await this.facts.withdraw(actor, ORDER_EVENT, ref, seen, reason);
      return null;
    });
  }

  async recordEvent(actor: Actor, order: FactRef, { source, values }: NewFact<NewOrderEvent>): Promise<OrderEvent> {
    await this.read.one(REMOVAL_ORDER, order.detaineeId, order.id, null);
    return this.possible(order, () => this.facts.record(actor, ORDER_EVENT, order.detaineeId, { source, values: { ...values, removalOrderId: order.id } }));
  }

  /**
   * A change after which the history of the order can still have happened. Only what the change makes impossible is
   * refused, so that what an import or an earlier version left on file stands in nobody's way.
   */
  private async possible<T extends { id: string } | null>(order: FactRef, change: () => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await this.facts.openFile(tx, order.detaineeId);
      const before = await this.impossible(order);
      const changed = await change();
      const made = (await this.impossible(order)).filter(({ eventId, field }) => !before.some((known) => known.eventId === eventId && known.field === field));
      refuse(made, new Map(changed === null ? [] : [[changed.id, '']]));
      return changed;
    });
  }

  private async impossible({ detaineeId, id }: FactRef): Promise<ImpossibleEvent[]> {
    const [order] = (await this.read.list(REMOVAL_ORDER, detaineeId, null)).filter((each) => each.id === id);
    if (order === undefined) return [];
    const events = await this.events(order, null);
    return impossibleEvents({ ...order, events }).map((found) => ({ ...found, kind: events.find((event) => event.id === found.eventId)!.kind }));
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

type ImpossibleEvent = Impossible & Pick<OrderEventValues, 'kind'>;

const orderOf = ({ detaineeId, orderId }: EventRef): FactRef => ({ detaineeId, id: orderId });

/** `places`: where the request says something of an event, by its id; of any other it is said which event it is. */
function refuse(impossible: readonly ImpossibleEvent[], places: ReadonlyMap<string, string>): void {
  if (impossible.length === 0) return;
  throw contradiction(...impossible.map(({ eventId, field, kind, problem }): Fault => {
    const at = places.get(eventId);
    return at === undefined ? { path: '', problem: `An event of this order (${kind}) ${problem}` } : { path: `${at}${field}`, problem };
  }));
}

function withEvents(order: Fact<RemovalOrderValues>, events: readonly OrderEvent[]): RemovalOrder {
  const own = events.filter(({ removalOrderId }) => removalOrderId === order.id);
  return { ...order, events: own.length === 0 && order.eventsComplete !== true ? null : own };
}
