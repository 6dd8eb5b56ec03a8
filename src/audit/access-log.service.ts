import { Injectable } from '@nestjs/common';
import type { Logged } from '../common/actor.js';
import { Batched, type Settled } from '../common/batched.js';
import { Database } from '../common/database.js';
import { isUuid } from '../common/formats.js';
import { problemOf } from '../common/problem-of.js';
import type { Shown } from '../common/reads.decorator.js';
import { AuditService, type Look } from './audit.service.js';

/** Which request it was: who asked, and by which route. */
export interface Asked {
  actor: Logged;
  route: string;
}

interface Entry { actor: Logged; look: Look }

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 404]);

/** What is looked at, and what somebody was not let look at. What comes at the same moment is written together. */
@Injectable()
export class AccessLog {
  private readonly entries = new Batched<Entry, undefined>({ most: 100, sideBySide: 1 }, (entries) => this.keep(entries));

  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  /** Resolves once it is kept. */
  shown({ actor, route }: Asked, shown: Shown): Promise<undefined> {
    return this.entries.one({ actor, look: 'person' in shown
      ? { action: 'detainee.read', subject: 'detainee', subjectId: shown.person, detaineeId: shown.person, route }
      : { action: 'detainees.listed', subject: 'detainee', mentions: shown.people, route } });
  }

  /** A wall looks like nobody there: so whoever asks for somebody who is not there is logged as well. Resolves once it is kept. */
  async refused({ actor, route }: Asked, error: unknown, personId: string | null): Promise<void> {
    const { status, kind } = problemOf(error);
    if (!REFUSALS.has(status)) return;
    const id = isUuid(personId) ? personId : null;
    // What of it is not about the person stands where it can be read without their key.
    await this.entries.one({ actor, look: { action: `request.${kind}`, subject: 'request', detaineeId: id, route } });
  }

  /**
   * One entry that the database refuses holds back one answer, and none of those that came with it. A database that does
   * not answer is not asked again for each of them, one after the other, while everybody else waits.
   */
  private async keep(entries: readonly Entry[]): Promise<Settled<undefined>[]> {
    try {
      await this.audit.recordLooks(this.database, entries);
      return entries.map(() => ({ answer: undefined }));
    } catch (error) {
      if (problemOf(error).kind === 'unavailable') throw error;
      if (entries.length === 1) return [{ error: error as Error }];
      const settled: Settled<undefined>[] = [];
      for (const entry of entries) settled.push(...(await this.keep([entry])));
      return settled;
    }
  }
}
