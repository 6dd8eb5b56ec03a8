import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import type { FactRow } from '../detainees/facts.queries.js';
import { listedName } from '../detainees/listed-name.js';
import type { OrderOnFile } from '../removal-orders/order-on-file.js';
import { REMOVAL_ORDER } from '../removal-orders/removal-order.facts.js';

/** An order that may still be appealed, and whose it is. */
export interface AppealableOrder {
  person: { id: string; name: string | null };
  attorney: { id: string; name: string } | null;
  order: OrderOnFile;
}

type Row = FactRow & { person_name: string | null; attorney: AppealableOrder['attorney'] };

@Injectable()
export class AppealsQueries {
  constructor(private readonly database: Database) {}

  /** Orders decided on one of these days, of which no appeal and no waiver is on file. */
  async appealable(decidedOn: readonly string[], attorney: string | null): Promise<AppealableOrder[]> {
    const rows = await this.database.query<Row>(
      `select o.*,
         ${listedName('o.detainee_id')} as person_name,
         case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as attorney
       from removal_order o
       join detainee d on d.id = o.detainee_id
       left join app_user u on u.id = d.attorney_id
       where o.superseded_at is null and o.decided_on = any($1::date[])
         and o.appeal_filed is distinct from true and o.appeal_waived_on is null
         and ($2::uuid is null or d.attorney_id = $2)
         and not exists (select from removal_order_event e where e.removal_order_id = o.id and e.superseded_at is null and e.kind in ('reopened', 'vacated'))`,
      [decidedOn, attorney]);
    return rows.map((row) => ({
      person: { id: row.detainee_id, name: row.person_name }, attorney: row.attorney, order: { id: row.id, events: null, ...REMOVAL_ORDER.toValues(row) },
    }));
  }
}
