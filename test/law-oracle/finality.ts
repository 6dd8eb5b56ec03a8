import { appealLapsesOn, num } from './days.js';
import { dayOrNull, hasCome, type AppealJson, type DepartureJson, type FactsJson, type OrderJson } from './facts.js';

export type OracleFinality =
  | { result: 'final'; on: number; basis: string; order: OrderJson }
  | { result: 'not-final' }
  | { result: 'unknown' };

const NOT_FINAL = { result: 'not-final' } as const;
const UNKNOWN = { result: 'unknown' } as const;
type Route = { on: number; basis: string } | typeof NOT_FINAL | typeof UNKNOWN;

/** Whether the order that governs is final on this day: 8 C.F.R. § 1241.1, paragraph by paragraph. */
export function finalityOf(facts: FactsJson, asOf: number): OracleFinality {
  const orders = facts.removalOrders;
  if (!orders) return UNKNOWN;
  const happened = orders.filter((order) => hasHappened(order, asOf));
  const standing = happened.filter((order) => !fellBy(order, asOf));
  const last = standing.at(-1);
  if (last === undefined) return NOT_FINAL;
  const route = routeOf(last, asOf);
  if (!('on' in route)) return route;
  if (!last.events) return UNKNOWN; // it may have been reopened
  return route.on <= asOf ? { result: 'final', ...route, order: last } : NOT_FINAL;
}

/** Whether some finality stood on an earlier day, by what is known on `asOf`. For orders of which that is known. */
export function stoodFinalOn(facts: FactsJson, day: number, asOf: number): boolean {
  const happened = (facts.removalOrders ?? []).filter((order) => hasHappened(order, asOf) && num(order.decidedOn!) <= day);
  const last = happened.filter((order) => !fellBy(order, day)).at(-1);
  if (last === undefined) return false;
  const route = routeOf(last, asOf);
  return 'on' in route && route.on <= day;
}

/** Whether it is not known of some order, standing or fallen, when it was final: then the days since are not known. */
export const someFinalityUnknown = (facts: FactsJson, asOf: number): boolean =>
  (facts.removalOrders ?? []).filter((order) => hasHappened(order, asOf)).some((order) => {
    const route = routeOf(order, asOf);
    return 'result' in route ? route.result === 'unknown' : !order.events && route.on <= asOf;
  });

const hasHappened = ({ kind, decidedOn, reinstatedOn }: OrderJson, asOf: number): boolean =>
  kind === 'reinstated' ? hasCome(reinstatedOn, asOf) : hasCome(decidedOn, asOf);

/** Reopened, vacated, remanded, or overturned on appeal: it stands no longer, and whatever stood before it governs. */
const fellBy = ({ appeal, events }: OrderJson, asOf: number): boolean =>
  (events ?? []).some(({ kind, on }) => ['reopened', 'remanded', 'vacated'].includes(kind) && hasCome(on, asOf)) ||
  (['sustained', 'remanded'].includes(appeal?.outcome ?? '') && hasCome(appeal!.decidedOn, asOf));

function routeOf(order: OrderJson, asOf: number): Route {
  if (order.statedFinalOn) return num(order.statedFinalOn) <= asOf ? { on: num(order.statedFinalOn), basis: 'stated' } : NOT_FINAL;
  const decidedOn = num(order.decidedOn!);
  if (order.kind === 'reinstated') return order.originalFinalOn ? { on: num(order.originalFinalOn), basis: 'reinstated' } : UNKNOWN;
  if (order.kind === 'expedited' || order.kind === 'administrative') return { on: decidedOn, basis: 'dhs-order' };
  if (order.kind === 'voluntary-departure-alternate') return order.voluntaryDeparture ? departureRoute(order.voluntaryDeparture, asOf) : UNKNOWN;
  if (order.inAbsentia === true) return { on: decidedOn, basis: 'in-absentia' };
  if (order.inAbsentia !== false) return UNKNOWN;
  if (order.decidedBy === 'bia') return { on: decidedOn, basis: 'bia-order' };
  return order.appeal ? appealRoute(order.appeal, decidedOn, asOf) : UNKNOWN;
}

function appealRoute(appeal: AppealJson, decidedOn: number, asOf: number): Route {
  if (hasCome(appeal.waivedOn, asOf)) return { on: num(appeal.waivedOn!), basis: 'appeal-waived' };
  if (appeal.filed === true) {
    if (appeal.outcome === null || !hasCome(appeal.decidedOn, asOf)) return NOT_FINAL;
    if (appeal.outcome === 'dismissed') return { on: num(appeal.decidedOn!), basis: 'appeal-dismissed' };
    if (appeal.outcome === 'withdrawn') return { on: num(appeal.decidedOn!), basis: 'appeal-withdrawn' };
    return NOT_FINAL;
  }
  // no waiver is on file, so within the period nothing is final, whether or not an appeal has been filed
  const on = appealLapsesOn(decidedOn);
  if (asOf < on) return NOT_FINAL;
  return appeal.filed === false ? { on, basis: 'appeal-period-lapsed' } : UNKNOWN;
}

/** Overstayed on the day after the last day to depart; the bond unposted on the day after its last day. */
function departureRoute(departure: DepartureJson, asOf: number): Route {
  const bondDueOn = dayOrNull(departure.bondDueOn);
  if (departure.bondPosted === false && bondDueOn !== null && asOf >= bondDueOn + 1) {
    return { on: bondDueOn + 1, basis: 'voluntary-departure-bond-unposted' };
  }
  const departBy = dayOrNull(departure.departBy);
  if (departBy === null) return UNKNOWN;
  const leftInTime = departure.departed === true && departure.departedOn && num(departure.departedOn) <= departBy;
  if (leftInTime || asOf <= departBy) return NOT_FINAL;
  return { on: departBy + 1, basis: 'voluntary-departure-overstayed' };
}
