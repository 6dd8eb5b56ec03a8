import type { Database, Tx } from '../common/database.js';
import type { FindingResult } from '../law/answer.js';
import type { Evidence } from './evidence.js';
import type { ReviewState } from './review-states.js';

type Reader = Pick<Database | Tx, 'query'>;

/** What is reviewed: what a clause says of a person and an event (empty: of the person's state), whichever row of the ledger says it. */
export interface ReviewedChain {
  detaineeId: string;
  authority: string;
  clause: string;
  eventKey: string;
}

/** That `r`, a step of a review, is of what the finding `f` is about. */
const OF_THE_FINDING = 'r.detainee_id = f.detainee_id and r.authority = f.authority and r.clause = f.clause and r.event_key = f.event_key';

/** That no later step followed `r`. Each step counts one further. */
const IS_THE_LAST = `not exists (select from finding_review later where later.detainee_id = r.detainee_id and later.authority = r.authority
  and later.clause = r.clause and later.event_key = r.event_key and later.step > r.step)`;

/** How the review of the finding `f` stands, with what the finding said when it was last looked at; null: nobody has. */
export const REVIEW_OF_FINDING = `(
  select json_build_object('state', r.state, 'by', (select u.name from app_user u where u.id = r.by), 'at', r.at,
    'result', r.result, 'on', r.on_day)
  from finding_review r where ${OF_THE_FINDING} order by r.step desc limit 1)`;

/**
 * Which findings `f` are in one of the states at that place. Open is also what changed after somebody looked at it, in
 * its result or its day: what is new must not hide behind an old decision.
 */
export const inReviewStates = (states: readonly ReviewState[], place: string): string => {
  const reviewed = `exists (select from finding_review r where ${OF_THE_FINDING} and r.state = any(${place}::text[]) and ${IS_THE_LAST})`;
  if (!states.includes('open')) return reviewed;
  return `(${reviewed} or not exists (
    select from finding_review r where ${OF_THE_FINDING} and r.result = f.result and r.on_day is not distinct from f.on_day and ${IS_THE_LAST}))`;
};

export interface ReviewStepRow {
  id: string;
  detaineeId: string;
  step: number;
  state: ReviewState;
  /** sealed */
  reason: string | null;
  evidence: Evidence[];
  by: string;
  at: Date;
  findingId: string;
  result: FindingResult;
  on: string | null;
}

/** Every step of a review, the latest first. */
export const reviewSteps = (db: Reader, { detaineeId, authority, clause, eventKey }: ReviewedChain): Promise<ReviewStepRow[]> =>
  db.query<ReviewStepRow>(
    `select r.id, r.detainee_id as "detaineeId", r.step, r.state, r.reason, r.evidence, u.name as by, r.at, r.finding_id as "findingId", r.result, r.on_day as "on"
     from finding_review r join app_user u on u.id = r.by
     where r.detainee_id = $1 and r.authority = $2 and r.clause = $3 and r.event_key = $4 order by r.step desc`,
    [detaineeId, authority, clause, eventKey]);

/** The state in which the review of a finding stands, and whether the finding is the last word of its clause: what follows it is reviewed instead. */
export async function reviewedSoFar(tx: Tx, findingId: string): Promise<{ state: ReviewState; isLast: boolean }> {
  const [{ state, isLast }] = await tx.query<{ state: ReviewState | null; isLast: boolean }>(
    `select (select r.state from finding_review r where ${OF_THE_FINDING} order by r.step desc limit 1) as state,
       not exists (select from finding n where n.detainee_id = f.detainee_id and n.authority = f.authority and n.clause = f.clause
         and n.event_key = f.event_key and n.id <> f.id and (n.superseded_at is null or n.superseded_at > f.superseded_at)) as "isLast"
     from finding f where f.id = $1`, [findingId]);
  return { state: state ?? 'open', isLast };
}

export interface NewReviewStep {
  id: string;
  findingId: string;
  state: ReviewState;
  sealedReason: string | null;
  evidence: readonly Evidence[];
  by: string;
}

/** The finding's version moves on with it, so that who looked at an earlier state of the review is told. */
export async function addReviewStep(tx: Tx, { id, findingId, state, sealedReason, evidence, by }: NewReviewStep): Promise<void> {
  await tx.query(
    `insert into finding_review (id, detainee_id, authority, clause, event_key, step, finding_id, result, on_day, state, reason, evidence, by)
     select $1, f.detainee_id, f.authority, f.clause, f.event_key,
       (select coalesce(max(r.step), 0) + 1 from finding_review r where ${OF_THE_FINDING}), f.id, f.result, f.on_day, $3, $4, $5, $6
     from finding f where f.id = $2`,
    [id, findingId, state, sealedReason, JSON.stringify(evidence), by]);
  await tx.query('update finding set version = version + 1 where id = $1', [findingId]);
}
