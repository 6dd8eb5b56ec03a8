import type { CompiledAuthority } from '../authorities/compile.js';
import { parseDay, type Day } from '../calendar/day.js';
import { covers } from '../calendar/span.js';
import type { CaseEvent, Membership } from '../facts.js';
import type { Truth } from '../predicates/truth.js';
import { lineReachedOn, type Situation } from './situation.js';

/** Whether an authority protects a person on a day, and when the person's custody reached the line of its class. */
export type Protected =
  | { kind: 'none' }
  | { kind: 'yes'; reached: Day | null }
  /** `because` says what is not known; null: whether the person belongs to the class */
  | { kind: 'unknown'; missing: readonly string[]; because: (() => string[]) | null };

const NOT_PROTECTED: Protected = { kind: 'none' };
const PROTECTED: Protected = { kind: 'yes', reached: null };

/** Whether the person is known to belong on no day to those whom the authority protects. */
export function neverProtects({ authority: { protects }, className, needs }: CompiledAuthority, { facts: { memberships, events } }: Situation): boolean {
  if (protects.kind === 'class') return memberships !== null && !hasMembership(memberships, className);
  if (protects.kind === 'persons') return memberships === null || !hasMembership(memberships, className);
  if (needs === null) return false;
  return (events === null || !hasEvent(events, needs)) && (className === null || memberships === null || !hasMembership(memberships, className));
}

function hasEvent(events: readonly CaseEvent[], kinds: ReadonlySet<string>): boolean {
  for (const { kind } of events) if (kinds.has(kind)) return true;
  return false;
}

function hasMembership(memberships: readonly Membership[], className: string | null): boolean {
  for (const { class: name } of memberships) if (name === className) return true;
  return false;
}

/** Coverage on the day asked about: whom it protects and where, and the line that the person's custody has reached. */
export function protectionNow(compiled: CompiledAuthority, situation: Situation): Protected {
  const { protects } = compiled.authority;
  const membership = protectionOn(compiled, situation.asOf, situation);
  if (protects.kind !== 'class' || protects.reaching === null || membership.kind !== 'yes') return membership;
  const { custody } = situation;
  if (custody.inCustody === null || custody.missing.length > 0) return { kind: 'unknown', missing: custody.missing, because: null };
  const reached = lineReachedOn(situation, protects.reaching, parseDay(protects.since));
  return reached === null ? NOT_PROTECTED : { kind: 'yes', reached };
}

/** Coverage on the day of an event: on that day, and at the place of that day. */
export function protectionOn(compiled: CompiledAuthority, day: Day, situation: Situation): Protected {
  const of = personsOn(compiled, day, situation);
  if (compiled.places === null || of.kind === 'none') return of;
  const there = compiled.places(situation.facts, day, situation.horizon);
  if (there.is === 'no') return NOT_PROTECTED;
  return there.is === 'unknown' && of.kind === 'yes' ? notKnown(there) : of;
}

const notKnown = ({ missing, because }: Truth): Protected => ({ kind: 'unknown', missing, because });

function personsOn(compiled: CompiledAuthority, day: Day, situation: Situation): Protected {
  const { protects } = compiled.authority;
  switch (protects.kind) {
    case 'everyone':
      return PROTECTED;
    case 'class': {
      if (situation.facts.memberships !== null) return membershipOn(compiled.className, day, situation) ?? NOT_PROTECTED;
      const { citizenship } = situation.facts.person;
      const possible = protects.citizenship === null || citizenship === null || citizenship === protects.citizenship;
      return possible ? { kind: 'unknown', missing: ['memberships'], because: null } : NOT_PROTECTED;
    }
    case 'persons':
      return membershipOn(compiled.className, day, situation) ?? NOT_PROTECTED;
    case 'those': {
      const recorded = compiled.className === null ? null : membershipOn(compiled.className, day, situation);
      if (recorded !== null) return recorded;
      const truth = compiled.who!(situation, day);
      return truth.is === 'yes' ? PROTECTED : truth.is === 'no' ? NOT_PROTECTED : notKnown(truth);
    }
  }
}

/** What the memberships on file say of a class on a day; null where none of that class has begun. */
function membershipOn(className: string | null, day: Day, { asOf, facts: { memberships }, horizon }: Situation): Protected | null {
  let member: Protected | null = null;
  for (let i = 0; memberships !== null && i < memberships.length; i++) {
    const { class: name, from, to } = memberships[i];
    if (name !== className) continue;
    horizon.mayChangeOn(from);
    horizon.mayChangeOn(to);
    if (from === null) return { kind: 'unknown', missing: [`memberships[${i}].from`], because: null };
    if (from > asOf) continue;
    if (covers({ from, to }, day)) member = PROTECTED;
    else member ??= NOT_PROTECTED;
  }
  return member;
}
