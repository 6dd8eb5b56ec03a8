import { CASE_EVENT, type CaseEventValues } from './case-event.facts.js';

const TODAY = '2026-11-24';
const read = (values: CaseEventValues) => {
  const normal = CASE_EVENT.normalise?.(values) as CaseEventValues;
  return { on: normal.on, paths: CASE_EVENT.faults?.(normal, TODAY).map(({ path }) => path) };
};

describe('an event of the case, on 2026-11-24', () => {
  it.each<[string, CaseEventValues, string | undefined, string[]]>([
    ['on a day', { kind: 'bond-granted', on: '2026-11-24' }, '2026-11-24', []],
    ['at an instant, late in the evening of Detroit', { kind: 'arrest', at: '2026-11-23T23:30:00-05:00' }, '2026-11-23', []],
    ['at an instant, early in the morning of Guam', { kind: 'arrest', at: '2026-11-24T00:30:00+10:00' }, '2026-11-24', []],
    ['at an instant and on the day of another place', { kind: 'arrest', at: '2026-11-23T23:30:00-05:00', on: '2026-11-24' }, '2026-11-24', ['on']],
    ['tomorrow, a hearing', { kind: 'hearing', on: '2026-11-25' }, '2026-11-25', []],
    ['tomorrow, a release', { kind: 'released', on: '2026-11-25' }, '2026-11-25', ['on']],
    ['at no time', { kind: 'released' }, undefined, ['on']],
  ])('%s', (_what, values, on, paths) => expect(read(values)).toEqual({ on, paths }));

  it('keeps the instant of a time with an offset, and the day beside it', () => {
    const columns = CASE_EVENT.toColumns({ kind: 'arrest', on: '2026-11-23', at: '2026-11-23T23:30:00-05:00' });
    expect(columns).toMatchObject({ on_day: '2026-11-23', at_instant: new Date('2026-11-24T04:30:00Z'), at_offset_minutes: -300 });
  });

  it.each(['2026-11-23T23:30:00.000-05:00', '2026-11-24T00:30:00.000+10:00', '2026-11-24T10:15:00.000+05:45', '2026-11-24T10:15:00.000Z'])(
    'gives back %s as it was written, with the offset of the place', (at) => {
      expect(CASE_EVENT.toValues(CASE_EVENT.toColumns({ kind: 'arrest', on: at.slice(0, 10), at }))).toMatchObject({ on: at.slice(0, 10), at });
    });
});
