import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type Actor, operator } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { idsInOrder } from '../common/ids-in-order.js';
import { notFound } from '../common/problem.js';
import type { Answer } from '../law/answer.js';
import { parseDay } from '../law/calendar/day.js';
import { answerOf } from '../law/evaluate.js';
import { BatchReview } from './batch-review.js';
import { factIdAt } from './case-file.js';
import { choosePeople } from './chosen-people.queries.js';
import { isFaultOfAPerson, reasonOf } from './detention-review.errors.js';
import { claimDue, duePage, forgetFailures, markedPeople, markEverybody, type Now, recordFailure, type ReviewStatus, reviewStatus } from './due.queries.js';
import { lastEvaluations } from './evaluation.queries.js';
import { readCaseFiles, readCaseFilesOneByOne } from './facts.queries.js';
import { Evaluator } from './evaluator.js';
import type { LedgerRow } from './ledger.js';
import { standingFindings } from './ledger.queries.js';

/** People in one transaction: enough that its cost is shared, few enough that a batch stays small in memory. */
const BATCH = 2_000;
/** Batches under way at once: while one is computed here, the database reads or writes another. */
const LANES = 3;
const NOTHING_STANDS: ReadonlyMap<string, LedgerRow[]> = new Map();
const NOBODY: ReadonlySet<string> = new Set();
const BEFORE_EVERY_ID = '00000000-0000-0000-0000-000000000000';

/** What a review did. */
export interface Reviewed {
  evaluated: number;
  opened: number;
  succeeded: number;
  closed: number;
  failed: number;
}

/**
 * Evaluates whoever is due and writes what changed. Each batch is one transaction that holds its people, takes their
 * marks, reads their facts and writes the outcome: a worker that dies leaves everything as it was, marks included,
 * and whoever comes next does it again.
 */
