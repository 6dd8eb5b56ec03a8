import { formatDay, parseDay } from '../calendar/day.js';
import { biaAppeal, biaAppealPeriod, tenDayNotes } from './bia-appeal.js';
import { textInForce } from './named-rule.js';

describe('the time to appeal to the Board', () => {
  it.each([
    ['30th day is Saturday 2026-10-24, so the appeal is due on Monday', '2026-09-24', '2026-10-24', '2026-10-26'],
    ['an open 30th day does not move', '2025-01-15', '2025-02-14', '2025-02-14'],
    ['30 days over a leap day', '2024-01-30', '2024-02-29', '2024-02-29'],
    ['an order of 1985 is counted by the first text on file', '1985-03-04', '1985-04-03', '1985-04-03'],
  ])('%s', (_name, decidedOn, unrolledOn, dueOn) => {
    const period = biaAppealPeriod(parseDay(decidedOn));
    expect([formatDay(period.unrolledOn), formatDay(period.dueOn), period.days]).toEqual([unrolledOn, dueOn, 30]);
  });

  it.each(['2026-02-05', '2026-02-06', '2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10', '2026-11-24'])(
    'is 30 days for a decision of %s: the ten-day rule never came into force',
    (decidedOn) => {
      expect(biaAppealPeriod(parseDay(decidedOn)).days).toBe(30);
      expect(textInForce(biaAppeal.texts, parseDay(decidedOn))!.period.n).toBe(30);
    },
  );

  it.each([
    ['the day before the ten-day rule was announced', '2026-02-05', 0],
    ['the day it was announced', '2026-02-06', 2],
    ['the day it was vacated', '2026-03-08', 2],
    ['the day it would have taken effect', '2026-03-09', 2],
  ])('%s, %s, carries %i warnings about printed text', (_name, decidedOn, warnings) => {
    expect(tenDayNotes(parseDay(decidedOn))).toHaveLength(warnings);
  });

  it('names the day that the printed ten days would give: 2026-09-24 to Sunday 10-04, rolled to Monday 10-05', () => {
    expect(biaAppeal.notes(parseDay('2026-09-24')).join(' ')).toContain('2026-10-05');
  });
});
