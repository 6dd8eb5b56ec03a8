import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Tx } from '../common/database.js';
import { AccessCheck, type AttemptRef, type TouchedRules } from '../counsel-contacts/access-check.js';
import { accessClauses } from '../law/access/access-to-counsel.js';
import { parseDay } from '../law/calendar/day.js';
import { touching } from './contact-clauses.service.js';
import { Evaluator } from './evaluator.js';
import { readCaseFile } from './facts.queries.js';

/** Which rules of access an attempt to reach a client touches, as soon as it is written. */
@Injectable()
export class AccessClauses extends AccessCheck {
  constructor(private readonly evaluator: Evaluator, private readonly clock: Clock) {
    super();
  }

  async touchedBy(tx: Tx, attempt: AttemptRef): Promise<TouchedRules> {
    const { facts } = await readCaseFile(tx.client, attempt.detaineeId);
    const findings = touching(new Set([attempt.id]), facts, await this.evaluator.now(tx), parseDay(this.clock.today()));
    return { findings, clauses: accessClauses(attempt, facts, parseDay(attempt.on)) };
  }
}
