import type { ActiveClause, CompiledAuthority } from '../authorities/compile.js';
import type { Authority, ForcePeriod } from '../authorities/authority.js';
import { isTriggered } from '../authorities/triggers.js';
import { formatDay, type Day } from '../calendar/day.js';
import type { Finding } from '../evaluation.js';
import type { Deadline, FixedDate, Recurring, TimeLimit } from './check.js';
import { judgeDeadline, judgeEventDeadline } from './deadline.js';
import { judgeFixedDate } from './fixed-date.js';
import { judgeForbiddenAct } from './forbidden-act.js';
import { judgeForbiddenContent } from './forbidden.js';
import { judgeHoursLimit } from './hours-limit.js';
import { neverProtects, protectionNow, protectionOn, type Protected } from './protection.js';
import { judgeRecurring } from './recurring.js';
import { judgeRequiredBefore } from './required-before.js';
import { findingOf, judged, ofEvent, type EventJudgement, type Judgement, type Situation } from './situation.js';
import { judgeTimeLimit } from './time-limit.js';

/** Adds to `findings` what the clauses of one authority say about one person. */
export function judgeAuthority(compiled: CompiledAuthority, situation: Situation, findings: Finding[]): void {
  if (!isTriggered(compiled.triggers, situation.facts) || neverProtects(compiled, situation)) return;
  const { authority, clauses } = compiled;
  let now: Protected | null = null;
  for (const active of clauses) {
    const events = eventJudgementsOf(active, situation);
    if (events !== null) {
      if (events.length > 0) judgeEvents(compiled, active, events, situation, findings);
      continue;
    }
    now ??= protectionNow(compiled, situation);
    if (now.kind !== 'none') judgeState(authority, active, now, situation, findings);
  }
}

/** Coverage and force of the day of each event decide, whatever they became later. */
function judgeEvents(compiled: CompiledAuthority, active: ActiveClause, events: readonly EventJudgement[], situation: Situation, findings: Finding[]): void {
  const { authority } = compiled;
  for (const judgement of events) {
    const { day, event } = judgement;
    if (active.lookBackTo !== null && day < active.lookBackTo) continue;
    const protection = protectionOn(compiled, day, situation);
    if (protection.kind === 'none') continue;
    const certain = active.missing.length === 0 ? judgement : ofEvent(parameterNotKnown(active), event, day);
    const judgedThen = protection.kind === 'unknown' && certain.result !== 'not-met' ? ofEvent(protectionNotKnown(authority, protection), event, day) : certain;
    findings.push(findingOf(authority, active.clause, withForce(active, judgedThen, forceDay(active, day, situation))));
  }
}

/** A duty that looks back is owed from the entry of the order: the force of that day decides about what came before it. */
function forceDay({ check, lookBackTo, force }: ActiveClause, day: Day, { asOf, horizon }: Situation): Day {
  if (lookBackTo === null || check.kind !== 'deadline') return day;
  const entry = enteredOn(force);
  if (entry === null || entry <= day) return day;
  horizon.mayChangeOn(entry);
  return entry <= asOf ? entry : day;
}

function judgeState(authority: Authority, active: ActiveClause, protection: Protected, situation: Situation, findings: Finding[]): void {
  const { clause, force } = active;
  noteChange(force, situation);
  const now = forceOn(force, situation.asOf);
  if (protection.kind === 'unknown') {
    if (now.force === 'not-in-force') return; // protected or not, nothing can be asked
    findings.push(findingOf(authority, clause, protectionNotKnown(authority, protection)));
  } else if (protection.kind === 'yes') {
    const judgement = now.force === 'not-in-force' ? withoutForce(now.period, force)
      : active.missing.length > 0 ? parameterNotKnown(active) : judgementOf(active, authority, protection.reached, situation);
    findings.push(findingOf(authority, clause, withForce(active, judgement, situation.asOf)));
  }
}

const protectionNotKnown = (authority: Authority, { missing, because }: Extract<Protected, { kind: 'unknown' }>): Judgement =>
  judged('unknown', null, 'class', () => [
    because === null ? `Whether the person belongs to the class of ${authority.caption} is not known.` : `Whether ${authority.caption} protects the person is not known.`,
    ...(because?.() ?? []),
  ], { missing });

