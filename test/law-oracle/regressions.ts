import type { FactsJson, OrderJson, StintJson } from './facts.js';

/** People on whom the law core and its second reading once disagreed, each kept as small as it could be made. */
const NO_APPEAL = { waivedOn: null, filed: false, filedOn: null, decidedOn: null, outcome: null, certifiedOn: null };
const held = (from: string): StintJson => ({ facility: 'GLADEFL', custodian: 'ice', from, to: null, endedBy: null });
const waived = (decidedOn: string, events: OrderJson['events']): OrderJson => ({
  kind: 'removal', decidedOn, decidedBy: 'immigration-judge', inAbsentia: false, appeal: { ...NO_APPEAL, waivedOn: decidedOn },
  voluntaryDeparture: null, statedFinalOn: null, events,
});
const person = (facts: Partial<FactsJson>): FactsJson => ({
  asOf: '2017-06-28', circuit: '6', person: { citizenship: 'IRQ', birthDate: null }, stints: [], otherCustody: [], removalOrders: [],
  cooperation: [], memberships: [], events: [], contacts: [], ...facts,
});
const STAYED = [{ kind: 'petition-for-review-filed', on: '2016-09-13' }, { kind: 'judicial-stay-entered', on: '2016-09-14' }];

const stayedWhileALapseGoesOn: FactsJson = person({
  stints: [held('2016-09-01')],
  removalOrders: [waived('2016-09-12', STAYED)],
  cooperation: [{ from: '2016-12-10', to: null, ongoing: true, act: 'refused-travel-document-form', noticeServedOn: '2016-12-10', disputed: false }],
});

/** Events and cooperation are not known beside a period that courts begin on different days. */
const stayedWithReviewsNotKnown: FactsJson = person({
  stints: [held('2016-09-01')], removalOrders: [waived('2016-09-12', STAYED)], events: null,
});

/** Reopened before the time to appeal had run: it never became final. */
const reopenedBeforeItWasFinal: FactsJson = person({
  removalOrders: [{ ...waived('2016-09-01', [{ kind: 'reopened', on: '2016-09-02' }]), appeal: NO_APPEAL }],
});

/** A second stint ended the first and was itself over when the court decided; other custody is not known. */
const atLibertyWhenTheCourtDecided: FactsJson = person({
  circuit: '2', otherCustody: null, stints: [held('2016-09-01'), { ...held('2016-09-02'), to: '2016-09-03', endedBy: 'transfer' }],
  removalOrders: [waived('2016-09-01', [
    { kind: 'petition-for-review-filed', on: '2016-09-02' }, { kind: 'judicial-stay-entered', on: '2016-09-03' }, { kind: 'petition-for-review-decided', on: '2016-09-12' },
  ])],
});

/** Held again on the day of the release: a short stint, whose beginning may not be known, ended that stay before the one that runs. */
const heldAgainTwice: FactsJson = person({
  stints: [
    { ...held('2016-09-01'), to: '2016-09-03', endedBy: 'order-of-supervision' }, held('2016-09-03'),
    { ...held('2016-09-04'), to: '2016-09-05', endedBy: 'transfer' }, held('2016-09-10'),
  ],
  removalOrders: [{ ...waived('2016-09-01', []), kind: 'expedited', decidedBy: 'dhs', appeal: null }],
});

export const DISAGREED: readonly FactsJson[] = [
  stayedWhileALapseGoesOn, stayedWithReviewsNotKnown, reopenedBeforeItWasFinal, atLibertyWhenTheCourtDecided, heldAgainTwice,
];
