import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { custodyOn } from '../custody.js';
import { eventsBy } from '../events.js';
import type { Facts } from '../facts.js';
import { Horizon } from '../horizon.js';
import { ifConfirmed, wordsToConfirm } from '../predicates/predicate-parts.js';
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
  /** why it began, as far as that is not why it is so now */
  began: string[];
  /** paths of the facts without which it is not known */
  missing: string[];
  /** what alone is open, and no fact on file can say: `from` and `to` hold if a person confirms that it is so */
  toBeConfirmed: string[];
}

/** A class made ready to be asked about many people. */
export interface CompiledClass {
  of: LawClass;
  since: Day;
  /** asks as if what a person must confirm were so */
  question: Question;
  toBeConfirmed: readonly string[];
}

export const compileClasses = (classes: readonly LawClass[]): readonly CompiledClass[] => classes.map((of) => ({
  of, since: parseDay(of.since), question: questionOf(ifConfirmed(of.who)), toBeConfirmed: wordsToConfirm(of.who),
}));

const SHIPPED = compileClasses(CLASSES);

/**
 * One proposal for each class, computed from the facts that had happened by `asOf`, day of change by day of change.
 * What somebody confirmed is not asked, but for a subclass, whose members are those of the class.
 */
export function proposedMemberships(facts: Facts, asOf: Day, classes: readonly CompiledClass[] = SHIPPED): ProposedMembership[] {
  return classes.map((each) => proposal(each, facts, asOf));
}

function proposal({ of, since, question, toBeConfirmed }: CompiledClass, facts: Facts, asOf: Day): ProposedMembership {
  const about = { class: of.slug, citation: of.citation, grade: of.grade, unverified: of.unverified };
  if (asOf < since) {
    return { ...about, result: 'not-member', from: null, to: null, because: [`The class began on ${of.since}.`], began: [], missing: [], toBeConfirmed: [] };
  }
  let from: Day | null = null;
  let to: Day | null = null;
  let truth: Truth | null = null;
  let then: Truth | null = null;
  for (let day: Day | null = since; day !== null; ) {
    const horizon = new Horizon(day);
    const was: Truth['is'] | null = truth === null ? null : truth.is;
    truth = question({ asOf: day, facts: eventsBy(facts, day, horizon), custody: custodyOn(facts.stints, day, horizon), horizon }, day);
    if (truth.is === 'yes' && was !== 'yes') [from, to, then] = [day, null, truth];
    if (truth.is !== 'yes' && was === 'yes') to = day;
    day = firstBy(horizon.days, asOf);
  }
  const now = truth!;
  const open = now.is === 'yes' ? [...toBeConfirmed] : [];
  const because = [...now.because(), ...open.map((words) => `Not on file, and for a person to confirm: ${words}.`)];
  return {
    ...about,
    result: now.is === 'no' ? 'not-member' : now.is === 'yes' && open.length === 0 ? 'member' : 'unknown',
    from: from === null ? null : formatDay(from),
    to: to === null ? null : formatDay(to),
    because,
    began: then === null ? [] : then.because().filter((sentence) => !because.includes(sentence)),
    missing: open.length > 0 ? ['memberships'] : [...now.missing],
    toBeConfirmed: open,
  };
}

function firstBy(days: readonly Day[], asOf: Day): Day | null {
  let first: Day | null = null;
  for (const day of days) if (day <= asOf && (first === null || day < first)) first = day;
  return first;
}
