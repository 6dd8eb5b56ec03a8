import { Module } from '@nestjs/common';
import { HoldsController } from './holds.controller.js';
import { RetentionController } from './retention.controller.js';
import { RetentionModule } from './retention.module.js';

/** Its doors, for the API alone. */
@Module({ imports: [RetentionModule], controllers: [HoldsController, RetentionController] })
export class RetentionHttpModule {}
