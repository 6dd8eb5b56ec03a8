import { formatDay, weekday, type Day } from '../calendar/day.js';
import { holidayOn } from '../calendar/federal-holidays.js';
import { isClosed, isClosedByStatute, isWeekend } from '../calendar/rolling.js';
import { GENERAL_RULES } from './general-rules.js';
import type { Grade } from './grade.js';
import { countDays, skipsClosedDays, type Period } from './period.js';

/** The sentences of a deadline, to be read aloud to a judge: what was counted, from when, and why it moved. */

const WEEKDAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'];
const called = (day: Day): string => `${WEEKDAYS[weekday(day)]} ${formatDay(day)}`;

export function countedBecause(period: Period, trigger: Day, unrolledOn: Day, citation: string, triggerIs: string): string[] {
  const { n, unit, direction, rule } = period;
  const amount = `${n} ${skipsClosedDays(period) ? 'business day' : unit}${n === 1 ? '' : 's'}`;
  const { citation: countedBy, counting } = GENERAL_RULES[rule];
  const by = rule === 'business-days' ? '' : `, counted by ${countedBy}`;
  const counted = `${amount} ${direction} ${called(trigger)} is ${called(unrolledOn)}`;
  return [
    `The count starts from ${called(trigger)}: ${triggerIs}.`,
    countedBy === citation ? `${citation}: ${counting}.` : `${citation} gives ${amount}${by}: ${counting}.`,
    unit === 'month' ? `${counted}, counted from the day itself and held to the end of a shorter month.` : `${counted}; the day it starts from is not counted.`,
  ];
}

export function rolledBecause(period: Period, trigger: Day, unrolledOn: Day, dueOn: Day): string[] {
  if (dueOn === unrolledOn && !isClosed(unrolledOn)) return observanceBecause(period, trigger, dueOn);
  if (dueOn === unrolledOn) return [`${called(dueOn)} is ${closedAs(dueOn)}, and this count does not move for that.`];
  const step = period.direction === 'after' ? 1 : -1;
  const closed: string[] = [];
  for (let day = unrolledOn; day !== dueOn; day = (day + step) as Day) closed.push(`${called(day)} is ${closedAs(day)}`);
  const next = period.direction === 'after' ? 'the next open day' : 'the last open day before';
  return [`${closed.join(', ')}; ${next} is ${called(dueOn)}.`, ...observanceBecause(period, trigger, dueOn)];
}

/** A filer who relies on a day that is closed only by observance relies on custom; the earlier day is safe. */
function observanceBecause(period: Period, trigger: Day, dueOn: Day): string[] {
  const { dueOn: byStatute } = countDays(period, trigger, isClosedByStatute);
  if (byStatute >= dueOn) return [];
  return [
    `This counts a day as closed because a holiday is observed on it; 5 U.S.C. § 6103 was written for pay and leave, so whoever has to file is safe only by ${called(byStatute)}.`,
  ];
}

function closedAs(day: Day): string {
  const holiday = holidayOn(day);
  if (holiday !== null && holiday.actualOn === day) return holiday.name;
  if (holiday !== null) return `the day on which ${holiday.name} (${called(holiday.actualOn)}) is observed`;
  return isWeekend(day) ? 'closed' : 'open';
}

export const gradeBecause = (grade: Grade): string[] =>
  grade === 'M' ? ['Not yet checked against the text of the law: an attorney must confirm it before anyone relies on it.'] : [];
