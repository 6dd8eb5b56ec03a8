import { createHmac } from 'node:crypto';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { QuickRedis } from '../common/quick-redis.js';
import { GIVE_BACK, type Pace, TAKE, Tally } from './tally.js';

/**
 * Counts tries for all processes in Redis, and in this process in any case: while Redis is away the gate is kept by
 * each process alone, and is never open. What is counted stands there as a keyed hash: no address, no name.
 */
@Injectable()
export class AttemptCounters implements OnApplicationShutdown {
  private readonly here = new Tally();
  private readonly redis: QuickRedis;

  constructor(private readonly config: Config, private readonly clock: Clock) {
    this.redis = new QuickRedis(config.redisUrl, 'tries to sign in are counted in this process alone');
  }

  onApplicationShutdown(): void {
    this.redis.close();
  }

  /** How long to wait, in milliseconds; 0 counts this try on every key. */
  async take(keys: readonly { key: string; pace: Pace }[]): Promise<number> {
    const now = this.clock.now().getTime();
    const hidden = keys.map(({ key, pace }) => ({ key: this.hidden(key), pace }));
    const wait = this.here.take(hidden, now);
    if (wait > 0) return wait;
    const paces = hidden.flatMap(({ pace: { free, baseMs, mostMs, forgetMs } }) => [free, baseMs, mostMs, forgetMs]);
    const there = await this.redis.ask((redis) => redis.eval(TAKE, hidden.length, ...hidden.map(({ key }) => key), now, ...paces));
    return Number(there ?? 0);
  }

  async count(key: string, forgetMs: number): Promise<number> {
    const hidden = this.hidden(key);
    const there = await this.redis.ask((redis) => redis.hget(hidden, 'n'));
    return Math.max(this.here.count(hidden, forgetMs, this.clock.now().getTime()), Number(there ?? 0));
  }

  async giveBack(...keys: readonly string[]): Promise<void> {
    for (const key of keys.map((each) => this.hidden(each))) {
      this.here.giveBack(key);
      await this.redis.ask((redis) => redis.eval(GIVE_BACK, 1, key));
    }
  }

  async forget(key: string): Promise<void> {
    const hidden = this.hidden(key);
    this.here.forget(hidden);
    await this.redis.ask((redis) => redis.del(hidden));
  }

  private hidden(key: string): string {
    return `${this.config.redisPrefix}:tries:${createHmac('sha256', this.config.jwtSecret).update(`tries ${key}`).digest('base64url')}`;
  }
}
