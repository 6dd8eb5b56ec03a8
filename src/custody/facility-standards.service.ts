import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database, type Tx } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { conflict, contradiction } from '../common/problem.js';
import { ReviewSignal } from '../common/review-signal.js';
import { FacilitiesQueries } from './facilities.queries.js';
import { type FacilityStandard, FacilityStandardsQueries } from './facility-standards.queries.js';

export type StandardValues = Pick<FacilityStandard, 'standard' | 'from' | 'source'> & { to?: string | null };
export type StandardChanges = Partial<StandardValues> & { reason: string };

/**
 * Which detention standard bound a facility from when. Contracts change and reports of them come late, so it is kept as
 * facts are, in versions; and what the law says of everybody held there from the first day that changes is asked again.
 */
@Injectable()
export class FacilityStandardsService {
  constructor(
    private readonly database: Database,
    private readonly facilities: FacilitiesQueries,
    private readonly standards: FacilityStandardsQueries,
    private readonly audit: AuditService,
    private readonly review: ReviewSignal,
  ) {}

  async list(facility: string, asKnownOn: string | null): Promise<{ items: FacilityStandard[] }> {
    await this.facilities.one(facility);
    return { items: await this.standards.list(facility, asKnownOn) };
  }

  one(facility: string, id: string, asKnownOn: string | null): Promise<FacilityStandard> {
    return this.standards.one(facility, id, asKnownOn);
  }

  async record(actor: Actor, facility: string, { standard, from, to = null, source }: StandardValues): Promise<FacilityStandard> {
    return this.database.transaction(async (tx) => {
      await this.facilities.one(facility);
      const instant = await this.open(tx, facility);
      const after = { id: randomUUID(), version: 1, facility, standard, from, to, source, recordedBy: actor.userId, recordedAt: instant };
      await this.write(tx, null, after);
      await this.written(tx, actor, 'recorded', { after });
      return after;
    });
  }

  async correct(actor: Actor, facility: string, id: string, seen: number, { reason, ...changes }: StandardChanges): Promise<FacilityStandard> {
    return this.database.transaction(async (tx) => {
      const instant = await this.open(tx, facility);
      const before = await this.standards.one(facility, id, null);
      requireVersion(before, seen);
      const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const since = later(instant, before);
      const after = { ...before, ...said, version: before.version + 1, recordedBy: actor.userId, recordedAt: since };
      if (same(before, after)) throw contradiction({ path: '', problem: 'The correction changes nothing: what it says is on file already' });
      await this.standards.close(tx, id, { instant: since, by: actor.userId, reason });
      await this.write(tx, id, after);
      await this.written(tx, actor, 'corrected', { before, after, reason });
      return after;
    });
  }

  async withdraw(actor: Actor, facility: string, id: string, seen: number, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const instant = await this.open(tx, facility);
      const before = await this.standards.one(facility, id, null);
      requireVersion(before, seen);
      await this.standards.close(tx, id, { instant: later(instant, before), by: actor.userId, reason });
      await this.written(tx, actor, 'withdrawn', { before, reason });
    });
  }

  /** One change of a facility at a time, so that no two standards come to bind it on one day. */
  private async open(tx: Tx, facility: string): Promise<Date> {
    const [{ instant }] = await tx.query<{ instant: Date }>(
      'select clock_timestamp()::timestamptz(3) as instant from (select pg_advisory_xact_lock(hashtextextended($1, 1))) as locked', [facility]);
    return instant;
  }

  private async write(tx: Tx, id: string | null, standard: FacilityStandard): Promise<void> {
    const { from, to } = standard;
    if (to !== null && to <= from) throw contradiction({ path: 'to', problem: 'must be after `from`: it is the first day on which the standard bound no more' });
    if (await this.standards.overlaps(tx, { ...standard, id })) {
      throw conflict({ path: 'from', problem: 'falls into a time in which another standard bound this facility, by what is on file; end or correct that one first' });
    }
    await this.standards.insert(tx, standard);
  }

  private async written(
    tx: Tx, actor: Actor, verb: 'recorded' | 'corrected' | 'withdrawn', { before, after, reason }: { before?: FacilityStandard; after?: FacilityStandard; reason?: string },
  ): Promise<void> {
    const [{ id, facility }, since] = [(after ?? before)!, [before?.from, after?.from].filter((day) => day !== undefined).sort()[0]];
    await this.audit.record(tx, actor, {
      action: `facility-standard.${verb}`, subject: 'facility-standard', subjectId: id, before, after: reason === undefined ? after : { ...after, reason },
    });
    const marked = await this.facilities.markHeldAt(tx, facility, since);
    tx.afterCommit(() => this.review.wake(marked));
  }
}

const same = (a: FacilityStandard, b: FacilityStandard): boolean =>
  a.standard === b.standard && a.from === b.from && a.to === b.to && a.source === b.source;

/** Each version stands for a while, if only a millisecond. */
const later = (instant: Date, { recordedAt }: FacilityStandard): Date => new Date(Math.max(instant.getTime(), recordedAt.getTime() + 1));
