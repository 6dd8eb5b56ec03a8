import { Injectable } from '@nestjs/common';
import { Config } from '../common/config.js';
import { SealedRows } from '../common/crypto/sealed-rows.js';
import { Database } from '../common/database.js';
import { withOffset } from '../common/local-instant.js';
import { type CursorValue, decodeCursor, type Page, pageOf } from '../common/pagination.js';
import type { Source } from '../detainees/fact.js';
import { sourceOf } from '../detainees/facts.queries.js';
import type { TimelineSource } from './timeline-sources/timeline-source.js';

export const DIRECTIONS = ['newest-first', 'oldest-first'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface TimelineEntry {
  /** what it is an entry of, and which moment of it */
  kind: string;
  what: string;
  on: string;
  /** where the hour is known, with the offset of the place */
  at: string | null;
  id: string;
  version: number;
  values: Record<string, unknown>;
  /** null: it follows from facts and law */
  source: Source | null;
  recordedAt: Date;
  link: string;
}

interface Row extends Record<string, unknown> {
  kind: string;
  what: string;
  id: string;
  version: number;
  detainee_id: string;
  on_day: string;
  at_instant: Date | null;
  at_offset_minutes: number | null;
  at_us: number;
  place: number;
  values: Record<string, unknown>;
  recorded_at: Date;
  source_kind: string | null;
}

export interface TimelineAsked {
  detaineeId: string;
  sources: readonly TimelineSource[];
  asKnownOn: string | null;
  direction: Direction;
  limit: number;
  cursor?: string;
}

@Injectable()
export class TimelineQueries {
  constructor(private readonly database: Database, private readonly config: Config, private readonly sealed: SealedRows) {}

  /** By day, then by the hour where it is known; on one day what ended comes before what began. */
  async page({ detaineeId, sources, asKnownOn, direction, limit, cursor }: TimelineAsked): Promise<Page<TimelineEntry>> {
    const [day, at, place, what, id] = decodeCursor(cursor, ['day', 'number', 'number', 'string', 'id']) ?? [null, null, null, null, null];
    if (sources.length === 0) return { items: [], nextCursor: null };
    const [sign, order] = direction === 'oldest-first' ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.database.query<Row>(
      // The zone is named here too, since not every source asks for it.
      `select t.*, $1::uuid as detainee_id
       from (${sources.map(({ sql }) => sql).join('\nunion all\n')}) t, (select $3::text as office_time_zone) zone
       where $4::date is null or (t.on_day, t.at_us, t.place, t.what, t.id) ${sign} ($4::date, $5::float8, $6::float8, $7::text, $8::uuid)
       order by t.on_day ${order}, t.at_us ${order}, t.place ${order}, t.what ${order}, t.id ${order} limit $9`,
      [detaineeId, asKnownOn, this.config.officeTimeZone, day, at, place, what, id, limit + 1]);
    const page = pageOf(rows, limit, (row): CursorValue[] => [row.on_day, row.at_us, row.place, row.what, row.id]);
    return { ...page, items: await this.entries(page.items, sources) };
  }

  /** Where each comes from is opened table by table. */
  private async entries(rows: readonly Row[], sources: readonly TimelineSource[]): Promise<TimelineEntry[]> {
    const opened = new Map<Row, Row>();
    for (const { kind, sealed } of sources) {
      const own = sealed === null ? [] : rows.filter((row) => row.kind === kind);
      if (own.length === 0) continue;
      const plain = await this.sealed.open(sealed!, own);
      own.forEach((row, i) => opened.set(row, plain[i]));
    }
    const sourceByKind = new Map(sources.map((source) => [source.kind, source]));
    return rows.map((row) => {
      const { kind, what, id, version, detainee_id: detaineeId, on_day: on, at_instant, at_offset_minutes, values, recorded_at: recordedAt } = opened.get(row) ?? row;
      return {
        kind, what, on, at: at_instant === null ? null : withOffset(at_instant, at_offset_minutes), id, version, values,
        source: row.source_kind === null ? null : sourceOf(opened.get(row) ?? row), recordedAt,
        link: sourceByKind.get(kind)!.link({ detaineeId, id, values }),
      };
    });
  }
}
