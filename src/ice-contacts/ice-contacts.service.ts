import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../common/database.js';
import type { Page } from '../common/pagination.js';
import { contradiction, type Fault } from '../common/problem.js';
import { unknownFacility } from '../custody/facility-faults.js';
import { type NewSource, sourceFaults } from '../detainees/fact.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { type Correction, FactsService } from '../detainees/facts.service.js';
import type { FindingAnswer } from '../law/answer.js';
import { ClauseCheck } from './clause-check.js';
import { ContactDraftsService } from './contact-drafts.service.js';
import { ICE_CONTACT, type IceContactValues } from './ice-contact.facts.js';
import { type ContactsFilter, type IceContact, IceContactsQueries } from './ice-contacts.queries.js';

export type CheckedContact = IceContact & { findings: readonly FindingAnswer[] };

export interface NewContact extends Omit<IceContactValues, 'encounterId'> {
  detaineeIds: readonly string[];
  source: NewSource;
  /** the draft that becomes it */
  draftId?: string;
}

/** Contacts are recorded as facts are, and what is answered is what the clauses of orders say of them. */
@Injectable()
export class IceContactsService {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsService,
    private readonly read: FactsQueries,
    private readonly contacts: IceContactsQueries,
    private readonly clauses: ClauseCheck,
    private readonly drafts: ContactDraftsService,
    private readonly clock: Clock,
  ) {}

  list(filter: ContactsFilter): Promise<Page<IceContact>> {
    return this.contacts.page(filter);
  }

  async one(id: string, asKnownOn: string | null): Promise<IceContact> {
    return this.read.one(ICE_CONTACT, await this.contacts.personOf(id), id, asKnownOn);
  }

  /** One contact of each of the people, or of none of them. */
  async record(actor: Actor, { detaineeIds: named, source, draftId, ...said }: NewContact): Promise<{ items: CheckedContact[] }> {
    // An id is one id in capitals too; a file is locked by the text of it.
    const detaineeIds = named.map((id) => id.toLowerCase());
    const values: IceContactValues = { ...said, encounterId: randomUUID() };
    const normal = ICE_CONTACT.normalise?.(values) ?? values;
    refuse([
      ...peopleFaults(detaineeIds), ...sourceFaults(source), ...(ICE_CONTACT.faults?.(normal, this.clock.today()) ?? []),
      ...(await this.faultsOf(normal)),
    ]);
    return this.database.transaction(async (tx) => {
      const recorded = new Map<string, IceContact>();
      // In one order whoever names them, so that two who record at once never wait for one another.
      for (const detaineeId of [...detaineeIds].sort()) {
        const at = `detaineeIds[${detaineeIds.indexOf(detaineeId)}]`;
        recorded.set(detaineeId, await this.facts.record(actor, ICE_CONTACT, detaineeId, { source, values }, at));
      }
      const contacts = detaineeIds.map((detaineeId) => recorded.get(detaineeId)!);
      if (draftId !== undefined) await this.drafts.becomeContacts(tx, actor, draftId, contacts.map(({ id }) => id));
      return { items: await this.checked(tx, contacts) };
    });
  }

  async correct(actor: Actor, id: string, seen: number, correction: Correction<IceContactValues>): Promise<CheckedContact> {
    const detaineeId = await this.contacts.personOf(id);
    refuse(await this.faultsOf(correction.changes));
    return this.database.transaction(async (tx) => {
      const contact = await this.facts.correct(actor, ICE_CONTACT, { detaineeId, id }, seen, correction);
      const [checked] = await this.checked(tx, [contact]);
      return checked;
    });
  }

  async withdraw(actor: Actor, id: string, seen: number, reason: string): Promise<void> {
    await this.facts.withdraw(actor, ICE_CONTACT, { detaineeId: await this.contacts.personOf(id), id }, seen, reason);
  }

  /** What can be asked of the clock and of the list of facilities alone. */
  private async faultsOf({ at, facility }: Partial<IceContactValues>): Promise<Fault[]> {
    return [
      ...(at && new Date(at) > this.clock.now() ? [{ path: 'at', problem: 'must not be in the future' }] : []),
      ...(await unknownFacility(this.database, facility)),
    ];
  }

  private async checked(tx: Tx, contacts: readonly IceContact[]): Promise<CheckedContact[]> {
    const findings = await this.clauses.touchedBy(tx, contacts);
    return contacts.map((contact) => ({ ...contact, findings: findings.get(contact.id) ?? [] }));
  }
}

function peopleFaults(detaineeIds: readonly string[]): Fault[] {
  if (detaineeIds.length === 0) return [{ path: 'detaineeIds', problem: 'must name somebody' }];
  return new Set(detaineeIds).size === detaineeIds.length ? [] : [{ path: 'detaineeIds', problem: 'must name each person once' }];
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw contradiction(...faults);
}
