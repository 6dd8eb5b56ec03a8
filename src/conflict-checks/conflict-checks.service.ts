import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { BlindIndex } from '../common/crypto/blind-index.js';
import { SealedRows } from '../common/crypto/sealed-rows.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import type { Page } from '../common/pagination.js';
import { conflict, contradiction, type Fault } from '../common/problem.js';
import { readANumber } from '../detainees/a-number.js';
import { IDENTIFIER, IDENTITY, NAME } from '../detainees/detainee.facts.js';
import { FactsQueries } from '../detainees/facts.queries.js';
import { FactsService } from '../detainees/facts.service.js';
import { normalName, type Relation } from './adverse-party.facts.js';
import { type Asked, type CheckedConflict, type ConflictCheck, ConflictChecksQueries, type Decision, MOST_NAMES } from './conflict-checks.queries.js';

export interface Question extends Partial<Asked> {
  /** for whose file it is asked: of the new person, or of the client whose case somebody touches */
  detaineeId: string;
  relation: Relation;
}

/**
 * Whether somebody is on file already, as a client or as somebody whom a client's case touches. Asked of the new person
 * or of an adverse party, recorded with what was found, and decided by a lawyer.
 */
@Injectable()
export class ConflictChecksService {
  constructor(
    private readonly database: Database,
    private readonly checks: ConflictChecksQueries,
    private readonly facts: FactsService,
    private readonly read: FactsQueries,
    private readonly blind: BlindIndex,
    private readonly sealed: SealedRows,
    private readonly audit: AuditService,
  ) {}

  list(filter: { detainee?: string; undecided?: boolean; limit: number; cursor?: string }): Promise<Page<ConflictCheck>> {
    return this.checks.page(filter);
  }

  one(id: string): Promise<CheckedConflict> {
    return this.checks.one(id);
  }

  async ask(actor: Actor, { detaineeId, relation, ...question }: Question): Promise<CheckedConflict> {
    return this.database.transaction(async (tx) => {
      const instant = await this.facts.openFile(tx, detaineeId);
      const asked = normal(relation === 'client' ? await this.withFile(detaineeId, question) : question);
      const id = randomUUID();
      const sealed = await this.sealed.seal(tx, 'conflict_check', { id, detainee_id: detaineeId, asked: JSON.stringify(asked) });
      await tx.query('insert into conflict_check (id, detainee_id, relation, asked, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)',
        [id, detaineeId, relation, sealed.asked, actor.userId, instant]);
      const lookups = await Promise.all(asked.aNumbers.map((number) => this.blind.under('a-number', number)));
      await this.checks.find(tx, id, asked, lookups.flat());
      const after = await this.checks.one(id);
      await this.audit.record(tx, actor, { action: 'conflict-check.asked', subject: 'conflict-check', subjectId: id, detaineeId, after: logged(after) });
      return after;
    });
  }

  /** By who sees everybody who was found: what nobody told them they cannot weigh. */
  async decide(actor: Actor, id: string, seen: number, { decision, reason = null }: { decision: Decision; reason?: string | null }): Promise<CheckedConflict> {
    return this.database.transaction(async (tx) => {
      const before = await this.checks.held(id);
      requireVersion(before, seen);
      if (decision === 'waived' && !reason) throw contradiction({ path: 'reason', problem: 'must say why, and by whom, a conflict is waived' });
      if (before.undisclosed) throw conflict({ path: '', problem: 'There is a match whom you may not see: an attorney or an administrator who sees them decides' });
      const { decision_reason } = await this.sealed.seal(tx, 'conflict_check', { id, detainee_id: before.detaineeId, decision_reason: reason });
      await tx.query(
        `update conflict_check set version = version + 1, decision = $2, decision_reason = $3, decided_by = $4, decided_at = clock_timestamp()::timestamptz(3) where id = $1`,
        [id, decision, decision_reason ?? null, actor.userId]);
      const after = await this.checks.one(id);
      await this.audit.record(tx, actor, {
        action: 'conflict-check.decided', subject: 'conflict-check', subjectId: id, detaineeId: before.detaineeId, before: logged(before), after: logged(after),
      });
      return after;
    });
  }

  /** Of the new person, what is not said is what stands in the file. */
  private async withFile(detaineeId: string, question: Partial<Asked>): Promise<Partial<Asked>> {
    const [names, [identity], identifiers] = [
      await this.read.list(NAME, detaineeId, null), await this.read.list(IDENTITY, detaineeId, null), await this.read.list(IDENTIFIER, detaineeId, null)];
    return {
      names: question.names?.length ? question.names : names.map(({ fullName }) => fullName).slice(0, MOST_NAMES),
      aNumbers: question.aNumbers?.length ? question.aNumbers : identifiers.filter(({ kind }) => kind === 'a-number').map(({ value }) => value),
      birthDate: question.birthDate ?? (question.birthYear ? null : identity?.birthDate),
      birthYear: question.birthYear ?? (question.birthDate ? null : identity?.birthYear),
    };
  }
}

/** In the form in which it is looked for. */
function normal({ names = [], aNumbers = [], birthDate = null, birthYear = null }: Partial<Asked>): Asked {
  const readings = aNumbers.map(readANumber);
  const faults: Fault[] = [
    ...(names.length === 0 && aNumbers.length === 0 ? [{ path: 'names', problem: 'or `aNumbers` must say who is asked about' }] : []),
    ...names.flatMap((name, at) => (/\p{L}/u.test(name) ? [] : [{ path: `names[${at}]`, problem: 'must hold at least one letter' }])),
    ...readings.flatMap((reading, at) => (reading.kind === 'number' ? [] : [{ path: `aNumbers[${at}]`, problem: 'is no A-number (A and 7 to 9 digits, e.g. A123-456-789)' }])),
    ...(birthDate && birthYear && birthYear !== Number(birthDate.slice(0, 4)) ? [{ path: 'birthYear', problem: 'must be the year of birthDate' }] : []),
  ];
  if (faults.length > 0) throw contradiction(...faults);
  return {
    names: [...new Set(names.map(normalName))],
    aNumbers: [...new Set(readings.flatMap((reading) => (reading.kind === 'number' ? [reading.value] : [])))],
    birthDate, birthYear: birthYear ?? (birthDate ? Number(birthDate.slice(0, 4)) : null),
  };
}

/** Whoever reads the log of one person is told nothing of the others. */
const logged = ({ matches, asked, relation, decision, reason }: CheckedConflict): object => ({ relation, asked, disclosed: matches.length, decision, reason });
