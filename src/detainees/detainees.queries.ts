import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../common/crypto/blind-index.js';
import { PersonKeys } from '../common/crypto/person-keys.js';
import { Database } from '../common/database.js';
import { invalid, notFound } from '../common/problem.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { IDENTIFIER_KINDS, type IdentifierValues, normalIdentifier, PUBLIC_IDENTIFIER } from './detainee.facts.js';
import type { ErasureReason } from './erasure.dto.js';
import { LISTED_IDENTIFIER, openIdentifiers } from './listed-identifiers.js';
import { listedName } from './listed-name.js';
import { nameQueryKeys } from './name-search-key.js';

export interface DetaineeRow {
  id: string;
  version: number;
  isDemo: boolean;
  createdAt: Date;
  name: string | null;
  birthDate: string | null;
  birthYear: number | null;
  citizenship: string | null;
  identifiers: { kind: string; value: string }[];
  attorney: { id: string; name: string } | null;
  facility: string | null;
}

export type Head = Pick<DetaineeRow, 'id' | 'version' | 'isDemo' | 'createdAt' | 'attorney'> & {
  erasedAt: Date | null;
  erasedReason: ErasureReason | null;
};

export interface FoundDetainee extends DetaineeRow {
  matchedNames: string[];
  exact: boolean;
}

interface Paged {
  limit: number;
  cursor?: string;
}

export interface CaseloadFilter extends Paged {
  attorney?: string;
  facility?: string;
  demo?: boolean;
}

export interface Search extends Paged {
  name?: string;
  identifier?: string;
}

const NAME = listedName('d.id');

/** One row a person; run for the rows of a page alone, never for the whole caseload. */
const ROW = `
  d.id, d.version, d.is_demo as "isDemo", d.created_at as "createdAt",
  ${NAME} as name,
  i.birth_date as "birthDate", i.birth_year as "birthYear", i.citizenship,
  (select coalesce(json_agg(${LISTED_IDENTIFIER}), '[]')
   from detainee_identifier x where x.detainee_id = d.id and x.superseded_at is null) as identifiers,
  case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as attorney,
  (select s.facility from custody_stint s where s.detainee_id = d.id and s.superseded_at is null and s.to_on is null
   order by s.from_on desc nulls last, s.version_id desc limit 1) as facility`;
const JOINS = `
  left join lateral (
    select * from detainee_identity where detainee_id = d.id and superseded_at is null limit 1) i on true
  left join app_user a on a.id = d.attorney_id`;

const MOST_PARTS = 10;

@Injectable()
export class DetaineesQueries {
  constructor(private readonly database: Database, private readonly keys: PersonKeys, private readonly blind: BlindIndex) {}

