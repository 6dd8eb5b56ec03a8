import { Injectable } from '@nestjs/common';
import type { Logged } from '../common/actor.js';
import { Database } from '../common/database.js';
import { isUuid } from '../common/formats.js';
import { problemOf } from '../common/problem-of.js';
import type { Shown } from '../common/reads.decorator.js';
import { AuditService } from './audit.service.js';

/** Which request it was: who asked, and by which route. */
export interface Asked {
  actor: Logged;
  route: string;
}

const REFUSALS: ReadonlySet<number> = new Set([401, 403, 404]);

/** What is looked at, and what somebody was not let look at. */
@Injectable()
export class AccessLog {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  async shown({ actor, route }: Asked, shown: Shown): Promise<void> {
    await this.database.transaction((tx) => this.audit.record(tx, actor, 'person' in shown
      ? { action: 'detainee.read', subject: 'detainee', subjectId: shown.person, detaineeId: shown.person, route }
      : { action: 'detainees.listed', subject: 'detainee', mentions: shown.people, route }));
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
}
