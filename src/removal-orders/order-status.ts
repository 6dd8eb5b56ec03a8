import type { Answer } from '../law/answer.js';
import { filingsOf } from './filings.js';
import { nextSteps } from './next-steps.js';
import type { DatedEvent, OrderOnFile, PlacedOrder } from './order-on-file.js';
import type { CountriesStatus, ProtectionStatus, StatusParts } from './status-parts.js';
import { statusSentence } from './status-sentence.js';
import { staysOf } from './stays-in-force.js';
import { supervisionOf } from './supervision.js';
import { travelDocumentOf } from './travel-documents.js';

/** What is on file of one person's orders, and what the law says of it, both of one moment. */
export interface StatusFacts {
  /** on the day asked about */
  evaluation: Answer;
  /** of the order that governs; null: none does */
  governingOrderId: string | null;
  orders: readonly OrderOnFile[];
  ordersComplete: boolean;
  /** events of the case, in the order of their days */
  events: readonly DatedEvent[];
  eventsComplete: boolean;
}

export interface RemovalOrderStatus extends StatusParts {
  /** the whole of it, to be read aloud */
  sentence: string;
}

/** The status of a person's removal order on a day. What is not known is said to be so: nothing here stands for none. */
export function removalOrderStatus(facts: StatusFacts): RemovalOrderStatus {
  const { evaluation, governingOrderId, ordersComplete, events, eventsComplete } = facts;
  const { asOf, lawVersion, finality, removalPeriod } = evaluation;
  const orders = facts.orders.map((each, at): PlacedOrder => ({ ...each, path: `removalOrders[${at}]` })).filter((each) => (madeOn(each) ?? asOf) <= asOf);
  const order = orders.find(({ id }) => id === governingOrderId) ?? lastMade(orders);
  const filings = order === null ? [] : filingsOf({ asOf, order, finality, events, eventsComplete });
  const status = {
    asOf, lawVersion,
    order: order && { id: order.id, kind: order.kind ?? null, decidedOn: order.decidedOn ?? null, decidedBy: order.decidedBy ?? null, governs: order.id === governingOrderId },
    finality, removalPeriod,
    stays: staysOf(orders, ordersComplete, asOf),
    filings,
    protection: protectionOf(orders, ordersComplete, asOf),
    countries: countriesOf(order),
    travelDocument: travelDocumentOf(events, eventsComplete, asOf),
    supervision: supervisionOf(evaluation, events),
    next: nextSteps({ asOf, order, filings, evaluation, events }),
  };
  return { ...status, sentence: statusSentence(status) };
}

/** A reinstated order exists, as such, from the day of its reinstatement. */
const madeOn = ({ kind, decidedOn, reinstatedOn }: OrderOnFile): string | null => (kind === 'reinstated' ? reinstatedOn ?? decidedOn : decidedOn) ?? null;

/** One whose day is not known counts as the last, as it stands in the list. */
function lastMade(orders: readonly PlacedOrder[]): PlacedOrder | null {
  const day = (order: PlacedOrder): string => madeOn(order) ?? '9999';
  return orders.reduce<PlacedOrder | null>((last, order) => (last === null || day(order) >= day(last) ? order : last), null);
}

function protectionOf(orders: readonly PlacedOrder[], ordersComplete: boolean, asOf: string): ProtectionStatus {
  const granted = orders.flatMap(({ id, events }) => (events ?? []).flatMap(({ kind, on = null, court = null }) => {
    if ((kind !== 'withholding-granted' && kind !== 'cat-granted') || (on !== null && on > asOf)) return [];
    return [{ orderId: id, kind: kind === 'cat-granted' ? 'cat' as const : 'withholding' as const, on, court }];
  }));
  const missing = [
    ...(orders.length === 0 && !ordersComplete ? ['removalOrders'] : []),
    ...orders.flatMap(({ eventsComplete, path }) => (eventsComplete === true ? [] : [`${path}.events`])),
  ];
  return { granted, complete: missing.length === 0, missing };
}

function countriesOf(order: OrderOnFile | null): CountriesStatus {
  const designated = order?.designatedCountries ?? null;
  return { designated, missing: order !== null && designated === null ? ['designatedCountries'] : [] };
}
