import type { ActiveClause } from '../authorities/index.js';
import type { Authority, ForcePeriod } from '../authorities/authority.js';
import { formatDay, parseDay, type Day } from '../calendar/day.js';
import { covers } from '../calendar/span.js';
import type { Finding } from '../evaluation.js';
import { judgeDeadline, judgeFixedDate } from './deadline.js';
import { judgeHoursLimit } from './hours-limit.js';
import { findingOf, judged, lineReachedOn, type Judgement, type Situation } from './situation.js';
import { judgeTimeLimit } from './time-limit.js';

/** Adds to `findings` what the clauses of one authority say about one person. */
export function judgeAuthority(authority: Authority, clauses: readonly ActiveClause[], situation: Situation, findings: Finding[]): void {
  const protection = protectionOf(authority, situation);
  if (protection.kind === 'none') return;
  for (const active of clauses) {
    const { clause, force } = active;
    if (protection.kind === 'unknown') {
      noteChange(force, situation);
      if (forceOn(force, situation.asOf).force === 'not-in-force') continue; // protected or not, nothing can be asked
      findings.push(findingOf(authority, clause, membershipNotKnown(authority, protection.missing)));
    } else if (isOfEvents(active)) {
      for (const judgement of judgementsOf(active, protection.reached, situation)) {
        findings.push(findingOf(authority, clause, withForce(active, judgement, dayOfEvent(judgement, situation))));
      }
    } else {
      noteChange(force, situation);
      const now = forceOn(force, situation.asOf);
      const judgements = now.force === 'not-in-force' ? [withoutForce(now.period, force)] : judgementsOf(active, protection.reached, situation);
      for (const judgement of judgements) findings.push(findingOf(authority, clause, withForce(active, judgement, situation.asOf)));
    }
  }
}

const membershipNotKnown = (authority: Authority, missing: readonly string[]): Judgement =>
  judged('unknown', null, 'class', () => [`Whether the person belongs to the class of ${authority.caption} is not known.`], { missing });

type Protected = { kind: 'none' } | { kind: 'yes'; reached: Day | null } | { kind: 'unknown'; missing: readonly string[] };

const NOT_PROTECTED: Protected = { kind: 'none' };
const PROTECTED: Protected = { kind: 'yes', reached: null };

/** Coverage is by membership on the day, and by the line that the person's custody has reached. */
function protectionOf({ protects }: Authority, situation: Situation): Protected {
  if (protects.kind === 'everyone') return PROTECTED;
  const { facts, custody, asOf, horizon } = situation;
  const { citizenship } = facts.person;
  if (facts.memberships === null) {
    return citizenship === null || citizenship === protects.citizenship ? { kind: 'unknown', missing: ['memberships'] } : NOT_PROTECTED;
  }
  let member = false;
  for (let i = 0; i < facts.memberships.length; i++) {
    const membership = facts.memberships[i];
    if (membership.class !== protects.class) continue;
    horizon.mayChangeOn(membership.from);
    horizon.mayChangeOn(membership.to);
    if (membership.from === null) return { kind: 'unknown', missing: [`memberships[${i}].from`] };
    if (covers({ from: membership.from, to: membership.to }, asOf)) member = true;
  }
  if (!member) return NOT_PROTECTED;
  if (custody.inCustody === null || custody.missing.length > 0) return { kind: 'unknown', missing: custody.missing };
  const reached = lineReachedOn(situation, protects.reaching, parseDay(protects.since));
  return reached === null ? NOT_PROTECTED : { kind: 'yes', reached };
}

/** Judged once for each event, by the force of the clause on the event's day. */
function isOfEvents({ clause: { check } }: ActiveClause): boolean {
  if (check!.kind === 'time-limit') return 'hours' in check!;
  return check!.kind === 'deadline' && (check!.trigger.kind === 'event' || check!.trigger.kind === 'redetention');
}

function judgementsOf({ clause }: ActiveClause, reached: Day | null, situation: Situation): readonly Judgement[] {
  const check = clause.check!;
  switch (check.kind) {
    case 'time-limit':
      return 'hours' in check ? judgeHoursLimit(check, situation) : [judgeTimeLimit(clause, check, situation)];
    case 'deadline':
      return judgeDeadline(clause, check, reached, situation);
    case 'fixed-date':
      return [judgeFixedDate(clause, check, reached, situation)];
  }
}

function dayOfEvent({ event }: Judgement, { facts, asOf }: Situation): Day {
  const at = /^(events|stints)\[(\d+)\]$/.exec(event ?? '');
  if (at === null) return asOf;
  return (at[1] === 'events' ? facts.events![Number(at[2])].on : facts.stints![Number(at[2])].from) ?? asOf;
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
