import { Permission } from '../../common/permissions.js';
import { microseconds, NO_SOURCE, officeDay, type TimelineSource } from './timeline-source.js';

/** What was found when, and what took its place: kept to the microsecond, and known on the millisecond that is shown of it. */
const entries = (what: string, instant: string, values: string, where: string): string => `
  select 'finding' as kind, '${what}' as what, 1 as place, f.id, f.version, ${officeDay(instant)} as on_day, ${instant} as at_instant, null::smallint as at_offset_minutes,
    ${microseconds(instant)} as at_us,
    jsonb_build_object('authority', f.authority, 'clause', f.clause, 'result', f.result, 'on', f.on_day, 'citation', f.citation, 'unverified', f.unverified${values}) as values,
    ${instant} as recorded_at, ${NO_SOURCE}
  from finding f
  where f.detainee_id = $1 and ${where} and ($2::timestamptz is null or date_trunc('milliseconds', ${instant}) <= $2::timestamptz)`;

/** Of a fact that came late. Why one took the place of another is said where that one was superseded. */
const CAUSE = `, 'reason', f.opened_reason`;

export const findings: TimelineSource = {
  kind: 'finding',
  read: Permission.ReadFindings,
  sealed: null,
  link: ({ id }) => `/v1/findings/${id}`,
  // In two halves, each of which has an index of its own by the person.
  sql: [
    entries('opened', 'f.opened_at', CAUSE, 'f.superseded_at is null'),
    entries('opened', 'f.opened_at', CAUSE, 'f.superseded_at is not null'),
    entries('superseded', 'f.superseded_at', `, 'reason', f.superseded_reason`, 'f.superseded_at is not null'),
  ].join(' union all '),
};

/** What people decided about findings, step by step. The reason and the evidence stay where they stand. */
export const findingReviews: TimelineSource = {
  kind: 'finding-review',
  read: Permission.ReadFindings,
  sealed: null,
  link: ({ values }) => `/v1/findings/${String(values.findingId)}`,
  sql: `
    select 'finding-review' as kind, f.state as what, 1 as place, f.id, f.step as version, ${officeDay('f.at')} as on_day,
      f.at as at_instant, null::smallint as at_offset_minutes, ${microseconds('f.at')} as at_us,
      jsonb_build_object('authority', f.authority, 'clause', f.clause, 'result', f.result, 'on', f.on_day, 'findingId', f.finding_id) as values, f.at as recorded_at,
      ${NO_SOURCE}
    from finding_review f
    where f.detainee_id = $1 and ($2::timestamptz is null or f.at <= $2::timestamptz)`,
};
