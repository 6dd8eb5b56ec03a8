import { Global, Module } from '@nestjs/common';
import { FindingBasis } from '../compliance/finding-basis.js';
import { FindingBasisOfFile } from './finding-basis.service.js';
import { ReviewModule } from './review.module.js';

/** Global, since who shows a finding stands below and asks for a `FindingBasis` without knowing who makes it. */
@Global()
@Module({ imports: [ReviewModule], providers: [{ provide: FindingBasis, useClass: FindingBasisOfFile }], exports: [FindingBasis] })
export class FindingBasisModule {}
