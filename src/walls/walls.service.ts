import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { SealedReasons } from '../common/crypto/sealed-reasons.js';
import { Database } from '../common/database.js';
import { decodeCursor, type Page, pageOf } from '../common/pagination.js';
import { notFound } from '../common/problem.js';
import { NAMED_USER, type NamedUser } from './teams.service.js';
import { cannotBeShutOut, ended, ownWall } from './walls.errors.js';

export interface Wall {
  id: string;
  detaineeId: string;
  user: NamedUser;
  /** null: whoever asks does not see the person, and so not what is said of them */
  reason: string | null;
  putUpBy: string;
  putUpAt: Date;
  takenDownBy: string | null;
  takenDownAt: Date | null;
  takenDownReason: string | null;
}

export interface WallsFilter {
  detainee?: string;
  user?: string;
  standing?: boolean;
  limit: number;
  cursor?: string;
}

const WALL = `select x.id, x.detainee_id as "detaineeId", ${NAMED_USER}, x.reason, x.put_up_by as "putUpBy", x.put_up_at as "putUpAt",
  x.taken_down_by as "takenDownBy", x.taken_down_at as "takenDownAt", x.taken_down_reason as "takenDownReason" from wall x`;

const REASONS = { reason: 'reason', takenDownReason: 'taken_down_reason' } as const;

/** Ethical screens. What one does is PostgreSQL's: from the commit on, no statement of that user finds that person. */
@Injectable()
export class WallsService {
  constructor(private readonly database: Database, private readonly audit: AuditService, private readonly reasons: SealedReasons) {}

  /** The newest first. */
  async list({ detainee, user, standing, limit, cursor }: WallsFilter): Promise<Page<Wall>> {
    const [putUpAt, id] = decodeCursor(cursor, ['string', 'id']) ?? [null, null];
    const rows = await this.database.query<Wall>(
      `${WALL}
       where ($1::uuid is null or x.detainee_id = $1) and ($2::uuid is null or x.user_id = $2)
         and ($3::boolean is null or (x.taken_down_at is null) = $3)
         and ($4::timestamptz is null or (x.put_up_at, x.id) < ($4::timestamptz, $5::uuid))
       order by x.put_up_at desc, x.id desc limit $6`,
      [detainee ?? null, user ?? null, standing ?? null, putUpAt, id, limit + 1]);
    return pageOf(await this.reasons.open('wall', REASONS, rows), limit, (wall) => [wall.putUpAt.toISOString(), wall.id]);
  }

  async one(id: string): Promise<Wall> {
    const [wall] = await this.database.query<Wall>(`${WALL} where x.id = $1`, [id]);
    if (!wall) throw notFound('wall');
    const [opened] = await this.reasons.open('wall', REASONS, [wall]);
    return opened;
  }

  async putUp(actor: Actor, { detaineeId, userId, reason }: { detaineeId: string; userId: string; reason: string }): Promise<Wall> {
    return this.database.transaction(async (tx) => {
      const users = await tx.query(`select 1 from app_user where id = $1 and role <> 'operator'`, [userId]);
      if (users.length === 0) throw cannotBeShutOut();
      const id = randomUUID();
      const sealed = await this.reasons.seal(tx, 'wall', 'reason', { id, detaineeId }, reason);
      await tx.query('insert into wall (id, detainee_id, user_id, reason, put_up_by) values ($1, $2, $3, $4, $5)', [id, detaineeId, userId, sealed, actor.userId]);
      // Whoever puts it up knows why, also if the person is one whom they do not see.
      const after = { ...(await this.one(id)), reason };
      await this.audit.record(tx, actor, { action: 'wall.put-up', subject: 'wall', subjectId: id, detaineeId, after });
      return after;
    });
  }

  async takeDown(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.one(id);
      if (before.user.id === actor.userId) throw ownWall(); // and PostgreSQL would find no row to change
      const sealed = await this.reasons.seal(tx, 'wall', 'taken_down_reason', before, reason);
      const taken = await tx.execute(
        'update wall set taken_down_at = now(), taken_down_by = $2, taken_down_reason = $3 where id = $1 and taken_down_at is null', [id, actor.userId, sealed]);
      if (taken === 0) throw ended('wall');
      await this.audit.record(tx, actor, { action: 'wall.taken-down', subject: 'wall', subjectId: id, detaineeId: before.detaineeId, before, after: { reason } });
    });
  }
}
