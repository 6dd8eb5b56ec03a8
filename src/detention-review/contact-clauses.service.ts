import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { Tx } from '../common/database.js';
import { ClauseCheck, type ContactRef } from '../ice-contacts/clause-check.js';
import type { FindingAnswer } from '../law/answer.js';
import { findingAnswer } from '../law/answer-of.js';
import { type Day, parseDay } from '../law/calendar/day.js';
import type { Finding } from '../law/evaluation.js';
import type { Facts } from '../law/facts.js';
import { factIdAt } from './case-file.js';
import { Evaluator, type LawNow } from './evaluator.js';
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
    const law = await this.evaluator.now(tx);
    const ids = new Set(contacts.map(({ id }) => id));
    const found: FindingAnswer[] = [];
    for (const id of people) found.push(...touching(ids, (await readCaseFile(tx.client, id)).facts, law, today));
    return new Map(contacts.map(({ id }) => [id, found.filter(({ event }) => event === id)]));
  }
}

/** The findings of clauses that touch one of the facts `ids`: `event` is its id, and what is missing of it goes by the name of its field. */
export function touching(ids: ReadonlySet<string>, facts: Facts, law: LawNow, today: Day): FindingAnswer[] {
  return law.findingsOf(facts, today).flatMap((finding) => {
    if (finding.event === null || !touches(finding)) return [];
    const event = factIdAt(facts, finding.event);
    const path = `${finding.event}.`;
    return ids.has(event) ? [{ ...findingAnswer(finding), event, missing: finding.missing.map((name) => name.replace(path, '')) }] : [];
  });
}

/** A clause without force, or of which nothing was broken, is not touched; one of which it is not known may be. */
const touches = ({ result }: Finding): boolean => result !== 'not-met' && result !== 'not-in-force';
