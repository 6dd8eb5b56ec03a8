import type { OrderEventValues, RemovalOrderValues } from './removal-order.facts.js';

/** An order as it is on file, with what befell it; null: not known whether anything did. */
export interface OrderOnFile extends RemovalOrderValues {
  id: string;
  events: readonly (Omit<OrderEventValues, 'removalOrderId'> & { id: string })[] | null;
}

/** A dated event of the case, whatever its kind. */
export interface DatedEvent {
  id: string;
  kind: string;
  on?: string | null;
}
