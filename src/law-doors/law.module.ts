import { Module } from '@nestjs/common';
import { LawController } from './law.controller.js';
import { LawService } from './law.service.js';
import { TopicsController } from './topics.controller.js';

@Module({ controllers: [LawController, TopicsController], providers: [LawService] })
export class LawHttpModule {}
