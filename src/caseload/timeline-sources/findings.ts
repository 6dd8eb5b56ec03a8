import { Permission } from '../../common/permissions.js';
import { microseconds, officeDay, type TimelineSource } from './timeline-source.js';

/** What was found when, and what took its place. A finding comes from the law and the facts: it has no source of its own. */
const entries = (what: string, instant: string, values: string, where: string): string => `
  select 'finding' as kind, '${what}' as what, 1 as place, f.id, f.version, ${officeDay(instant)} as on_day, ${instant} as at_instant, null::smallint as at_offset_minutes,
    ${microseconds(instant)} as at_us,
    jsonb_build_object('authority', f.authority, 'clause', f.clause, 'result', f.result, 'on', f.on_day, 'citation', f.citation, 'unverified', f.unverified${values}) as values,
    ${instant} as recorded_at, null as source_kind, null as source_text, null::uuid as source_file_id, null as source_sheet, null::integer as source_row
  from finding f
  where f.detainee_id = $1 and ${where} and ($2::timestamptz is null or ${instant} <= $2::timestamptz)`;

export const findings: TimelineSource = {
  kind: 'finding',
  read: Permission.ReadFindings,
  sealed: null,
  link: ({ id }) => `/v1/findings/${id}`,
  // In two halves, each of which has an index of its own by the person.
  sql: [
    entries('opened', 'f.opened_at', '', 'f.superseded_at is null'),
    entries('opened', 'f.opened_at', '', 'f.superseded_at is not null'),
    entries('superseded', 'f.superseded_at', `, 'reason', f.superseded_reason`, 'f.superseded_at is not null'),
  ].join(' union all '),
};
