import { formatDay, type Day } from '../calendar/day.js';
import type { Finality } from '../evaluation.js';
import type { RemovalOrder } from '../facts.js';
import type { Horizon } from '../horizon.js';
import { unionOf, type Span } from '../calendar/span.js';
import { routeToFinality } from './order-route.js';
import type { Route } from './route.js';

/**
 * When an order of removal is administratively final, and when it stops being so. Finality is computed from events,
 * never stored: reopening, remand or vacatur takes it away and the clock and the statute change with it.
 */
export interface FinalityPicture extends Finality {
  /** half-open spans during which an order was final, oldest first, never overlapping; `to` null while it stands */
  spans: readonly Span[];
  /** facts without which the spans of earlier orders are not known */
  spansMissing: readonly string[];
}

interface JudgedOrder {
  index: number;
  route: Route;
  undone: Undoing | null;
}

interface Undoing {
  on: Day;
  kind: string;
  eventIndex: number;
}

const UNDONE_BY_REOPENING = '8 C.F.R. § 1241.1; reopening, remand or vacatur leaves no final order (Diaz-Ortega v. Lund, W.D. La. 2019)';

export function finalityOn(orders: readonly RemovalOrder[] | null, asOf: Day, horizon: Horizon): FinalityPicture {
  if (orders === null) {
    return undecided('unknown', ['removalOrders'], () => [
      'No removal order is on file and it is not known that there is none (removalOrders).',
    ]);
  }
  const judged = ordersMadeBy(orders, asOf, horizon);
  if (judged.length === 0) {
    return undecided('not-final', [], () => [`No order of removal had been made by ${formatDay(asOf)} (removalOrders).`]);
  }

  let governing = judged.length - 1;
  while (governing > 0 && hasFallen(judged[governing])) governing--;
  const { index, route, undone } = judged[governing];
  const spans = spansOf(judged, governing, orders);
  const spansMissing = judged.flatMap(({ route }, i) => (route.result === 'unknown' && (i !== governing || hasFallen(judged[i])) ? route.missing : []));

  if (hasFallen(judged[governing])) {
    return {
      result: 'not-final', on: null, basis: null, citation: UNDONE_BY_REOPENING, missing: [], orderIndex: null, spans, spansMissing,
      because: () => [...route.because(), ...(undone ? [undoneSentence(index, undone)] : [])],
    };
  }
  return {
    result: route.result,
    on: route.result === 'final' ? route.on : null,
    basis: route.result === 'final' ? route.basis : null,
    citation: route.citation,
    missing: route.missing,
    orderIndex: index,
    spans,
    spansMissing,
    because: () => route.because(),
  };
}

function undecided(result: 'unknown' | 'not-final', missing: string[], because: () => string[]): FinalityPicture {
  return { result, on: null, basis: null, citation: null, missing, orderIndex: null, spans: [], spansMissing: missing, because };
}

/** A reinstated order exists, as such, from the day of its reinstatement. */
export const orderMadeOn = (order: RemovalOrder): Day | null =>
  order.kind === 'reinstated' ? (order.reinstatedOn ?? order.decidedOn) : order.decidedOn;

function ordersMadeBy(orders: readonly RemovalOrder[], asOf: Day, horizon: Horizon): JudgedOrder[] {
  const judged: JudgedOrder[] = [];
  for (let index = 0; index < orders.length; index++) {
    const order = orders[index];
    const madeOn = orderMadeOn(order);
    if (madeOn !== null && madeOn > asOf) {
      horizon.mayChangeOn(madeOn);
      continue;
    }
    const route = withEventsKnown(routeToFinality(order, index, asOf, horizon), order, index);
    judged.push({ index, route, undone: undoingOf(order, route, asOf, horizon) });
  }
  const dated = judged.length > 1 && judged.every(({ index }) => orderMadeOn(orders[index]) !== null);
  if (dated) judged.sort((a, b) => orderMadeOn(orders[a.index])! - orderMadeOn(orders[b.index])!);
  return judged;
}

/** An order on whose docket nothing is known may have been reopened: final cannot be said. */
function withEventsKnown(route: Route, order: RemovalOrder, index: number): Route {
  if (route.result !== 'final' || order.kind === 'reinstated') return route; // reinstated: "not subject to being reopened", 8 U.S.C. § 1231(a)(5)
  if (order.events === null) return notKnown(route, `removalOrders[${index}].events`);
  for (let i = 0; i < order.events.length; i++) {
    const event = order.events[i];
    if (event.on === null && undoes(event.kind)) return notKnown(route, `removalOrders[${index}].events[${i}].on`);
  }
  return route;
}

const notKnown = (route: Route, path: string): Route => ({
  ...route,
  result: 'unknown',
  missing: [path],
  because: () => [...route.because(), `Whether and when the order was reopened, remanded or vacated is not known (${path}).`],
});

const undoes = (kind: string): boolean => kind === 'reopened' || kind === 'remanded' || kind === 'vacated';

function undoingOf(order: RemovalOrder, route: Route, asOf: Day, horizon: Horizon): Undoing | null {
  if (order.kind === 'reinstated' || order.events === null) return null;
  let first: Undoing | null = null;
  for (let i = 0; i < order.events.length; i++) {
    const { kind, on } = order.events[i];
    if (on === null || !undoes(kind)) continue;
    if (on > asOf) {
      horizon.mayChangeOn(on);
      continue;
    }
    if (isDecidedAgainAfter(on, order, route)) continue;
    if (first === null || on < first.on) first = { on, kind, eventIndex: i };
  }
  return first;
}

/** A decision later than the reopening, remand or vacatur made, or kept, the order: what went before does not undo it. */
function isDecidedAgainAfter(on: Day, order: RemovalOrder, route: Route): boolean {
  if (order.decidedOn !== null && on < order.decidedOn) return true;
  return route.result === 'final' && route.on !== null && on < route.on && DECISIONS.has(route.basis);
}

const DECISIONS: ReadonlySet<string | null> = new Set(['appeal-dismissed', 'appeal-withdrawn', 'certified', 'stated']);

/** The order no longer stands: reopened, remanded, vacated, or taken away on appeal. */
const hasFallen = ({ route, undone }: JudgedOrder): boolean => undone !== null || route.fell;

function spansOf(judged: readonly JudgedOrder[], governing: number, orders: readonly RemovalOrder[]): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < judged.length; i++) {
    const { route, undone } = judged[i];
    if (route.result !== 'final' || route.on === null) continue;
    let to: Day | null = undone === null ? null : undone.on;
    if (i < governing) {
      const nextMadeOn = orderMadeOn(orders[judged[i + 1].index]);
      if (nextMadeOn !== null && (to === null || nextMadeOn < to)) to = nextMadeOn;
    }
    if (to === null || to > route.on) spans.push({ from: route.on, to });
  }
  return unionOf(spans);
}

const undoneSentence = (index: number, { on, kind, eventIndex }: Undoing): string =>
  `The order was ${kind} on ${formatDay(on)} (removalOrders[${index}].events[${eventIndex}]): since then there is no final order.`;
