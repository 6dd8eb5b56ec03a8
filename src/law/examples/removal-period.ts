import { event, finalOn, held, type Example } from './example.js';

const final = { removalOrders: [finalOn('2025-01-15')], stints: [held('2025-01-02')] };
const stayed = (circuit: string | null, ...more: Record<string, unknown>[]) => ({
  circuit, stints: [held('2025-01-02')],
  removalOrders: [finalOn('2025-01-15', { events: [event('petition-for-review-filed', '2025-02-01'), event('judicial-stay-entered', '2025-02-03'), ...more] })],
});
const lapse = { from: '2025-03-01', to: '2025-03-11', ongoing: false, act: 'refused-travel-document-form', noticeServedOn: '2025-03-01', disputed: false };

/** 8 U.S.C. § 1231(a)(1): the latest of three starts, ninety days, extension. */
export const removalPeriodExamples: readonly Example[] = [
  { name: '(i) the day before finality', given: final, on: '2025-01-14', then: { removalPeriod: { result: 'not-begun' }, governing: [{ from: '2025-01-02', to: null, authority: '8 U.S.C. § 1226' }] } },
  { name: '(i) from finality, ninety days', given: final, on: '2025-01-15', then: { removalPeriod: { result: 'determined', beginsOn: '2025-01-15', endsOn: '2025-04-15', tolledDays: 0 } } },
  { name: 'the last day governed by (a)(2)', given: final, on: '2025-04-14', then: { governing: [{ to: '2025-01-15' }, { from: '2025-01-15', to: null, authority: '8 U.S.C. § 1231(a)(2)' }] } },
  { name: 'the first day governed by (a)(6)', given: final, on: '2025-04-15', then: { governing: [{}, { to: '2025-04-15' }, { from: '2025-04-15', to: null, authority: '8 U.S.C. § 1231(a)(6)' }] } },
  { name: 'February of a leap year has 29 days and each of them counts', given: { removalOrders: [finalOn('2024-01-15')] }, on: '2024-02-01', then: { removalPeriod: { endsOn: '2024-04-14' } } },
  { name: '(ii) a petition for review alone does not move the start', given: { ...final, removalOrders: [finalOn('2025-01-15', { events: [event('petition-for-review-filed', '2025-02-01')] })] }, on: '2025-03-01', then: { removalPeriod: { result: 'determined', beginsOn: '2025-01-15' } } },
  { name: '(ii) stayed in the Ninth Circuit: not begun, and § 1226 governs', given: stayed('9'), on: '2025-03-01', then: { removalPeriod: { result: 'not-begun' }, governing: [{ from: '2025-01-02', to: null, authority: '8 U.S.C. § 1226' }] } },
  { name: '(ii) stayed in the Eleventh Circuit: the period runs', given: stayed('11'), on: '2025-03-01', then: { removalPeriod: { result: 'determined', beginsOn: '2025-01-15' } } },
  { name: '(ii) stayed in the Sixth Circuit: readings', given: stayed('6'), on: '2025-03-01', then: { removalPeriod: { result: 'contested', readings: [{ policy: 'not-begun-while-stayed', beginsOn: null }, { policy: 'begun-despite-stay', beginsOn: '2025-01-15' }] } } },
  { name: "(ii) decided: from the court's final order", given: stayed('6', event('petition-for-review-decided', '2025-09-01')), on: '2025-09-01', then: { removalPeriod: { result: 'determined', beginsOn: '2025-09-01', endsOn: '2025-11-30' } } },
  { name: '(ii) a stay by a habeas court inside the period: readings', given: { ...final, removalOrders: [finalOn('2025-01-15', { events: [event('habeas-stay-entered', '2025-02-14'), event('habeas-stay-lifted', '2025-03-16')] })] }, on: '2025-04-20', then: { removalPeriod: { result: 'contested', beginsOn: '2025-01-15', readings: [{ endsOn: '2025-04-15' }, { endsOn: '2025-05-15' }] } } },
  { name: '(ii) a stay by a habeas court after the period had ended', given: { ...final, removalOrders: [finalOn('2025-01-15', { events: [event('habeas-stay-entered', '2025-04-15')] })] }, on: '2025-04-20', then: { removalPeriod: { result: 'determined', endsOn: '2025-04-15' } } },
  { name: '(iii) confined on the day of finality: not begun before release', given: { removalOrders: [finalOn('2025-01-15')], otherCustody: [{ kind: 'criminal', from: '2024-01-01', to: '2025-06-01' }] }, on: '2025-05-31', then: { removalPeriod: { result: 'not-begun' } } },
  { name: '(iii) begins on release', given: { removalOrders: [finalOn('2025-01-15')], otherCustody: [{ kind: 'criminal', from: '2024-01-01', to: '2025-06-01' }] }, on: '2025-06-01', then: { removalPeriod: { result: 'determined', beginsOn: '2025-06-01', endsOn: '2025-08-30' } } },
  { name: '(iii) a sentence served later does not reset it', given: { removalOrders: [finalOn('2025-01-15')], otherCustody: [{ kind: 'criminal', from: '2025-02-01', to: '2025-06-01' }] }, on: '2025-06-01', then: { removalPeriod: { result: 'determined', beginsOn: '2025-01-15' } } },
  { name: '(iii) whether the person was confined elsewhere is not known', given: { removalOrders: [finalOn('2025-01-15')], otherCustody: null }, on: '2025-06-01', then: { removalPeriod: { result: 'unknown', missing: ['otherCustody'] } } },
  { name: '(iii) … but somebody in immigration custody was not', given: { ...final, otherCustody: null }, on: '2025-02-01', then: { removalPeriod: { result: 'determined', beginsOn: '2025-01-15' } } },
  { name: '(C) ten days of non-cooperation inside the period', given: { ...final, cooperation: [lapse] }, on: '2025-04-01', then: { removalPeriod: { result: 'determined', endsOn: '2025-04-25', tolledDays: 10 } } },
  { name: '(C) non-cooperation after the period extends nothing', given: { ...final, cooperation: [{ ...lapse, from: '2025-04-15', to: '2025-04-25' }] }, on: '2025-05-01', then: { removalPeriod: { endsOn: '2025-04-15', tolledDays: 0 } } },
  { name: '(C) a lapse that begins on the last day of the period extends it', given: { ...final, cooperation: [{ ...lapse, from: '2025-04-14', to: '2025-04-24' }] }, on: '2025-05-01', then: { removalPeriod: { endsOn: '2025-04-25', tolledDays: 10 } } },
  { name: '(C) a lapse whose end is not known', given: { ...final, cooperation: [{ ...lapse, to: null }] }, on: '2025-05-01', then: { removalPeriod: { result: 'unknown', beginsOn: '2025-01-15', missing: ['cooperation[0].to'] } } },
  { name: '(C) nothing about cooperation is known', given: { ...final, cooperation: null }, on: '2025-05-01', then: { removalPeriod: { result: 'unknown', beginsOn: '2025-01-15', endsOn: null, missing: ['cooperation'] } } },
  { name: 'reopened: back to § 1226, and the earlier days stay where they were', given: { stints: [held('2025-01-02')], removalOrders: [finalOn('2025-01-15', { events: [event('reopened', '2025-02-15')] })] }, on: '2025-03-01', then: { removalPeriod: { result: 'not-begun' }, governing: [{ authority: '8 U.S.C. § 1226', to: '2025-01-15' }, { authority: '8 U.S.C. § 1231(a)(2)', to: '2025-02-15' }, { authority: '8 U.S.C. § 1226', from: '2025-02-15', to: null }], counts: { 'post-order.current-stay': { days: 0 }, 'post-order.cumulative': { days: 31 } } } },
];
