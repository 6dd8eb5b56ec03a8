import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { addDays, addMonths, formatDay, parseDay, type Day } from '../calendar/day.js';
import { isClosed } from '../calendar/rolling.js';
import { deadline, type DeadlineAnswer } from './deadline.js';
import { GENERAL_RULE_IDS } from './general-rules.js';
import { NAMED_RULES } from './named-rules.js';
import { DeadlineError } from './request.js';

const one = (request: unknown) => deadline(request) as DeadlineAnswer;
const due = (request: unknown) => {
  const { dueOn, unrolledOn } = one(request);
  return [unrolledOn, dueOn];
};
const named = (rule: string, trigger: string) => due({ rule, trigger });

describe('FRCP 6(a), row by row of the published vectors', () => {
  const rows = readFileSync('data/dates/frcp6_vectors.csv', 'utf8').trim().split('\n').slice(1);
  it.each(rows.map((row) => row.split(',')))('%s from %s, %s days, ends %s (unrolled %s)', (way, trigger, n, dueOn, unrolledOn) => {
    const direction = way === 'F' ? 'after' : 'before';
    expect(due({ rule: 'frcp-6a', trigger, n: Number(n), unit: 'day', direction })).toEqual([unrolledOn, dueOn]);
  });
  it('are all there', () => expect(rows).toHaveLength(22));
});

describe('worked deadlines', () => {
  const general = (rule: string, trigger: string, n: number, unit = 'day', direction = 'after') => due({ rule, trigger, n, unit, direction });

  it.each([
    ['notice of a consular interview of 2018-07-09, at least 7 days before', general('frcp-6a', '2018-07-09', 7, 'day', 'before'), ['2018-07-02', '2018-07-02']],
    ['7 days before Monday 2018-09-10 is Labor Day: back to Friday', general('frcp-6a', '2018-09-10', 7, 'day', 'before'), ['2018-09-03', '2018-08-31']],
    ['release within 30 days of 2018-11-20, a Thursday', general('no-roll', '2018-11-20', 30), ['2018-12-20', '2018-12-20']],
    ['118 days from 2025-10-07', general('no-roll', '2025-10-07', 118), ['2026-02-02', '2026-02-02']],
    ['180 days of custody from 2024-07-05 do not roll off New Year', general('no-roll', '2024-07-05', 180), ['2025-01-01', '2025-01-01']],
    ['six months from 2018-08-31 clamp to the end of February', general('no-roll', '2018-08-31', 6, 'month'), ['2019-02-28', '2019-02-28']],
    ['six months from 2019-08-31, a leap year', general('no-roll', '2019-08-31', 6, 'month'), ['2020-02-29', '2020-02-29']],
    ['six months before 2026-03-01, rolled back over Sunday', general('frcp-6a', '2026-03-01', 6, 'month', 'before'), ['2025-09-01', '2025-08-29']],
    ['a month from 2026-01-31 is Saturday 02-28: Monday', general('8-cfr-1001.1h', '2026-01-31', 1, 'month'), ['2026-02-28', '2026-03-02']],
    ['10 days from 2026-09-24 as printed', general('8-cfr-1001.1h', '2026-09-24', 10), ['2026-10-04', '2026-10-05']],
    ['no business day from a Saturday rolls', general('business-days', '2026-08-08', 0, 'business-day'), ['2026-08-08', '2026-08-10']],
    ['no day from a Saturday without rolling stays', general('no-roll', '2026-08-08', 0), ['2026-08-08', '2026-08-08']],
    ['no day before a Saturday rolls back', general('frcp-6a', '2026-08-08', 0, 'day', 'before'), ['2026-08-08', '2026-08-07']],
    ['under business-days a day is one', general('business-days', '2026-08-06', 2), ['2026-08-10', '2026-08-10']],
    ['two business days before a Monday', general('business-days', '2026-08-10', 2, 'business-day', 'before'), ['2026-08-06', '2026-08-06']],
  ])('%s', (_name, answer, expected) => expect(answer).toEqual(expected));
});

