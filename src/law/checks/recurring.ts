import type { Clause } from '../authorities/authority.js';
import { addDays, formatDay, parseDay, type Day } from '../calendar/day.js';
import type { Recurring } from './check.js';
import { judged, type Judgement, type Situation } from './situation.js';

/** A production is due so many days after the last one, or after the day from which they are owed. */
export function judgeRecurring(clause: Clause, check: Recurring, { facts, asOf, horizon }: Situation): Judgement {
  const from = parseDay(check.from);
  if (facts.events === null) return judged('unknown', null, 'recurring', () => ['Which productions were made is not known.'], { missing: ['events'] });
  let last: Day | null = null;
  for (const { kind, on } of facts.events) {
    if (on !== null && on >= from && on <= asOf && check.satisfiedBy.includes(kind) && (last === null || on > last)) last = on;
  }
  const dueOn = addDays(last ?? from, check.every);
  const because = () => [
    last === null ? `None is on file since ${check.from}.` : `The last one on file is of ${formatDay(last)}.`,
    `The next was due ${check.every} days later, by ${formatDay(dueOn)}.`,
  ];
  const warnsOn = addDays(dueOn, -clause.warningDays);
  horizon.mayChangeOn(warnsOn > asOf ? warnsOn : addDays(dueOn, 1));
  return judged(asOf > dueOn ? 'met' : asOf >= warnsOn ? 'approaching' : 'not-met', dueOn, 'recurring', because);
}
