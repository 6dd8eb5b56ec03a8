import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { custodyOn } from '../custody.js';
import { eventsBy } from '../events.js';
import type { Facts } from '../facts.js';
import { Horizon } from '../horizon.js';
import { questionOf, type Question } from '../predicates/predicate-on.js';
import type { Truth } from '../predicates/truth.js';
import type { LawClass } from './class.js';
import { CLASSES } from './index.js';

/** What the facts say of a person and a class: a proposal, until a person confirms it. */
export interface ProposedMembership {
  class: string;
  result: 'member' | 'not-member' | 'unknown';
  /** the day since which the person has belonged to it; of one who belongs to it no more, when that began. Null: never */
  from: string | null;
  /** the day from which the person belonged to it no more */
  to: string | null;
  citation: string;
  grade: string;
  unverified: boolean;
  because: string[];
  /** paths of the facts without which it is not known */
  missing: string[];
}

/**
 * One proposal for each class, computed from the facts that had happened by `asOf`, day of change by day of change.
 * What somebody confirmed is not asked, but for a subclass, whose members are those of the class.
 */
export function proposedMemberships(facts: Facts, asOf: Day, classes: readonly LawClass[] = CLASSES): ProposedMembership[] {
  return classes.map((each) => proposal(each, questionOf(each.who), facts, asOf));
}

function proposal({ slug, citation, grade, unverified, since }: LawClass, question: Question, facts: Facts, asOf: Day): ProposedMembership {
  const about = { class: slug, citation, grade, unverified };
  const first = parseDay(since);
  if (asOf < first) {
    return { ...about, result: 'not-member', from: null, to: null, because: [`The class began on ${since}.`], missing: [] };
  }
  let from: Day | null = null;
  let to: Day | null = null;
  let truth: Truth | null = null;
  for (let day: Day | null = first; day !== null; ) {
    const horizon = new Horizon(day);
    const was: Truth['is'] | null = truth === null ? null : truth.is;
    truth = question({ asOf: day, facts: eventsBy(facts, day, horizon), custody: custodyOn(facts.stints, day, horizon), horizon }, day);
    if (truth.is === 'yes' && was !== 'yes') [from, to] = [day, null];
    if (truth.is !== 'yes' && was === 'yes') to = day;
    day = firstBy(horizon.days, asOf);
  }
  const { is, because, missing } = truth!;
  return {
    ...about,
    result: is === 'yes' ? 'member' : is === 'no' ? 'not-member' : 'unknown',
    from: from === null ? null : formatDay(from),
    to: to === null ? null : formatDay(to),
    because: because(),
    missing: [...missing],
  };
}

function firstBy(days: readonly Day[], asOf: Day): Day | null {
  let first: Day | null = null;
  for (const day of days) if (day <= asOf && (first === null || day < first)) first = day;
  return first;
}
