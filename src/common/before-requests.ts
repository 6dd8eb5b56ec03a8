import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config.js';
import { addHooks } from './http.js';
import type { Log } from './logging.js';
import { limitRequests } from './rate-limits/limit-requests.js';
import { RateLimits } from './rate-limits/rate-limits.js';
import { limitTime } from './time-limits.js';

/** What stands before every route, in the API, where it is tested and where it is measured. */
export function setUpBeforeRequests(app: NestFastifyApplication, { limits }: Pick<Config, 'limits'>, log: Log): void {
  const fastify = app.getHttpAdapter().getInstance();
  addHooks(fastify, log);
  limitRequests(fastify, app.get(RateLimits, { strict: false }));
  limitTime(fastify, limits);
}
