import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { erased } from '../common/crypto/person-keys.js';
import { BlindIndex } from '../common/crypto/blind-index.js';
import { SealedRows } from '../common/crypto/sealed-rows.js';
import { Database, type Tx } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { conflict, contradiction, type Fault, notFound } from '../common/problem.js';
import { ReviewSignal } from '../common/review-signal.js';
import { type Columns, type Fact, type FactKind, merged, type NewSource, type Proposed, sourceFaults } from './fact.js';
import { factOf, type FactRow, FactsQueries, sourceColumns, sourceOf } from './facts.queries.js';

export interface NewFact<Values extends object> {
  source: NewSource;
  values: Values;
}

export interface Correction<Values extends object> {
  changes: Partial<Values>;
  /** left out: it still comes from where it came from */
  source?: NewSource;
  reason: string;
}

export interface FactList<Values extends object> {
  items: Fact<Values>[];
  complete?: boolean;
}

export interface FactRef {
  detaineeId: string;
  id: string;
}

/**
 * Facts of every kind are recorded, corrected and withdrawn here, and never overwritten: a correction closes one
 * version and opens the next, so that the file can be read as it was known on any earlier instant. Each change is one
 * transaction with its audit entry and the mark that has its person reviewed.
 */
@Injectable()
export class FactsService {
  constructor(
    private readonly database: Database,
    private readonly facts: FactsQueries,
    private readonly audit: AuditService,
    private readonly review: ReviewSignal,
    private readonly clock: Clock,
    private readonly sealed: SealedRows,
    private readonly blind: BlindIndex,
  ) {}

  /** All of a kind; and where the law reads them as a list, whether they are known to be all. */
  async list<Values extends object>(kind: FactKind<Values>, detaineeId: string, asKnownOn: string | null): Promise<FactList<Values>> {
    await this.facts.requireFile(detaineeId);
    const items = await this.facts.list(kind, detaineeId, asKnownOn);
    if (kind.list === undefined) return { items };
    return { items, complete: await this.facts.isComplete(detaineeId, kind.list, asKnownOn) };
  }

  one<Values extends object>(kind: FactKind<Values>, { detaineeId, id }: FactRef, asKnownOn: string | null): Promise<Fact<Values>> {
    return this.facts.one(kind, detaineeId, id, asKnownOn);
  }

  /** `at` is where the fact stands in the caller's request, for the path of a fault. */
  async record<Values extends object>(
    actor: Actor, kind: FactKind<Values>, detaineeId: string, { source, values }: NewFact<Values>, at = '',
  ): Promise<Fact<Values>> {
    return this.database.transaction(async (tx) => {
      const instant = await this.openFile(tx, detaineeId);
      const accepted = await this.accept(tx, kind, { id: null, detaineeId, values, before: null, source }, at);
      const fact = await this.insert(tx, kind, accepted, {
        ...sourceColumns(source), id: randomUUID(), version: 1, detainee_id: detaineeId, recorded_by: actor.userId, recorded_at: instant,
      });
      await this.written(tx, actor, kind.name, 'recorded', fact, { after: fact });
      return fact;
    });
  }

  async correct<Values extends object>(
    actor: Actor, kind: FactKind<Values>, { detaineeId, id }: FactRef, seen: number, { changes, source, reason }: Correction<Values>,
  ): Promise<Fact<Values>> {
    return this.database.transaction(async (tx) => {
      const instant = await this.openFile(tx, detaineeId);
      const row = await this.facts.current(tx, kind, detaineeId, id);
      const before = factOf(kind, row);
      requireVersion(before, seen);

      const from = source ?? sourceOf(row);
      const former = kind.toValues(row);
      const proposed = merged(former, { ...kind.implied?.(changes), ...changes });
      const values = await this.accept(tx, kind, { id, detaineeId, values: proposed, before: former, source: from });
      const columns = { ...kind.toColumns(values), ...sourceColumns(from) };
      if (sameAs(row, columns)) throw contradiction({ path: '', problem: 'The correction changes nothing: what it says is on file already' });

      const since = later(instant, row);
      await this.close(tx, kind.table, row, { instant: since, by: actor.userId, reason });
      const after = await this.insert(tx, kind, values, {
        ...sourceColumns(from), id, version: row.version + 1, detainee_id: detaineeId, recorded_by: actor.userId, recorded_at: since,
      });
      await this.written(tx, actor, kind.name, 'corrected', after, { before, after, reason });
      return after;
    });
  }

