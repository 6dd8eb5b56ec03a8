import type { OrderEventValues, RemovalOrderValues } from './removal-order.facts.js';

/** An order as it is on file, with what befell it; null: not known whether anything did. */
export interface OrderOnFile extends RemovalOrderValues {
  id: string;
  events: readonly (Omit<OrderEventValues, 'removalOrderId'> & { id: string })[] | null;
}

/** One of a person's orders, with where it stands among all of them: what is missing of it is named by that. */
export interface PlacedOrder extends OrderOnFile {
  path: string;
}

/** A dated event of the case, whatever its kind. */
export interface DatedEvent {
  id: string;
  kind: string;
  on?: string | null;
}
