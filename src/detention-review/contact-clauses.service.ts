import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Tx } from '../common/database.js';
import { ClauseCheck, type ContactRef } from '../ice-contacts/clause-check.js';
import type { FindingAnswer } from '../law/answer.js';
import { findingAnswer } from '../law/answer-of.js';
import { parseDay } from '../law/calendar/day.js';
import type { Finding } from '../law/evaluation.js';
import { factIdAt } from './case-file.js';
import { Evaluator } from './evaluator.js';
import { readCaseFile } from './facts.queries.js';

/** What the law says of a contact as soon as it is written; the review finds the same later, and keeps it. */
@Injectable()
export class ContactClauses extends ClauseCheck {
  constructor(private readonly evaluator: Evaluator, private readonly clock: Clock) {
    super();
  }

  async touchedBy(tx: Tx, contacts: readonly ContactRef[]): Promise<ReadonlyMap<string, readonly FindingAnswer[]>> {
    const today = parseDay(this.clock.today());
    const people = [...new Set(contacts.map(({ detaineeId }) => detaineeId))];
    const touched = new Map<string, FindingAnswer[]>(contacts.map(({ id }) => [id, []]));
    const law = await this.evaluator.now(tx);
    for (const id of people) {
      const { facts } = await readCaseFile(tx.client, id);
      for (const finding of law.findingsOf(facts, today)) {
        if (finding.event === null || !touches(finding)) continue;
        const contact = factIdAt(facts, finding.event);
        const path = `${finding.event}.`;
        touched.get(contact)?.push({ ...findingAnswer(finding), event: contact, missing: finding.missing.map((name) => name.replace(path, '')) });
      }
    }
    return touched;
  }
}

/** A clause without force, or of which nothing was broken, is not touched; one of which it is not known may be. */
const touches = ({ result }: Finding): boolean => result !== 'not-met' && result !== 'not-in-force';
