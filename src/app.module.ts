import { Module } from '@nestjs/common';
import { AuditHttpModule } from './audit/audit-http.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CaseEventsHttpModule } from './case-events/case-events.module.js';
import { CaseloadHttpModule } from './caseload/caseload.module.js';
import { ClassMembershipsHttpModule } from './class-memberships/class-memberships.module.js';
import { CommonModule } from './common/common.module.js';
import { ConflictChecksHttpModule } from './conflict-checks/conflict-checks.module.js';
import { CounselContactsHttpModule } from './counsel-contacts/counsel-contacts.module.js';
import { HttpModule } from './common/http.module.js';
import { ReviewSignalModule } from './common/review-signal.js';
import { ComplianceModule } from './compliance/compliance.module.js';
import { CourtOrdersHttpModule } from './court-orders/court-orders.module.js';
import { CustodyHttpModule } from './custody/custody.module.js';
import { DetaineesHttpModule } from './detainees/detainees-http.module.js';
import { DocumentsHttpModule } from './documents/documents-http.module.js';
import { NotesHttpModule } from './notes/notes.module.js';
import { ContactClausesModule } from './detention-review/contact-clauses.module.js';
import { FindingBasisModule } from './detention-review/finding-basis.module.js';
import { DetentionReviewModule } from './detention-review/detention-review.module.js';
import { IceContactsHttpModule } from './ice-contacts/ice-contacts-http.module.js';
import { LawHttpModule } from './law-doors/law.module.js';
import { ProductionsHttpModule } from './productions/productions.module.js';
import { ReportsHttpModule } from './reports/reports.module.js';
import { RemovalOrdersHttpModule } from './removal-orders/removal-orders.module.js';
import { ExportsHttpModule } from './exports/exports.module.js';
import { RetentionHttpModule } from './retention/retention-http.module.js';
import { UsersHttpModule } from './users/users.module.js';
import { WallsHttpModule } from './walls/walls.module.js';

/** The API: it answers, and consumes no job. */
@Module({
  imports: [
    CommonModule.of('api'),
    ReviewSignalModule,
    AuditModule,
    AuditHttpModule, // before HttpModule: its interceptor is the outermost
    HttpModule,
    UsersHttpModule,
    AuthModule,
    DetaineesHttpModule,
    WallsHttpModule,
    CustodyHttpModule,
    RemovalOrdersHttpModule,
    CaseEventsHttpModule,
    IceContactsHttpModule,
    CounselContactsHttpModule,
    ConflictChecksHttpModule,
    CourtOrdersHttpModule,
    NotesHttpModule,
    DocumentsHttpModule,
    RetentionHttpModule,
    ExportsHttpModule,
    ComplianceModule,
    DetentionReviewModule,
    ContactClausesModule,
    FindingBasisModule,
    ClassMembershipsHttpModule,
    ProductionsHttpModule,
    ReportsHttpModule,
    CaseloadHttpModule,
    LawHttpModule,
  ],
})
export class AppModule {}
