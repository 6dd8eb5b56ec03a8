import { Module } from '@nestjs/common';
import { IdentifiersController, IdentityController, MembershipsController, NamesController, SensitiveDetailsController } from './detainee-facts.controller.js';
import { DetaineesController } from './detainees.controller.js';
import { DetaineesModule } from './detainees.module.js';
import { ErasureController } from './erasure.controller.js';

/** Its doors, for the API alone: the worker serves no route. */
@Module({
  imports: [DetaineesModule],
  controllers: [
    DetaineesController, IdentityController, NamesController, IdentifiersController, SensitiveDetailsController, MembershipsController,
    ErasureController,
  ],
})
export class DetaineesHttpModule {}
