import fc from 'fast-check';
import { parseDay, type Day } from '../calendar/day.js';
import { isClosed } from '../calendar/rolling.js';
import { deadline, type DeadlineAnswer } from './deadline.js';
import { dayOfInstant, formatInstant, tryParseInstant } from './hours.js';

const hours = (rule: string, trigger: string, n: number, direction = 'after') =>
  deadline({ rule, trigger, n, unit: 'hour', direction }) as DeadlineAnswer;

describe('hours', () => {
  it.each([
    ['48 hours from Friday morning run through Saturday and end Sunday: same time Monday', 'frcp-6a', '2018-07-06T10:00:00-04:00', 48, 'after', '2018-07-08T10:00:00-04:00', '2018-07-09T10:00:00-04:00'],
    ['72 hours from Friday run through the weekend and end on an open Monday', 'frcp-6a', '2018-07-06T10:00:00-04:00', 72, 'after', '2018-07-09T10:00:00-04:00', '2018-07-09T10:00:00-04:00'],
    ['an end on Independence Day goes on to Thursday', 'frcp-6a', '2018-07-03T16:30:00-04:00', 24, 'after', '2018-07-04T16:30:00-04:00', '2018-07-05T16:30:00-04:00'],
    ['48 hours before a meeting on Monday: back from Saturday to Friday, same time', 'frcp-6a', '2018-07-09T09:00:00-04:00', 48, 'before', '2018-07-07T09:00:00-04:00', '2018-07-06T09:00:00-04:00'],
    ['12 hours in a hold room never roll', 'no-roll', '2026-06-26T20:00:00-07:00', 12, 'after', '2026-06-27T08:00:00-07:00', '2026-06-27T08:00:00-07:00'],
    ['39 hours over the day of the vacatur', 'no-roll', '2026-06-22T08:00:00-04:00', 39, 'after', '2026-06-23T23:00:00-04:00', '2026-06-23T23:00:00-04:00'],
    ['48 hours without closed days: Friday noon to Tuesday noon', 'business-days', '2026-08-07T12:00:00-04:00', 48, 'after', '2026-08-11T12:00:00-04:00', '2026-08-11T12:00:00-04:00'],
    ['they do not begin on a Saturday: Monday 00:00 to the end of Tuesday', 'business-days', '2026-08-08T15:20:00-04:00', 48, 'after', '2026-08-12T00:00:00-04:00', '2026-08-12T00:00:00-04:00'],
    ['an end at midnight on Friday stays there', 'business-days', '2026-08-06T00:00:00-04:00', 48, 'after', '2026-08-08T00:00:00-04:00', '2026-08-08T00:00:00-04:00'],
    ['counted back over a weekend', 'business-days', '2026-08-10T12:00:00-04:00', 24, 'before', '2026-08-07T12:00:00-04:00', '2026-08-07T12:00:00-04:00'],
    ['no hours on a Sunday: same time on Monday', 'frcp-6a', '2026-08-09T08:00:00Z', 0, 'after', '2026-08-09T08:00:00Z', '2026-08-10T08:00:00Z'],
    ['no open hours on a Sunday: the same', 'business-days', '2026-08-09T08:00:00Z', 0, 'after', '2026-08-09T08:00:00Z', '2026-08-10T08:00:00Z'],
  ])('%s', (_name, rule, trigger, n, direction, unrolledAt, dueAt) => {
    const answer = hours(rule, trigger, n, direction);
    expect([answer.unrolledAt, answer.dueAt]).toEqual([unrolledAt, dueAt]);
    expect([answer.unrolledOn, answer.dueOn]).toEqual([unrolledAt.slice(0, 10), dueAt.slice(0, 10)]);
  });

  it('are counted on the wall clock of the trigger: the same instant elsewhere may fall on another day', () => {
    expect(hours('frcp-6a', '2026-08-07T23:30:00-04:00', 24).dueAt).toBe('2026-08-10T23:30:00-04:00'); // Saturday there
    expect(hours('frcp-6a', '2026-08-08T03:30:00Z', 24).dueAt).toBe('2026-08-10T03:30:00Z'); // Sunday in Greenwich
  });

  it.each(['2018-07-06T10:00:00-04:00', '2018-07-06T10:00:00.250Z', '1969-12-31T23:59:59+05:30'])('%s is written as it was read', (text) => {
    expect(formatInstant(tryParseInstant(text)!)).toBe(text);
  });

  it.each(['2018-07-06', '2018-07-06T10:00-04:00', '2018-07-06 10:00:00-04:00', '2018-02-30T10:00:00Z', '2018-07-06T10:60:00Z', '2018-07-06T10:00:00+24:00', '2018-07-06T10:00:00'])(
    '%s is no instant',
    (text) => expect(tryParseInstant(text)).toBeNull(),
  );

  const anInstant = fc
    .record({ day: fc.integer({ min: parseDay('2000-01-01'), max: parseDay('2060-01-01') }), ms: fc.integer({ min: 0, max: 86_399_999 }) })
    .map(({ day, ms }) => formatInstant({ wall: day * 86_400_000 + ms, offset: '-05:00' }));

  it('never end on a closed day where they roll, and end exactly where they do not', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 2_000 }), fc.boolean(), (trigger, n, after) => {
        const direction = after ? 'after' : 'before';
        const rolled = tryParseInstant(hours('frcp-6a', trigger, n, direction).dueAt!)!;
        expect(isClosed(dayOfInstant(rolled))).toBe(false);
        const exact = tryParseInstant(hours('no-roll', trigger, n, direction).dueAt!)!;
        expect(Math.abs(exact.wall - tryParseInstant(trigger)!.wall)).toBe(n * 3_600_000);
        expect(after ? rolled.wall >= exact.wall : rolled.wall <= exact.wall).toBe(true);
      }),
    );
  });

  it('without closed days: the open time in between is what was asked for', () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 1, max: 500 }), fc.boolean(), (trigger, n, after) => {
        const start = tryParseInstant(trigger)!.wall;
        const end = tryParseInstant(hours('business-days', trigger, n, after ? 'after' : 'before').dueAt!)!.wall;
        const [from, to] = after ? [start, end] : [end, start];
        let open = 0;
        for (let day = Math.floor(from / 86_400_000); day * 86_400_000 < to; day++) {
          if (isClosed(day as Day)) continue;
          open += Math.min(to, (day + 1) * 86_400_000) - Math.max(from, day * 86_400_000);
        }
        expect(open).toBe(n * 3_600_000);
      }),
    );
  });
});