  /** The newest on file first. */
  async list(filter: CaseloadFilter): Promise<Page<DetaineeRow>> {
    const [createdAt, id] = decodeCursor(filter.cursor, ['string', 'id']) ?? [null, null];
    const rows = await this.database.query<DetaineeRow>(
      `with page as materialized (
         select d.* from detainee d
         where d.erased_at is null and ($1::uuid is null or d.attorney_id = $1)
           and ($2::text is null or exists (select from custody_stint s where s.detainee_id = d.id and s.facility = $2
                                            and s.superseded_at is null and s.to_on is null))
           and ($3::boolean is null or d.is_demo = $3)
           and ($4::timestamptz is null or (d.created_at, d.id) < ($4::timestamptz, $5::uuid))
         order by d.created_at desc, d.id desc limit $6)
       select ${ROW} from page d ${JOINS} order by d.created_at desc, d.id desc`,
      [filter.attorney ?? null, filter.facility ?? null, filter.demo ?? null, instant(createdAt), id, filter.limit + 1]);
    await openIdentifiers(this.keys, rows);
    return pageOf(rows, filter.limit, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** By name in any spelling, or by number; a name that is written exactly so comes first, then by name. */
  async search(asked: Search): Promise<Page<FoundDetainee>> {
    const parts = asked.name === undefined ? [] : nameQueryKeys(asked.name).slice(0, MOST_PARTS);
    if (asked.name !== undefined && parts.length === 0) throw invalid({ path: 'name', problem: 'must hold at least one letter' });
    if (asked.name === undefined && asked.identifier === undefined) {
      throw invalid({ path: '', problem: 'Ask for a name or an identifier' });
    }
    const [exact, name, id] = decodeCursor(asked.cursor, ['boolean', 'string', 'id']) ?? [null, null, null];
    const params: unknown[] = [];
    const bind = (value: unknown, type: string): string => `$${params.push(value)}::${type}`;
    const named = asked.name === undefined ? null
      : `join (select detainee_id, array_agg(distinct full_name order by full_name) as names,
                      bool_or(lower(full_name) = lower(${bind(asked.name.trim(), 'text')})) as exact
               from detainee_name
               where superseded_at is null ${parts.map((keys) => `and version_id in (select names_with_keys(${bind(keys, 'text[]')}))`).join(' ')}
               group by detainee_id) named on named.detainee_id = d.id`;
    const numbered = asked.identifier === undefined ? 'true'
      : `d.id in (select detainee_id from detainee_identifier where superseded_at is null
                    and kind = '${PUBLIC_IDENTIFIER}' and value = ${bind(normalIdentifier(PUBLIC_IDENTIFIER, asked.identifier), 'text')}
                  union all
                  select detainee_id from detainee_identifier where superseded_at is null
                    and lookup = any(${bind(await this.lookupsMeant(asked.identifier), 'text[]')}))`;
    const after = exact === null ? 'true'
      : `(not exact, sort_name, id) > (not ${bind(exact, 'boolean')}, ${bind(name, 'text')}, ${bind(id, 'uuid')})`;
    const rows = await this.database.query<FoundDetainee>(
      `with candidate as (
         select d.*, coalesce(${NAME}, '') as sort_name,
                ${named === null ? "'{}'::text[] as names, false as exact" : 'named.names, named.exact'}
         from detainee d ${named ?? ''} where ${numbered}),
       page as materialized (
         select * from candidate where ${after} order by not exact, sort_name, id limit ${bind(asked.limit + 1, 'integer')})
       select ${ROW}, d.names as "matchedNames", d.exact from page d ${JOINS} order by not d.exact, d.sort_name, d.id`, params);
    await openIdentifiers(this.keys, rows);
    return pageOf(rows, asked.limit, (row) => [row.exact, row.name ?? '', row.id]);
  }

  /** The person beside the facts. On an earlier instant only if the file existed then. */
  async head(id: string, asKnownOn: string | null): Promise<Head> {
    const [head] = await this.database.query<Head>(
      `select d.id, d.version, d.is_demo as "isDemo", d.created_at as "createdAt",
              d.erased_at as "erasedAt", d.erased_reason as "erasedReason",
              case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as attorney
       from detainee d left join app_user a on a.id = d.attorney_id
       where d.id = $1 and ($2::timestamptz is null or d.created_at <= $2)`, [id, asKnownOn]);
    if (!head) throw notFound('detainee');
    return head;
  }

  /** What was typed may be an A-number or any other identifier as it is kept, in capitals or not. */
  private async lookupsMeant(text: string): Promise<string[]> {
    const lookups: string[] = [];
    for (const kind of SEALED_KINDS) {
      for (const value of new Set([normalIdentifier(kind, text), normalIdentifier(kind, text.toLowerCase())])) {
        lookups.push(...await this.blind.under(kind, value));
      }
    }
    return lookups;
  }
}

const SEALED_KINDS: readonly IdentifierValues['kind'][] = IDENTIFIER_KINDS.filter((kind) => kind !== PUBLIC_IDENTIFIER);

function instant(value: unknown): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) {
    throw invalid({ path: 'cursor', problem: 'is not a cursor of this list; take `nextCursor` of the page before' });
  }
  return value;
}
