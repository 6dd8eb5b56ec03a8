import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import { redisOptions } from './redis-options.js';

const ANSWER_WITHIN_MS = 1_000;
/** A Redis that does not answer is not asked by every request: each would wait for it. */
const LEFT_ALONE_MS = 5_000;
/** A Redis that is away is told of once a minute, not at every request. */
const TELL_EVERY_MS = 60_000;

/** Redis for what must not wait for it: an answer within a second, or none. */
export class QuickRedis {
  private readonly logger = new Logger(QuickRedis.name);
  private readonly redis: Redis;
  private askAgainAt = -Infinity;
  private tellAgainAt = -Infinity;

  /** `without` says what it means that Redis does not answer. */
  constructor(redisUrl: string, private readonly without: string) {
    this.redis = new Redis({
      ...redisOptions(redisUrl), lazyConnect: true, connectTimeout: ANSWER_WITHIN_MS, commandTimeout: ANSWER_WITHIN_MS,
      maxRetriesPerRequest: 0, enableOfflineQueue: false, enableAutoPipelining: true, retryStrategy: (times) => Math.min(times * 500, 10_000),
    });
    this.redis.on('error', () => undefined); // each call that fails says so
    this.redis.connect().catch(() => this.tell());
  }

  /** null: there was no answer. */
  async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T | null> {
    if (performance.now() < this.askAgainAt) return null;
    try {
      return await question(this.redis);
    } catch {
      this.askAgainAt = performance.now() + LEFT_ALONE_MS;
      this.tell();
      return null;
    }
  }

  close(): void {
    this.redis.disconnect();
  }

  private tell(): void {
    if (performance.now() < this.tellAgainAt) return;
    this.tellAgainAt = performance.now() + TELL_EVERY_MS;
    this.logger.warn(`Redis does not answer; ${this.without}`);
  }
}
