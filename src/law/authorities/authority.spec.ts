import { parseDay } from '../calendar/day.js';
import { entryOn, type StatusEntry } from './authority.js';

const entry = (from: string | null, state: StatusEntry['state']): StatusEntry => ({ from, state, cause: 'a ruling', source: 'ECF 1', grade: 'V1' });

describe('the entry of a timeline that says which force a clause has', () => {
  const timeline = [entry('2018-01-02', 'in_force'), entry('2018-12-20', 'announced'), entry('2019-04-09', 'vacated')];

  it.each([
    ['the day before the first', '2018-01-01', null],
    ['the day of the first', '2018-01-02', 'in_force'],
    ['a day on which an end was announced, and had not come', '2018-12-20', 'in_force'],
    ['the day before the end', '2019-04-08', 'in_force'],
    ['the day of the end', '2019-04-09', 'vacated'],
  ])('%s', (_what, day, state) => expect(entryOn(timeline, parseDay(day))?.state ?? null).toBe(state));

  it('holds since before our records where it has no day', () => expect(entryOn([entry(null, 'in_force')], parseDay('1990-01-01'))?.state).toBe('in_force'));
});
