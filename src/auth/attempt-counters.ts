import { createHmac } from 'node:crypto';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Clock } from '../common/clock.js';
import { Config } from '../common/config.js';
import { redisOptions } from '../common/redis-options.js';
import { GIVE_BACK, type Pace, TAKE, Tally } from './tally.js';

const ANSWER_WITHIN_MS = 250;
/** A Redis that is away is told of once a minute, not at every sign-in. */
const TELL_EVERY_MS = 60_000;

/**
 * Counts tries for all processes in Redis, and in this process in any case: while Redis is away the gate is kept by
 * each process alone, and is never open. What is counted stands there as a keyed hash: no address, no name.
 */
@Injectable()
export class AttemptCounters implements OnApplicationShutdown {
  private readonly logger = new Logger(AttemptCounters.name);
  private readonly here = new Tally();
  private readonly redis: Redis;
  private told = -Infinity;

  constructor(private readonly config: Config, private readonly clock: Clock) {
    this.redis = new Redis({
      ...redisOptions(config.redisUrl), lazyConnect: true, connectTimeout: ANSWER_WITHIN_MS, commandTimeout: ANSWER_WITHIN_MS,
      maxRetriesPerRequest: 0, enableOfflineQueue: false, retryStrategy: (times) => Math.min(times * 500, 10_000),
    });
    this.redis.on('error', () => undefined); // each call that fails says so
    this.redis.connect().catch(() => this.tell());
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }

  /** How long to wait, in milliseconds; 0 counts this try on every key. */
  async take(keys: readonly { key: string; pace: Pace }[]): Promise<number> {
    const now = this.clock.now().getTime();
    const hidden = keys.map(({ key, pace }) => ({ key: this.hidden(key), pace }));
    const wait = this.here.take(hidden, now);
    if (wait > 0) return wait;
    const paces = hidden.flatMap(({ pace: { free, baseMs, mostMs, forgetMs } }) => [free, baseMs, mostMs, forgetMs]);
    const there = await this.ask(() => this.redis.eval(TAKE, hidden.length, ...hidden.map(({ key }) => key), now, ...paces));
    return Number(there ?? 0);
  }

  async count(key: string, forgetMs: number): Promise<number> {
    const hidden = this.hidden(key);
    const there = await this.ask(() => this.redis.hget(hidden, 'n'));
    return Math.max(this.here.count(hidden, forgetMs, this.clock.now().getTime()), Number(there ?? 0));
  }

  async giveBack(...keys: readonly string[]): Promise<void> {
    for (const key of keys.map((each) => this.hidden(each))) {
      this.here.giveBack(key);
      await this.ask(() => this.redis.eval(GIVE_BACK, 1, key));
    }
  }

  async forget(key: string): Promise<void> {
    const hidden = this.hidden(key);
    this.here.forget(hidden);
    await this.ask(() => this.redis.del(hidden));
  }

  private hidden(key: string): string {
    return `${this.config.redisPrefix}:tries:${createHmac('sha256', this.config.jwtSecret).update(`tries ${key}`).digest('base64url')}`;
  }

  private async ask<T>(question: () => Promise<T>): Promise<T | null> {
    try {
      return await question();
    } catch {
      this.tell();
      return null;
    }
  }

  private tell(): void {
    const now = this.clock.now().getTime();
    if (now - this.told < TELL_EVERY_MS) return;
    this.told = now;
    this.logger.warn('Redis does not answer; tries to sign in are counted in this process alone');
  }
}
