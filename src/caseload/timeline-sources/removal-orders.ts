import { Permission } from '../../common/permissions.js';
import { factSource, SPAN, under } from './timeline-source.js';

export const removalOrders = factSource({
  kind: 'removal-order', table: 'removal_order', read: Permission.ReadRemovalOrders, link: under('removal-orders'),
  moments: [
    ['decided', 'f.decided_on'], ['appeal-waived', 'f.appeal_waived_on'], ['appeal-filed', 'f.appeal_filed_on'], ['appeal-decided', 'f.appeal_decided_on'],
    ['certified', 'f.appeal_certified_on'], ['to-depart-by', 'f.depart_by'], ['departed', 'f.departed_on'], ['departure-bond-due', 'f.departure_bond_due_on'],
    ['departure-bond-posted', 'f.departure_bond_posted_on'], ['stated-final', 'f.stated_final_on'], ['original-final', 'f.original_final_on'],
    ['reinstated', 'f.reinstated_on'],
  ],
  values: { order: 'f.kind', decidedBy: 'f.decided_by', inAbsentia: 'f.in_absentia', appealOutcome: 'f.appeal_outcome' },
});

export const orderEvents = factSource({
  kind: 'removal-order-event', table: 'removal_order_event', read: Permission.ReadRemovalOrders,
  link: ({ detaineeId, id, values }) => `/v1/detainees/${detaineeId}/removal-orders/${String(values.removalOrderId)}/events/${id}`,
  moments: [['happened', 'f.on_day']],
  values: { event: 'f.kind', court: 'f.court', removalOrderId: 'f.removal_order_id' },
});

export const cooperation = factSource({
  kind: 'cooperation-lapse', table: 'cooperation_lapse', read: Permission.ReadRemovalOrders, link: under('cooperation'),
  moments: [...SPAN, ['notice-served', 'f.notice_served_on']],
  values: { act: 'f.act', ongoing: 'f.ongoing', disputed: 'f.disputed' },
});
