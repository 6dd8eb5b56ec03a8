import type { Authority } from '../authorities/authority.js';
import { parseDay, type Day } from '../calendar/day.js';
import { covers } from '../calendar/span.js';
import { lineReachedOn, type Situation } from './situation.js';

/** Whether an authority protects a person on a day, and when the person's custody reached the line of its class. */
export type Protected = { kind: 'none' } | { kind: 'yes'; reached: Day | null } | { kind: 'unknown'; missing: readonly string[] };

const NOT_PROTECTED: Protected = { kind: 'none' };
const PROTECTED: Protected = { kind: 'yes', reached: null };

/** Whether the person is known to belong on no day to the class that the authority protects. */
export function neverProtects({ protects }: Authority, { facts }: Situation): boolean {
  return protects.kind === 'class' && facts.memberships !== null && !facts.memberships.some(({ class: name }) => name === protects.class);
}

/** Coverage on the day asked about: membership on it, and the line that the person's custody has reached. */
export function protectionNow(authority: Authority, situation: Situation): Protected {
  const { protects } = authority;
  if (protects.kind === 'everyone') return PROTECTED;
  const membership = protectionOn(authority, situation.asOf, situation);
  if (membership.kind !== 'yes' || protects.reaching === null) return membership;
  const { custody } = situation;
  if (custody.inCustody === null || custody.missing.length > 0) return { kind: 'unknown', missing: custody.missing };
  const reached = lineReachedOn(situation, protects.reaching, parseDay(protects.since));
  return reached === null ? NOT_PROTECTED : { kind: 'yes', reached };
}

/** Coverage on the day of an event: membership on that day. */
export function protectionOn({ protects }: Authority, day: Day, { facts, horizon }: Situation): Protected {
  if (protects.kind === 'everyone') return PROTECTED;
  if (facts.memberships === null) {
    const { citizenship } = facts.person;
    const possible = protects.citizenship === null || citizenship === null || citizenship === protects.citizenship;
    return possible ? { kind: 'unknown', missing: ['memberships'] } : NOT_PROTECTED;
  }
  let member = NOT_PROTECTED;
  for (let i = 0; i < facts.memberships.length; i++) {
    const { class: name, from, to } = facts.memberships[i];
    if (name !== protects.class) continue;
    horizon.mayChangeOn(from);
    horizon.mayChangeOn(to);
    if (from === null) return { kind: 'unknown', missing: [`memberships[${i}].from`] };
    if (covers({ from, to }, day)) member = PROTECTED;
  }
  return member;
}
