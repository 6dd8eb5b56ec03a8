import { Global, Module } from '@nestjs/common';
import { ClauseCheck } from '../ice-contacts/clause-check.js';
import { ContactClauses } from './contact-clauses.service.js';
import { ReviewModule } from './review.module.js';

/** Global, since who records a contact stands below and asks for a `ClauseCheck` without knowing who makes it. */
@Global()
@Module({ imports: [ReviewModule], providers: [{ provide: ClauseCheck, useClass: ContactClauses }], exports: [ClauseCheck] })
export class ContactClausesModule {}
