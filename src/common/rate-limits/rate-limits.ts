import { createHmac } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Config } from '../config.js';
import { Problem } from '../problem.js';
import { QuickRedis } from '../quick-redis.js';
import { Buckets, drop, type Rate, TAKE } from './bucket.js';

/**
 * How much one address, and one user, may ask. Counted for all processes in Redis, and in this process in any case: while
 * Redis is away each process keeps the limit alone, and it is never open. What is counted stands there as a keyed hash.
 */
@Injectable()
export class RateLimits implements OnApplicationShutdown {
  private readonly here = new Buckets();
  private readonly redis: QuickRedis;

  constructor(private readonly config: Config, private readonly clock: Clock) {
    this.redis = new QuickRedis(config.redisUrl, 'requests are counted in each process alone');
  }

  onApplicationShutdown(): void {
    this.redis.close();
  }

  /** `source`: see `sourceOf`. Throws what is answered with 429. */
  address(source: string): Promise<void> {
    return this.take(`address ${source}`, { perMinute: this.config.limits.addressRequestsPerMinute });
  }

  user(userId: string): Promise<void> {
    return this.take(`user ${userId}`, { perMinute: this.config.limits.userRequestsPerMinute });
  }

  private async take(whose: string, rate: Rate): Promise<void> {
    const key = `${this.config.redisPrefix}:rate:${createHmac('sha256', this.config.jwtSecret).update(`rate ${whose}`).digest('base64url')}`;
    const now = this.clock.now().getTime();
    const wait = this.here.take(key, rate, now) || Number(await this.redis.ask((redis) => redis.eval(TAKE, 1, key, now, drop(rate))) ?? 0);
    if (wait > 0) throw tooMany(Math.ceil(wait / 1_000));
  }
}

const tooMany = (retryAfterSeconds: number): Problem =>
  new Problem('too-many-requests', `Too many requests. Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
