import { Injectable } from '@nestjs/common';
import { CASE_EVENT } from '../case-events/case-event.facts.js';
import type { Actor } from '../common/actor.js';
import { BlindIndex } from '../common/crypto/blind-index.js';
import { Database } from '../common/database.js';
import { OTHER_CUSTODY, STINT } from '../custody/custody.facts.js';
import { normalIdentifier, MEMBERSHIP, NAME } from '../detainees/detainee.facts.js';
import { DetaineesService } from '../detainees/detainees.service.js';
import type { FactKind, KnownList, NewSource } from '../detainees/fact.js';
import { FactsService } from '../detainees/facts.service.js';
import { COOPERATION_LAPSE } from '../removal-orders/removal-order.facts.js';
import { RemovalOrdersService } from '../removal-orders/removal-orders.service.js';
import type { DemoFacts, DemoPerson } from './telling.js';

/** People under way at once: while one is written, the next is prepared. */
const LANES = 4;

/** Records demo people by the services that the API uses, so that each fact has its source, its recorder and its audit entry. */
@Injectable()
export class DemoCaseloadService {
  constructor(
    private readonly database: Database,
    private readonly detainees: DetaineesService,
    private readonly facts: FactsService,
    private readonly orders: RemovalOrdersService,
    private readonly blind: BlindIndex,
  ) {}

  /** Adds those who are not on file; how many. `attorneyOf` assigns by the place in the list. */
  async add(
    actor: Actor, people: readonly DemoPerson[], attorneyOf: (at: number) => string | null, onProgress?: (done: number, of: number) => void,
  ): Promise<number> {
    let [next, done, added] = [0, 0, 0];
    const lane = async (): Promise<void> => {
      while (next < people.length) {
        const at = next++;
        if (await this.addOne(actor, people[at], attorneyOf(at))) added += 1;
        onProgress?.(++done, people.length);
      }
    };
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
    const failed = lanes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    return added;
  }

  /** The whole file of one person or nothing of it, also when two seed at once. */
  private addOne(actor: Actor, person: DemoPerson, attorneyId: string | null): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const aNumber = normalIdentifier('a-number', person.aNumber);
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`demo person ${aNumber}`]);
      // Any version of it: somebody may have corrected or withdrawn what they found in the demo.
      const there = await tx.query('select 1 from detainee_identifier where lookup = any($1::text[]) limit 1', [await this.blind.under('a-number', aNumber)]);
      if (there.length > 0) return false;

      const source = document(person.source);
      const [primary, ...others] = person.names;
      const { birthDate, birthYear, citizenship, language, gender } = person;
      const { id } = await this.detainees.create(actor, {
        source, attorneyId, isDemo: true, birthDate, birthYear, citizenship, language, gender,
        names: [{ kind: 'primary', fullName: primary.text }],
        identifiers: [{ kind: 'a-number', value: person.aNumber }],
      });
      for (const name of others) {
        await this.facts.record(actor, NAME, id, { source: document(name.source ?? person.source), values: { kind: 'spelling', fullName: name.text } });
      }
      await this.recordFacts(actor, id, source, person.facts);
      return true;
    });
  }

  private async recordFacts(actor: Actor, id: string, source: NewSource, facts: DemoFacts): Promise<void> {
    const record = async <Values extends object>(kind: FactKind<Values>, list: readonly Values[] = []): Promise<void> => {
      for (const values of list) await this.facts.record(actor, kind, id, { source, values });
    };
    await record(STINT, facts.stints);
    await record(OTHER_CUSTODY, facts.otherCustody);
    for (const { events, ...order } of facts.removalOrders ?? []) {
      await this.orders.record(actor, id, { source, ...order, events: events === null ? null : [...events] });
    }
    await record(COOPERATION_LAPSE, facts.cooperation);
    await record(MEMBERSHIP, facts.memberships);
    await record(CASE_EVENT, facts.events);
    for (const list of Object.keys(facts) as KnownList[]) await this.detainees.markComplete(actor, id, list, source);
  }
}

const document = (text: string): NewSource => ({ kind: 'document', text });
