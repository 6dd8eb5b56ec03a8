import fc from 'fast-check';
import { addDays, dayOf, formatDay } from '../law/calendar/day.js';
import { OTHER_CUSTODY, STINT, type StintValues } from './custody.facts.js';

const TODAY = '2026-11-24';
const paths = (values: StintValues) => STINT.faults?.(values, TODAY).map(({ path }) => path);

describe('a stint, on 2026-11-24', () => {
  it.each<[string, Omit<StintValues, 'custodian'>, string[]]>([
    ['of which nothing is known but the custodian', {}, []],
    ['begun today', { from: '2026-11-24' }, []],
    ['begun tomorrow', { from: '2026-11-25' }, ['from']],
    ['ended on the day it began', { from: '2026-11-01', to: '2026-11-01', endedBy: 'transfer' }, []],
    ['ended the day before it began', { from: '2026-11-01', to: '2026-10-31' }, ['to']],
    ['ended today', { from: '2026-11-01', to: '2026-11-24', endedBy: 'bond' }, []],
    ['ended tomorrow', { from: '2026-11-01', to: '2026-11-25', endedBy: 'bond' }, ['to']],
    ['ended nobody knows how', { from: '2026-11-01', to: '2026-11-20', endedBy: null }, []],
    ['ended by bond on no day', { from: '2026-11-01', endedBy: 'bond' }, ['endedBy']],
    ['ended on a known day, begun on an unknown one', { to: '2026-11-20', endedBy: 'bond' }, []],
    ['of the year 1026', { from: '1026-11-01' }, ['from']],
  ])('%s', (_what, values, expected) => expect(paths({ custodian: 'ice', ...values })).toEqual(expected));

  it('is refused for its end exactly when that comes before its start or after today', () => {
    const today = dayOf(2026, 11, 24);
    fc.assert(fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: -9000, max: 9000 }), (ago, length) => {
      const from = addDays(today, -ago);
      const to = addDays(from, length);
      const refused = paths({ custodian: 'ice', from: formatDay(from), to: formatDay(to) });
      expect(refused?.includes('to')).toBe(to < from || to > today);
    }));
  });

  it('loses the time of a day that is corrected, unless the correction gives a new one', () => {
    expect(STINT.implied?.({ from: '2026-11-02' })).toEqual({ fromTime: null });
    expect(STINT.implied?.({ facility: 'GLADEFL' })).toEqual({});
  });
});

describe('other custody', () => {
  it.each([
    ['a sentence served', { from: '2017-11-02', to: '2019-03-09' }, []],
    ['a sentence being served', { from: '2026-01-02' }, []],
    ['a sentence that ended before it began', { from: '2017-11-02', to: '2017-11-01' }, ['to']],
  ])('%s', (_what, span, expected) =>
    expect(OTHER_CUSTODY.faults?.({ kind: 'criminal', ...span }, TODAY).map(({ path }) => path)).toEqual(expected));
});