  async withdraw(actor: Actor, kind: FactKind<object>, { detaineeId, id }: FactRef, seen: number, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const instant = await this.openFile(tx, detaineeId);
      const row = await this.facts.current(tx, kind, detaineeId, id);
      const before = factOf(kind, row);
      requireVersion(before, seen);
      await this.close(tx, kind.table, row, { instant: later(instant, row), by: actor.userId, reason });
      await this.written(tx, actor, kind.name, 'withdrawn', before, { before, reason });
    });
  }

  /**
   * One change of a person's file at a time, so that what is checked against the other facts still holds when it is
   * written. The sweep takes no part in this lock: recording a fact never waits for it. The instant is the database's,
   * read once the lock is held: clocks of several servers, or a wait, cannot put two changes in the wrong order.
   */
  async openFile(tx: Tx, detaineeId: string): Promise<Date> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [detaineeId]);
    const [file] = await tx.query<{ instant: Date; erased: boolean }>(
      'select clock_timestamp()::timestamptz(3) as instant, erased_at is not null as erased from detainee where id = $1', [detaineeId], 'open-file');
    if (!file) throw notFound('detainee');
    if (file.erased) throw erased();
    return file.instant;
  }

  private async accept<Values extends object>(
    tx: Tx, kind: FactKind<Values>, { source, ...fact }: Omit<Proposed<Values>, 'lookups'> & { source: NewSource }, at = '',
  ): Promise<Values> {
    const values = kind.normalise?.(fact.values) ?? fact.values;
    const faults = [...sourceFaults(source), ...(kind.faults?.(values, this.clock.today()) ?? [])];
    if (faults.length > 0) throw contradiction(...placed(faults, at));
    const wanted = kind.lookup?.(values) ?? null;
    const lookups = wanted === null ? [] : await this.blind.under(wanted.kind, wanted.value);
    const conflicts = (await kind.conflicts?.(tx, { ...fact, values, lookups })) ?? [];
    if (conflicts.length > 0) throw conflict(...placed(conflicts, at));
    return values;
  }

  private async insert<Values extends object>(tx: Tx, kind: FactKind<Values>, values: Values, recorded: Columns): Promise<Fact<Values>> {
    const wanted = kind.lookup?.(values) ?? null;
    const columns = {
      ...kind.toColumns(values), ...recorded,
      ...(kind.lookup && { lookup: wanted === null ? null : await this.blind.of(wanted.kind, wanted.value) }),
    };
    const sealed = await this.sealed.seal(tx, kind.table, columns);
    const kept: Columns = { ...columns, ...sealed };
    const names = Object.keys(kept);
    const [row] = await tx.query<FactRow>(
      `insert into ${kind.table} (${names.join(', ')}) values (${names.map((_name, at) => `$${at + 1}`).join(', ')}) returning *`,
      Object.values(kept));
    // As it was before it was sealed, without asking for the key again.
    const plain = Object.fromEntries(Object.keys(sealed).map((name) => [name, columns[name as keyof typeof columns]]));
    return factOf(kind, { ...row, ...plain });
  }

  private async close(tx: Tx, table: string, row: FactRow, { instant, by, reason }: { instant: Date; by: string; reason: string }): Promise<void> {
    const { id, version, detainee_id } = row;
    const { superseded_reason } = await this.sealed.seal(tx, table, { id, version, detainee_id, superseded_reason: reason });
    await tx.query(
      `update ${table} set superseded_at = $2, superseded_by = $3, superseded_reason = $4 where version_id = $1`,
      [row.version_id, instant, by, superseded_reason]);
  }

  private async written(
    tx: Tx, actor: Actor, subject: string, verb: 'recorded' | 'corrected' | 'withdrawn', { id, detaineeId }: FactRef,
    { before, after, reason }: { before?: object; after?: object; reason?: string },
  ): Promise<void> {
    await this.audit.record(tx, actor, {
      action: `${subject}.${verb}`, subject, subjectId: id, detaineeId, before,
      after: reason === undefined ? after : { ...after, reason },
    });
    await this.review.mark(tx, [detaineeId]);
  }
}

const placed = (faults: readonly Fault[], at: string): Fault[] =>
  faults.map((fault) => ({ ...fault, path: [at, fault.path].filter((part) => part !== '').join('.') }));

const sameAs = (row: FactRow, columns: Columns): boolean =>
  Object.entries(columns).every(([column, value]) => isDeepStrictEqual(row[column], value));

/** Each version stands for a while, if only a millisecond, so that each can be read as known on its own instant. */
const later = (instant: Date, { recorded_at }: FactRow): Date => new Date(Math.max(instant.getTime(), recorded_at.getTime() + 1));
