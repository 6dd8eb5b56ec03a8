import { Permission } from '../../common/permissions.js';
import { factSource, SPAN, under } from './timeline-source.js';

export const stints = factSource({
  kind: 'stint', table: 'custody_stint', read: Permission.ReadCustody, link: under('stints'),
  moments: SPAN,
  values: { facility: 'f.facility', custodian: 'f.custodian', endedBy: 'f.ended_by' },
});

export const otherCustody = factSource({
  kind: 'other-custody', table: 'other_custody', read: Permission.ReadCustody, link: under('other-custody'),
  moments: SPAN,
  values: { custody: 'f.kind' },
});
