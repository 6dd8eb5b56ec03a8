import { event, finalOn, order, type Example } from './example.js';

const departure = (more: Record<string, unknown>) => ({
  kind: 'voluntary-departure-alternate',
  voluntaryDeparture: { departBy: '2024-05-01', departed: false, departedOn: null, bondDueOn: null, bondPosted: null, bondPostedOn: null, ...more },
});

const decided = (appeal: Record<string, unknown> | null, more: Record<string, unknown> = {}) => ({ removalOrders: [order('2024-01-10', appeal, more)] });

/** 8 C.F.R. § 1241.1, paragraph by paragraph, and what takes finality away again. */
export const finalityExamples: readonly Example[] = [
  { name: '(a) on the day before the Board dismisses the appeal', given: decided({ filed: true, filedOn: '2024-02-01', outcome: 'dismissed', decidedOn: '2024-09-10' }), on: '2024-09-09', then: { finality: { result: 'not-final', on: null } } },
  { name: '(a) on the day on which the Board dismisses the appeal', given: decided({ filed: true, filedOn: '2024-02-01', outcome: 'dismissed', decidedOn: '2024-09-10' }), on: '2024-09-10', then: { finality: { result: 'final', on: '2024-09-10', basis: 'appeal-dismissed', citation: '8 C.F.R. § 1241.1(a)' } } },
  { name: '(a) while an appeal is pending, however long', given: decided({ filed: true, filedOn: '2024-02-01' }), on: '2026-02-01', then: { finality: { result: 'not-final' } } },
  { name: '(a) an appeal whose day of dismissal is not known', given: decided({ filed: true, outcome: 'dismissed', decidedOn: null }), on: '2026-02-01', then: { finality: { result: 'unknown', missing: ['removalOrders[0].appeal.decidedOn'] } } },
  { name: '(a) an appeal that was sustained takes the order away', given: decided({ filed: true, outcome: 'sustained', decidedOn: '2024-09-10' }), on: '2024-09-10', then: { finality: { result: 'not-final' } } },
  { name: 'an appeal withdrawn is final on the day of withdrawal', given: decided({ filed: true, outcome: 'withdrawn', decidedOn: '2024-06-03' }), on: '2024-06-03', then: { finality: { result: 'final', on: '2024-06-03', basis: 'appeal-withdrawn' } } },
  { name: '(b) on the day of waiver', given: decided({ waivedOn: '2024-01-10', filed: false }), on: '2024-01-10', then: { finality: { result: 'final', on: '2024-01-10', basis: 'appeal-waived' } } },
  { name: '(b) waived later: the day before', given: decided({ waivedOn: '2024-01-15', filed: false }), on: '2024-01-14', then: { finality: { result: 'not-final' } } },
  { name: '(c) the day before the appeal period lapses', given: decided({ filed: false }), on: '2024-02-08', then: { finality: { result: 'not-final' } } },
  { name: '(c) the last day of the appeal period', given: decided({ filed: false }), on: '2024-02-09', then: { finality: { result: 'final', on: '2024-02-09', basis: 'appeal-period-lapsed' } } },
  { name: '(c) a decision of 2026-09-24: day 30 is a Saturday, so the period ends on Monday', given: { removalOrders: [order('2026-09-24', { filed: false })] }, on: '2026-10-25', then: { finality: { result: 'not-final' }, nextChangeOn: '2026-10-26' } },
  { name: '(c) … and on that Monday the order is final', given: { removalOrders: [order('2026-09-24', { filed: false })] }, on: '2026-10-26', then: { finality: { result: 'final', on: '2026-10-26' } } },
  { name: '(c) the ten-day rule of 2026 never governed a decision', given: { removalOrders: [order('2026-03-10', { filed: false })] }, on: '2026-03-21', then: { finality: { result: 'not-final' } } },
  { name: '(c) whether anybody appealed is not known', given: decided({ filed: null }), on: '2024-03-01', then: { finality: { result: 'unknown', missing: ['removalOrders[0].appeal.filed'] } } },
  { name: '(c) nothing about an appeal is known', given: decided(null), on: '2024-03-01', then: { finality: { result: 'unknown', missing: ['removalOrders[0].appeal'] } } },
  { name: '(d) certified and not yet decided', given: decided({ waivedOn: '2024-01-10', certifiedOn: '2024-01-20' }), on: '2024-03-01', then: { finality: { result: 'not-final' } } },
  { name: '(d) certified, and decided on a later day', given: decided({ certifiedOn: '2024-01-20', outcome: 'dismissed', decidedOn: '2024-08-01' }), on: '2024-08-01', then: { finality: { result: 'final', on: '2024-08-01', basis: 'certified' } } },
  { name: '(e) in absentia: at once', given: decided(null, { inAbsentia: true }), on: '2024-01-10', then: { finality: { result: 'final', on: '2024-01-10', basis: 'in-absentia' } } },
  { name: '(f) on the last day to depart', given: decided({ filed: false }, departure({})), on: '2024-05-01', then: { finality: { result: 'not-final' } } },
  { name: '(f) on the day after it', given: decided({ filed: false }, departure({})), on: '2024-05-02', then: { finality: { result: 'final', on: '2024-05-02', basis: 'voluntary-departure-overstayed' } } },
  { name: '(f) departed in time: the order never took effect', given: decided({ filed: false }, departure({ departed: true, departedOn: '2024-05-01' })), on: '2024-06-01', then: { finality: { result: 'not-final' } } },
  { name: '(f) departed a day late', given: decided({ filed: false }, departure({ departed: true, departedOn: '2024-05-02' })), on: '2024-06-01', then: { finality: { result: 'final', on: '2024-05-02' } } },
  { name: '(f) whether the person departed is not known', given: decided({ filed: false }, departure({ departed: null })), on: '2024-06-01', then: { finality: { result: 'unknown', missing: ['removalOrders[0].voluntaryDeparture.departed'] } } },
  { name: '(f) on the day on which the departure bond is due', given: decided({ filed: false }, departure({ bondDueOn: '2024-01-17', bondPosted: false })), on: '2024-01-17', then: { finality: { result: 'not-final' } } },
  { name: '(f) the bond was not posted: the day after', given: decided({ filed: false }, departure({ bondDueOn: '2024-01-17', bondPosted: false })), on: '2024-01-18', then: { finality: { result: 'final', on: '2024-01-18', basis: 'voluntary-departure-bond-unposted' } } },
  { name: '(f) the bond was posted on the last day', given: decided({ filed: false }, departure({ bondDueOn: '2024-01-17', bondPosted: true, bondPostedOn: '2024-01-17' })), on: '2024-01-18', then: { finality: { result: 'not-final' } } },
  { name: '(f) after a timely appeal: on the order of the Board', given: decided({ filed: true, outcome: 'dismissed', decidedOn: '2024-09-10' }, departure({})), on: '2024-09-10', then: { finality: { result: 'final', on: '2024-09-10', basis: 'appeal-dismissed' } } },
  { name: '(f) after a timely appeal: on overstay of the departure that the Board granted', given: decided({ filed: true, outcome: 'dismissed', decidedOn: '2024-09-10' }, departure({ departBy: '2024-11-09' })), on: '2024-11-10', then: { finality: { result: 'final', on: '2024-11-10', basis: 'voluntary-departure-overstayed' } } },
  { name: 'reinstated: final from the old day', given: { removalOrders: [{ kind: 'reinstated', decidedOn: '2010-03-01', originalFinalOn: '2010-04-01', reinstatedOn: '2024-05-06', decidedBy: 'dhs', events: null }] }, on: '2024-05-06', then: { finality: { result: 'final', on: '2010-04-01', basis: 'reinstated' }, removalPeriod: { result: 'determined', beginsOn: '2024-05-06' } } },
  { name: 'issued by DHS: when it is made', given: { removalOrders: [{ kind: 'administrative', decidedOn: '2024-05-06', decidedBy: 'dhs', events: [] }] }, on: '2024-05-06', then: { finality: { result: 'final', on: '2024-05-06', basis: 'dhs-order' } } },
  { name: "the Board's own order", given: { removalOrders: [order('2024-05-06', null, { decidedBy: 'bia' })] }, on: '2024-05-06', then: { finality: { result: 'final', on: '2024-05-06', basis: 'bia-order' } } },
  { name: 'a document states the day, the route is not known', given: decided(null, { statedFinalOn: '2024-03-03' }), on: '2024-03-03', then: { finality: { result: 'final', on: '2024-03-03', basis: 'stated' } } },
  { name: 'a stated day that has not come', given: decided(null, { statedFinalOn: '2024-03-03' }), on: '2024-03-02', then: { finality: { result: 'not-final' } } },
  { name: 'reopened: final the day before', given: { removalOrders: [finalOn('2024-01-10', { events: [event('reopened', '2024-07-01')] })] }, on: '2024-06-30', then: { finality: { result: 'final', on: '2024-01-10' } } },
  { name: 'reopened: not final on the day', given: { removalOrders: [finalOn('2024-01-10', { events: [event('reopened', '2024-07-01')] })] }, on: '2024-07-01', then: { finality: { result: 'not-final', on: null } } },
  { name: 'remanded by a court: not final', given: { removalOrders: [finalOn('2024-01-10', { events: [event('remanded', '2024-07-01')] })] }, on: '2024-07-01', then: { finality: { result: 'not-final' } } },
  { name: 'reopening denied: still final', given: { removalOrders: [finalOn('2024-01-10', { events: [event('motion-to-reopen-filed', '2024-03-01'), event('reopening-denied', '2024-07-01')] })] }, on: '2024-07-02', then: { finality: { result: 'final', on: '2024-01-10' } } },
  { name: 'withholding of removal leaves the order final', given: { removalOrders: [finalOn('2024-01-10', { events: [event('withholding-granted', '2024-01-10')] })] }, on: '2024-07-02', then: { finality: { result: 'final', on: '2024-01-10' } } },
  { name: 'nothing is known of the docket', given: { removalOrders: [finalOn('2024-01-10', { events: null })] }, on: '2024-07-02', then: { finality: { result: 'unknown', missing: ['removalOrders[0].events'] } } },
  { name: 'several orders: the last one still standing governs', given: { removalOrders: [finalOn('2012-01-10'), finalOn('2024-01-10', { events: [event('vacated', '2024-07-01')] })] }, on: '2024-07-02', then: { finality: { result: 'final', on: '2012-01-10' } } },
  { name: 'no orders are known', given: { removalOrders: null }, on: '2024-07-02', then: { finality: { result: 'unknown', missing: ['removalOrders'] } } },
  { name: 'no order exists', given: {}, on: '2024-07-02', then: { finality: { result: 'not-final', missing: [] } } },
];
