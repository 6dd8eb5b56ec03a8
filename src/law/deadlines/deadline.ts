import { formatDay, type Day } from '../calendar/day.js';
import { countedBecause, gradeBecause, rolledBecause } from './because.js';
import { GENERAL_RULES } from './general-rules.js';
import type { Grade } from './grade.js';
import { countHours, dayOfInstant, formatInstant } from './hours.js';
import { textInForce } from './named-rule.js';
import { countDays, type Period } from './period.js';
import { DeadlineError, readRequest, type DeadlineRequest, type Refusal } from './request.js';

/** A deadline as the JSON contract writes it. `dueOn` is inclusive: on that day it is still in time. */
export interface DeadlineAnswer {
  rule: string;
  trigger: string;
  dueOn: string;
  unrolledOn: string;
  /** where hours are counted, at the trigger's own offset */
  dueAt?: string;
  unrolledAt?: string;
  citation: string;
  grade: Grade;
  /** a rule known from memory or by computation alone is for an attorney to confirm */
  status: 'in-force' | 'unverified';
  because: string[];
}

/** The door: one request or a list of them, as JSON was parsed. Throws DeadlineError that names all that is wrong. */
export function deadline(input: unknown): DeadlineAnswer | DeadlineAnswer[] {
  const problems: Refusal[] = [];
  const requests = (Array.isArray(input) ? input : [input]).map((json: unknown, i) =>
    readRequest(json, Array.isArray(input) ? `[${i}]` : '', (refusal) => problems.push(refusal)),
  );
  if (problems.length > 0) throw new DeadlineError(problems);
  const answers = requests.map((request) => answer(request!));
  return Array.isArray(input) ? answers : answers[0];
}

function answer(request: DeadlineRequest): DeadlineAnswer {
  if (request.kind === 'hours') return hoursAnswer(request.period, request.trigger);
  if (request.kind === 'days') {
    const { id, citation, grade } = GENERAL_RULES[request.period.rule];
    return dayAnswer(id, request.period, request.trigger, citation, grade, 'the trigger', []);
  }
  const { rule, trigger } = request;
  const text = textInForce(rule.texts, trigger)!;
  return dayAnswer(rule.id, text.period, trigger, text.citation, text.grade, rule.trigger, [
    `To be done by the end of ${formatDay(countDays(text.period, trigger).dueOn)}: ${rule.filing}.`,
    ...rule.notes(trigger),
  ]);
}

function dayAnswer(rule: string, period: Period, trigger: Day, citation: string, grade: Grade, called: string, notes: string[]): DeadlineAnswer {
  const { unrolledOn, dueOn } = countDays(period, trigger);
  return {
    rule,
    trigger: formatDay(trigger),
    dueOn: formatDay(dueOn),
    unrolledOn: formatDay(unrolledOn),
    citation,
    grade,
    status: statusOf(grade),
    because: [
      ...countedBecause(period, trigger, unrolledOn, citation, called),
      ...rolledBecause(period, trigger, unrolledOn, dueOn),
      ...notes,
      ...gradeBecause(grade),
    ],
  };
}

function hoursAnswer(period: Period, trigger: Parameters<typeof countHours>[1]): DeadlineAnswer {
  const { id, citation, grade, counting } = GENERAL_RULES[period.rule];
  const { unrolledAt, dueAt } = countHours(period, trigger);
  const [from, unrolled, due] = [trigger, unrolledAt, dueAt].map(formatInstant) as [string, string, string];
  const hours = `${period.n} ${period.n === 1 ? 'hour' : 'hours'} ${period.direction} ${from}`;
  return {
    rule: id,
    trigger: from,
    dueOn: formatDay(dayOfInstant(dueAt)),
    unrolledOn: formatDay(dayOfInstant(unrolledAt)),
    dueAt: due,
    unrolledAt: unrolled,
    citation,
    grade,
    status: statusOf(grade),
    because: [
      `${citation}: ${counting}.`,
      `${hours} is ${unrolled}, all at the offset of the trigger: a change of the clocks in between is not applied.`,
      ...(due === unrolled ? [] : [`${unrolled} falls on a closed day, so the period goes on to the same time on the ${period.direction === 'after' ? 'next' : 'last'} open day: ${due}.`]),
      ...gradeBecause(grade),
    ],
  };
}

const statusOf = (grade: Grade): DeadlineAnswer['status'] => (grade === 'M' || grade === 'INF' ? 'unverified' : 'in-force');
