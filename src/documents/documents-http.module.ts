import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { readForms } from '../common/forms.js';
import { DocumentsController } from './documents.controller.js';
import { DocumentsModule } from './documents.module.js';

/** Its doors, for the API alone. */
@Module({ imports: [DocumentsModule], controllers: [DocumentsController] })
export class DocumentsHttpModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    readForms(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}
