import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { BlindIndex } from '../common/crypto/blind-index.js';
import { Database } from '../common/database.js';
import { normalIdentifier } from '../detainees/detainee.facts.js';
import { TeamsService } from '../walls/teams.service.js';
import type { DemoPerson } from './telling.js';

const REASON = 'Briefed together; the file is shared with outside counsel.';

/** What outside co-counsel see of the demo caseload. */
@Injectable()
export class DemoGrantsService {
  constructor(private readonly database: Database, private readonly teams: TeamsService, private readonly blind: BlindIndex) {}

  /** Once and never again: whom somebody took away in the trial stays away. Answers how many were granted. */
  async load(actor: Actor, userId: string, people: readonly DemoPerson[]): Promise<number> {
    return this.database.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', ['demo grants']);
      const before = await tx.query('select 1 from person_grant where user_id = $1 limit 1', [userId]);
      if (before.length > 0) return 0;
      let granted = 0;
      for (const { aNumber } of people) {
        const lookups = await this.blind.under('a-number', normalIdentifier('a-number', aNumber));
        const [person] = await tx.query<{ id: string }>(
          'select detainee_id as id from detainee_identifier where lookup = any($1::text[]) and superseded_at is null', [lookups]);
        if (!person) continue; // somebody withdrew or corrected the number
        await this.teams.grant(actor, person.id, { userId, reason: REASON });
        granted += 1;
      }
      return granted;
    });
  }
}
