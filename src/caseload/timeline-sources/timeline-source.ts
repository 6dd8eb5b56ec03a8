import { asKnown } from '../../common/as-known.js';
import { Permission } from '../../common/permissions.js';

/**
 * Where entries of a person's timeline come from. `sql` selects what COLUMNS names, and has these parameters: `$1` the
 * person, `$2` the instant as known on which it is read (null: as it stands), `$3` the office's time zone. What is
 * privileged is not selected: a body, a title, a remark, words that were said.
 */
export interface TimelineSource {
  kind: string;
  read: Permission;
  /** its table, if the source of a row is kept in it, sealed */
  sealed: string | null;
  sql: string;
  /** where the thing itself is read */
  link(entry: { detaineeId: string; id: string; values: Readonly<Record<string, unknown>> }): string;
}

/** In microseconds, as a number that JSON keeps whole; what has no hour comes first on its day. */
export const microseconds = (instant: string): string => `coalesce(floor(extract(epoch from ${instant}) * 1000000), -1)::float8`;

interface FactSource {
  kind: string;
  table: string;
  read: Permission;
  /** what happened, the column of the day, and where it stands among what fell on one day, if not in the middle (1) */
  moments: readonly (readonly [what: string, day: string, place?: string])[];
  /** name in JSON and column; nothing that is sealed, nothing that is privileged */
  values: Readonly<Record<string, string>>;
  /** columns of the instant and of the offset of the place, where the hour is known */
  at?: { instant: string; offset: string };
  link: TimelineSource['link'];
  /** the words of its source may be privileged as it is itself: they stay */
  withoutWordsOfSource?: true;
}

/** The moments of one kind of fact. One that has no day is in the list of its kind, and on no timeline. */
export function factSource({ kind, table, read, moments, values, at, link, withoutWordsOfSource }: FactSource): TimelineSource {
  const instant = at?.instant ?? 'null::timestamptz';
  const json = Object.entries(values).map(([name, column]) => `'${name}', ${column}`).join(', ');
  return {
    kind, read, link,
    sealed: withoutWordsOfSource ? null : table,
    sql: `
      select '${kind}' as kind, m.what, m.place, f.id, f.version, m.on_day, ${instant} as at_instant, ${at?.offset ?? 'null::smallint'} as at_offset_minutes,
        ${microseconds(instant)} as at_us, jsonb_build_object(${json}) as values, f.recorded_at,
        f.source_kind, ${withoutWordsOfSource ? 'null::text' : 'f.source_text'} as source_text, f.source_file_id, f.source_sheet, f.source_row
      from ${table} f
      cross join lateral (values ${moments.map(([what, day, place = '1']) => `('${what}', ${day}, ${place})`).join(', ')}) as m (what, on_day, place)
      where f.detainee_id = $1 and m.on_day is not null and ${asKnown('$2', 'f')}`,
  };
}

/** What lasts from one day to another. What ends on a day comes before what begins on it, unless it began on that day itself. */
export const SPAN = [['began', 'f.from_on'], ['ended', 'f.to_on', 'case when f.from_on = f.to_on then 2 else 0 end']] as const;

/** Of what somebody decided, or follows from facts and law: it has no source of its own. */
export const NO_SOURCE = 'null as source_kind, null as source_text, null::uuid as source_file_id, null as source_sheet, null::integer as source_row';

/** The day of the office on which something was recorded. */
export const officeDay = (instant: string): string => `(${instant} at time zone $3)::date`;

/** Under the person's own address. */
export const under = (path: string): TimelineSource['link'] => ({ detaineeId, id }) => `/v1/detainees/${detaineeId}/${path}/${id}`;
