import { addDays, formatDay, type Day } from '../calendar/day.js';
import type { RemovalOrder, VoluntaryDeparture } from '../facts.js';
import type { Horizon } from '../horizon.js';
import { appealRoute } from './appeal.js';
import { final, notFinal, unknown, type Route } from './route.js';

const CITATION = '8 C.F.R. § 1241.1(f)';

/**
 * Paragraph (f): an order of removal in the alternative to voluntary departure becomes final when the person overstays
 * the time to depart, or does not post the departure bond; after a timely appeal, on the Board's order or on overstay
 * of the voluntary departure that the Board granted.
 */
export function departureRoute(order: RemovalOrder, path: string, asOf: Day, horizon: Horizon): Route {
  const { appeal, voluntaryDeparture: departure } = order;
  if (appeal === null) return unknown(`${path}.appeal`, CITATION, () => ['Whether the decision was appealed is not known.']);
  if (departure === null) return unknown(`${path}.voluntaryDeparture`, CITATION, () => []);
  horizon.mayChangeOn(departure.departedOn);
  horizon.mayChangeOn(departure.bondPostedOn);

  const reviewed = appealRoute(appeal, path, asOf, horizon);
  if (reviewed !== null && reviewed.basis !== 'appeal-waived') return afterAppeal(reviewed, departure, path, asOf, horizon);
  if (reviewed === null && appeal.filed === null) {
    return unknown(`${path}.appeal.filed`, CITATION, () => ['Whether the decision was appealed is not known.']);
  }
  return unpostedBond(departure, path, asOf, horizon) ?? overstay(departure, path, asOf, horizon);
}

function afterAppeal(reviewed: Route, departure: VoluntaryDeparture, path: string, asOf: Day, horizon: Horizon): Route {
  if (reviewed.result !== 'final' || reviewed.on === null) return reviewed;
  if (departure.departBy === null) return unknown(`${path}.voluntaryDeparture.departBy`, CITATION, () => reviewed.because());
  if (departure.departBy < reviewed.on) return reviewed; // the Board granted no new time to depart
  const route = overstay(departure, path, asOf, horizon);
  return { ...route, because: () => [...reviewed.because(), ...route.because()] };
}

function unpostedBond(departure: VoluntaryDeparture, path: string, asOf: Day, horizon: Horizon): Route | null {
  const { bondDueOn, bondPosted, bondPostedOn } = departure;
  const at = `${path}.voluntaryDeparture`;
  if (bondDueOn === null) {
    return bondPosted === false ? unknown(`${at}.bondDueOn`, CITATION, () => ['The departure bond was not posted.']) : null;
  }
  const unpostedOn = addDays(bondDueOn, 1);
  horizon.mayChangeOn(unpostedOn);
  if (asOf < unpostedOn) return null;
  if (bondPosted === null) return unknown(`${at}.bondPosted`, CITATION, () => [`The departure bond was due on ${formatDay(bondDueOn)}.`]);
  if (bondPosted && bondPostedOn === null) {
    return unknown(`${at}.bondPostedOn`, CITATION, () => [`The departure bond was due on ${formatDay(bondDueOn)} and was posted.`]);
  }
  if (bondPosted && bondPostedOn! <= bondDueOn) return null;
  return final(unpostedOn, 'voluntary-departure-bond-unposted', CITATION, () => [
    `The departure bond was due on ${formatDay(bondDueOn)} (${at}.bondDueOn) and was not posted by then.`,
  ]);
}

function overstay(departure: VoluntaryDeparture, path: string, asOf: Day, horizon: Horizon): Route {
  const { departBy, departed, departedOn } = departure;
  const at = `${path}.voluntaryDeparture`;
  if (departBy === null) return unknown(`${at}.departBy`, CITATION, () => []);
  const overstayedOn = addDays(departBy, 1);
  horizon.mayChangeOn(overstayedOn);
  const allowed = () => `Voluntary departure was allowed until ${formatDay(departBy)} (${at}.departBy)`;

  if (departed !== false && departedOn !== null && departedOn <= departBy && departedOn <= asOf) {
    return notFinal(CITATION, () => [`${allowed()} and the person departed on ${formatDay(departedOn)}: the order of removal never took effect.`], true);
  }
  if (asOf < overstayedOn) return notFinal(CITATION, () => [`${allowed()}, and that time is still running.`]);
  if (departed === null) return unknown(`${at}.departed`, CITATION, () => [`${allowed()}.`]);
  if (departed && departedOn === null) return unknown(`${at}.departedOn`, CITATION, () => [`${allowed()} and the person departed.`]);
  return final(overstayedOn, 'voluntary-departure-overstayed', CITATION, () => [
    `${allowed()} and the person had not departed by then: final on ${formatDay(overstayedOn)}; courts have also counted from ${formatDay(departBy)} itself.`,
  ]);
}
