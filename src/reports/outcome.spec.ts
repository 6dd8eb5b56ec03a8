import { addDays, parseDay } from '../law/calendar/day.js';
import { type Outcome, outcomeOf, OUTCOME_SENTENCES, OUTCOMES, type Seen } from './outcome.js';

const DUE = parseDay('2026-03-31');
const seen = (more: Partial<Seen>): Seen => ({ result: 'not-met', on: DUE, answeredOn: null, everMet: false, standing: true, replacedOn: null, ...more });
type Case = [situation: string, kind: Parameters<typeof outcomeOf>[0], seen: Partial<Seen>, asOf: number, outcome: Outcome | null];

/** `asOf`: days after the due day, 2026-03-31. */
it.each<Case>([
  ['a duty done on its day', 'deadline', { answeredOn: DUE }, 10, 'done'],
  ['a duty done the day after', 'deadline', { result: 'met', everMet: true, answeredOn: addDays(DUE, 1) }, 10, 'late'],
  ['a duty not done, the day after', 'deadline', { result: 'met', everMet: true }, 1, 'missed'],
  ['a duty not done, on its day, which already asks for a lawyer', 'deadline', { result: 'met', everMet: true }, 0, 'pending'],
  ['a duty not done, the day before', 'deadline', { result: 'approaching' }, -1, 'pending'],
  ['a duty whose day is far', 'fixed-date', {}, -300, 'pending'],
  ['a duty that was missed before the person was released', 'deadline', { result: 'met', everMet: true, standing: false }, 200, 'missed'],
  ['a duty that warned before the person was released', 'deadline', { result: 'approaching', standing: false }, 200, null],
  ['a duty that does not concern this stay', 'deadline', {}, 200, null],
  ['a duty without force on its day', 'deadline', { result: 'not-in-force', on: DUE }, 0, null],
  ['what is owed at once and was done some time', 'deadline', { answeredOn: addDays(DUE, 20), everMet: true }, 30, 'done'],
  ['what is owed at once and ended with the stay', 'deadline', { everMet: true }, 30, 'missed'],
  ['notice in time before an event', 'required-before', { answeredOn: addDays(DUE, -9) }, 5, 'done'],
  ['notice that came too late', 'required-before', { result: 'met', everMet: true, answeredOn: addDays(DUE, 2) }, 5, 'late'],
  ['a production followed by the next, before its day', 'recurring', { result: 'approaching', replacedOn: addDays(DUE, -1), standing: false }, 90, 'done'],
  ['a production followed by the next, after its day', 'recurring', { result: 'met', everMet: true, replacedOn: addDays(DUE, 4), standing: false }, 90, 'late'],
  ['a production that never came', 'recurring', { result: 'met', everMet: true }, 90, 'missed'],
  ['a forbidden word', 'forbidden-content', { result: 'met', everMet: true }, 0, 'occurred'],
  ['a contact without a forbidden word', 'forbidden-content', {}, 0, 'clear'],
  ['a contact after the order was vacated', 'forbidden-content', { result: 'not-in-force' }, 0, null],
  ['a forbidden removal', 'forbidden-act', { result: 'met', everMet: true }, 0, 'occurred'],
  ['six months, on the day itself', 'time-limit', { result: 'met', everMet: true }, 0, 'reached'],
  ['six months, the day before', 'time-limit', { result: 'approaching' }, -1, 'pending'],
  ['six months that warned before the release', 'time-limit', { result: 'approaching', standing: false }, 10, null],
  ['six months, far', 'time-limit', {}, -100, null],
  ['six months reached, and released since', 'time-limit', { result: 'met', everMet: true, standing: false }, 100, 'reached'],
  ['hours in a room that ended in time', 'time-limit', { answeredOn: DUE }, 0, 'kept'],
  ['hours in a room that went on too long', 'time-limit', { result: 'met', everMet: true, answeredOn: addDays(DUE, 1) }, 3, 'reached'],
  ['what courts decide differently', 'time-limit', { result: 'contested', everMet: true }, 3, 'contested'],
  ['what nobody can tell', 'deadline', { result: 'unknown' }, 3, 'unknown'],
])('%s', (_situation, kind, more, daysAfter, outcome) => {
  expect(outcomeOf(kind, seen(more), addDays(DUE, daysAfter))).toBe(outcome);
});

it('says of each outcome what it counts', () => {
  expect(Object.keys(OUTCOME_SENTENCES)).toEqual([...OUTCOMES]);
});