const parameterNotKnown = ({ clause, check, missing }: ActiveClause): Judgement =>
  judged('unknown', null, check.kind, () => [`What ${clause.id} needs was found in no source (${missing.join(', ')}): it is not evaluated until an attorney enters it.`], { missing });

/** Clauses that judge events, one finding each; null for a limit on a state, which is judged once. */
function eventJudgementsOf({ clause, check, force, lookBackTo }: ActiveClause, situation: Situation): readonly EventJudgement[] | null {
  switch (check.kind) {
    case 'time-limit':
      return 'hours' in check ? judgeHoursLimit(check, situation) : null;
    case 'deadline':
      return check.trigger.kind === 'event' || check.trigger.kind === 'redetention'
        ? judgeEventDeadline(clause, check, check.trigger, lookBackTo === null ? null : enteredOn(force), situation) : null;
    case 'forbidden-content':
      return judgeForbiddenContent(check, situation);
    case 'forbidden-act':
      return judgeForbiddenAct(check, situation);
    case 'required-before':
      return judgeRequiredBefore(check, situation);
    case 'fixed-date':
    case 'recurring':
      return null;
  }
}

/** The day on which a clause first had force. */
const enteredOn = (force: readonly ForcePeriod[]): Day | null => force.find((period) => period.force !== 'not-in-force')?.from ?? null;

function judgementOf({ clause, check: any }: ActiveClause, { protects }: Authority, reached: Day | null, situation: Situation): Judgement {
  const check = any as TimeLimit | Deadline | FixedDate | Recurring;
  const hasLine = protects.kind === 'class' && protects.reaching !== null;
  switch (check.kind) {
    case 'time-limit': return judgeTimeLimit(clause, check, situation);
    case 'deadline': return judgeDeadline(clause, check, { hasLine, reached }, situation);
    case 'fixed-date': return judgeFixedDate(clause, check, { hasLine, reached }, situation);
    case 'recurring': return judgeRecurring(clause, check, situation);
  }
}

interface ForceNow {
  force: ForcePeriod['force'];
  /** the period that stands; null before the first */
  period: ForcePeriod | null;
}

const NOT_YET: ForceNow = { force: 'not-in-force', period: null };

function forceOn(periods: readonly ForcePeriod[], day: Day): ForceNow {
  let now = NOT_YET;
  for (const period of periods) {
    if (period.from > day) break;
    now = { force: period.force, period };
  }
  return now;
}

function noteChange(periods: readonly ForcePeriod[], { horizon }: Situation): void {
  for (const { from } of periods) horizon.mayChangeOn(from);
}

/** A clause without force on the day that matters raises nothing; while its force is disputed, so is what it says; not known, so is what it would raise. */
function withForce({ clause, force }: ActiveClause, judgement: Judgement, day: Day): Judgement {
  const now = forceOn(force, day);
  switch (now.force) {
    case 'in-force':
      return judgement;
    case 'not-in-force':
      return { ...withoutForce(now.period, force), event: judgement.event };
    case 'unknown':
      // In force or not, nothing can be asked.
      if (judgement.result === 'not-met') return judgement;
      return judged('unknown', judgement.on, judgement.policy, () => [...judgement.because(), `Whether ${clause.id} is in force is not known.`], {
        event: judgement.event ?? undefined, count: judgement.count, missing: [`${clause.id}.status`],
      });
    case 'contested': {
      const { entry } = now.period!;
      const readings = [
        { policy: 'order-stands', citation: clause.citation, days: judgement.count?.days ?? null, on: judgement.on, result: judgement.result },
        { policy: 'order-does-not-stand', citation: entry.source, days: null, on: null, result: 'not-in-force' as const },
      ];
      return {
        ...judgement, result: 'contested', missing: [], readings,
        because: () => [...judgement.because(), `On ${formatDay(day)} it is disputed whether the order stood: ${entry.cause} (${entry.source}).`],
      };
    }
  }
}

function withoutForce(period: ForcePeriod | null, periods: readonly ForcePeriod[]): Judgement {
  return judged('not-in-force', null, 'status', () =>
    period === null
      ? [`Not in force before ${formatDay(periods[0].from)}: ${periods[0].entry.cause} (${periods[0].entry.source}).`]
      : [`Without force since ${period.entry.from}: ${period.entry.cause} (${period.entry.source}).`],
  );
}
