import { formatDay, type Day } from '../calendar/day.js';
import type { Appeal } from '../facts.js';
import type { Horizon } from '../horizon.js';
import { final, notFinal, unknown, type Route } from './route.js';

const REG = '8 C.F.R. § 1241.1';

/** Paragraphs (a), (b) and (d), and an appeal that is pending or withdrawn; null when none was filed or waived by `asOf`. */
export function appealRoute(appeal: Appeal, path: string, asOf: Day, horizon: Horizon): Route | null {
  horizon.mayChangeOn(appeal.certifiedOn);
  horizon.mayChangeOn(appeal.decidedOn);
  horizon.mayChangeOn(appeal.filedOn);
  horizon.mayChangeOn(appeal.waivedOn);
  const at = `${path}.appeal`;
  const certified = happened(appeal.certifiedOn, asOf);
  const filed = (appeal.filed === true || appeal.outcome !== null || appeal.decidedOn !== null) && (appeal.filedOn === null || appeal.filedOn <= asOf);
  if (certified || filed) return reviewedRoute(appeal, at, certified, asOf);

  if (appeal.waivedOn !== null && appeal.waivedOn <= asOf) {
    const waivedOn = appeal.waivedOn;
    return final(waivedOn, 'appeal-waived', `${REG}(b)`, () => [`Appeal was waived on ${formatDay(waivedOn)} (${at}.waivedOn).`]);
  }
  return null;
}

const happened = (day: Day | null, asOf: Day): boolean => day !== null && day <= asOf;

function reviewedRoute(appeal: Appeal, at: string, certified: boolean, asOf: Day): Route {
  const { outcome, decidedOn } = appeal;
  const citation = certified ? `${REG}(d)` : `${REG}(a)`;
  const taken = () =>
    certified
      ? `The case was certified on ${formatDay(appeal.certifiedOn!)} (${at}.certifiedOn)`
      : `An appeal was filed${appeal.filedOn === null ? '' : ` on ${formatDay(appeal.filedOn)}`} (${at}.filed)`;

  if (outcome === null && decidedOn !== null && decidedOn <= asOf) {
    return unknown(`${at}.outcome`, citation, () => [`${taken()} and was decided on ${formatDay(decidedOn)} (${at}.decidedOn).`]);
  }
  if (outcome === null || (decidedOn !== null && decidedOn > asOf)) {
    return notFinal(citation, () => [`${taken()} and is not decided: no finality while it is pending.`]);
  }
  if (outcome === 'sustained' || outcome === 'remanded') {
    return notFinal(citation, () => [`${taken()} and was ${outcome} (${at}.outcome): the order does not stand.`], true);
  }
  if (decidedOn === null) return unknown(`${at}.decidedOn`, citation, () => [`${taken()} and was ${outcome} (${at}.outcome).`]);
  const basis = outcome === 'withdrawn' ? 'appeal-withdrawn' : certified ? 'certified' : 'appeal-dismissed';
  return final(decidedOn, basis, outcome === 'withdrawn' ? REG : citation, () => [
    `${taken()} and was ${outcome} on ${formatDay(decidedOn)} (${at}.decidedOn).`,
  ]);
}
