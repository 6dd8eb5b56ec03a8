import { BullModule } from '@nestjs/bull';
import { Module } from '@nestjs/common';
import { Config } from './config.js';
import { redisOptions } from './redis-options.js';

/** Where Bull finds Redis. A feature with jobs imports this and registers its queue by name. */
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ prefix: config.redisPrefix, redis: redisOptions(config.redisUrl) }),
    }),
  ],
})
export class QueuesModule {}
