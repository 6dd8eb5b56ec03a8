import { Permission } from '../../common/permissions.js';
import { factSource, SPAN, under } from './timeline-source.js';

export const representations = factSource({
  kind: 'representation', table: 'representation', read: Permission.ReadCounselContacts, link: under('representations'),
  moments: SPAN,
  values: { form: 'f.kind', userId: 'f.user_id' },
});

export const attempts = factSource({
  kind: 'counsel-contact', table: 'counsel_contact', read: Permission.ReadCounselContacts, link: under('counsel-contacts'),
  moments: [['asked', 'f.on_day']], at: { instant: 'f.at_instant', offset: 'f.at_offset_minutes' },
  values: { manner: 'f.manner', outcome: 'f.outcome', grantedOn: 'f.granted_on', facility: 'f.facility', minutes: 'f.minutes', monitored: 'f.monitored' },
});
