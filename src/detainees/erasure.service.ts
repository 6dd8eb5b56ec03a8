import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/actor.js';
import { PersonKeys } from '../common/crypto/person-keys.js';
import { Database } from '../common/database.js';
import { requireVersion } from '../common/etag.js';
import { conflict } from '../common/problem.js';
import { DetaineesService } from './detainees.service.js';
import type { ErasureDto, ErasureReason } from './erasure.dto.js';
import { ErasureParts } from './erasure-parts.js';
import { FactsService } from './facts.service.js';

/**
 * Takes a person out of the record for good: the keys are destroyed, so that what is sealed is lost wherever a copy of it
 * lies, and every row that hangs on the person is deleted. What stays is that there was a file, when and why it was
 * erased, and the entries of the log, which say who did what and when, and can no longer be read further.
 */
@Injectable()
export class ErasureService {
  constructor(
    private readonly database: Database,
    private readonly people: DetaineesService,
    private readonly facts: FactsService,
    private readonly parts: ErasureParts,
    private readonly keys: PersonKeys,
    private readonly audit: AuditService,
  ) {}

  async erase(actor: Actor, detaineeId: string, seen: number, reason: ErasureReason): Promise<ErasureDto> {
    return this.database.transaction(async (tx) => {
      // An import under way has found its people already, and would write to the file again.
      await tx.query("select pg_advisory_xact_lock(hashtext('vigil production import'))");
      await this.facts.openFile(tx, detaineeId);
      requireVersion(await this.people.show(detaineeId, null), seen);
      for (const part of this.parts.all) {
        const obstacle = await part.obstacle?.(tx, detaineeId);
        if (obstacle) throw conflict(obstacle);
      }
      // Held before the keys are, as whoever assigns the person holds it.
      await tx.query('select from detainee where id = $1 for no key update', [detaineeId]);
      // What is said of a person is sealed under the keys that are about to go; why they went is for anybody to read.
      await this.audit.record(tx, actor, { action: 'detainee.erased', subject: 'detainee', subjectId: detaineeId, detaineeId },
        { action: 'person-key.destroyed', subject: 'detainee', subjectId: detaineeId, after: { reason } });
      for (const part of this.parts.all) await part.erase?.(tx, detaineeId);
      await this.keys.destroy(tx, detaineeId);
      await tx.query('select erase_person($1, $2)', [detaineeId, reason]);
      const { erasedAt } = await this.people.show(detaineeId, null);
      return { id: detaineeId, erasedAt: erasedAt as Date, erasedReason: reason };
    });
  }
}
