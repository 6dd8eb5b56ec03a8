import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Config } from '../common/config.js';
import { SealedReasons } from '../common/crypto/sealed-reasons.js';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { NAMED_USER, type NamedUser } from './teams.service.js';
import { nothingShutsYouOut, ownGlass, reviewedAlready } from './walls.errors.js';

export interface BrokenGlass {
  id: string;
  detaineeId: string;
  user: NamedUser;
  /** it and the note are null for whoever does not see the person, and so not what is said of them */
  reason: string | null;
  brokenAt: Date;
  endsAt: Date;
  reviewedBy: string | null;
  reviewedAt: Date | null;
  note: string | null;
}

export interface BrokenGlassFilter {
  day?: string;
  reviewed?: boolean;
  limit: number;
  cursor?: string;
}

const COLUMNS = `x.id, x.detainee_id as "detaineeId", ${NAMED_USER}, x.reason, x.broken_at as "brokenAt", x.ends_at as "endsAt",
  x.reviewed_by as "reviewedBy", x.reviewed_at as "reviewedAt", x.review_note as note`;
const REASONS = { reason: 'reason', note: 'review_note' } as const;
const NO_SUCH_ROW = '23503';

/**
 * Somebody who is shut out of a file and must see it says why, and sees it for an hour. There is no way to do so
 * unseen: the row that opens the file is the row on the list of the admins and of the person's attorney, and no account
 * of the application can change or remove it.
 */
@Injectable()
export class BrokenGlassService {
  constructor(
    private readonly database: Database, private readonly audit: AuditService, private readonly config: Config, private readonly reasons: SealedReasons,
  ) {}

  async break(actor: Actor, detaineeId: string, reason: string): Promise<BrokenGlass> {
    try {
      return await this.database.transaction(async (tx) => {
        const open = await tx.query('select 1 from detainee where id = $1', [detaineeId]);
        if (open.length > 0) throw nothingShutsYouOut();
        const id = randomUUID();
        const sealed = await this.reasons.seal(tx, 'broken_glass', 'reason', { id, detaineeId }, reason);
        await tx.query('insert into broken_glass (id, detainee_id, user_id, reason) values ($1, $2, $3, $4)', [id, detaineeId, actor.userId, sealed]);
        const after = await this.one(detaineeId, id);
        await this.audit.record(tx, actor, { action: 'glass.broken', subject: 'broken-glass', subjectId: id, detaineeId, after });
        return after;
      });
    } catch (error) {
      if ((error as { code?: unknown }).code === NO_SUCH_ROW) throw notFound('detainee');
      throw error;
    }
  }

  async one(detaineeId: string, id: string): Promise<BrokenGlass> {
    const [broken] = await this.database.query<BrokenGlass>(`select ${COLUMNS} from broken_glass x where x.id = $1 and x.detainee_id = $2`, [id, detaineeId]);
    if (!broken) throw notFound('broken glass');
    const [opened] = await this.reasons.open('broken_glass', REASONS, [broken]);
    return opened;
  }

  /** The newest first: for an admin all of it, for anybody else their own and that of the people whose attorney they are. */
  async list({ day, reviewed, limit, cursor }: BrokenGlassFilter): Promise<Page<BrokenGlass>> {
    const [brokenAt, id] = decodeCursor(cursor, ['string', 'id']) ?? [null, null];
    const rows = await this.database.query<BrokenGlass>(
      `select ${COLUMNS} from broken_glass x
       where ($1::date is null or x.broken_at >= ($1::date)::timestamp at time zone $2 and x.broken_at < ($1::date + 1)::timestamp at time zone $2)
         and ($3::boolean is null or (x.reviewed_at is not null) = $3)
         and ($4::timestamptz is null or (x.broken_at, x.id) < ($4::timestamptz, $5::uuid))
       order by x.broken_at desc, x.id desc limit $6`,
      [day ?? null, this.config.officeTimeZone, reviewed ?? null, brokenAt, id, limit + 1]);
    return pageOf(await this.reasons.open('broken_glass', REASONS, rows), limit, (broken) => [broken.brokenAt.toISOString(), broken.id]);
  }

  async review(actor: Actor, id: string, note: string): Promise<BrokenGlass> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ userId: string; detaineeId: string; reviewed: boolean }>(
        `select user_id as "userId", detainee_id as "detaineeId", reviewed_at is not null as reviewed from broken_glass where id = $1`, [id]);
      if (!row) throw notFound('broken glass');
      if (row.userId === actor.userId) throw ownGlass();
      const sealed = await this.reasons.seal(tx, 'broken_glass', 'review_note', { id, detaineeId: row.detaineeId }, note);
      const written = row.reviewed ? 0 : await tx.execute(
        'update broken_glass set reviewed_by = $2, reviewed_at = now(), review_note = $3 where id = $1 and reviewed_at is null', [id, actor.userId, sealed]);
      if (written === 0) throw reviewedAlready();
      const after = { ...(await this.one(row.detaineeId, id)), note };
      await this.audit.record(tx, actor, { action: 'glass.reviewed', subject: 'broken-glass', subjectId: id, detaineeId: row.detaineeId, after });
      return after;
    });
  }
}
