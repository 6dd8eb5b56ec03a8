import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import { contradiction } from '../common/problem.js';
import type { Fact } from '../detainees/fact.js';
import { type Correction, type FactList, type FactRef, FactsService, type NewFact } from '../detainees/facts.service.js';
import { AccessCheck, type TouchedRules } from './access-check.js';
import { COUNSEL_CONTACT, type CounselContactValues } from './counsel-contact.facts.js';

export type CounselContact = Fact<CounselContactValues>;
export type CheckedCounselContact = CounselContact & TouchedRules;

/** Attempts are recorded as facts are, and what is answered is which rules of access they touch. */
@Injectable()
export class CounselContactsService {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsService,
    private readonly access: AccessCheck,
    private readonly clock: Clock,
  ) {}

  list(detaineeId: string, asKnownOn: string | null): Promise<FactList<CounselContactValues>> {
    return this.facts.list(COUNSEL_CONTACT, detaineeId, asKnownOn);
  }

  one(ref: FactRef, asKnownOn: string | null): Promise<CounselContact> {
    return this.facts.one(COUNSEL_CONTACT, ref, asKnownOn);
  }

  async record(actor: Actor, detaineeId: string, contact: NewFact<CounselContactValues>): Promise<CheckedCounselContact> {
    this.refuseFuture(contact.values);
    return this.database.transaction(async (tx) => this.checked(tx, await this.facts.record(actor, COUNSEL_CONTACT, detaineeId, contact)));
  }

  async correct(actor: Actor, ref: FactRef, seen: number, correction: Correction<CounselContactValues>): Promise<CheckedCounselContact> {
    this.refuseFuture(correction.changes);
    return this.database.transaction(async (tx) => this.checked(tx, await this.facts.correct(actor, COUNSEL_CONTACT, ref, seen, correction)));
  }

  withdraw(actor: Actor, ref: FactRef, seen: number, reason: string): Promise<void> {
    return this.facts.withdraw(actor, COUNSEL_CONTACT, ref, seen, reason);
  }

  /** Whether an instant has come is asked of the clock: it may be tomorrow where it happened. */
  private refuseFuture({ at, grantedAt }: Partial<CounselContactValues>): void {
    const faults = Object.entries({ at, grantedAt }).filter(([, instant]) => instant && new Date(instant) > this.clock.now());
    if (faults.length > 0) throw contradiction(...faults.map(([path]) => ({ path, problem: 'must not be in the future' })));
  }

  private async checked(tx: Tx, contact: CounselContact): Promise<CheckedCounselContact> {
    const { id, detaineeId, manner, outcome, grantedOn, on } = contact;
    const day = (outcome === 'granted' ? grantedOn : on) ?? on;
    return { ...contact, ...(await this.access.touchedBy(tx, { id, detaineeId, on: day as string, manner, outcome, monitored: contact.monitored ?? null })) };
  }
}