describe('named rules', () => {
  it.each([
    ['appeal of 2026-09-24', named('bia-appeal', '2026-09-24'), ['2026-10-24', '2026-10-26']],
    ['appeal of the first day on file', named('bia-appeal', '1997-04-01'), ['1997-05-01', '1997-05-01']],
    ['appeal of a bond order of 2026-09-24', named('bond-appeal', '2026-09-24'), ['2026-10-24', '2026-10-26']],
    ['notice of intent to appeal a bond order of Friday 2026-07-10', named('dhs-bond-stay-notice', '2026-07-10'), ['2026-07-13', '2026-07-13']],
    ['the same before a holiday: Thursday 2026-07-02', named('dhs-bond-stay-notice', '2026-07-02'), ['2026-07-06', '2026-07-06']],
    ['90 days to reopen an order final 2024-10-15', named('motion-to-reopen', '2024-10-15'), ['2025-01-13', '2025-01-13']],
    ['90 days that end on Sunday 2026-03-15', named('motion-to-reopen', '2025-12-15'), ['2026-03-15', '2026-03-16']],
    ['180 days in absentia that end on New Year', named('motion-to-reopen-in-absentia', '2024-07-05'), ['2025-01-01', '2025-01-02']],
    ['30 days to reconsider', named('motion-to-reconsider', '2023-01-30'), ['2023-03-01', '2023-03-01']],
    ['30 days to petition, ending on Saturday before Labor Day', named('petition-for-review', '2007-08-02'), ['2007-09-01', '2007-09-04']],
    ['5 business days for the bond over Labor Day', named('voluntary-departure-bond', '2026-09-02'), ['2026-09-10', '2026-09-10']],
    ['10 business days to acknowledge, over Columbus Day', named('slrrf-acknowledgement', '2026-10-01'), ['2026-10-16', '2026-10-16']],
  ])('%s', (_name, answer, expected) => expect(answer).toEqual(expected));

  it.each([
    ['bia-appeal', '1997-03-31', '1997-04-01'],
    ['dhs-bond-stay-notice', '2006-10-31', '2006-11-01'],
    ['slrrf-acknowledgement', '2001-11-13', '2001-11-14'],
  ])('%s has no text on file for %s and has one for %s', (rule, before, first) => {
    expect(() => deadline({ rule, trigger: before })).toThrow(`trigger: no text of the rule ${rule} before ${first} is on file`);
    expect(one({ rule, trigger: first }).rule).toBe(rule);
  });

  it('a bond appeal is 30 days on either side of the vacated rule and says that print still shows ten', () => {
    for (const trigger of ['2026-03-07', '2026-03-08', '2026-03-09', '2026-03-10']) {
      const answer = one({ rule: 'bond-appeal', trigger });
      expect(answer.unrolledOn).toBe(formatDay(addDays(parseDay(trigger), 30)));
      expect(answer.because.join(' ')).toContain('vacated on 2026-03-08');
      expect(answer.because.join(' ')).toContain('still shows 10 days');
    }
    expect(one({ rule: 'bond-appeal', trigger: '2026-02-05' }).because.join(' ')).not.toContain('10 days from 2026-03-09');
  });

  it.each(NAMED_RULES.map((rule) => [rule.id, rule] as const))('%s is cited, graded, dated, and its texts follow each other', (_id, rule) => {
    expect(rule.texts.length).toBeGreaterThan(0);
    for (const text of rule.texts) expect(text.citation).toMatch(/§ \d/);
    const starts = rule.texts.map(({ effectiveOn }) => effectiveOn);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(NAMED_RULES.filter(({ id }) => id === rule.id)).toHaveLength(1);
    const answer = one({ rule: rule.id, trigger: '2025-06-03' });
    expect(answer.status).toBe(answer.grade === 'M' ? 'unverified' : 'in-force');
    for (const sentence of answer.because) expect(sentence).toMatch(/^[A-Z0-9].*[.]$/);
  });
});

describe('a roll that rests on an observed holiday alone', () => {
  it('names the earlier, safe day: Friday 2026-07-03 for Saturday 4 July', () => {
    const { dueOn, because } = one({ rule: 'frcp-6a', trigger: '2026-07-01', n: 2, unit: 'day', direction: 'after' });
    expect(dueOn).toBe('2026-07-06');
    expect(because.join(' ')).toContain('safe only by Friday 2026-07-03');
  });

  it('says nothing where the day is closed by the statute itself: Memorial Day 2026', () => {
    const { because } = one({ rule: 'frcp-6a', trigger: '2026-05-20', n: 5, unit: 'day', direction: 'after' });
    expect(because.join(' ')).not.toContain('safe only');
  });

  it('says nothing when counting back, where rolling only makes notice earlier', () => {
    const { dueOn, because } = one({ rule: 'frcp-6a', trigger: '2026-07-06', n: 3, unit: 'day', direction: 'before' });
    expect(dueOn).toBe('2026-07-02');
    expect(because.join(' ')).not.toContain('safe only');
  });
});

