import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';
import { contradiction, notFound } from '../common/problem.js';
import { MEMBERSHIP } from '../detainees/detainee.facts.js';
import type { Authority } from '../law/authorities/authority.js';
import type { Law } from '../law/authorities/compile.js';
import { givenOnce, refusing } from './court-orders.errors.js';
import { versionsOf, visibleOrders } from './court-orders.queries.js';
import { lawOfOne } from './office-law.js';
import { readOfficeLaw } from './office-law.queries.js';
import { type NamedPerson, readCorrectedOrder, readNewOrder, readStatusEntries } from './order-json.js';
import { withStatus } from './status-entry.js';
import { namesAround, refuseIfStillNamed } from './surroundings.js';
import { authorityOf, standingOf, timelinesOf } from './timeline.js';

/** An order as it stands and as it would be, each as a law of its own: nothing else of the law hangs on it. */
export interface OrderProposal {
  after: Authority;
  laws: { before: Law; after: Law };
  /** whom it would name beside those whom it names already */
  persons: readonly NamedPerson[];
}

/** What is proposed about an order, read and refused as if it were to be saved; nothing is. */
@Injectable()
export class OrderProposals {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /** A new order, what one is to say instead, or entries about the states of its clauses (`statusEntries`). `id` null: that of the order in `json`. */
  async read(id: string | null, json: unknown): Promise<OrderProposal> {
    const office = await readOfficeLaw(this.database);
    const orders = office.orders;
    const propose = (before: Authority | null, after: Authority, persons: readonly NamedPerson[] = []): OrderProposal =>
      ({ after, persons, laws: { before: lawOfOne(before, office.verifications), after: lawOfOne(after, office.verifications) } });

    const standing = id !== null && (await visibleOrders(this.database)).has(id) ? orders.find(({ definition }) => definition.id === id) : undefined;
    if (hasStatusEntries(json)) {
      if (id === null || standing === undefined) throw notFound('court order');
      const { before, after } = withStatus(office, id, refusing(() => readStatusEntries(json)));
      return propose(before, after);
    }
    if (standing === undefined) {
      const { authority, persons } = refusing(() => readNewOrder(id === null ? json : { id, ...asFields(json) }, namesAround(orders)));
      const faults = persons.flatMap(({ from, to }, i) => (MEMBERSHIP.faults?.({ class: authority.id, from, to }, this.clock.today()) ?? [])
        .map((fault) => ({ ...fault, path: `persons[${i}].${fault.path}` })));
      if (faults.length > 0) throw contradiction(...faults);
      if ((await versionsOf(this.database, authority.id)).length > 0) throw givenOnce();
      return propose(null, authority, persons);
    }
    const timelines = timelinesOf(standing.status);
    const before = authorityOf(standing.definition, timelines);
    const others = orders.filter((order) => order !== standing);
    const { authority } = refusing(() => readCorrectedOrder({ reason: 'a proposal', ...asFields(json) }, before, standingOf(standing.definition, timelines), namesAround(others)));
    refuseIfStillNamed(others, authority);
    return propose(before, authority);
  }
}

const asFields = (json: unknown): object => (typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {});
const hasStatusEntries = (json: unknown): boolean => 'statusEntries' in asFields(json);
