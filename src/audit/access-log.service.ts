import { Injectable } from '@nestjs/common';
import type { Logged } from '../common/actor.js';
import { Batched, type Settled } from '../common/batched.js';
import { Database } from '../common/database.js';
import { isUuid } from '../common/formats.js';
import { problemOf } from '../common/problem-of.js';
import type { Shown } from '../common/reads.decorator.js';
import { type AuditRecord, AuditService } from './audit.service.js';

/** Which request it was: who asked, and by which route. */
export interface Asked {
  actor: Logged;
  route: string;
}

interface Read { actor: Logged; record: AuditRecord }

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 404]);

/** What is looked at, and what somebody was not let look at. */
@Injectable()
export class AccessLog {
  private readonly reads = new Batched<Read, undefined>({ most: 100, sideBySide: 1 }, (reads) => this.recordReads(reads));

  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** Resolves once it is kept. What is shown at the same moment is kept in one transaction. */
  shown({ actor, route }: Asked, shown: Shown): Promise<undefined> {
    return this.reads.one({ actor, record: 'person' in shown
      ? { action: 'detainee.read', subject: 'detainee', subjectId: shown.person, detaineeId: shown.person, route }
      : { action: 'detainees.listed', subject: 'detainee', mentions: shown.people, route } });
  }

  /** A wall looks like nobody there: so whoever asks for somebody who is not there is logged as well. */
  async refused({ actor, route }: Asked, error: unknown, personId: string | null): Promise<void> {
    const { status, kind } = problemOf(error);
    if (!REFUSALS.has(status)) return;
    const id = isUuid(personId) ? personId : null;
    // What of it is not about the person stands where it can be read without their key.
    await this.database.transaction((tx) => this.audit.record(tx, actor,
      { action: `request.${kind}`, subject: 'request', detaineeId: id, route }));
  }

  /** One entry that cannot be kept holds back one answer, and none of those that came with it. */
  private async recordReads(reads: readonly Read[]): Promise<Settled<undefined>[]> {
    try {
      await this.database.transaction((tx) => this.audit.recordAll(tx, reads));
      return reads.map(() => ({ answer: undefined }));
    } catch (error) {
      if (reads.length === 1) return [{ error: error as Error }];
      const settled: Settled<undefined>[] = [];
      for (const read of reads) settled.push(...(await this.recordReads([read])));
      return settled;
    }
  }
}
