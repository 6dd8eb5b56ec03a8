import type { Day } from '../calendar/day.js';
import type { OrderEventKind, RemovalOrder } from '../facts.js';
import type { Situation } from './situation.js';

/** The day of the first such event on any order in `[from, through]`. */
export function firstOrderEvent({ facts, horizon, asOf }: Situation, kind: OrderEventKind, from: Day, through: Day): Day | null {
  let first: Day | null = null;
  for (const order of facts.removalOrders ?? []) {
    for (const event of order.events ?? []) {
      if (event.kind !== kind || event.on === null) continue;
      horizon.mayChangeOn(event.on);
      if (event.on > asOf || event.on < from || event.on > through) continue;
      if (first === null || event.on < first) first = event.on;
    }
  }
  return first;
}

/** The facts without which nobody can say that no such event happened to any order. */
export function orderEventsNotKnown(orders: readonly RemovalOrder[] | null, kinds: readonly string[]): string[] {
  if (orders === null) return ['removalOrders'];
  return orders.flatMap(({ events }, i) => {
    const path = `removalOrders[${i}].events`;
    return events === null ? [path] : events.flatMap(({ kind, on }, j) => (on === null && kinds.includes(kind) ? [`${path}[${j}].on`] : []));
  });
}
