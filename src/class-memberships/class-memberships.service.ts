import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { CASE_EVENT, type CaseEventValues } from '../case-events/case-event.facts.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { MEMBERSHIP, type MembershipValues } from '../detainees/detainee.facts.js';
import type { Fact, NewSource } from '../detainees/fact.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { FactsService } from '../detainees/facts.service.js';
import type { CaseEventKind } from '../law/facts.js';
import { leavingEvents } from '../law/predicates/predicate-parts.js';
import { declinedAlready, endsNothing, noSuchClass, nothingProposed, nothingToDecline, onFileAlready, saidByNobody, standsNoMore } from './class-memberships.errors.js';
import { ClassMembershipsQueries, type MembershipDecision } from './class-memberships.queries.js';
import { Classes } from './classes.js';
import { differs } from './proposal.js';
import { ProposalsService, type ShownProposal } from './proposals.service.js';

type Membership = Fact<MembershipValues>;

/** A proposal as it was shown. */
export interface Decided {
  class: string;
  proposal: string;
}

export interface Left {
  event: CaseEventKind;
  /** the day on which it happened, from which the person belongs to the subclass no more */
  on: string;
  source: NewSource;
  reason: string;
}

/**
 * What a person says to what the law proposes. The membership is a fact like any other, and who recorded it is who
 * confirmed it; beside it stands on which facts it rested then.
 */
@Injectable()
export class ClassMembershipsService {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsService,
    private readonly read: FactsQueries,
    private readonly proposals: ProposalsService,
    private readonly classes: Classes,
    private readonly queries: ClassMembershipsQueries,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async decisions(detaineeId: string): Promise<{ items: MembershipDecision[] }> {
    await this.read.requireFile(detaineeId);
    return { items: await this.queries.decisions(detaineeId) };
  }

  /**
   * Records the membership that is proposed, for the days for which it is. `source`: where it is known from; needed if the
   * definition leaves something to a person, and otherwise that it was computed and confirmed.
   */
  async confirm(actor: Actor, detaineeId: string, { source, ...shown }: Decided & { source?: NewSource }): Promise<{ membership: Membership; decision: MembershipDecision }> {
    return this.deciding(detaineeId, shown, async (tx, proposal, by) => {
      if (proposal.standing !== 'not-on-file') throw meetsOneOnFile(proposal) ? onFileAlready() : nothingProposed();
      if (source === undefined && proposal.toBeConfirmed.length > 0) throw saidByNobody(proposal.toBeConfirmed);
      const membership = await this.facts.record(actor, MEMBERSHIP, detaineeId, {
        source: source ?? { kind: 'person', text: `Computed from the facts on file on ${this.clock.today()}, and confirmed (${proposal.citation})` },
        values: { class: proposal.class, from: proposal.from, to: proposal.to },
      });
      const decision = await this.decide(tx, actor, detaineeId, { ...about(proposal), decision: 'confirmed', membershipId: membership.id, reason: null, ...by });
      return { membership, decision };
    });
  }

  /** That what is proposed is not so, or that what is on file stays: it is not proposed again until something of it changes. */
  async decline(actor: Actor, detaineeId: string, { reason, ...shown }: Decided & { reason: string }): Promise<{ decision: MembershipDecision }> {
    return this.deciding(detaineeId, shown, async (tx, proposal, by) => {
      if (!differs(proposal)) throw nothingToDecline();
      if (proposal.declined !== null) throw declinedAlready();
      return { decision: await this.decide(tx, actor, detaineeId, { ...about(proposal), decision: 'declined', membershipId: null, reason, ...by }) };
    });
  }

  /**
   * An event by which a person goes alone: it is recorded (once), and each membership on file whose class it takes people
   * out of ends on its day. The class of which that is a subclass goes on.
   */
  async leave(actor: Actor, detaineeId: string, { event, on, source, reason }: Left): Promise<{ eventId: string; memberships: Membership[]; decisions: MembershipDecision[] }> {
    return this.database.transaction(async (tx) => {
      const decidedAt = await this.facts.openFile(tx, detaineeId);
      const { all, version } = await this.classes.now(tx);
      const left = new Set(all.filter(({ of }) => leavingEvents(of.who).includes(event)).map(({ of }) => of.slug));
      const running = (await this.read.list(MEMBERSHIP, detaineeId, null)).filter((one) => left.has(one.class) && (!one.to || one.to > on));
      if (running.length === 0) throw endsNothing();
      const eventId = (await this.queries.eventOnFile(tx, detaineeId, event, on))
        ?? (await this.facts.record<CaseEventValues>(actor, CASE_EVENT, detaineeId, { source, values: { kind: event, on } })).id;
      const memberships: Membership[] = [];
      const decisions: MembershipDecision[] = [];
      for (const one of running) {
        const ended = await this.facts.correct(actor, MEMBERSHIP, { detaineeId, id: one.id }, one.version, { changes: { to: on }, source, reason });
        memberships.push(ended);
        decisions.push(await this.decide(tx, actor, detaineeId, {
          class: one.class, decision: 'left', proposal: null, from: ended.from ?? null, to: on, because: [`${event} on ${on}.`],
          evidence: [{ list: 'events', id: eventId }, { list: 'memberships', id: one.id }], membershipId: one.id, reason, lawVersion: version, decidedAt,
        }));
      }
      return { eventId, memberships, decisions };
    });
  }

  /** One decision about a file at a time, and about what is proposed in that moment. */
  private async deciding<T>(detaineeId: string, shown: Decided, decide: (tx: Tx, proposal: ShownProposal, by: Pick<MembershipDecision, 'lawVersion' | 'decidedAt'>) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const at = await this.facts.openFile(tx, detaineeId);
      const { all, version } = await this.classes.now(tx);
      const asked = all.find(({ of }) => of.slug === shown.class);
      if (asked === undefined) throw noSuchClass(all.map(({ of }) => of.slug));
      const proposal = await this.proposals.today(tx, detaineeId, asked);
      if (proposal.proposal !== shown.proposal) throw meetsOneOnFile(proposal) ? onFileAlready() : standsNoMore();
      return decide(tx, proposal, { lawVersion: version, decidedAt: at });
    });
  }

  private async decide(
    tx: Tx, actor: Actor, detaineeId: string, said: Omit<MembershipDecision, 'id' | 'detaineeId' | 'asOf' | 'decidedBy'>,
  ): Promise<MembershipDecision> {
    const decision: MembershipDecision = { ...said, id: randomUUID(), detaineeId, asOf: this.clock.today(), decidedBy: actor.userId };
    await this.queries.insert(tx, decision);
    await this.audit.record(tx, actor, {
      action: `membership-decision.${decision.decision}`, subject: 'membership-decision', subjectId: decision.id, detaineeId, after: decision,
    });
    return decision;
  }
}

const meetsOneOnFile = ({ standing, onFile }: ShownProposal): boolean => standing === 'other-days' || (standing === 'agrees' && onFile.length > 0);

const about = ({ class: slug, proposal, from, to, began, because, evidence }: ShownProposal) =>
  ({ class: slug, proposal, from, to, because: [...began, ...because], evidence });
