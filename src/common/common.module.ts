import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock.js';
import { Config, environment, readConfig } from './config.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { HealthService } from './health/health.service.js';
import { IdempotencyService } from './idempotency.service.js';

@Global()
@Module({
  providers: [
    { provide: Config, useFactory: () => readConfig(environment()) },
    { provide: Clock, inject: [Config], useFactory: (config: Config) => new SystemClock(config.officeTimeZone) },
  ],
  exports: [Config, Clock],
})
class SettingsModule {}

/** What every process has: settings, the clock and the database. It answers no request and consumes no job. */
@Global()
@Module({
  imports: [
    SettingsModule,
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ ...dataSourceOptions(config), autoLoadEntities: true, retryAttempts: 3, retryDelay: 1_000 }),
    }),
  ],
  providers: [Database, IdempotencyService, HealthService],
  exports: [Database, IdempotencyService, HealthService],
})
export class CommonModule {}
