import { Permission } from '../../common/permissions.js';
import { microseconds, NO_SOURCE, officeDay, type TimelineSource } from './timeline-source.js';

/** What somebody decided about a proposed membership. It is kept once and never changed; the reason stays where it stands. */
export const membershipDecisions: TimelineSource = {
  kind: 'membership-decision',
  read: Permission.ReadDetainees,
  sealed: null,
  link: ({ detaineeId }) => `/v1/detainees/${detaineeId}/class-memberships/decisions`,
  sql: `
    select 'membership-decision' as kind, f.decision as what, 1 as place, f.id, 1 as version, ${officeDay('f.decided_at')} as on_day,
      f.decided_at as at_instant, null::smallint as at_offset_minutes, ${microseconds('f.decided_at')} as at_us,
      jsonb_build_object('class', f.class, 'from', f.from_on, 'to', f.to_on, 'membershipId', f.membership_id) as values, f.decided_at as recorded_at,
      ${NO_SOURCE}
    from membership_decision f
    where f.detainee_id = $1 and ($2::timestamptz is null or f.decided_at <= $2::timestamptz)`,
};
