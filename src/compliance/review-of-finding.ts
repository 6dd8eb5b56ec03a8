import type { FindingResult } from '../law/answer.js';
import type { FindingDto, FindingReviewDto } from './findings.dto.js';
import type { ReviewState } from './review-states.js';

/** When somebody last looked, who, what they said, and what the finding said that they looked at. */
export interface LastLook {
  state: ReviewState;
  by: string;
  at: string;
  result: FindingResult;
  on: string | null;
}

/** How the review of a finding stands. One that was superseded says itself what changed: of it nothing more is said. */
export function reviewOf({ result, on, superseded }: Pick<FindingDto, 'result' | 'on' | 'superseded'>, look: LastLook | null): FindingReviewDto {
  if (look === null) return { state: 'open', by: null, at: null, changedSince: null };
  const { state, by, at } = look;
  const changed = superseded === null && (look.result !== result || look.on !== on);
  return { state, by, at, changedSince: changed ? `Reviewed when it was ${said(look)}; it is ${said({ result, on })} now.` : null };
}

const said = ({ result, on }: Pick<LastLook, 'result' | 'on'>): string => (on === null ? result : `${result} (${on})`);
