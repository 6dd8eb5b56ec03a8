import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Logged } from '../common/actor.js';
import { PersonKeys, type PlainValue } from '../common/crypto/person-keys.js';
import type { Tx } from '../common/database.js';

export interface AuditRecord {
  /** what was done, as `subject.verb-in-the-past`: `custody-stint.corrected` */
  action: string;
  /** the kind of thing it was done to: `custody-stint` */
  subject: string;
  subjectId?: string | null;
  /** to whom; what stood before and after is then sealed under that person's key */
  detaineeId?: string | null;
  /** whom a list or a search showed */
  mentions?: readonly string[];
  /** the pattern of the route that was asked, where nothing else says what was done: `GET /v1/detainees/:detaineeId` */
  route?: string;
  /** what stood before and what stands now; left out where there was or is nothing */
  before?: unknown;
  after?: unknown;
}

type Entry = AuditRecord & { actor: Logged; ref: string };

const SEALED = ['before', 'after'] as const;

/** Where a sealed value of the log stands: `ref` is known before the entry is written, which its number is not. */
export const placeInLog = (column: (typeof SEALED)[number], ref: string) => ({ table: 'audit_entry', column, row: ref });

/**
 * Writes the log in the caller's transaction: the change and its entry are both kept, or neither. Nobody waits for
 * anybody else who writes to it: what puts the entries in order is the sealer, once they are committed.
 */
@Injectable()
export class AuditService {
  constructor(private readonly keys: PersonKeys) {}

  async record(tx: Tx, actor: Logged, ...records: readonly AuditRecord[]): Promise<void> {
    await this.recordAll(tx, records.map((record) => ({ actor, record })));
  }

  /** What several people did, each entry under the name of who did it. */
  async recordAll(tx: Tx, done: readonly { actor: Logged; record: AuditRecord }[]): Promise<void> {
    if (done.length === 0) return;
    const entries = done.map(({ actor, record }): Entry => ({ ...record, actor, ref: randomUUID() }));
    const sealed = await this.keys.encryptAll(tx, entries.flatMap(personalOf), 'log');
    let next = 0;
    const rows = entries.map((entry) => ({
      actor_id: entry.actor.userId, request_id: entry.actor.requestId, ref: entry.ref, action: entry.action, subject: entry.subject, subject_id: entry.subjectId, detainee_id: entry.detaineeId,
      mentions: entry.mentions, route: entry.route, before: entry.before, after: entry.after,
      ...Object.fromEntries(personalOf(entry).map(({ place: { column } }) => [column, sealed[next++]])),
    }));
    await tx.query(
      `insert into audit_entry (actor_id, request_id, ref, action, subject, subject_id, detainee_id, mentions, route, before, after)
       select r.* from jsonb_to_recordset($1::jsonb) as r (actor_id uuid, request_id text,
         ref uuid, action text, subject text, subject_id uuid, detainee_id uuid, mentions uuid[], route text, before jsonb, after jsonb)`,
      [JSON.stringify(rows)],
    );
  }
}

const personalOf = (entry: Entry): PlainValue[] => {
  const { detaineeId, ref } = entry;
  if (!detaineeId) return [];
  return SEALED.filter((column) => entry[column] !== undefined && entry[column] !== null)
    .map((column) => ({ personId: detaineeId, place: placeInLog(column, ref), text: JSON.stringify(entry[column]) }));
};
