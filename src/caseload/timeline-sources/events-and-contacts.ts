import { Permission } from '../../common/permissions.js';
import { factSource, SPAN, under } from './timeline-source.js';

const AT = { instant: 'f.at_instant', offset: 'f.at_offset_minutes' };

export const caseEvents = factSource({
  kind: 'case-event', table: 'case_event', read: Permission.ReadCaseEvents, link: under('events'),
  moments: [['happened', 'f.on_day']], at: AT,
  values: { event: 'f.kind' },
});

export const iceContacts = factSource({
  kind: 'ice-contact', table: 'ice_contact', read: Permission.ReadIceContacts, link: ({ id }) => `/v1/ice-contacts/${id}`,
  moments: [['happened', 'f.on_day']], at: AT,
  values: { actor: 'f.actor', manner: 'f.manner', topics: 'f.topics', facility: 'f.facility', counselPresent: 'f.counsel_present', encounterId: 'f.encounter_id' },
});

export const memberships = factSource({
  kind: 'membership', table: 'class_membership', read: Permission.ReadDetainees, link: under('memberships'),
  moments: SPAN,
  values: { class: 'f.class' },
});
