import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { AuditModule } from '../audit/audit.module.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { readForms } from '../common/forms.js';
import { ImportDatabase } from '../common/import-database.js';
import { ReviewSignal } from '../common/review-signal.js';
import { ProductionsController } from './productions.controller.js';
import { ProductionsQueries } from './productions.queries.js';
import { ProductionsService } from './productions.service.js';

/** Imports by the command line, which connects as the owner. */
@Module({ imports: [AuditModule], providers: [ProductionsService, ProductionsQueries], exports: [ProductionsService, ProductionsQueries] })
export class ProductionsModule {}

/**
 * Their routes, for the API alone, on a database account of their own: an import must find people across walls. It is
 * given to these two services by name and to nothing else here, as whoever else injects a `Database` sees by walls.
 */
@Module({
  imports: [AuditModule],
  controllers: [ProductionsController],
  providers: [
    { provide: ImportDatabase, inject: [Config], useFactory: (config: Config) => ImportDatabase.connect(config) },
    { provide: ProductionsQueries, inject: [ImportDatabase], useFactory: (database: ImportDatabase) => new ProductionsQueries(database) },
    {
      provide: ProductionsService,
      inject: [ImportDatabase, ProductionsQueries, AuditService, ReviewSignal, Clock],
      useFactory: (database: ImportDatabase, ...rest: [ProductionsQueries, AuditService, ReviewSignal, Clock]) => new ProductionsService(database, ...rest),
    },
  ],
})
export class ProductionsHttpModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    readForms(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}
