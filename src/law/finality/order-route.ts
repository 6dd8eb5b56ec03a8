import { formatDay, type Day } from '../calendar/day.js';
import { biaAppealPeriod } from '../deadlines/bia-appeal.js';
import type { Appeal, RemovalOrder } from '../facts.js';
import type { Horizon } from '../horizon.js';
import { appealRoute } from './appeal.js';
import { final, notFinal, unknown, type Route } from './route.js';
import { departureRoute } from './voluntary-departure.js';

const REG = '8 C.F.R. § 1241.1';

export function routeToFinality(order: RemovalOrder, index: number, asOf: Day, horizon: Horizon): Route {
  const path = `removalOrders[${index}]`;
  const route = routeByKind(order, path, asOf, horizon);
  return order.statedFinalOn === null ? route : withStatement(route, order, order.statedFinalOn, path, asOf, horizon);
}

function routeByKind(order: RemovalOrder, path: string, asOf: Day, horizon: Horizon): Route {
  switch (order.kind) {
    case null:
      return unknown(`${path}.kind`, REG, () => []);
    case 'reinstated':
      return reinstatedRoute(order, path);
    case 'expedited':
    case 'administrative':
      return decidedRoute(order, path, 'dhs-order', order.kind === 'expedited' ? '8 U.S.C. § 1225(b)(1)' : '8 U.S.C. § 1228(b)');
    case 'voluntary-departure-alternate':
      return departureRoute(order, path, asOf, horizon);
    case 'removal':
      return judgesOrderRoute(order, path, asOf, horizon);
  }
}

/** A document states the day of finality without its route: it fills a gap, and never overrides the route on file. */
function withStatement(route: Route, order: RemovalOrder, statedOn: Day, path: string, asOf: Day, horizon: Horizon): Route {
  horizon.mayChangeOn(statedOn);
  const says = `A document states that the order became final on ${formatDay(statedOn)} (${path}.statedFinalOn)`;
  if (route.result === 'final') {
    return route.on === statedOn ? route : { ...route, because: () => [...route.because(), `${says}; the events on file give another day and govern here.`] };
  }
  if (route.fell) return route;
  if (statedOn > asOf) {
    return route.result === 'not-final' ? route : notFinal(REG, () => [`${says}, which is after ${formatDay(asOf)}.`]);
  }
  if (route.result === 'not-final') {
    const lacking = `${path}.appeal.${order.appeal?.filed === true ? 'outcome' : 'waivedOn'}`;
    return unknown(lacking, REG, () => [...route.because(), `${says}: the papers on file disagree, and what would settle it is not on file.`]);
  }
  return final(statedOn, 'stated', REG, () => [`${says}; by which route is not on file.`]);
}

function reinstatedRoute(order: RemovalOrder, path: string): Route {
  const { originalFinalOn } = order;
  const citation = '8 U.S.C. § 1231(a)(5); Johnson v. Guzman Chavez, 594 U.S. 523 (2021)';
  if (originalFinalOn === null) return unknown(`${path}.originalFinalOn`, citation, () => ['The order is a prior order that was reinstated.']);
  return final(originalFinalOn, 'reinstated', citation, () => [
    `A reinstated order keeps its original finality, ${formatDay(originalFinalOn)} (${path}.originalFinalOn), and is not subject to being reopened or reviewed.`,
  ]);
}

/** Orders that are final when they are made: nobody within the agency is left to appeal to. */
function decidedRoute(order: RemovalOrder, path: string, basis: string, citation: string): Route {
  const { decidedOn } = order;
  if (decidedOn === null) return unknown(`${path}.decidedOn`, citation, () => []);
  return final(decidedOn, basis, citation, () => [
    `The order was made on ${formatDay(decidedOn)} (${path}.decidedOn) and no appeal within the agency lies from it.`,
  ]);
}

function judgesOrderRoute(order: RemovalOrder, path: string, asOf: Day, horizon: Horizon): Route {
  if (order.decidedBy === 'bia') return decidedRoute(order, path, 'bia-order', `${REG}(a)`);
  if (order.decidedBy === 'attorney-general') return decidedRoute(order, path, 'certified', `${REG}(d)`);
  if (order.decidedBy === 'dhs') return decidedRoute(order, path, 'dhs-order', '8 U.S.C. § 1228(b)');
  if (order.inAbsentia === true) return inAbsentiaRoute(order, path);

  const { appeal } = order;
  if (appeal === null) return unknown(`${path}.appeal`, REG, () => ['Whether the decision was appealed, or appeal was waived, is not known.']);
  const decided = appealRoute(appeal, path, asOf, horizon);
  return decided ?? lapseRoute(order, appeal, path, asOf, horizon);
}

function inAbsentiaRoute(order: RemovalOrder, path: string): Route {
  const { decidedOn } = order;
  if (decidedOn === null) return unknown(`${path}.decidedOn`, `${REG}(e)`, () => []);
  return final(decidedOn, 'in-absentia', `${REG}(e)`, () => [
    `The order was entered in absentia on ${formatDay(decidedOn)} (${path}.decidedOn) and was final immediately upon entry.`,
  ]);
}

/** Paragraph (c): upon expiration of the time allotted for an appeal, if none is filed within that time. */
function lapseRoute(order: RemovalOrder, appeal: Appeal, path: string, asOf: Day, horizon: Horizon): Route {
  const citation = `${REG}(c)`;
  const { decidedOn } = order;
  if (decidedOn === null) return unknown(`${path}.decidedOn`, citation, () => []);

  const { dueOn, unrolledOn, days, citation: periodCitation } = biaAppealPeriod(decidedOn);
  horizon.mayChangeOn(dueOn);
  const counted = () =>
    `The decision was made on ${formatDay(decidedOn)} (${path}.decidedOn); ${days} days to appeal (${periodCitation}) end on ${formatDay(dueOn)}` +
    (unrolledOn === dueOn ? '.' : ` because ${formatDay(unrolledOn)} is a closed day; courts have also counted from ${formatDay(unrolledOn)}, before rolling.`);

  if (order.decidedBy === null) return unknown(`${path}.decidedBy`, REG, () => [counted()]);
  if (order.inAbsentia === null) return unknown(`${path}.inAbsentia`, REG, () => [counted(), 'An order entered in absentia is final at once.']);
  if (asOf < dueOn) return notFinal(citation, () => [counted(), `On ${formatDay(asOf)} that time is still running.`]);
  if (appeal.filed === null) return unknown(`${path}.appeal.filed`, citation, () => [counted(), 'Whether an appeal was filed within that time is not known.']);
  return final(dueOn, 'appeal-period-lapsed', citation, () => [counted(), `No appeal was filed (${path}.appeal.filed) and no waiver is on file.`]);
}
