import { createHash } from 'node:crypto';
import { formatDay, type Day } from '../law/calendar/day.js';
import { type CompiledClass, type ProposedMembership, proposedMemberships } from '../law/classes/proposed-memberships.js';
import type { Facts, Membership } from '../law/facts.js';
import { type Evidence, evidenceIn } from './evidence.js';

/**
 * What is on file, beside what the facts say: the same, or nothing where there is a membership; other days; a membership of
 * which the facts say nothing; or the facts do not say.
 */
export const STANDINGS = ['agrees', 'not-on-file', 'other-days', 'only-on-file', 'not-known'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A membership of the class that is on file. */
export interface OnFile {
  id: string;
  from: string | null;
  to: string | null;
}

/** What is proposed to a person about one class. */
export interface Proposal extends ProposedMembership {
  standing: Standing;
  onFile: OnFile[];
  /** the facts on which it rests */
  evidence: Evidence[];
  /** names this proposal: another if what is proposed, what is on file or a fact on which it rests is another */
  proposal: string;
}

/** What the facts of one person say of each class by `asOf`, and how what is on file stands to it. `identity`: the fact that says who it is. */
export function proposalsOf(facts: Facts, identity: string | null, asOf: Day, classes: readonly CompiledClass[]): Proposal[] {
  return proposedMemberships(facts, asOf, classes).map((proposed) => {
    const onFile = membershipsOnFile(facts, proposed.class, asOf);
    const evidence = evidenceIn(facts, identity, [...proposed.began, ...proposed.because]);
    const { class: slug, result, from, to, missing, toBeConfirmed } = proposed;
    return {
      ...proposed, onFile, standing: standingOf(proposed, onFile), evidence: evidence.map(({ list, id }) => ({ list, id })),
      proposal: createHash('sha256').update(JSON.stringify([slug, result, from, to, missing, toBeConfirmed, onFile, evidence])).digest('hex'),
    };
  });
}

/** Whether a person has something to decide: what the facts say and what is on file differ. */
export const differs = ({ standing }: Pick<Proposal, 'standing'>): boolean => standing !== 'agrees' && standing !== 'not-known';

type Span = Pick<OnFile, 'from' | 'to'>;

export function standingOf({ result, from, to, toBeConfirmed }: ProposedMembership, onFile: readonly Span[]): Standing {
  if (result === 'unknown' && toBeConfirmed.length === 0) return 'not-known';
  if (from === null) return onFile.length === 0 ? 'agrees' : 'only-on-file';
  const meeting = onFile.filter((span) => overlap({ from, to }, span));
  if (meeting.length === 0) return 'not-on-file';
  return meeting.some((span) => span.from === from && span.to === to) ? 'agrees' : 'other-days';
}

/** Half-open spans; no first day is any day before, no last one any day after. */
const overlap = (a: Span, b: Span): boolean => (a.from ?? '') < (b.to ?? '9') && (b.from ?? '') < (a.to ?? '9');

/** One that begins after `asOf` has not begun; one that ends after it is still running. */
function membershipsOnFile({ memberships }: Facts, slug: string, asOf: Day): OnFile[] {
  const stored = (memberships ?? []) as readonly (Membership & { id: string })[];
  return stored.filter(({ class: name, from }) => name === slug && (from === null || from <= asOf)).map(({ id, from, to }) => ({
    id, from: from === null ? null : formatDay(from), to: to === null || to > asOf ? null : formatDay(to),
  }));
}
