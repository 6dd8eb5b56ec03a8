import { Injectable } from '@nestjs/common';
import { SealedRows } from '../common/crypto/sealed-rows.js';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import type { Fact } from '../detainees/fact.js';
import { factOf, type FactRow } from '../detainees/facts.queries.js';
import type { Actor, Topic } from '../law/facts.js';
import { ICE_CONTACT, type IceContactValues } from './ice-contact.facts.js';

export type IceContact = Fact<IceContactValues>;

export interface ContactsFilter {
  detainee?: string;
  encounter?: string;
  actor?: Actor;
  topic?: Topic;
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

@Injectable()
export class IceContactsQueries {
  constructor(private readonly database: Database, private readonly sealed: SealedRows) {}

  /** Of everybody whom the caller sees, as they stand, the latest first. */
  async page({ detainee, encounter, actor, topic, from, to, limit, cursor }: ContactsFilter): Promise<Page<IceContact>> {
    const [day, id] = decodeCursor(cursor, ['day', 'id']) ?? [null, null];
    const rows = await this.database.query<FactRow>(
      `select * from ice_contact
       where superseded_at is null
         and ($1::uuid is null or detainee_id = $1)
         and ($2::uuid is null or encounter_id = $2)
         and ($3::text is null or actor = $3)
         and ($4::text is null or $4 = any(topics))
         and ($5::date is null or on_day >= $5)
         and ($6::date is null or on_day <= $6)
         and ($7::date is null or (on_day, id) < ($7::date, $8::uuid))
       order by on_day desc, id desc limit $9`,
      [detainee ?? null, encounter ?? null, actor ?? null, topic ?? null, from ?? null, to ?? null, day, id, limit + 1]);
    const opened = await this.sealed.open(ICE_CONTACT.table, rows);
    return pageOf(opened.map((row) => factOf(ICE_CONTACT, row)), limit, ({ on, id: last }) => [on as string, last]);
  }

  /** Whose contact it is, or was. */
  async personOf(id: string): Promise<string> {
    const [contact] = await this.database.query<{ detaineeId: string }>(
      'select detainee_id as "detaineeId" from ice_contact where id = $1 limit 1', [id]);
    if (!contact) throw notFound(ICE_CONTACT.name);
    return contact.detaineeId;
  }
}
