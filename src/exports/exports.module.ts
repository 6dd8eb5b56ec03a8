import { Module } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { CaseEventsModule } from '../case-events/case-events.module.js';
import { ClassMembershipsQueries } from '../class-memberships/class-memberships.queries.js';
import { FindingsModule } from '../compliance/compliance.module.js';
import { CustodyModule } from '../custody/custody.module.js';
import { DocumentsModule } from '../documents/documents.module.js';
import { ConflictChecksModule } from '../conflict-checks/conflict-checks.module.js';
import { CounselContactsModule } from '../counsel-contacts/counsel-contacts.module.js';
import { IceContactsModule } from '../ice-contacts/ice-contacts.module.js';
import { NotesModule } from '../notes/notes.module.js';
import { RemovalOrdersModule } from '../removal-orders/removal-orders.module.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { PersonFiles } from './person-files.service.js';

/** The file of a person to be taken elsewhere, for the API and the command line. */
@Module({
  imports: [CustodyModule, RemovalOrdersModule, CaseEventsModule, IceContactsModule, CounselContactsModule, ConflictChecksModule, NotesModule, DocumentsModule, FindingsModule],
  providers: [PersonFiles, ExportsService, ClassMembershipsQueries, AuditLog],
  exports: [ExportsService],
})
export class ExportsModule {}

/** Its doors, for the API alone. */
@Module({ imports: [ExportsModule], controllers: [ExportsController] })
export class ExportsHttpModule {}
