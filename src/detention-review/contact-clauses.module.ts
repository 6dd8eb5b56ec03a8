import { Global, Module } from '@nestjs/common';
import { AccessCheck } from '../counsel-contacts/access-check.js';
import { ClauseCheck } from '../ice-contacts/clause-check.js';
import { AccessClauses } from './access-clauses.service.js';
import { ContactClauses } from './contact-clauses.service.js';
import { ReviewModule } from './review.module.js';

/** Global, since who records a contact stands below and asks for a `ClauseCheck` or an `AccessCheck` without knowing who makes it. */
@Global()
@Module({ imports: [ReviewModule], providers: [{ provide: ClauseCheck, useClass: ContactClauses }, { provide: AccessCheck, useClass: AccessClauses }], exports: [ClauseCheck, AccessCheck] })
export class ContactClausesModule {}
