import { Module } from '@nestjs/common';
import { ErasureParts } from '../detainees/erasure-parts.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { IceContactsModule } from '../ice-contacts/ice-contacts.module.js';
import { LegalHolds } from './legal-holds.service.js';
import './retention.errors.js';
import { RetentionRun } from './retention-run.service.js';
import { RetentionService } from './retention.service.js';

@Module({ imports: [DocumentsModule, IceContactsModule], providers: [LegalHolds, RetentionService, RetentionRun], exports: [LegalHolds, RetentionService, RetentionRun] })
export class RetentionModule {
  constructor(parts: ErasureParts, holds: LegalHolds) {
    parts.add({ obstacle: (tx, detaineeId) => holds.obstacle(tx, detaineeId) });
  }
}