describe('a request that cannot be answered', () => {
  const good = { rule: 'frcp-6a', trigger: '2026-08-07', n: 3, unit: 'day', direction: 'after' };
  it.each([
    ['no object', null, '$'],
    ['no rule', { trigger: '2026-08-07' }, 'rule'],
    ['an unknown rule', { ...good, rule: 'frcp-6' }, 'rule'],
    ['a property of every object as a rule', { ...good, rule: 'constructor' }, 'rule'],
    ['30 February', { ...good, trigger: '2026-02-30' }, 'trigger'],
    ['no trigger', { rule: 'bia-appeal' }, 'trigger'],
    ['a trigger beyond the calendar', { ...good, trigger: '9999-12-31' }, 'trigger'],
    ['an instant where days are counted', { ...good, trigger: '2026-08-07T10:00:00-04:00' }, 'trigger'],
    ['a day where hours are counted', { ...good, unit: 'hour' }, 'trigger'],
    ['an instant without an offset', { ...good, unit: 'hour', trigger: '2026-08-07T10:00:00' }, 'trigger'],
    ['hour 24', { ...good, unit: 'hour', trigger: '2026-08-07T24:00:00-04:00' }, 'trigger'],
    ['a negative count', { ...good, n: -1 }, 'n'],
    ['half a day', { ...good, n: 0.5 }, 'n'],
    ['a count in words', { ...good, n: '3' }, 'n'],
    ['ten thousand and one', { ...good, n: 10_001 }, 'n'],
    ['weeks', { ...good, unit: 'week' }, 'unit'],
    ['months of business days', { ...good, rule: 'business-days', unit: 'month' }, 'unit'],
    ['no direction', { ...good, direction: undefined }, 'direction'],
    ['a count for a rule that fixes it', { rule: 'bia-appeal', trigger: '2026-08-07', n: 10 }, 'n'],
  ])('%s is refused at its place', (_name, request, path) => {
    const problems = refusals(request);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0].problem).not.toBe('');
    if (path !== '$') expect(problems[0].allowed!.length).toBeGreaterThan(0);
  });

  it('leaves aside what is no part of the question, as a note in the file', () => {
    expect(deadline({ ...good, note: 'for the 6th Cir.' })).toEqual(deadline(good));
  });

  it('names all that is wrong at once, and the place in a list', () => {
    expect(refusals([good, { rule: 'frcp-6a' }]).map(({ path }) => path)).toEqual(['[1].n', '[1].unit', '[1].direction']);
    expect(refusals([good, 7]).map(({ path }) => path)).toEqual(['[1]']);
  });

  function refusals(request: unknown) {
    try {
      deadline(request);
    } catch (error) {
      if (error instanceof DeadlineError) return error.problems;
      throw error;
    }
    throw new Error('nothing was refused');
  }
});

describe('a list', () => {
  it('is answered by a list in its order; an empty one by an empty one', () => {
    const answers = deadline([{ rule: 'bia-appeal', trigger: '2026-09-24' }, { rule: 'petition-for-review', trigger: '2007-08-02' }]);
    expect((answers as DeadlineAnswer[]).map(({ dueOn }) => dueOn)).toEqual(['2026-10-26', '2007-09-04']);
    expect(deadline([])).toEqual([]);
  });
});

describe('whatever is asked', () => {
  const aDay = fc.integer({ min: parseDay('1998-01-01'), max: parseDay('2090-12-31') }).map((day) => day as Day);
  const aRequest = fc.record({
    rule: fc.constantFrom(...GENERAL_RULE_IDS),
    trigger: aDay.map(formatDay),
    n: fc.integer({ min: 0, max: 400 }),
    unit: fc.constantFrom('day', 'business-day', 'month'),
    direction: fc.constantFrom('after', 'before'),
  }).filter(({ rule, unit }) => !(rule === 'business-days' && unit === 'month'));

  it('the due day is open unless nothing rolls; it is never on the wrong side of the unrolled day', () => {
    fc.assert(
      fc.property(aRequest, (request) => {
        const answer = one(request);
        const [unrolledOn, dueOn] = [parseDay(answer.unrolledOn), parseDay(answer.dueOn)];
        if (request.rule === 'no-roll') expect(dueOn).toBe(unrolledOn);
        else expect(isClosed(dueOn)).toBe(false);
        if (request.direction === 'after') expect(dueOn).toBeGreaterThanOrEqual(unrolledOn);
        else expect(dueOn).toBeLessThanOrEqual(unrolledOn);
      }),
    );
  });

  it('days and months without rolling are exact', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 400 }), fc.boolean(), (day, n, after) => {
        const at = (unit: string) => one({ rule: 'no-roll', trigger: formatDay(day), n, unit, direction: after ? 'after' : 'before' }).dueOn;
        expect(at('day')).toBe(formatDay(addDays(day, after ? n : -n)));
        expect(at('month')).toBe(formatDay(addMonths(day, after ? n : -n)));
      }),
    );
  });

  it('a day more never brings a deadline forward', () => {
    fc.assert(
      fc.property(aRequest, (request) => {
        if (request.unit === 'month') return;
        const [less, more] = [one(request).dueOn, one({ ...request, n: request.n + 1 }).dueOn];
        if (request.direction === 'after') expect(more >= less).toBe(true);
        else expect(more <= less).toBe(true);
      }),
    );
  });
});
