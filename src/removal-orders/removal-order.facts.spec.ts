import { COOPERATION_LAPSE, ORDER_EVENT, REMOVAL_ORDER, type RemovalOrderValues } from './removal-order.facts.js';

const TODAY = '2026-11-24';
const paths = (values: RemovalOrderValues) => REMOVAL_ORDER.faults?.(values, TODAY).map(({ path }) => path);

describe('a removal order decided on 2026-03-20, on 2026-11-24', () => {
  it.each<[string, RemovalOrderValues, string[]]>([
    ['of which nothing is known', { decidedOn: null }, []],
    ['appeal waived the same day', { appeal: { waivedOn: '2026-03-20' } }, []],
    ['appeal waived the day before', { appeal: { waivedOn: '2026-03-19' } }, ['appeal.waivedOn']],
    ['appeal pending', { appeal: { filed: true, filedOn: '2026-04-20' } }, []],
    ['appeal dismissed on the day it was filed', { appeal: { filed: true, filedOn: '2026-04-20', decidedOn: '2026-04-20', outcome: 'dismissed' } }, []],
    ['appeal dismissed the day before it was filed', { appeal: { filed: true, filedOn: '2026-04-20', decidedOn: '2026-04-19', outcome: 'dismissed' } }, ['appeal.decidedOn']],
    ['appeal dismissed, filed on an unknown day', { appeal: { filed: true, decidedOn: '2026-04-19', outcome: 'dismissed' } }, []],
    ['known that no appeal was filed', { appeal: { filed: false } }, []],
    ['known that no appeal was filed, with its day', { appeal: { filed: false, filedOn: '2026-04-20' } }, ['appeal.filedOn']],
    ['appeal decided tomorrow', { appeal: { filed: true, decidedOn: '2026-11-25' } }, ['appeal.decidedOn']],
    ['to depart by a day ahead', { voluntaryDeparture: { departBy: '2027-01-15', bondDueOn: '2026-11-30' } }, []],
    ['to depart before the order', { voluntaryDeparture: { departBy: '2026-03-19' } }, ['voluntaryDeparture.departBy']],
    ['departed tomorrow', { voluntaryDeparture: { departed: true, departedOn: '2026-11-25' } }, ['voluntaryDeparture.departedOn']],
    ['bond not posted, posted on a day', { voluntaryDeparture: { bondPosted: false, bondPostedOn: '2026-03-25' } }, ['voluntaryDeparture.bondPostedOn']],
    ['stated to become final ahead', { statedFinalOn: '2026-12-20' }, []],
    ['stated to have become final before it was made', { statedFinalOn: '2026-03-19' }, ['statedFinalOn']],
    ['reinstated', { kind: 'reinstated', originalFinalOn: '2026-04-20', reinstatedOn: '2026-06-01' }, []],
    ['reinstated before it became final', { kind: 'reinstated', originalFinalOn: '2026-04-20', reinstatedOn: '2026-04-19' }, ['reinstatedOn']],
    ['reinstated without being of that kind', { kind: 'removal', originalFinalOn: '2026-04-20' }, ['originalFinalOn']],
    ['of unknown kind, reinstated', { kind: null, originalFinalOn: '2026-04-20', reinstatedOn: '2026-06-01' }, []],
  ])('%s', (_what, values, expected) => expect(paths({ decidedOn: '2026-03-20', ...values })).toEqual(expected));

  it('keeps an unknown appeal apart from one of which nothing more is known', () => {
    const kept = (appeal: RemovalOrderValues['appeal']) => REMOVAL_ORDER.toValues(REMOVAL_ORDER.toColumns({ appeal })).appeal;
    expect(kept(null)).toBeNull();
    expect(kept(undefined)).toBeNull();
    expect(kept({})).toEqual({ waivedOn: null, filed: null, filedOn: null, decidedOn: null, outcome: null, certifiedOn: null });
  });
});

describe('what befell an order', () => {
  it.each([['2026-11-24', []], ['2026-11-25', ['on']], [null, []]])('on %s', (on, expected) =>
    expect(ORDER_EVENT.faults?.({ removalOrderId: 'an order', kind: 'reopened', on }, TODAY).map(({ path }) => path)).toEqual(expected));
});

describe('a failure to cooperate', () => {
  it.each([
    ['that lasts', { from: '2026-05-01', ongoing: true }, []],
    ['whose end is not known', { from: '2026-05-01', ongoing: false }, []],
    ['that ended', { from: '2026-05-01', to: '2026-06-01', ongoing: false }, []],
    ['that ended and lasts', { from: '2026-05-01', to: '2026-06-01', ongoing: true }, ['ongoing']],
    ['that ended before it began', { from: '2026-05-01', to: '2026-04-30' }, ['to']],
    ['whose notice was served before it began', { from: '2026-05-01', noticeServedOn: '2026-04-20' }, []],
  ])('%s', (_what, values, expected) =>
    expect(COOPERATION_LAPSE.faults?.(values, TODAY).map(({ path }) => path)).toEqual(expected));
});