@Injectable()
export class DetentionReviewService implements BeforeApplicationShutdown {
  private readonly logger = new Logger(DetentionReviewService.name);
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly evaluator: Evaluator,
    private readonly clock: Clock,
  ) {}

  /** A process that is asked to end finishes the batches under way; the marks of the others stand for whoever comes next. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** One person, on any day, from the file as it stands or as it was known on an earlier instant. Stores nothing. */
  async evaluationOf(detaineeId: string, asOf: string | null, knownOn: Date | null): Promise<Answer> {
    return (await this.evaluatedOrders(detaineeId, asOf, knownOn)).answer;
  }

  /** The same, with the id of the removal order that governs; null: none does. */
  async evaluatedOrders(detaineeId: string, asOf: string | null, knownOn: Date | null): Promise<{ answer: Answer; governingOrderId: string | null }> {
    const [person] = await this.database.query('select 1 from detainee where id = $1', [detaineeId]);
    if (!person) throw notFound('detainee');
    const [law, file] = await this.database.transaction(async (tx) => {
      await choosePeople(tx.client, [detaineeId]);
      return [await this.evaluator.now(tx), (await readCaseFiles(tx.client, [detaineeId], knownOn))[0]] as const;
    });
    const evaluation = law.evaluate(file.facts, parseDay(asOf ?? this.clock.today()));
    const { orderIndex } = evaluation.finality;
    return { answer: answerOf(evaluation), governingOrderId: orderIndex === null ? null : factIdAt(file.facts, `removalOrders[${orderIndex}]`) };
  }

  /** Everybody who is due on `today`; repeated until nobody is, so that marks set meanwhile are not left lying. */
  async sweep(today: string, actor: Actor = operator(null)): Promise<Reviewed> {
    return this.untilNobodyIsDue(actor, today, () => {
      let after = BEFORE_EVERY_ID;
      return async () => {
        const { version } = await this.evaluator.now(this.database);
        const ids = await duePage(this.database, { today, lawVersion: version }, after, BATCH);
        after = ids.at(-1) ?? after;
        return ids;
      };
    });
  }

  /** Those of `ids` who are due. What another worker holds is left to that worker. */
  async review(ids: readonly string[], today: string, actor: Actor = operator(null)): Promise<Reviewed> {
    return this.untilNobodyIsDue(actor, today, () => {
      let from = 0;
      return () => Promise.resolve(ids.slice(from, (from += BATCH)));
    });
  }

  /** Has every person evaluated again by the next sweep, for an operator who wants to be sure. */
  async markEverybody(): Promise<number> {
    return this.database.transaction(markEverybody);
  }

  async status(): Promise<ReviewStatus> {
    const { version } = await this.evaluator.now(this.database);
    return reviewStatus(this.database, { today: this.clock.today(), lawVersion: version });
  }

  private async untilNobodyIsDue(actor: Actor, today: string, pages: () => () => Promise<readonly string[]>): Promise<Reviewed> {
    const total = nothingReviewed();
    for (;;) {
      const pass = await this.pass(actor, today, pages());
      add(total, pass);
      if (this.stopping || pass.evaluated + pass.failed === 0) return total;
    }
  }

  private async pass(actor: Actor, today: string, page: () => Promise<readonly string[]>): Promise<Reviewed> {
    const total = nothingReviewed();
    let next: Promise<readonly string[]> = page();
    const lane = async (): Promise<void> => {
      for (;;) {
        // One page is asked for after another, whichever lane takes it.
        const mine = next;
        next = mine.then((ids) => (ids.length === 0 ? ids : page()));
        next.catch(() => undefined); // reported to the lane that awaits it
        const ids = await mine;
        if (ids.length === 0 || this.stopping) return;
        add(total, await this.batch(actor, today, ids));
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    const failed = lanes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    return total;
  }

  /** A person whose facts or findings cannot be handled is searched out by halves: the others are done all the same. */
  private async batch(actor: Actor, today: string, ids: readonly string[]): Promise<Reviewed> {
    try {
      return await this.database.transaction((tx) => this.inTransaction(tx, actor, today, ids));
    } catch (error) {
      if (!isFaultOfAPerson(error)) throw error;
      if (ids.length === 1) return this.setApart(today, ids[0], error);
      const half = ids.length >> 1;
      const total = await this.batch(actor, today, ids.slice(0, half));
      add(total, await this.batch(actor, today, ids.slice(half)));
      return total;
    }
  }

  private async inTransaction(tx: Tx, actor: Actor, today: string, ids: readonly string[]): Promise<Reviewed> {
    // What a crash of the server may lose of the last moments it loses whole: the findings and the taking of their marks.
    await tx.query('set local synchronous_commit = off');
    // Asked for each batch: a change of the law that comes in the middle of a sweep is followed from the next batch on.
    const law = await this.evaluator.now(tx);
    const now: Now = { today, lawVersion: law.version };
    await choosePeople(tx.client, ids);
    const claimed = await claimDue(tx, now);
    if (claimed.size === 0) return nothingReviewed();
    if (claimed.size < ids.length) await choosePeople(tx.client, [...claimed.keys()]);
    await forgetFailures(tx);
    const files = await readCaseFilesOneByOne(tx.client, [...claimed.keys()]);
    const last = await lastEvaluations(tx.client);
    // Of who was never evaluated nothing stands, and nothing changed since.
    const standing = last.size === 0 ? NOTHING_STANDS : await standingFindings(tx.client);
    // A fact that came after its person was claimed may have been read; its mark stays, and by then nothing is left to tell of it.
    const markedSince = last.size === 0 ? NOBODY : await markedPeople(tx);

    const review = new BatchReview(law, parseDay(today), { last, standing }, idsInOrder(this.clock.now()));
    for (const file of files) review.add(file, claimed.get(file.detaineeId)!.marked || markedSince.has(file.detaineeId));
    await review.write(tx);
    const { failures, ledger, evaluations } = review;
    for (const { detaineeId, error } of failures) await this.record(tx, now, detaineeId, error);

    const reviewed = { evaluated: evaluations.detaineeIds.length, opened: ledger.opened, succeeded: ledger.succeeded,
      closed: ledger.closed, failed: failures.length };
    // Also of a run that changed nothing: that somebody was evaluated, and under which law, is what it says.
    if (reviewed.evaluated + reviewed.failed > 0) {
      await this.audit.record(tx, actor, { action: 'finding.reviewed', subject: 'finding', after: { ...now, ...reviewed } });
    }
    return reviewed;
  }

  private async setApart(today: string, detaineeId: string, error: unknown): Promise<Reviewed> {
    return this.database.transaction(async (tx) => {
      const now: Now = { today, lawVersion: (await this.evaluator.now(tx)).version };
      await choosePeople(tx.client, [detaineeId]);
      if ((await claimDue(tx, now)).size === 0) return nothingReviewed();
      await this.record(tx, now, detaineeId, error);
      return { ...nothingReviewed(), failed: 1 };
    });
  }

  private async record(tx: Tx, now: Now, detaineeId: string, error: unknown): Promise<void> {
    // The reason may quote a fact, so it is kept in the record and not in the log.
    this.logger.error(`the evaluation of ${detaineeId} failed; it is kept apart until its next mark, the next day or the next law`);
    await recordFailure(tx, now, detaineeId, reasonOf(error));
  }
}

const nothingReviewed = (): Reviewed => ({ evaluated: 0, opened: 0, succeeded: 0, closed: 0, failed: 0 });

function add(total: Reviewed, more: Reviewed): void {
  total.evaluated += more.evaluated;
  total.opened += more.opened;
  total.succeeded += more.succeeded;
  total.closed += more.closed;
  total.failed += more.failed;
}
