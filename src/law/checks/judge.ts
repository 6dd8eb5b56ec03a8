import type { ActiveClause } from '../authorities/index.js';
import type { Authority, ForcePeriod } from '../authorities/authority.js';
import { formatDay, type Day } from '../calendar/day.js';
import type { Finding } from '../evaluation.js';
import type { Deadline, FixedDate, Recurring, TimeLimit } from './check.js';
import { judgeDeadline, judgeEventDeadline, judgeFixedDate } from './deadline.js';
import { judgeForbiddenAct, judgeForbiddenContent } from './forbidden.js';
import { judgeHoursLimit } from './hours-limit.js';
import { neverProtects, protectionNow, protectionOn, type Protected } from './protection.js';
import { judgeRecurring } from './recurring.js';
import { judgeRequiredBefore } from './required-before.js';
import { findingOf, judged, ofEvent, type EventJudgement, type Judgement, type Situation } from './situation.js';
import { judgeTimeLimit } from './time-limit.js';

/** Adds to `findings` what the clauses of one authority say about one person. */
export function judgeAuthority(authority: Authority, clauses: readonly ActiveClause[], situation: Situation, findings: Finding[]): void {
  if (neverProtects(authority, situation)) return;
  const now = protectionNow(authority, situation);
  for (const active of clauses) {
    const events = eventJudgementsOf(active, situation);
    if (events !== null) judgeEvents(authority, active, events, situation, findings);
    else if (now.kind !== 'none') judgeState(authority, active, now, situation, findings);
  }
}

/** Coverage and force of the day of each event decide, whatever they became later. */
function judgeEvents(authority: Authority, active: ActiveClause, events: readonly EventJudgement[], situation: Situation, findings: Finding[]): void {
  for (const judgement of events) {
    const { day } = judgement;
    const protection = protectionOn(authority, day, situation);
    if (protection.kind === 'none') continue;
    const judgedThen = protection.kind === 'unknown' && judgement.result !== 'not-met'
      ? ofEvent(membershipNotKnown(authority, protection.missing), judgement.event, day)
      : judgement;
    findings.push(findingOf(authority, active.clause, withForce(active, judgedThen, day)));
  }
}

function judgeState(authority: Authority, active: ActiveClause, protection: Protected, situation: Situation, findings: Finding[]): void {
  const { clause, force } = active;
  noteChange(force, situation);
  const now = forceOn(force, situation.asOf);
  if (protection.kind === 'unknown') {
    if (now.force === 'not-in-force') return; // protected or not, nothing can be asked
    findings.push(findingOf(authority, clause, membershipNotKnown(authority, protection.missing)));
  } else if (protection.kind === 'yes') {
    const judgement = now.force === 'not-in-force' ? withoutForce(now.period, force) : judgementOf(active, protection.reached, situation);
    findings.push(findingOf(authority, clause, withForce(active, judgement, situation.asOf)));
  }
}

const membershipNotKnown = (authority: Authority, missing: readonly string[]): Judgement =>
  judged('unknown', null, 'class', () => [`Whether the person belongs to the class of ${authority.caption} is not known.`], { missing });

/** Clauses that judge events, one finding each; null for a limit on a state, which is judged once. */
function eventJudgementsOf({ clause }: ActiveClause, situation: Situation): readonly EventJudgement[] | null {
  const check = clause.check!;
  switch (check.kind) {
    case 'time-limit':
      return 'hours' in check ? judgeHoursLimit(check, situation) : null;
    case 'deadline':
      return check.trigger.kind === 'event' || check.trigger.kind === 'redetention' ? judgeEventDeadline(clause, check, check.trigger, situation) : null;
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

function judgementOf({ clause }: ActiveClause, reached: Day | null, situation: Situation): Judgement {
  const check = clause.check as TimeLimit | Deadline | FixedDate | Recurring;
  switch (check.kind) {
    case 'time-limit': return judgeTimeLimit(clause, check, situation);
    case 'deadline': return judgeDeadline(clause, check, reached, situation);
    case 'fixed-date': return judgeFixedDate(clause, check, reached, situation);
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

/** A clause without force on the day that matters raises nothing; while its force is disputed, so is what it says. */
function withForce({ clause, force }: ActiveClause, judgement: Judgement, day: Day): Judgement {
  const now = forceOn(force, day);
  switch (now.force) {
    case 'in-force':
      return judgement;
    case 'not-in-force':
      return { ...withoutForce(now.period, force), event: judgement.event };
    case 'unknown':
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
