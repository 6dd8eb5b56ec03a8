import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';
import { notFound } from '../common/problem.js';
import type { NamedPerson } from '../court-orders/order-json.js';
import { type OrderProposal, OrderProposals } from '../court-orders/order-proposals.service.js';
import { type Day, parseDay } from '../law/calendar/day.js';
import { findingsOf } from '../law/evaluate.js';
import type { Facts } from '../law/facts.js';
import { factIdAt } from './case-file.js';
import { choosePeople } from './chosen-people.queries.js';
import { readCaseFiles } from './facts.queries.js';
import type { OrderPreviewDto } from './order-preview.dto.js';
import { peopleNamed, peoplePage, peopleSeen } from './order-preview.queries.js';
import { previewChanges, PreviewTally } from './preview.js';

/** Small, so that other requests have their turn between two of them. */
const BATCH = 250;
/** A preview that would take longer says how far it came. */
const MOST_MS = 10_000;
const SHOWN = 50;
const BEFORE_EVERY_ID = '00000000-0000-0000-0000-000000000000';

/** What an order would do to the caseload before it is saved. Only its own clauses are asked: no other hangs on what it says. */
@Injectable()
export class OrderPreviewService {
  constructor(private readonly database: Database, private readonly proposals: OrderProposals, private readonly clock: Clock) {}

  async preview(orderId: string | null, json: unknown): Promise<OrderPreviewDto> {
    const proposal = await this.proposals.read(orderId, json);
    const asOf = this.clock.today();
    const people = await this.concerned(proposal);
    const tally = new PreviewTally(SHOWN);
    const until = performance.now() + MOST_MS;
    let complete = false;
    while (performance.now() < until) {
      const ids = await people.next();
      complete = ids.length === 0;
      if (complete) break;
      await this.batch(ids, proposal, parseDay(asOf), tally);
    }
    const { evaluated, affected, clauses } = tally;
    return { asOf, concerned: people.count, evaluated, complete: complete || evaluated >= people.count, affected, clauses: [...clauses], people: tally.people as OrderPreviewDto['people'] };
  }

  /** Whom an order that names persons names, or is to name; else everybody. Of them, those whom the caller sees. */
  private async concerned({ after: { id, protects }, persons }: OrderProposal): Promise<{ count: number; next: () => Promise<readonly string[]> }> {
    if (protects.kind === 'persons') {
      const ids = await peopleNamed(this.database, id, persons.map(({ detaineeId }) => detaineeId));
      if (persons.some(({ detaineeId }) => !ids.includes(detaineeId))) throw notFound('detainee');
      let from = 0;
      return { count: ids.length, next: () => Promise.resolve(ids.slice(from, (from += BATCH))) };
    }
    let after = BEFORE_EVERY_ID;
    return {
      count: await peopleSeen(this.database),
      next: async () => {
        const ids = await peoplePage(this.database, after, BATCH);
        after = ids.at(-1) ?? after;
        return ids;
      },
    };
  }

  private async batch(ids: readonly string[], { after: { id }, laws, persons }: OrderProposal, asOf: Day, tally: PreviewTally): Promise<void> {
    const files = await this.database.transaction(async ({ client }) => {
      await choosePeople(client, ids);
      return readCaseFiles(client, ids);
    });
    for (const { detaineeId, facts } of files) {
      const named = persons.find((person) => person.detaineeId === detaineeId);
      const before = findingsOf(facts, asOf, laws.before);
      const after = findingsOf(named ? withMembership(facts, id, named) : facts, asOf, laws.after);
      tally.add(detaineeId, previewChanges(before, after, (path) => factIdAt(facts, path)));
    }
  }
}

const withMembership = (facts: Facts, name: string, { from, to }: NamedPerson): Facts =>
  ({ ...facts, memberships: [...(facts.memberships ?? []), { class: name, from: parseDay(from), to: to === null ? null : parseDay(to) }] });
