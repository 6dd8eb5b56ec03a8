import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import type { Visibility } from './walls.dto.js';

export interface Office {
  visibility: Visibility;
  version: number;
}

const OFFICE = 'select visibility, version from office';

/** What the office decides for everybody: whether whoever works here sees everybody, or their teams alone. */
@Injectable()
export class OfficeService {
  constructor(private readonly database: Database, private readonly audit: AuditService) {}

  async show(): Promise<Office> {
    const [office] = await this.database.query<Office>(OFFICE) as [Office];
    return office;
  }

  async change(actor: Actor, seen: number, visibility: Visibility): Promise<Office> {
    return this.database.transaction(async (tx) => {
      const [before] = await tx.query<Office>(`${OFFICE} for update`) as [Office];
      requireVersion(before, seen);
      await tx.query('update office set visibility = $1, version = version + 1', [visibility]);
      const after = await this.show();
      await this.audit.record(tx, actor, { action: 'office.changed', subject: 'office', before, after });
      return after;
    });
  }
}
