import { Injectable } from '@nestjs/common';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { listedName } from '../detainees/listed-name.js';

/** Somebody who is held and of whom nothing was recorded for a while. */
export interface SilentPerson {
  id: string;
  name: string | null;
  attorney: { id: string; name: string } | null;
  facility: string | null;
  /** when something was last recorded; null: never */
  lastHeardAt: Date | null;
}

export interface SilenceAsked {
  /** nothing was recorded at this instant or later */
  since: Date;
  attorney?: string;
  limit: number;
  cursor?: string;
}

/**
 * Where it shows that the office heard of somebody: what was recorded, corrected or withdrawn there. Each is kept in
 * versions by person. A new place is a line here, if whoever may read the list may read it: a sensitive detail is none, so that the
 * list says neither to who may not read one that there is one, nor to anybody something else than to a colleague.
 */
export const PLACES = [
  'detainee_identity', 'detainee_name', 'detainee_identifier', 'custody_stint', 'other_custody', 'removal_order', 'removal_order_event',
  'cooperation_lapse', 'class_membership', 'case_event', 'ice_contact', 'representation', 'counsel_contact', 'adverse_party', 'known_list', 'note', 'document',
] as const;

/** Of those who are held (`$2`: the clients of an attorney, or null), in one pass over each place. */
const SILENT = `
  with held as materialized (
    select d.id, d.attorney_id, e.facility from evaluation e join detainee d on d.id = e.detainee_id
    where e.in_custody and d.erased_at is null and ($2::uuid is null or d.attorney_id = $2)),
  heard as materialized (
    select id, max(at) as at
    from (${PLACES.map((table) => `select h.id, coalesce(t.superseded_at, t.recorded_at) as at from held h join ${table} t on t.detainee_id = h.id`).join(' union all ')}) places
    group by id),
  silent as materialized (
    select h.id, h.attorney_id, h.facility, l.at, coalesce(extract(epoch from l.at) * 1000, -1)::float8 as at_ms
    from held h left join heard l on l.id = h.id
    where l.at is null or l.at < $1::timestamptz)`;

type Row = SilentPerson & { at_ms: number; count: number };

@Injectable()
export class SilenceQueries {
  constructor(private readonly database: Database) {}

  /** Whose silence is the longest comes first; with how many there are in all. */
  async page({ since, attorney, limit, cursor }: SilenceAsked): Promise<Page<SilentPerson> & { count: number }> {
    const [at, id] = decodeCursor(cursor, ['number', 'id']) ?? [null, null];
    const rows = await this.database.query<Row>(
      `${SILENT},
       page as materialized (
         select * from silent where $3::float8 is null or (at_ms, id) > ($3::float8, $4::uuid) order by at_ms, id limit $5)
       select p.id, p.facility, p.at as "lastHeardAt", p.at_ms, (select count(*)::integer from silent) as count,
         ${listedName('p.id')} as name,
         case when u.id is not null then json_build_object('id', u.id, 'name', u.name) end as attorney
       from page p left join app_user u on u.id = p.attorney_id
       order by p.at_ms, p.id`,
      [since, attorney ?? null, at, id, limit + 1]);
    const { items, nextCursor } = pageOf(rows, limit, ({ at_ms, id: last }) => [at_ms, last]);
    return {
      count: rows[0]?.count ?? 0, nextCursor,
      items: items.map(({ id: person, name, attorney: assigned, facility, lastHeardAt }) => ({ id: person, name, attorney: assigned, facility, lastHeardAt })),
    };
  }
}
