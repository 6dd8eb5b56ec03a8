import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { SealedReasons } from '../common/crypto/sealed-reasons.js';
import { Database } from '../common/database.js';
import { notFound } from '../common/problem.js';
import { cannotBeOnATeam, ended } from './walls.errors.js';

export interface NamedUser {
  id: string;
  name: string;
  role: string;
}

export interface Grant {
  id: string;
  detaineeId: string;
  user: NamedUser;
  /** null: whoever asks does not see the person, and so not what is said of them */
  reason: string | null;
  grantedBy: string;
  grantedAt: Date;
  revokedBy: string | null;
  revokedAt: Date | null;
}

/** Of a row `x` that names a user. */
export const NAMED_USER = `(select json_build_object('id', u.id, 'name', u.name, 'role', u.role) from app_user u where u.id = x.user_id) as user`;

const GRANT = `select x.id, x.detainee_id as "detaineeId", ${NAMED_USER}, x.reason, x.granted_by as "grantedBy", x.granted_at as "grantedAt",
  x.revoked_by as "revokedBy", x.revoked_at as "revokedAt" from person_grant x`;

const REASONS = { reason: 'reason' } as const;

/** Who is on a person's team: whom the person's file is open to if the office does not see everybody, and all that outside co-counsel see. */
@Injectable()
export class TeamsService {
  constructor(private readonly database: Database, private readonly audit: AuditService, private readonly reasons: SealedReasons) {}

  /** All that ever were, the first first. The person's attorney is on it without being listed. */
  async list(detaineeId: string): Promise<{ items: Grant[] }> {
    await this.requireFile(detaineeId);
    const rows = await this.database.query<Grant>(`${GRANT} where x.detainee_id = $1 order by x.granted_at, x.id`, [detaineeId]);
    return { items: await this.reasons.open('person_grant', REASONS, rows) };
  }

  async one(detaineeId: string, id: string): Promise<Grant> {
    const [grant] = await this.database.query<Grant>(`${GRANT} where x.id = $1 and x.detainee_id = $2`, [id, detaineeId]);
    if (!grant) throw notFound('place on this team');
    const [opened] = await this.reasons.open('person_grant', REASONS, [grant]);
    return opened;
  }

  async grant(actor: Actor, detaineeId: string, { userId, reason }: { userId: string; reason: string }): Promise<Grant> {
    return this.database.transaction(async (tx) => {
      await this.requireFile(detaineeId);
      const able = await tx.query(`select 1 from app_user where id = $1 and disabled_at is null and role in ('admin', 'attorney', 'paralegal', 'co-counsel')`, [userId]);
      if (able.length === 0) throw cannotBeOnATeam();
      const id = randomUUID();
      const sealed = await this.reasons.seal(tx, 'person_grant', 'reason', { id, detaineeId }, reason);
      await tx.query('insert into person_grant (id, detainee_id, user_id, reason, granted_by) values ($1, $2, $3, $4, $5)', [id, detaineeId, userId, sealed, actor.userId]);
      const after = await this.one(detaineeId, id);
      await this.audit.record(tx, actor, { action: 'team.granted', subject: 'person-grant', subjectId: id, detaineeId, after });
      return after;
    });
  }

  async revoke(actor: Actor, detaineeId: string, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const before = await this.one(detaineeId, id);
      const revoked = await tx.execute('update person_grant set revoked_at = now(), revoked_by = $2 where id = $1 and revoked_at is null', [id, actor.userId]);
      if (revoked === 0) throw ended('grant');
      await this.audit.record(tx, actor, { action: 'team.revoked', subject: 'person-grant', subjectId: id, detaineeId, before });
    });
  }

  private async requireFile(detaineeId: string): Promise<void> {
    const files = await this.database.query('select 1 from detainee where id = $1', [detaineeId]);
    if (files.length === 0) throw notFound('detainee');
  }
}
