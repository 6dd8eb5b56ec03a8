import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { erased } from '../common/crypto/person-keys.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { contradiction, notFound } from '../common/problem.js';
import { isPermitted, Permission } from '../common/permissions.js';
import { type Page, pageOf, decodeCursor } from '../common/pagination.js';
import { IDENTIFIER, type IdentifierValues, IDENTITY, type IdentityValues, KNOWN_LIST, NAME, type NameValues } from './detainee.facts.js';
import { mayNotAssign } from './detainees.errors.js';
import { type CaseloadFilter, type DetaineeRow, DetaineesQueries, type FoundDetainee, type Search } from './detainees.queries.js';
import type { ErasureReason } from './erasure.dto.js';
import type { Fact, FactVersion, KnownList, NewSource } from './fact.js';
import { FactKinds } from './fact-kinds.js';
import { FactsQueries } from './facts.queries.js';
import { FactsService } from './facts.service.js';

export interface NewDetainee extends IdentityValues {
  source: NewSource;
  names: NameValues[];
  identifiers: IdentifierValues[];
  attorneyId?: string | null;
  isDemo?: boolean;
}

export interface Detainee {
  id: string;
  version: number;
  isDemo: boolean;
  createdAt: Date;
  /** nothing else is known of them any more */
  erasedAt: Date | null;
  erasedReason: ErasureReason | null;
  attorney: { id: string; name: string } | null;
  identity: Fact<IdentityValues> | null;
  names: Fact<NameValues>[];
  identifiers: Fact<IdentifierValues>[];
  completeLists: KnownList[];
}

@Injectable()
export class DetaineesService {
  constructor(
    private readonly database: Database,
    private readonly people: DetaineesQueries,
    private readonly facts: FactsService,
    private readonly read: FactsQueries,
    private readonly kinds: FactKinds,
    private readonly audit: AuditService,
  ) {}

  list(filter: CaseloadFilter): Promise<Page<DetaineeRow>> {
    return this.people.list(filter);
  }

  search(asked: Search): Promise<Page<FoundDetainee>> {
    return this.people.search(asked);
  }

  /** A file with what is known of who the person is. Two brothers of one name are two files. */
  async create(actor: Actor, { source, names, identifiers, attorneyId = null, isDemo = false, ...identity }: NewDetainee): Promise<Detainee> {
    return this.database.transaction(async (tx) => {
      if (attorneyId !== null) await this.requireAssignable(actor, attorneyId);
      // Who opens a file is on its team, and sees it, once the row is there; so the row is not asked what it says.
      const id = randomUUID();
      await tx.query('insert into detainee (id, attorney_id, is_demo, created_by) values ($1, $2, $3, $4)', [id, attorneyId, isDemo, actor.userId]);
      await this.facts.record(actor, IDENTITY, id, { source, values: identity });
      for (const [at, values] of names.entries()) await this.facts.record(actor, NAME, id, { source, values }, `names[${at}]`);
      for (const [at, values] of identifiers.entries()) await this.facts.record(actor, IDENTIFIER, id, { source, values }, `identifiers[${at}]`);
      await this.audit.record(tx, actor, {
        action: 'detainee.created', subject: 'detainee', subjectId: id, detaineeId: id, after: { attorneyId, isDemo },
      });
      return this.show(id, null);
    });
  }

  show(id: string, asKnownOn: string | null): Promise<Detainee> {
    return this.database.snapshot(() => this.wholeFile(id, asKnownOn));
  }

  private async wholeFile(id: string, asKnownOn: string | null): Promise<Detainee> {
    const head = await this.people.head(id, asKnownOn);
    const [identities, names, identifiers, lists] = await Promise.all([
      this.read.list(IDENTITY, id, asKnownOn), this.read.list(NAME, id, asKnownOn),
      this.read.list(IDENTIFIER, id, asKnownOn), this.read.list(KNOWN_LIST, id, asKnownOn),
    ]);
    return { ...head, identity: identities[0] ?? null, names, identifiers, completeLists: lists.map(({ list }) => list) };
  }

