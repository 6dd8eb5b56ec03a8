import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { decodeCursor, encodeCursor, type Page } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { choosePeople } from '../detention-review/chosen-people.queries.js';
import { readCaseFiles } from '../detention-review/facts.queries.js';
import { parseDay } from '../law/calendar/day.js';
import type { CompiledClass } from '../law/classes/proposed-memberships.js';
import { onlyCitizensOf } from '../law/predicates/predicate-parts.js';
import { noSuchClassAsked } from './class-memberships.errors.js';
import { ClassMembershipsQueries, type MembershipDecision } from './class-memberships.queries.js';
import { Classes } from './classes.js';
import { differs, type Proposal, proposalsOf } from './proposal.js';

export interface ShownProposal extends Proposal {
  /** that this very proposal was declined; it is not made again until something of it changes */
  declined: { by: string; at: Date; reason: string | null } | null;
}

export interface PersonsProposals {
  detaineeId: string;
  name: string | null;
  items: ShownProposal[];
}

const BEFORE_EVERY_ID = '00000000-0000-0000-0000-000000000000';
/** Files that are read and thought about together. */
const BATCH = 100;

/** Which memberships the facts on file propose. Computed when it is asked; nothing is stored. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly classes: Classes,
    private readonly queries: ClassMembershipsQueries,
    private readonly clock: Clock,
  ) {}

  /** One proposal for each class, for one person by a day (null: the office's), as the file stands or was known on an instant. */
  async of(detaineeId: string, asOf: string | null, knownOn: Date | null): Promise<{ asOf: string; items: ShownProposal[] }> {
    const [person] = await this.database.query('select 1 from detainee where id = $1', [detaineeId]);
    if (!person) throw notFound('detainee');
    const day = asOf ?? this.clock.today();
    const [{ items }] = await this.database.transaction(async (tx) => this.read(tx, [detaineeId], (await this.classes.now(tx)).all, day, knownOn));
    return { asOf: day, items };
  }

  /** What is proposed today, in the transaction that decides about it. */
  async today(tx: Tx, detaineeId: string, of: CompiledClass): Promise<ShownProposal> {
    const [{ items: [proposal] }] = await this.read(tx, [detaineeId], [of], this.clock.today(), null);
    return proposal;
  }

  /**
   * People of whom what is computed differs from what is on file, and was not declined, in the order of their ids. A page
   * looks at so many people and no more: it may hold fewer than were asked for, and none, while there is a next one.
   */
  async page({ class: slug, limit, cursor }: { class?: string; limit: number; cursor?: string }): Promise<Page<PersonsProposals>> {
    const { all } = await this.classes.now(this.database);
    const asked = all.filter(({ of }) => slug === undefined || of.slug === slug);
    if (asked.length === 0) throw noSuchClassAsked(all.map(({ of }) => of.slug));
    const [after] = decodeCursor(cursor, ['id']) ?? [BEFORE_EVERY_ID];
    const { ids, next } = await this.queries.candidates(asked.map(({ of }) => of.slug), countriesOf(asked), after as string);
    const items: PersonsProposals[] = [];
    let end = next;
    for (let i = 0; i < ids.length && items.length <= limit; i += BATCH) {
      const batch = ids.slice(i, i + BATCH);
      const read = await this.database.transaction((tx) => this.read(tx, batch, asked, this.clock.today(), null));
      items.push(...read.flatMap((one) => {
        const open = one.items.filter((proposal) => differs(proposal) && proposal.declined === null);
        return open.length === 0 ? [] : [{ ...one, items: open }];
      }));
    }
    if (items.length > limit) {
      items.length = limit;
      end = items[limit - 1].detaineeId;
    }
    const names = await this.queries.namesOf(items.map(({ detaineeId }) => detaineeId));
    return { items: items.map((one) => ({ ...one, name: names.get(one.detaineeId) ?? null })), nextCursor: end === null ? null : encodeCursor([end]) };
  }

  private async read(tx: Tx, ids: readonly string[], classes: readonly CompiledClass[], asOf: string, knownOn: Date | null): Promise<PersonsProposals[]> {
    await choosePeople(tx.client, ids);
    const files = await readCaseFiles(tx.client, ids, knownOn);
    const identities = await this.queries.identities(ids, knownOn);
    const declined = await this.queries.declined(ids, knownOn);
    const day = parseDay(asOf);
    return files.map(({ detaineeId, facts }) => ({
      detaineeId, name: null,
      items: proposalsOf(facts, identities.get(detaineeId) ?? null, day, classes).map((proposal) => ({ ...proposal, declined: declineOf(proposal, detaineeId, declined) })),
    }));
  }
}

function declineOf({ proposal }: Proposal, detaineeId: string, decisions: readonly MembershipDecision[]): ShownProposal['declined'] {
  const found = decisions.find((decision) => decision.detaineeId === detaineeId && decision.proposal === proposal);
  return found === undefined ? null : { by: found.decidedBy, at: found.decidedAt, reason: found.reason };
}

/** Of which countries whoever belongs to one of the classes must be a citizen; null: of one of them anybody may be a member. */
function countriesOf(classes: readonly CompiledClass[]): string[] | null {
  const each = classes.map(({ of }) => onlyCitizensOf(of.who));
  return each.every((countries) => countries !== null) ? [...new Set(each.flatMap((countries) => [...countries]))] : null;
}
