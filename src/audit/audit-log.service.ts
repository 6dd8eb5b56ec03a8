import { Injectable } from '@nestjs/common';
import { PersonKeys, type Reading } from '../common/crypto/person-keys.js';
import { isSealed } from '../common/crypto/sealed.js';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { placeInLog } from './audit.service.js';
import type { AuditEntryDto, AuditQuery, PersonAccessDto } from './audit.dto.js';

interface Row extends Omit<AuditEntryDto, 'withheld'> {
  ref: string;
}

const ACTOR = `(select json_build_object('id', u.id, 'name', u.name, 'role', u.role) from app_user u where u.id = e.actor_id) as actor`;
const BEYOND_EVERY_ID = '9223372036854775807';

/** Reads the log. What an entry says of a person is opened for whoever sees that person, and withheld from anybody else. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database, private readonly keys: PersonKeys) {}

  /** The newest first. */
  async page({ limit, cursor, actor, action, subject, subjectId, detainee, requestId, since, until }: AuditQuery): Promise<Page<AuditEntryDto>> {
    const [before] = decodeCursor(cursor, ['number']) ?? [null];
    const rows = await this.database.query<Row>(
      `select e.id::text as id, (select s.seq::float8 from audit_seal s where s.entry_id = e.id) as seq, e.at, ${ACTOR}, e.action, e.subject,
         e.subject_id as "subjectId", e.detainee_id as "detaineeId", coalesce(e.mentions, '{}') as mentions, e.route, e.request_id as "requestId",
         e.before, e.after, e.ref
       from audit_entry e
       where ($1::bigint is null or e.id < $1::bigint)
         and ($2::uuid is null or e.actor_id = $2::uuid) and ($3::text is null or e.action = $3) and ($4::text is null or e.subject = $4)
         and ($5::uuid is null or e.subject_id = $5::uuid)
         and ($6::uuid is null or e.detainee_id = $6::uuid or e.id in (select entries_mentioning($6::uuid)))
         and ($7::text is null or e.request_id = $7)
         and ($8::timestamptz is null or e.at >= $8::timestamptz) and ($9::timestamptz is null or e.at < $9::timestamptz)
       order by e.id desc limit $10`,
      [before, actor ?? null, action ?? null, subject ?? null, subjectId ?? null, detainee ?? null, requestId ?? null, since ?? null, until ?? null, limit + 1]);
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [Number(id)]);
    return { items: await this.opened(items), nextCursor };
  }

  /** Who had to do with a person: looked at them, alone or in a list, changed something, or was not let in. */
  async accessTo(detaineeId: string, { limit, cursor }: { limit: number; cursor?: string }): Promise<Page<PersonAccessDto>> {
    const [before] = decodeCursor(cursor, ['number']) ?? [null];
    const [person] = await this.database.query('select 1 from detainee where id = $1', [detaineeId]);
    if (!person) throw notFound('detainee');
    const rows = await this.database.query<PersonAccessDto>(
      `select e.id::text as id, e.at, ${ACTOR}, e.action, e.route, e.among_others as "amongOthers"
       from access_to_person($1, $2, $3) e order by e.id desc`, [detaineeId, before ?? BEYOND_EVERY_ID, limit + 1]);
    return pageOf(rows, limit, ({ id }) => [Number(id)]);
  }

  private async opened(rows: readonly Row[]): Promise<AuditEntryDto[]> {
    const sealed = rows.flatMap((row, at) => (['before', 'after'] as const).flatMap((column) => {
      const value: unknown = row[column];
      if (row.detaineeId === null || typeof value !== 'string' || !isSealed(value)) return [];
      return [{ at, column, personId: row.detaineeId, place: placeInLog(column, row.ref), sealed: value }];
    }));
    const readings = await this.keys.readAll(sealed);
    const entries = rows.map((row): AuditEntryDto & { ref?: string } => ({ ...row, withheld: null }));
    for (const entry of entries) {
      delete entry.ref;
      // Written before entries were sealed: nothing here tells who may read it.
      if (entry.detaineeId !== null && [entry.before, entry.after].some(isPlain)) Object.assign(entry, { before: null, after: null, withheld: 'not-open-to-you' });
    }
    sealed.forEach(({ at, column }, i) => {
      const entry = entries[at];
      entry[column] = valueOf(readings[i]);
      if (readings[i].text === null) entry.withheld = readings[i].why === 'erased' ? 'erased' : 'not-open-to-you';
    });
    return entries;
  }
}

const isPlain = (value: unknown): boolean => value !== null && !(typeof value === 'string' && isSealed(value));

const valueOf = ({ text }: Reading): object | null => (text === null ? null : (JSON.parse(text) as object));
