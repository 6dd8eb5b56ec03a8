import { formatDay, parseDay, tryParseDay, type Day } from '../calendar/day.js';
import { GENERAL_RULE_IDS, type GeneralRuleId } from './general-rules.js';
import { dayOfInstant, tryParseInstant, type LocalInstant } from './hours.js';
import { textInForce, type NamedRule } from './named-rule.js';
import { NAMED_RULES } from './named-rules.js';
import { DIRECTIONS, UNITS, type Period } from './period.js';

/** One thing that is wrong with a request: where, what, and what would be right. */
export interface Refusal {
  path: string;
  problem: string;
  allowed?: readonly string[];
}

export class DeadlineError extends Error {
  constructor(readonly problems: readonly Refusal[]) {
    super(problems.map(({ path, problem }) => `${path}: ${problem}`).join('; '));
    this.name = 'DeadlineError';
  }
}

/** What was asked, understood. A trigger is an instant where hours are counted and a day everywhere else. */
export type DeadlineRequest =
  | { kind: 'named'; rule: NamedRule; trigger: Day }
  | { kind: 'days'; period: Period; trigger: Day }
  | { kind: 'hours'; period: Period; trigger: LocalInstant };

/** Longer than any period of the law by far; it keeps every end within four-digit years and every count short. */
const MOST_UNITS = 10_000;
const FIRST_DAY = parseDay('1000-01-01');
const LAST_DAY = parseDay('8999-12-31');
const A_DAY = ['a day: YYYY-MM-DD'];

/** Reads one request. `at` is its place in a list (`[2]`), empty for one that stands alone. */
export function readRequest(json: unknown, at: string, refuse: (refusal: Refusal) => void): DeadlineRequest | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    refuse({ path: at === '' ? '$' : at, problem: 'must be an object with `rule` and `trigger`' });
    return null;
  }
  const body = json as Record<string, unknown>;
  const path = (field: string) => (at === '' ? field : `${at}.${field}`);
  const named = NAMED_RULES.find(({ id }) => id === body['rule']);
  const general = GENERAL_RULE_IDS.find((id) => id === body['rule']);
  if (named === undefined && general === undefined) {
    const problem = body['rule'] === undefined ? 'is missing' : 'is not a rule';
    refuse({ path: path('rule'), problem, allowed: [...GENERAL_RULE_IDS, ...NAMED_RULES.map(({ id }) => id)] });
    return null;
  }
  let sound = true;
  const refuseHere = (refusal: Refusal) => {
    sound = false;
    refuse({ ...refusal, path: path(refusal.path) });
  };
  for (const field of named === undefined ? [] : ['n', 'unit', 'direction'].filter((key) => body[key] !== undefined && body[key] !== null)) {
    refuseHere({ path: field, problem: `is fixed by the rule ${named!.id} and cannot be given`, allowed: ['rule', 'trigger'] });
  }
  const request = named === undefined ? readGeneral(general!, body, refuseHere) : readNamed(named, body['trigger'], refuseHere);
  return sound ? request : null;
}

type Refuse = (refusal: Refusal) => void;

function readNamed(rule: NamedRule, trigger: unknown, refuse: Refuse): DeadlineRequest | null {
  const day = readDay(trigger, refuse);
  if (day === null) return null;
  if (textInForce(rule.texts, day) === null) {
    const first = rule.texts[0].effectiveOn;
    refuse({ path: 'trigger', problem: `no text of the rule ${rule.id} before ${formatDay(first)} is on file`, allowed: [`${formatDay(first)} or later`] });
  }
  return { kind: 'named', rule, trigger: day };
}

function readGeneral(rule: GeneralRuleId, body: Record<string, unknown>, refuse: Refuse): DeadlineRequest | null {
  const n = body['n'];
  const count = typeof n === 'number' && Number.isInteger(n) && n >= 0 && n <= MOST_UNITS ? n : null;
  if (count === null) refuse({ path: 'n', problem: n === undefined ? 'is missing' : 'must be a whole number', allowed: [`0 to ${MOST_UNITS}`] });
  const unit = oneOf('unit', body['unit'], UNITS, refuse);
  const direction = oneOf('direction', body['direction'], DIRECTIONS, refuse);
  if (unit === 'month' && rule === 'business-days') {
    refuse({ path: 'unit', problem: 'a month is not a count of business days', allowed: ['hour', 'day', 'business-day'] });
  }
  if (unit === null) return null; // what the trigger must be depends on it
  if (unit === 'hour') {
    const trigger = readInstant(body['trigger'], refuse);
    return trigger === null || count === null || direction === null ? null : { kind: 'hours', period: { rule, n: count, unit, direction }, trigger };
  }
  const trigger = readDay(body['trigger'], refuse);
  return trigger === null || count === null || direction === null ? null : { kind: 'days', period: { rule, n: count, unit, direction }, trigger };
}

function oneOf<T extends string>(path: string, value: unknown, allowed: readonly T[], refuse: Refuse): T | null {
  const found = allowed.find((each) => each === value);
  if (found === undefined) refuse({ path, problem: value === undefined ? 'is missing' : `is not a ${path}`, allowed });
  return found ?? null;
}

function readDay(value: unknown, refuse: Refuse): Day | null {
  const day = typeof value === 'string' ? tryParseDay(value) : null;
  if (day === null) refuse({ path: 'trigger', problem: value === undefined ? 'is missing' : 'is not a day of the calendar', allowed: A_DAY });
  else refuseOutside(day, refuse);
  return day;
}

function readInstant(value: unknown, refuse: Refuse): LocalInstant | null {
  const instant = typeof value === 'string' ? tryParseInstant(value) : null;
  if (instant === null) {
    const problem = value === undefined ? 'is missing' : 'is not an instant: hours are counted from a time of day with its offset';
    refuse({ path: 'trigger', problem, allowed: ['an instant with an offset: 2018-07-06T10:00:00-04:00'] });
  } else refuseOutside(dayOfInstant(instant), refuse);
  return instant;
}

function refuseOutside(day: Day, refuse: Refuse): void {
  if (day < FIRST_DAY || day > LAST_DAY) {
    refuse({ path: 'trigger', problem: 'is too far away to count from', allowed: [`${formatDay(FIRST_DAY)} to ${formatDay(LAST_DAY)}`] });
  }
}
