import type { Day } from '../calendar/day.js';
import type { OrderEvent, OrderEventKind, RemovalOrder } from '../facts.js';
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

/**
 * The day on which such an event answered a duty that runs from `from` through `through`. A motion that was pending when the
 * duty began has been filed: one that had been denied by then has not, since nothing of it is left to decide.
 */
export function answeringOrderEvent(situation: Situation, kind: OrderEventKind, from: Day, through: Day): Day | null {
  return firstOrderEvent(situation, kind, from, through) ?? (kind === MOTION ? pendingMotion(situation, from) : null);
}

const MOTION = 'motion-to-reopen-filed';
const DENIED = 'reopening-denied';

/** The kinds of events on which it hangs whether one of these answered. */
export const answeringKinds = (kinds: readonly OrderEventKind[]): readonly OrderEventKind[] => (kinds.includes(MOTION) ? [...kinds, DENIED] : kinds);

function pendingMotion({ facts, horizon, asOf }: Situation, day: Day): Day | null {
  for (const { events } of facts.removalOrders ?? []) {
    if (events === null || events.some(({ kind, on }) => kind === DENIED && on === null)) continue; // not known, and named by who asks
    let pending: Day | null = null;
    for (const { kind, on } of inOrder(events)) {
      if (kind !== MOTION && kind !== DENIED) continue;
      horizon.mayChangeOn(on);
      if (on > asOf || on > day) continue;
      pending = kind === MOTION && on < day ? (pending ?? on) : null;
    }
    if (pending !== null) return pending;
  }
  return null;
}

/** Oldest first; of one day, a motion before what was decided about it. */
const inOrder = (events: readonly OrderEvent[]): Dated[] =>
  events.filter((event): event is Dated => event.on !== null).sort((a, b) => a.on - b.on || Number(a.kind === DENIED) - Number(b.kind === DENIED));

type Dated = OrderEvent & { on: Day };

/** The facts without which nobody can say that no such event happened to any order. */
export function orderEventsNotKnown(orders: readonly RemovalOrder[] | null, kinds: readonly string[]): string[] {
  if (orders === null) return ['removalOrders'];
  return orders.flatMap(({ events }, i) => {
    const path = `removalOrders[${i}].events`;
    return events === null ? [path] : events.flatMap(({ kind, on }, j) => (on === null && kinds.includes(kind) ? [`${path}[${j}].on`] : []));
  });
}
