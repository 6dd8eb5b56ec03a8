import { parseDay, type Day } from '../calendar/day.js';
import type { Check } from '../checks/check.js';
import { complete } from '../checks/complete.js';
import { LAW_VERSION } from '../law-version.js';
import { neededEvents } from '../predicates/needed-events.js';
import { placesOn, type PlaceQuestion } from '../predicates/place-on.js';
import { questionOf, type Question } from '../predicates/predicate-on.js';
import { forcePeriods, type Authority, type Clause, type ForcePeriod } from './authority.js';
import { triggersOf, type Triggers } from './triggers.js';

/** A clause that computes something, with its days read once. */
export interface ActiveClause {
  clause: Clause;
  check: Check;
  /** paths of its parameters that are not known; with one it refuses to evaluate */
  missing: readonly string[];
  force: readonly ForcePeriod[];
  lookBackTo: Day | null;
}

/** An authority made ready to be asked about many people. */
export interface CompiledAuthority {
  authority: Authority;
  clauses: readonly ActiveClause[];
  /** whose membership decides, of those who have one; null where no membership does */
  className: string | null;
  who: Question | null;
  /** without one of these events on file, or a membership, it protects nobody; null: it can */
  needs: ReadonlySet<string> | null;
  places: PlaceQuestion | null;
  triggers: Triggers;
}

/** The authorities by which people are evaluated: those that ship, and those of an office. */
export interface Law {
  /** what it calls itself: whoever was evaluated by another is evaluated again */
  version: string;
  authorities: readonly CompiledAuthority[];
  /** those that can say something of somebody on whose file there is no event and no contact */
  withoutEvents: readonly CompiledAuthority[];
}

/** An attorney has read the source of a clause that ships unverified: from then on it counts. */
export interface Verification {
  authority: string;
  clause: string;
  verifiedBy: string;
  /** the day on which it was read */
  on: string;
  source: string;
}

/**
 * Compiles authorities in the order in which findings are to be listed. Done once, and again when an office changes an
 * order; `version` must then be another. Throws if a verification names a clause that there is not.
 */
export function compileLaw(authorities: readonly Authority[], { version = LAW_VERSION, verifications = [] }: { version?: string; verifications?: readonly Verification[] } = {}): Law {
  const compiled = withVerifications(authorities, verifications).map(compileAuthority).filter(({ clauses }) => clauses.length > 0);
  return { version, authorities: compiled, withoutEvents: compiled.filter(({ triggers }) => triggers.always) };
}

/** The authorities with each clause that was verified counted, and saying by whom. */
export function withVerifications(authorities: readonly Authority[], verifications: readonly Verification[]): readonly Authority[] {
  if (verifications.length === 0) return authorities;
  const open = new Set(verifications);
  const verified = authorities.map((authority) => ({
    ...authority,
    clauses: authority.clauses.map((clause) => {
      const verification = verifications.find((each) => each.authority === authority.id && each.clause === clause.id);
      if (verification === undefined) return clause;
      open.delete(verification);
      const { verifiedBy, on, source } = verification;
      return { ...clause, unverified: false, checkedOn: on, verified: { verifiedBy, on, source } };
    }),
  }));
  const [unknown] = open;
  if (unknown !== undefined) throw new Error(`a verification names ${unknown.authority} ${unknown.clause}, which is no clause`);
  return verified;
}

function compileAuthority(authority: Authority): CompiledAuthority {
  const { protects, places } = authority;
  const clauses = authority.clauses.flatMap((clause): ActiveClause[] => {
    if (clause.check === null) return [];
    const { check, missing } = complete(clause.check);
    const lookBackTo = clause.lookBackTo ?? null;
    return [{
      clause, check, missing: missing.map((path) => `${clause.id}.check.${path}`), force: forcePeriods(clause.status),
      lookBackTo: lookBackTo === null ? null : parseDay(lookBackTo),
    }];
  });
  return {
    authority,
    clauses,
    className: protects.kind === 'persons' ? authority.id : protects.kind === 'everyone' ? null : protects.class,
    who: protects.kind === 'those' ? questionOf(protects.who) : null,
    needs: protects.kind === 'those' ? neededEvents(protects.who) : null,
    places: places === null ? null : placesOn(places),
    triggers: triggersOf(clauses.map(({ check }) => check)),
  };
}
