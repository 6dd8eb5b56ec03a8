import { Injectable } from '@nestjs/common';
import type { Tx } from '../common/database.js';
import { AccessCheck, type AttemptRef, type TouchedRules } from '../counsel-contacts/access-check.js';
import { ClauseCheck } from '../ice-contacts/clause-check.js';
import { accessClauses } from '../law/access/access-to-counsel.js';
import { parseDay } from '../law/calendar/day.js';
import { readCaseFile } from './facts.queries.js';

/** Which rules of access an attempt to reach a client touches, as soon as it is written. */
@Injectable()
export class AccessClauses extends AccessCheck {
  constructor(private readonly clauses: ClauseCheck) {
    super();
  }

  async touchedBy(tx: Tx, attempt: AttemptRef): Promise<TouchedRules> {
    const judged = await this.clauses.touchedBy(tx, [attempt]);
    const { facts } = await readCaseFile(tx.client, attempt.detaineeId);
    return { findings: judged.get(attempt.id) ?? [], clauses: accessClauses(attempt, facts, parseDay(attempt.on)) };
  }
}
