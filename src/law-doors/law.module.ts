import { Module } from '@nestjs/common';
import { OfficeLawModule } from '../court-orders/office-law.js';
import { LawController } from './law.controller.js';
import { LawService } from './law.service.js';
import { TopicsController } from './topics.controller.js';

@Module({ imports: [OfficeLawModule], controllers: [LawController, TopicsController], providers: [LawService] })
export class LawHttpModule {}
