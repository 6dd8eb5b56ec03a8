import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock, SystemClock } from './clock.js';
import { Config, environment, readConfig } from './config.js';
import { BlindIndex } from './crypto/blind-index.js';
import { KeyRotation } from './crypto/key-rotation.service.js';
import { MasterKey } from './crypto/master-key.js';
import { masterKeyOf } from './crypto/master-key-of.js';
import { PersonKeys } from './crypto/person-keys.js';
import { SealedReasons } from './crypto/sealed-reasons.js';
import { SealedRows } from './crypto/sealed-rows.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { databaseUrlOf, type Process } from './database-accounts.js';
import { HealthService } from './health/health.service.js';
import { IdempotencyService } from './idempotency.service.js';
import { Outbound } from './outbound/outbound.js';
import { systemResolver } from './outbound/system-resolver.js';
import { RestrictedAccount } from './restricted-account.js';

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
  imports: [SettingsModule],
  providers: [
    Database, IdempotencyService, HealthService, PersonKeys, SealedRows, SealedReasons, BlindIndex, KeyRotation,
    { provide: Outbound, inject: [Config], useFactory: ({ privateHosts }: Config) => new Outbound(privateHosts, systemResolver) },
    { provide: MasterKey, inject: [Config, Outbound], useFactory: masterKeyOf },
  ],
  exports: [Database, IdempotencyService, HealthService, PersonKeys, SealedRows, SealedReasons, BlindIndex, KeyRotation, MasterKey, Outbound],
})
export class CommonModule {
  /** `process` says as whom it connects to the database. */
  static of(process: Process): DynamicModule {
    const providers = process === 'owner' ? [] : [RestrictedAccount];
    return { module: CommonModule, providers, imports: [TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions({ ...config, databaseUrl: databaseUrlOf(config, process), ...(process === 'api' && { statementSeconds: config.limits.statementSeconds }) }), autoLoadEntities: true, retryAttempts: 3, retryDelay: 1_000,
      }),
    })] };
  }
}
