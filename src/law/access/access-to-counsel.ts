import { forcePeriods, type Authority, type Clause, type Force } from '../authorities/authority.js';
import { AUTHORITIES } from '../authorities/index.js';
import type { Day } from '../calendar/day.js';
import { custodyOn } from '../custody.js';
import { eventsBy } from '../events.js';
import type { Facts } from '../facts.js';
import { Horizon } from '../horizon.js';
import { placesOn } from '../predicates/place-on.js';
import { questionOf, type Asked } from '../predicates/predicate-on.js';
import { yes, type Truth } from '../predicates/truth.js';

export const ACCESS_MANNERS = ['visit', 'legal-call', 'video', 'mail'] as const;
/** `asked`: not answered yet. */
export const ACCESS_OUTCOMES = ['asked', 'granted', 'late', 'denied', 'cut-off'] as const;

/** One attempt to reach a client; of what is null it is not known. */
export interface Access {
  manner: (typeof ACCESS_MANNERS)[number];
  outcome: (typeof ACCESS_OUTCOMES)[number];
  /** whether somebody listened or watched */
  monitored: boolean | null;
}

/** A clause on access to counsel that an attempt may touch. Most of them are text alone: a lawyer says whether it was broken. */
export interface AccessClause {
  authority: string;
  clause: string;
  caption: string;
  text: string;
  citation: string;
  grade: string;
  unverified: boolean;
  /** `unknown`: whether it binds, for `missing` is not known; or whether it had force on that day */
  binds: 'yes' | 'contested' | 'unknown';
  missing: readonly string[];
  because: readonly string[];
}

type Touches = (access: Access) => boolean;

const notInTime: Touches = ({ outcome }) => outcome !== 'granted';
const heard: Touches = ({ outcome, monitored }) => outcome !== 'asked' && outcome !== 'denied' && monitored !== false;
const by = (manners: readonly Access['manner'][], touches: Touches): Touches => (access) => manners.includes(access.manner) && touches(access);

/** Which clauses that ship are about access to counsel, and what of an attempt is of their matter. None is added to what they say. */
const MATTER: Readonly<Record<string, Readonly<Record<string, Touches>>>> = {
  'orantes-hernandez': { access: notInTime },
  'lyon-v-ice': {
    booths: by(['legal-call'], (access) => notInTime(access) || heard(access)),
    'speed-dials': by(['legal-call'], heard),
    'cut-off': by(['legal-call'], ({ outcome }) => outcome === 'cut-off'),
    facilitators: by(['legal-call'], notInTime),
  },
  'gomez-ruiz-v-ice': { 'attorney-access': notInTime },
  'pbnds-2011': {
    'legal-visit-confidential': by(['visit'], heard),
    'legal-visit-hours': by(['visit'], notInTime),
    'legal-call-24-hours': by(['legal-call'], notInTime),
  },
  'nds-2019': { 'access-to-counsel': by(['visit', 'legal-call'], notInTime) },
  'nds-2025': { 'access-to-counsel': notInTime },
};

const RULES = Object.entries(MATTER).flatMap(([id, matter]) => {
  const authority = AUTHORITIES.find((each) => each.id === id);
  if (authority === undefined) throw new Error(`no authority ${id} ships`);
  const about = bindingOf(authority);
  return Object.entries(matter).map(([clauseId, touches]) => {
    const clause = authority.clauses.find((each) => each.id === clauseId);
    if (clause === undefined) throw new Error(`${id} has no clause ${clauseId}`);
    return { authority, clause, touches, about };
  });
});

/**
 * The clauses that ship, on access to counsel, that an attempt on a day may touch: of the standard by which the place was
 * bound on that day, and of orders that protect the person. Where the standard is not known, what each would ask is
 * shown as unknown; of an order for a few, only whom it is known to protect.
 */
export function accessClauses(access: Access, facts: Facts, on: Day): AccessClause[] {
  const horizon = new Horizon(on);
  const asked: Asked = { asOf: on, facts: eventsBy(facts, on, horizon), custody: custodyOn(facts.stints, on, horizon), horizon };
  return RULES.flatMap(({ authority, clause, touches, about }) => {
    if (!touches(access)) return [];
    const force = forceOn(clause, on);
    const truth = about(asked, on);
    if (force === 'not-in-force' || truth.is === 'no' || (truth.is === 'unknown' && authority.kind !== 'standard')) return [];
    const { id, text, citation, grade, unverified } = clause;
    return [{
      authority: authority.id, clause: id, caption: authority.caption, text, citation, grade, unverified,
      binds: truth.is === 'unknown' || force === 'unknown' ? 'unknown' : force === 'contested' ? 'contested' : 'yes',
      missing: truth.missing, because: truth.because(),
    }];
  });
}

/** Whether an authority protects the person on the day and binds the place: a membership on file decides where there is one. */
function bindingOf({ places, protects }: Authority): (asked: Asked, day: Day) => Truth {
  const there = places === null ? null : placesOn(places);
  const who = protects.kind === 'those' ? questionOf(protects.who) : null;
  const className = protects.kind === 'those' ? protects.class : null;
  const member = className === null ? null : questionOf({ member: className });
  return (asked, day) => {
    const enrolled = asked.facts.memberships?.some((membership) => membership.class === className) ?? false;
    const person = member !== null && enrolled ? member(asked, day) : who === null ? yes(() => []) : who(asked, day);
    if (person.is !== 'yes' || there === null) return person;
    return there(asked.facts, day, asked.horizon);
  };
}

function forceOn({ status }: Clause, on: Day): Force {
  let force: Force = 'not-in-force';
  for (const period of forcePeriods(status)) if (period.from <= on) force = period.force;
  return force;
}
