import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../common/database.js';
import { contradiction, notFound } from '../common/problem.js';
import { MEMBERSHIP } from '../detainees/detainee.facts.js';
import type { Authority } from '../law/authorities/authority.js';
import type { Law } from '../law/authorities/compile.js';
import { givenOnce, refusing } from './court-orders.errors.js';
import { idWasGiven, visibleOrders } from './court-orders.queries.js';
import { lawOfOne } from './office-law.js';
import { type OfficeLawRows, readOfficeLaw } from './office-law.queries.js';
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

type OrderRows = OfficeLawRows['orders'][number];

/** What is proposed about an order, read and refused as if it were to be saved; nothing is. */
@Injectable()
export class OrderProposals {
  constructor(private readonly database: Database, private readonly clock: Clock) {}

  /**
   * What one is to say instead, entries about the states of its clauses (`statusEntries`), or a new order. `id` null: that of the order in
   * `json`; else of one that stands and that the caller sees, or of none that there ever was.
   */
  async read(id: string | null, json: unknown): Promise<OrderProposal> {
    const office = await readOfficeLaw(this.database);
    const standing = id === null ? undefined : await this.standing(id, office);
    if (hasStatusEntries(json)) {
      if (standing === undefined) throw notFound('court order');
      const { before, after } = withStatus(office, standing.definition.id, refusing(() => readStatusEntries(json)));
      return proposal(office, before, after);
    }
    return standing === undefined ? this.ofNew(id, json, office) : ofCorrection(standing, json, office);
  }

  private async standing(id: string, { orders }: OfficeLawRows): Promise<OrderRows | undefined> {
    const order = orders.find(({ definition }) => definition.id === id);
    if (order !== undefined && !(await visibleOrders(this.database)).has(id)) throw notFound('court order');
    return order;
  }

  private async ofNew(id: string | null, json: unknown, office: OfficeLawRows): Promise<OrderProposal> {
    if (id !== null) await this.refuseGiven(id);
    const { authority, persons } = refusing(() => readNewOrder(id === null ? json : { id, ...asFields(json) }, namesAround(office.orders)));
    const faults = persons.flatMap(({ from, to }, i) => (MEMBERSHIP.faults?.({ class: authority.id, from, to }, this.clock.today()) ?? [])
      .map((fault) => ({ ...fault, path: `persons[${i}].${fault.path}` })));
    if (faults.length > 0) throw contradiction(...faults);
    await this.refuseGiven(authority.id);
    return proposal(office, null, authority, persons);
  }

  private async refuseGiven(id: string): Promise<void> {
    if (await idWasGiven(this.database, id)) throw givenOnce();
  }
}

function ofCorrection(standing: OrderRows, json: unknown, office: OfficeLawRows): OrderProposal {
  const timelines = timelinesOf(standing.status);
  const before = authorityOf(standing.definition, timelines);
  const others = office.orders.filter((order) => order !== standing);
  const { authority } = refusing(() => readCorrectedOrder({ reason: 'a proposal', ...asFields(json) }, before, standingOf(standing.definition, timelines), namesAround(others)));
  refuseIfStillNamed(others, authority);
  return proposal(office, before, authority);
}

const proposal = ({ verifications }: OfficeLawRows, before: Authority | null, after: Authority, persons: readonly NamedPerson[] = []): OrderProposal =>
  ({ after, persons, laws: { before: lawOfOne(before, verifications), after: lawOfOne(after, verifications) } });

const asFields = (json: unknown): object => (typeof json === 'object' && json !== null && !Array.isArray(json) ? json : {});
const hasStatusEntries = (json: unknown): boolean => 'statusEntries' in asFields(json);
