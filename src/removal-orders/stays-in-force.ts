import type { OrderEventKind } from '../law/facts.js';
import { docketOf } from './docket.js';
import type { OrderOnFile, PlacedOrder } from './order-on-file.js';

export const STAY_KINDS = ['judicial', 'administrative', 'habeas', 'statutory'] as const;
export type StayKind = (typeof STAY_KINDS)[number];

/** A stay of removal: who stays it, and since when. */
export interface StayOnFile {
  orderId: string;
  kind: StayKind;
  /** as it is named on file */
  court: string | null;
  /** null: the day is not known */
  since: string | null;
  until: string | null;
  state: 'in-force' | 'lifted' | 'unknown';
  citation: string | null;
  because: string[];
}

export interface StaysStatus {
  items: StayOnFile[];
  /** whether these are known to be all; if not, no list of them says that there is no other */
  complete: boolean;
  missing: string[];
}

const ENTERED_AND_LIFTED: readonly (readonly [StayKind, OrderEventKind, OrderEventKind])[] = [
  ['judicial', 'judicial-stay-entered', 'judicial-stay-lifted'],
  ['administrative', 'administrative-stay-entered', 'administrative-stay-lifted'],
  ['habeas', 'habeas-stay-entered', 'habeas-stay-lifted'],
];

/** Every stay of removal that was entered by a day, and whether it still stands on it. */
export function staysOf(orders: readonly PlacedOrder[], ordersComplete: boolean, asOf: string): StaysStatus {
  const unknown = orders.flatMap(({ events, eventsComplete, path }) => (events === null || eventsComplete !== true ? [`${path}.events`] : []));
  const missing = [...(orders.length === 0 && !ordersComplete ? ['removalOrders'] : []), ...unknown];
  return {
    items: orders.flatMap((order) => [...ENTERED_AND_LIFTED.flatMap(([kind, entered, lifted]) => staysOfKind(order, kind, entered, lifted, asOf)), ...whileAMotionIsPending(order, asOf)]),
    complete: missing.length === 0,
    missing,
  };
}

/**
 * A lifting ends the one stay of its kind that stands; of several, that of its court. Where the court that lifts one is
 * none of them by name, it is not known which still stands: neither that it does nor that it does not is said.
 */
function staysOfKind(order: OrderOnFile, kind: StayKind, entered: OrderEventKind, lifted: OrderEventKind, asOf: string): StayOnFile[] {
  const stays: StayOnFile[] = [];
  const events = [...(order.events ?? [])].filter(({ on }) => !on || on <= asOf).sort((a, b) => compare(place(a, lifted), place(b, lifted)));
  for (const { kind: what, on = null, court = null } of events) {
    if (what === entered) {
      stays.push({ orderId: order.id, kind, court, since: on, until: null, state: 'in-force', citation: null, because: [`It was entered${on ? ` on ${on}` : ', on a day that is not known'}.`] });
    } else if (what === lifted) {
      const standing = stays.filter(({ state }) => state !== 'lifted');
      const named = standing.filter((stay) => sameCourt(stay.court, court));
      const ended = standing.length === 1 ? standing : named;
      for (const stay of ended) Object.assign(stay, { state: 'lifted', until: on, because: [...stay.because, `It was lifted${on ? ` on ${on}` : ', on a day that is not known'}.`] });
      if (ended.length > 0) continue;
      for (const stay of standing) {
        Object.assign(stay, { state: 'unknown', because: [...stay.because, `A stay of this kind was lifted${on ? ` on ${on}` : ''}; whether it was this one, the file does not say.`] });
      }
    }
  }
  return stays;
}

/** What has no day comes first if it enters a stay and last if it lifts one; on one day a stay is entered before it is lifted. */
const place = ({ kind, on }: { kind: OrderEventKind; on?: string | null }, lifted: OrderEventKind): string =>
  `${on ?? (kind === lifted ? '9999' : '')} ${kind === lifted ? 1 : 0}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sameCourt = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

const STATUTORY = '8 U.S.C. § 1229a(b)(5)(C)';

/** A motion to rescind an order in absentia stays removal until the immigration judge rules on it. */
function whileAMotionIsPending(order: OrderOnFile, asOf: string): StayOnFile[] {
  if (order.inAbsentia === false || (order.kind && order.kind !== 'removal')) return [];
  const motion = docketOf(order, 'motion-to-reopen-filed', { 'reopened': null, 'reopening-denied': null }, asOf);
  if (motion.filed !== true || motion.decided) return [];
  const known = order.inAbsentia === true;
  return [{
    orderId: order.id, kind: 'statutory', court: null, since: motion.filedOn, until: null, state: known ? 'in-force' : 'unknown', citation: STATUTORY,
    because: [
      'A motion to reopen is pending.',
      known ? 'The order was entered in absentia: filing the motion to rescind it stays removal until the immigration judge rules.' : 'Whether the order was entered in absentia, so that filing the motion to rescind it stays removal, is not known (inAbsentia).',
    ],
  }];
}
