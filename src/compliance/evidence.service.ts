import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor.js';
import { Database, type Tx } from '../common/database.js';
import { isPermitted } from '../common/permissions.js';
import { contradiction, type Fault } from '../common/problem.js';
import type { FactKind } from '../detainees/fact.js';
import { FactKinds } from '../detainees/fact-kinds.js';
import { addressOf, type Evidence, type FactEvidence, isRow, type RowEvidence } from './evidence.js';
import type { EvidenceDto, ShownEvidenceDto } from './finding-reviews.dto.js';

const ROW = 'row';

/** What people name as evidence: facts that stand, and rows from which facts came, of the person whom the finding is about. */
@Injectable()
export class EvidenceService {
  constructor(private readonly database: Database, private readonly kinds: FactKinds) {}

  /** As it is kept. What is not on file of this person, or not for this user to read, is refused by its place. */
  async named(tx: Tx, actor: Actor, detaineeId: string, evidence: readonly EvidenceDto[]): Promise<Evidence[]> {
    const kinds = this.kindsFor(actor);
    const versions = await this.versions(tx, detaineeId, kinds, evidence.flatMap(({ kind, id }) => (id === undefined ? [] : [{ kind, id }])));
    const kept: Evidence[] = [];
    const faults: Fault[] = [];
    for (const [at, each] of evidence.entries()) {
      const found = each.kind === ROW ? await this.row(tx, detaineeId, each) : factOf(each, kinds, versions);
      if ('problem' in found) faults.push({ ...found, path: `evidence[${at}]${found.path === '' ? '' : `.${found.path}`}` });
      else kept.push(found);
    }
    if (faults.length > 0) throw contradiction(...faults);
    return kept;
  }

  /** What of it this user may read. Of the rest not even that there is some is said: a kind of fact alone would tell. */
  readable(actor: Actor, evidence: readonly Evidence[]): Evidence[] {
    const kinds = new Set(this.kindsFor(actor).map(({ name }) => name));
    return evidence.filter((each) => isRow(each) || kinds.has(each.kind));
  }

  /** Each with its address, and how it stands now: what was named may have been corrected or withdrawn since. */
  async shown(detaineeId: string, evidence: readonly Evidence[]): Promise<ShownEvidenceDto[]> {
    const versions = await this.versions(this.database, detaineeId, this.kinds.all, evidence.filter((each) => !isRow(each)) as FactEvidence[]);
    return evidence.map((each) => (isRow(each)
      ? { ...each, id: null, version: null, versionNow: null, href: `/v1/productions/${each.fileId}` }
      : { ...each, fileId: null, sheet: null, row: null, versionNow: versions.get(each.id) ?? null, href: addressOf(detaineeId, each.kind, each.id) }));
  }

  private kindsFor(actor: Actor): FactKind<object>[] {
    return this.kinds.all.filter(({ read }) => read === undefined || isPermitted(actor.role, read));
  }

  /** By its id, the version in which each stands. */
  private async versions(from: Pick<Database | Tx, 'query'>, detaineeId: string, kinds: readonly FactKind<object>[], facts: readonly { kind: string; id: string }[]): Promise<Map<string, number>> {
    const versions = new Map<string, number>();
    for (const { name, table } of kinds) {
      const ids = facts.filter(({ kind }) => kind === name).map(({ id }) => id);
      if (ids.length === 0) continue;
      const rows = await from.query<{ id: string; version: number }>(
        `select id, version from ${table} where detainee_id = $1 and id = any($2::uuid[]) and superseded_at is null`, [detaineeId, ids]);
      for (const { id, version } of rows) versions.set(id, version);
    }
    return versions;
  }

  private async row(tx: Tx, detaineeId: string, { fileId, sheet = null, row }: EvidenceDto): Promise<RowEvidence | Fault> {
    if (fileId === undefined || row === undefined) return { path: '', problem: 'of kind row must name its file (fileId) and its row' };
    const fromIt = `detainee_id = $1 and source_file_id = $2 and source_row = $3 and source_sheet is not distinct from $4`;
    const known = await tx.query(
      `${this.kinds.all.map(({ table }) => `select from ${table} where ${fromIt}`).join(' union all ')} limit 1`, [detaineeId, fileId, row, sheet]);
    return known.length > 0 ? { kind: ROW, fileId, sheet, row } : { path: 'row', problem: 'is no row from which something on file of this person came' };
  }
}

function factOf({ kind, id }: EvidenceDto, kinds: readonly FactKind<object>[], versions: ReadonlyMap<string, number>): FactEvidence | Fault {
  const allowed = kinds.map(({ name }) => name);
  if (!allowed.includes(kind)) return { path: 'kind', problem: 'must be a kind of fact that you may read, or row', allowed: [...allowed, ROW] };
  if (id === undefined) return { path: 'id', problem: 'must be given' };
  const version = versions.get(id.toLowerCase());
  return version === undefined ? { path: 'id', problem: `is no ${kind} that stands in the file of this person` } : { kind, id: id.toLowerCase(), version };
}
