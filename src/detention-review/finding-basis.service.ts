import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../common/database.js';
import { type Basis, FindingBasis } from '../compliance/finding-basis.js';
import type { FindingDto } from '../compliance/findings.dto.js';
import { kindAt, pathsIn } from '../compliance/evidence.js';
import { type Authority, type Clause, entryOn } from '../law/authorities/authority.js';
import { type Day, formatDay, parseDay } from '../law/calendar/day.js';
import type { Evaluation, Finding } from '../law/evaluation.js';
import type { Facts } from '../law/facts.js';
import { factIdAt, factKindAt } from './case-file.js';
import { choosePeople } from './chosen-people.queries.js';
import { Evaluator, type LawNow } from './evaluator.js';
import { readCaseFiles } from './facts.queries.js';

/**
 * Reads the file again as it was known when a finding was written, and asks the law again. A place in a list means
 * nothing by itself: the facts are taken for those of the finding only where they give the same reasons, word for word.
 */
@Injectable()
export class FindingBasisOfFile extends FindingBasis {
  private readonly logger = new Logger(FindingBasisOfFile.name);

  constructor(private readonly database: Database, private readonly evaluator: Evaluator) {
    super();
  }

  async of(finding: FindingDto): Promise<Basis> {
    const law = await this.evaluator.now(this.database);
    const clause = clauseOf(law.authorities, finding);
    const written = await this.asWritten(law, finding);
    const decidedOn = written?.forceOn ?? (finding.event === null ? parseDay(finding.asOf) : null);
    return {
      facts: written?.facts ?? null,
      clause,
      decidedOn: decidedOn === null ? null : formatDay(decidedOn),
      status: clause === null || decidedOn === null ? null : entryOn(clause.status, decidedOn),
    };
  }

  private async asWritten(law: LawNow, finding: FindingDto): Promise<{ facts: Basis['facts']; forceOn: Day } | null> {
    // A fact that was recorded while the review was under way was read by it, though it came after its beginning.
    for (const knownOn of [new Date(finding.openedAt), null]) {
      const facts = await this.fileOf(finding.person.id, knownOn);
      const evaluation = this.evaluationOf(law, facts, finding);
      const found = evaluation?.findings.find(({ authority, clause, event }) =>
        authority === finding.authority && clause === finding.clause && (event === null ? null : factIdAt(facts, event)) === finding.event);
      if (!evaluation || !found || found.because().join('\n') !== finding.because.join('\n')) continue;
      const paths = pathsIn([...(found.event === null ? [] : [found.event]), ...finding.because, ...whatCountsRestOn(found, evaluation)]);
      return { facts: paths.map((path) => ({ path, kind: factKindAt(facts, path) ?? kindAt(path), id: factIdAt(facts, path) })), forceOn: found.forceOn };
    }
    return null;
  }

  /** Somebody whom the law fails on is set apart by the sweep, which keeps the reason; what was found before must still be shown. */
  private evaluationOf(law: LawNow, facts: Facts, { person, asOf }: FindingDto): Evaluation | null {
    try {
      return law.evaluate(facts, parseDay(asOf));
    } catch {
      this.logger.error(`the evaluation of ${person.id} failed: on which facts a finding of theirs rests is not shown`);
      return null;
    }
  }

  private async fileOf(detaineeId: string, knownOn: Date | null): Promise<Facts> {
    const [{ facts }] = await this.database.transaction(async ({ client }) => {
      await choosePeople(client, [detaineeId]);
      return readCaseFiles(client, [detaineeId], knownOn);
    });
    return facts;
  }
}

/** What is measured by a count says when it began; which stints and which order it began with, the evaluation says for all. */
function whatCountsRestOn({ count, policy }: Finding, { custodyBecause, finality }: Evaluation): string[] {
  const measuredBy = count?.id ?? policy;
  if (measuredBy.startsWith('custody.')) return custodyBecause();
  return /^(post-order|removal-period|last-review)/.test(measuredBy) ? [...custodyBecause(), ...finality.because()] : [];
}

const clauseOf = (authorities: readonly Authority[], { authority, clause }: FindingDto): Clause | null =>
  authorities.find(({ id }) => id === authority)?.clauses.find(({ id }) => id === clause) ?? null;
