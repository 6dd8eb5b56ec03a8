import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AuditModule } from '../audit/audit.module.js';
import { ProductionsController } from './productions.controller.js';
import { ProductionsQueries } from './productions.queries.js';
import { ProductionsService } from './productions.service.js';

/** Imports, for any process: the command line does them too. */
@Module({ imports: [AuditModule], providers: [ProductionsService, ProductionsQueries], exports: [ProductionsService, ProductionsQueries] })
export class ProductionsModule {}

/** Their routes, for the API alone. */
@Module({ imports: [ProductionsModule], controllers: [ProductionsController] })
export class ProductionsHttpModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /**
   * Forms are read as they stream in, on the routes that ask for it; the sizes are theirs to say. Not awaited: waiting
   * here would make Fastify load what it has before Nest has told it how an error is answered.
   */
  onModuleInit(): void {
    void this.host.httpAdapter.getInstance<FastifyInstance>().register(multipart);
  }
}
