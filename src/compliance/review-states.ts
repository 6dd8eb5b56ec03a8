import { Permission } from '../common/permissions.js';

export const REVIEW_STATES = ['open', 'under-review', 'confirmed', 'dismissed', 'raised-with-government', 'cured', 'reported-to-court'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export interface ReviewRule {
  /** what may follow; a state may also follow itself, to say or to name more */
  next: readonly ReviewState[];
  /** who may bring a finding into it */
  needs: Permission;
  /** whether it must be said why */
  needsReason: boolean;
  /** whether it says that the finding is right: not of a clause whose source nobody has verified */
  standsOnTheClause: boolean;
}

const ANYBODY = { needs: Permission.ReviewFindings, needsReason: false, standsOnTheClause: false } as const;
const COUNSEL = { needs: Permission.DecideFindings, needsReason: false, standsOnTheClause: true } as const;

export type ReviewRules = Readonly<Record<ReviewState, ReviewRule>>;

/**
 * How a review goes. Nothing is final: a fact may come late, and whoever looks again begins with `under-review`. To the
 * court goes what counsel confirmed, or what was put to the government first.
 */
export const REVIEW_RULES: ReviewRules = {
  open: { ...ANYBODY, next: ['under-review', 'confirmed', 'dismissed', 'raised-with-government', 'cured'] },
  'under-review': { ...ANYBODY, next: ['open', 'confirmed', 'dismissed', 'raised-with-government', 'cured'] },
  confirmed: { ...COUNSEL, next: ['under-review', 'raised-with-government', 'cured', 'reported-to-court'] },
  dismissed: { ...COUNSEL, needsReason: true, standsOnTheClause: false, next: ['under-review'] },
  'raised-with-government': { ...ANYBODY, next: ['under-review', 'confirmed', 'dismissed', 'cured', 'reported-to-court'] },
  cured: { ...ANYBODY, next: ['under-review', 'confirmed', 'reported-to-court'] },
  'reported-to-court': { ...COUNSEL, next: ['under-review', 'cured'] },
};

/** What a state may be followed by: itself as well, to say more, but for open, of which nothing was said. */
export const followersOf = (state: ReviewState): readonly ReviewState[] =>
  (state === 'open' ? REVIEW_RULES.open.next : [state, ...REVIEW_RULES[state].next]);

/** Throws, so that the application does not start, on a table in which a finding can be lost: never reached, or never looked at again. */
export function requireSoundRules(rules: ReviewRules): void {
  for (const state of REVIEW_STATES) {
    if (rules[state].next.includes(state)) throw new Error(`the review state ${state} follows itself without being told to`);
    if (state !== 'open' && !reaches('open', state, rules)) throw new Error(`no review comes to the state ${state}`);
    if (!reaches(state, 'under-review', rules)) throw new Error(`no review leaves the state ${state} to be looked at again`);
  }
}

function reaches(from: ReviewState, to: ReviewState, rules: ReviewRules): boolean {
  const reached = new Set<ReviewState>();
  const next = [...rules[from].next];
  for (let state = next.pop(); state !== undefined; state = next.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    next.push(...rules[state].next);
  }
  return reached.has(to);
}
