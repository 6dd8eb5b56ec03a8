import { Injectable } from '@nestjs/common';
import type { Logged } from '../common/actor.js';
import type { Tx } from '../common/database.js';

export interface AuditRecord {
  /** what was done, as `subject.verb-in-the-past`: `custody-stint.corrected` */
  action: string;
  /** the kind of thing it was done to: `custody-stint` */
  subject: string;
  subjectId?: string | null;
  detaineeId?: string | null;
  /** what stood before and what stands now; left out where there was or is nothing */
  before?: unknown;
  after?: unknown;
}

const COLUMNS = ['action', 'subject', 'subjectId', 'detaineeId', 'before', 'after'] as const;

/** Writes the log in the caller's transaction: the change and its entry are both kept, or neither. */
@Injectable()
export class AuditService {
  async record(tx: Tx, actor: Logged, ...records: readonly AuditRecord[]): Promise<void> {
    if (records.length === 0) return;
    const [actions, subjects, subjectIds, detaineeIds, before, after] = COLUMNS.map((column) =>
      records.map((record) => (column === 'before' || column === 'after' ? json(record[column]) : record[column] ?? null)));
    await tx.query(
      `insert into audit_entry (actor_id, request_id, action, subject, subject_id, detainee_id, before, after)
       select $1, $2, * from unnest($3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::jsonb[], $8::jsonb[])`,
      [actor.userId, actor.requestId, actions, subjects, subjectIds, detaineeIds, before, after],
    );
  }
}

const json = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value));
