import type { FindingResult } from '../law/answer.js';
import type { Day } from '../law/calendar/day.js';
import type { Check } from '../law/checks/check.js';

/**
 * What became of one occasion on which a clause was to be kept. Which of them a clause can have depends on its check; the
 * sentences are printed as the method of every report.
 */
export const OUTCOMES = ['done', 'late', 'missed', 'pending', 'occurred', 'clear', 'reached', 'kept', 'contested', 'unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_SENTENCES: Readonly<Record<Outcome, string>> = {
  done: 'a duty was done by its day; where the text names no number of days, it was done',
  late: 'a duty was done, and after its day',
  missed: 'the day of a duty passed and it was not done by the day of the report, or what ended the duty was not its being done',
  pending: 'the day of a duty, or a line that warns already, had not come by the day of the report',
  occurred: 'a forbidden act happened, or what must not be spoken of was spoken of',
  clear: 'an act or a contact was looked at and was not forbidden',
  reached: 'a limit on time was reached: a review is due, which never says that custody is unlawful',
  kept: 'a state ended, or was answered, before its limit',
  contested: 'courts or parties differ on what decides; counted apart',
  unknown: 'a fact is missing that decides; counted apart',
};

/** The duties whose day has come: what was due. */
export const DUE: readonly Outcome[] = ['done', 'late', 'missed'];
/** What is drawn: what was not kept. A limit reached is none of these. */
export const NOT_KEPT: readonly Outcome[] = ['late', 'missed', 'occurred'];

/** What a walk through a period saw of one occasion, last. Days are whole. */
export interface Seen {
  result: FindingResult;
  /** the due day, the day of the act, or the day of the line */
  on: Day | null;
  answeredOn: Day | null;
  /** whether it was met on any day of the walk */
  everMet: boolean;
  /** whether it stood on the day of the report */
  standing: boolean;
  /** of what falls due again and again: the day on which the next took its place */
  replacedOn: Day | null;
}

/**
 * What became of it, or null where nothing was asked: the clause had no force, nobody was held, the line is far.
 * `asOf`: the day of the report.
 */
export function outcomeOf(kind: Check['kind'], seen: Seen, asOf: Day): Outcome | null {
  const { result } = seen;
  if (result === 'contested' || result === 'unknown') return result;
  switch (kind) {
    case 'forbidden-act':
    case 'forbidden-content':
      return result === 'met' ? 'occurred' : result === 'not-met' ? 'clear' : null;
    case 'time-limit':
      return ofLimit(seen);
    case 'deadline':
    case 'fixed-date':
    case 'required-before':
    case 'recurring':
      return ofDuty(seen, asOf);
  }
}

function ofLimit({ result, everMet, answeredOn, standing }: Seen): Outcome | null {
  if (everMet) return 'reached'; // release later, or an order vacated later, does not undo that it was
  if (result === 'not-met' && answeredOn !== null) return 'kept';
  return result === 'approaching' && standing ? 'pending' : null;
}

function ofDuty({ result, on, everMet, answeredOn, replacedOn, standing }: Seen, asOf: Day): Outcome | null {
  if (answeredOn !== null) return result === 'met' ? 'late' : 'done';
  if (replacedOn !== null) return everMet ? 'late' : 'done';
  // On the day itself nobody is blamed yet: what comes on it is in time.
  if (on !== null && on >= asOf && standing && result !== 'not-in-force') return 'pending';
  return everMet ? 'missed' : null;
}

/** Where the number of the next one counts from the doing of the one before. */
export const fallsDueAgain = (check: Check<null>): boolean =>
  check.kind === 'recurring' || (check.kind === 'deadline' && check.trigger.kind === 'review-after-day-90');