  async assign(actor: Actor, id: string, seen: number, attorneyId: string | null): Promise<Detainee> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ attorney_id: string | null; erased: boolean }>(
        'select attorney_id, erased_at is not null as erased from detainee where id = $1 for no key update', [id]);
      if (!row) throw notFound('detainee');
      if (row.erased) throw erased();
      requireVersion(await this.show(id, null), seen);
      if (attorneyId !== null) await this.requireAssignable(actor, attorneyId);
      await tx.query('update detainee set attorney_id = $2, version = version + 1 where id = $1', [id, attorneyId]);
      await this.audit.record(tx, actor, {
        action: 'detainee.assigned', subject: 'detainee', subjectId: id, detaineeId: id,
        before: { attorneyId: row.attorney_id }, after: { attorneyId },
      });
      return this.show(id, null);
    });
  }

  /** Marks a list of facts as complete as it stands. Saying it twice is saying it once. */
  async markComplete(actor: Actor, detaineeId: string, list: KnownList, source: NewSource): Promise<Fact<{ list: KnownList }>> {
    return this.database.transaction(async (tx) => {
      await this.facts.openFile(tx, detaineeId);
      const there = await this.read.list(KNOWN_LIST, detaineeId, null);
      const already = there.find((entry) => entry.list === list);
      return already ?? this.facts.record(actor, KNOWN_LIST, detaineeId, { source, values: { list } });
    });
  }

  async unmarkComplete(actor: Actor, detaineeId: string, list: KnownList, seen: number, reason: string): Promise<void> {
    const entry = await this.knownList(detaineeId, list, null);
    await this.facts.withdraw(actor, KNOWN_LIST, { detaineeId, id: entry.id }, seen, reason);
  }

  async knownList(detaineeId: string, list: KnownList, asKnownOn: string | null): Promise<Fact<{ list: KnownList }>> {
    const entry = (await this.read.list(KNOWN_LIST, detaineeId, asKnownOn)).find((known) => known.list === list);
    if (!entry) throw notFound(KNOWN_LIST.name);
    return entry;
  }

  /** Every version of every fact of a person, in the order in which they were recorded. */
  async history(actor: Actor, detaineeId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<FactVersion>> {
    const after = decodeCursor(cursor, ['string', 'string', 'id', 'number']) as unknown as HistoryKey | null;
    const versions = await this.database.snapshot(async () => {
      await this.people.head(detaineeId, null);
      return Promise.all(this.kinds.all.filter(({ read }) => read === undefined || isPermitted(actor.role, read))
        .map((kind) => this.read.versions(kind, detaineeId)));
    });
    const keyed = versions.flat().map((version) => ({ version, key: keyOf(version) })).sort((a, b) => compare(a.key, b.key));
    const rest = after === null ? keyed : keyed.filter(({ key }) => compare(key, after) > 0);
    return pageOf(rest.map(({ version }) => version), limit, keyOf);
  }

  private async requireAssignable(actor: Actor, attorneyId: string): Promise<void> {
    if (!isPermitted(actor.role, Permission.AssignDetainees)) throw mayNotAssign();
    const able = await this.database.query(
      "select 1 from app_user where id = $1 and role in ('attorney', 'admin') and disabled_at is null", [attorneyId]);
    if (able.length === 0) throw contradiction({ path: 'attorneyId', problem: 'must be an attorney or administrator who can sign in' });
  }
}

type HistoryKey = readonly [recordedAt: string, kind: string, id: string, version: number];

const keyOf = ({ recordedAt, kind, id, version }: FactVersion): HistoryKey => [recordedAt.toISOString(), kind, id, version];

function compare(a: HistoryKey, b: HistoryKey): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  if (at === -1) return 0;
  return a[at] < b[at] ? -1 : 1;
}
