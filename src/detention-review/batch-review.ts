import type { PoolClient } from 'pg';
import type { Tx } from '../common/database.js';
import type { Day } from '../law/calendar/day.js';
import { type CaseFile, factIdAt } from './case-file.js';
import { EvaluationBatch } from './evaluation.queries.js';
import type { LawNow } from './evaluator.js';
import { askedOf, explainOpenings, formerFiles, type Known, type LateOpening, lateOpenings, type Looked } from './late-openings.js';
import { type LastEvaluation, type LedgerRow, ledgerWrites } from './ledger.js';
import { LedgerBatch } from './ledger.queries.js';

/** What was on file of the people of a batch before it. */
export interface Before {
  last: ReadonlyMap<string, LastEvaluation>;
  standing: ReadonlyMap<string, readonly LedgerRow[]>;
}

/** The people of one transaction, one after the other: what the law says of each, and what is to be written of it. */
export class BatchReview {
  readonly failures: { detaineeId: string; error: unknown }[] = [];
  readonly ledger: LedgerBatch;
  readonly evaluations: EvaluationBatch;
  private readonly toExplain: { looked: Known; late: LateOpening[] }[] = [];

  constructor(private readonly law: LawNow, private readonly asOf: Day, private readonly before: Before, nextId: () => string) {
    this.ledger = new LedgerBatch(nextId);
    this.evaluations = new EvaluationBatch(before.last);
  }

  /** `factsChanged`: since the last evaluation. Whoever cannot be evaluated is among the failures, and nothing of theirs is written. */
  add(file: CaseFile, factsChanged: boolean): void {
    this.orSetApart(file.detaineeId, () => {
      const looked = this.look(file, factsChanged);
      const late = factsChanged && isKnown(looked) && looked.before.lawVersion === this.law.version ? lateOpenings(this.law, looked) : [];
      if (isKnown(looked) && late.length > 0) this.toExplain.push({ looked, late });
      else this.gather(looked);
    });
  }

  /** When all are added. What came by a fact that came late says so, by the file as it was known before. */
  async write(tx: Tx): Promise<void> {
    await this.explain(tx.client);
    await this.ledger.write(tx);
    await this.evaluations.write(tx);
  }

  private look(file: CaseFile, factsChanged: boolean): Looked {
    const { detaineeId, facts } = file;
    const evaluation = this.law.evaluate(facts, this.asOf);
    if (evaluation.nextChangeOn !== null && evaluation.nextChangeOn <= this.asOf) {
      throw new Error('the law names a day of next change that is not to come'); // it would be due again at once, for ever
    }
    const before = this.before.last.get(detaineeId) ?? null;
    const review = { evaluation, before, factsChanged, factIdAt: (path: string) => factIdAt(facts, path), said: askedOf(this.law, facts) };
    return { file, evaluation, before, writes: ledgerWrites(this.before.standing.get(detaineeId) ?? [], review) };
  }

  private async explain(client: PoolClient): Promise<void> {
    const former = await formerFiles(client, this.toExplain.map(({ looked }) => looked));
    for (const { looked, late } of this.toExplain) {
      const { detaineeId } = looked.file;
      this.orSetApart(detaineeId, () => {
        explainOpenings(this.law, looked, late, former.get(detaineeId)!);
        this.gather(looked);
      });
    }
  }

  private gather({ file: { detaineeId, facts }, evaluation, writes }: Looked): void {
    this.ledger.add(detaineeId, evaluation, writes);
    this.evaluations.add(detaineeId, facts, evaluation);
  }

  private orSetApart(detaineeId: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failures.push({ detaineeId, error });
    }
  }
}

const isKnown = (looked: Looked): looked is Known => looked.before !== null;
