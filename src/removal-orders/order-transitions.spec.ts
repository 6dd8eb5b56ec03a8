import fc from 'fast-check';
import { ORDER_EVENT_KINDS, type OrderEventKind } from '../law/facts.js';
import { type HistoryEvent, impossibleEvents, type OrderHistory, TRANSITIONS } from './order-transitions.js';

const DECIDED = '2026-03-20';
const docket = (...events: readonly (readonly [OrderEventKind, string | null])[]): HistoryEvent[] =>
  events.map(([kind, on], at) => ({ id: `${kind} ${at}`, kind, on }));
const found = (events: HistoryEvent[], order: Partial<OrderHistory> = {}) =>
  impossibleEvents({ decidedOn: DECIDED, decidedBy: 'immigration-judge', eventsComplete: true, events, ...order }).map(({ eventId, field }) => `${eventId} ${field}`);
const possible = (events: HistoryEvent[], order: Partial<OrderHistory> = {}) => found(events, order).length === 0;

describe('two events of one order, whose events are complete, on 2026-05-04 and 2026-06-04', () => {
  const NEEDS: Partial<Record<OrderEventKind, OrderEventKind>> = {
    'reopening-denied': 'motion-to-reopen-filed',
    'petition-for-review-decided': 'petition-for-review-filed',
    'judicial-stay-lifted': 'judicial-stay-entered',
    'administrative-stay-lifted': 'administrative-stay-entered',
    'habeas-stay-lifted': 'habeas-stay-entered',
  };
  const pairs = ORDER_EVENT_KINDS.flatMap((first) => ORDER_EVENT_KINDS.map((second) => [first, second] as const));

  it.each(pairs)('%s and then %s', (first, second) => {
    const expected = NEEDS[first] === undefined
      && (NEEDS[second] === undefined || NEEDS[second] === first)
      && !(first === 'reopened' && second === 'reopened');
    expect(possible(docket([first, '2026-05-04'], [second, '2026-06-04']))).toBe(expected);
  });

  it('are all possible where not every event is known, for what is missing may have happened unseen', () => {
    for (const [first, second] of pairs) expect(possible(docket([first, '2026-05-04'], [second, '2026-06-04']), { eventsComplete: false })).toBe(true);
  });
});

describe('what befell an order', () => {
  it.each<[string, HistoryEvent[], Partial<OrderHistory>, string[]]>([
    ['a petition decided the day before it was filed', docket(['petition-for-review-decided', '2026-05-03'], ['petition-for-review-filed', '2026-05-04']), {}, ['petition-for-review-decided 0 kind']],
    ['a petition decided on the day it was filed', docket(['petition-for-review-decided', '2026-05-04'], ['petition-for-review-filed', '2026-05-04']), {}, []],
    ['a petition decided after one that was filed, nobody knows when', docket(['petition-for-review-decided', '2026-05-03'], ['petition-for-review-filed', null]), {}, []],
    ['a petition decided, nobody knows when, and none filed', docket(['petition-for-review-decided', null]), {}, ['petition-for-review-decided 0 kind']],
    ['a motion denied by the judge and then by the Board', docket(['motion-to-reopen-filed', '2026-05-04'], ['reopening-denied', '2026-06-01'], ['reopening-denied', '2026-09-01']), {}, []],
    ['one stay lifted twice', docket(['judicial-stay-entered', '2026-05-04'], ['judicial-stay-lifted', '2026-06-01'], ['judicial-stay-lifted', '2026-06-02']), {}, ['judicial-stay-lifted 2 kind']],
    ['two stays, each lifted', docket(['judicial-stay-entered', '2026-05-04'], ['judicial-stay-entered', '2026-05-05'], ['judicial-stay-lifted', '2026-06-01'], ['judicial-stay-lifted', '2026-06-02']), {}, []],
    ['one stay lifted on a day and once more, nobody knows when', docket(['judicial-stay-entered', '2026-05-04'], ['judicial-stay-lifted', '2026-06-01'], ['judicial-stay-lifted', null]), {}, ['judicial-stay-lifted 2 kind']],
    ['a stay of one court lifted by a court of another kind', docket(['judicial-stay-entered', '2026-05-04'], ['habeas-stay-lifted', '2026-06-01']), {}, ['habeas-stay-lifted 1 kind']],
    ['reopened the day before it was decided', docket(['reopened', '2026-03-19']), {}, ['reopened 0 on']],
    ['reopened on the day it was decided', docket(['reopened', '2026-03-20']), {}, []],
    ['reopened the day before it was decided, where not all events are known', docket(['reopened', '2026-03-19']), { eventsComplete: false }, ['reopened 0 on']],
    ['remanded before the Board decided again', docket(['remanded', '2026-03-19']), { decidedBy: 'bia' }, []],
    ['remanded before a decision of which nobody knows whose it was', docket(['remanded', '2026-03-19']), { decidedBy: null }, []],
    ['reopened, where the day of the decision is not known', docket(['reopened', '2019-03-19']), { decidedOn: null }, []],
    ['removal barred by a habeas court before it was ordered', docket(['habeas-stay-entered', '2026-02-01'], ['habeas-stay-lifted', '2026-02-02']), {}, []],
    ['reopened twice, with an appeal decided in between', docket(['reopened', '2026-05-04'], ['reopened', '2026-08-04']), { appeal: { decidedOn: '2026-07-01', outcome: 'dismissed' } }, []],
    ['reopened twice, with an appeal decided the day after', docket(['reopened', '2026-05-04'], ['reopened', '2026-08-04']), { appeal: { decidedOn: '2026-08-05', outcome: 'dismissed' } }, ['reopened 1 kind']],
    ['reopened twice, with an appeal decided nobody knows when', docket(['reopened', '2026-05-04'], ['reopened', '2026-08-04']), { appeal: { decidedOn: null, outcome: 'dismissed' } }, []],
    ['reopened, reversed, and reopened again', docket(['motion-to-reopen-filed', '2026-05-01'], ['reopened', '2026-05-04'], ['reopening-denied', '2026-06-04'], ['reopened', '2026-08-04']), {}, []],
    ['reopened twice on one day, by two courts', docket(['reopened', '2026-05-04'], ['reopened', '2026-05-04']), {}, []],
  ])('%s', (_what, events, order, faults) => expect(found(events, order)).toEqual(faults));

  const event = fc.record({
    kind: fc.constantFrom(...ORDER_EVENT_KINDS), id: fc.uuid(),
    on: fc.option(fc.integer({ min: 0, max: 20 }).map((n) => `2026-05-${String(n + 1).padStart(2, '0')}`)),
  });

  it('is judged alike in whatever order it was entered', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 6 }), (events) => {
      expect(possible([...events].reverse())).toBe(possible(events));
    }));
  });

  it('is never made impossible by what it needs, entered later', () => {
    fc.assert(fc.property(fc.array(event, { maxLength: 5 }), (events) => {
      const needed = events.flatMap(({ kind }) => TRANSITIONS[kind].needs?.kind ?? []).map((kind, at) => ({ id: `needed ${at}`, kind, on: '2026-05-01' }));
      const reopened = events.filter(({ kind }) => kind === 'reopened').map(({ id }) => `${id} kind`);
      expect(found([...events, ...needed]).filter((fault) => !reopened.includes(fault))).toEqual([]);
    }));
  });
});
