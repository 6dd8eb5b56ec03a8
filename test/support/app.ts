import { randomBytes, randomUUID } from 'node:crypto';
import type { ModuleMetadata } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { operator, type Role } from '../../src/common/actor.js';
import { Clock, FixedClock } from '../../src/common/clock.js';
import { Config, readConfig } from '../../src/common/config.js';
import { dataSourceOptions } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';
import { derivedUrl } from '../../src/common/database-accounts.js';
import { apiOptions, fastifyAdapter } from '../../src/common/http.js';
import { Log } from '../../src/common/logging.js';
import { serveDocs } from '../../src/common/openapi.js';
import { setUpBeforeRequests } from '../../src/common/before-requests.js';
import { SessionsService } from '../../src/auth/sessions.service.js';
import { DetentionReviewService, type Reviewed } from '../../src/detention-review/detention-review.service.js';
import { Evaluator } from '../../src/detention-review/evaluator.js';
import { UsersService } from '../../src/users/users.service.js';
import { type TestDatabase, testDatabase } from './database.js';
import { TEST_KEYS } from './keys.js';
import { type SignInAnswer, signInWith } from './sign-in.js';
import { testRedis, type TestRedis } from './redis.js';

/** The day of the tests, unless a test sets another: `app.clock.set('2026-12-01T12:00:00Z')`. */
export const TEST_INSTANT = '2026-11-24T12:00:00Z';

export const aTestConfig = (values: { databaseUrl: string; redisUrl: string; redisPrefix?: string }, more: Record<string, string> = {}): Config =>
  readConfig({
    NODE_ENV: 'test', LOG_LEVEL: 'silent', JWT_SECRET: randomBytes(32).toString('hex'), PORT: '0',
    ...TEST_KEYS,
    DATABASE_URL: values.databaseUrl, REDIS_URL: values.redisUrl, VIGIL_REDIS_PREFIX: values.redisPrefix ?? 'vigil', ...more,
  });

export interface SignedIn {
  id: string;
  email: string;
  password: string;
  token: string;
  refreshToken: string;
  /** when the token was given */
  at: Date;
}

const RENEWED_AFTER_MS = 20 * 60_000;

interface Sent {
  as?: SignedIn | null;
  /** sent as JSON; text and forms are sent as they are */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a test expects of it is what the test checks
  json<T = any>(): T;
}

/**
 * The API over HTTP, on a database and a Redis prefix of its own.
 *
 *   const app = await testApp();                    // beforeAll
 *   const attorney = await app.signedIn('attorney');
 *   const answer = await app.post('/v1/…', { as: attorney, body: { … }, headers: { 'idempotency-key': '…' } });
 *   answer.statusCode, answer.json(), answer.headers.etag
 *   await app.close();                              // afterAll
 */
export class TestApp {
  /** every route that Fastify serves: `GET /v1/me` */
  readonly routes: string[] = [];
  /** where it listens, on the loopback */
  url = '';

  constructor(
    readonly nest: NestFastifyApplication, readonly database: TestDatabase, readonly redis: TestRedis, readonly clock: FixedClock,
    private readonly owner: DataSource,
  ) {}

  get<T>(token: abstract new (...args: never[]) => T): T;
  get(path: string, sent?: Sent): Promise<Answer>;
  get<T>(what: string | (abstract new (...args: never[]) => T), sent?: Sent): T | Promise<Answer> {
    return typeof what === 'string' ? this.send('GET', what, sent) : this.nest.get<T>(what, { strict: false });
  }

  post = (path: string, sent?: Sent) => this.send('POST', path, sent);
  put = (path: string, sent?: Sent) => this.send('PUT', path, sent);
  patch = (path: string, sent?: Sent) => this.send('PATCH', path, sent);
  delete = (path: string, sent?: Sent) => this.send('DELETE', path, sent);

  async send(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, { as, body, headers = {} }: Sent = {}): Promise<Answer> {
    if (as) await this.renew(as);
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(as && { authorization: `Bearer ${as.token}` }),
        ...(body !== undefined && !(body instanceof FormData) && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      statusCode: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: text,
      json: <T>() => JSON.parse(text) as T,
    };
  }

  /** What sees everybody, as the command line does: the API's own `Database` sees whom the user of a request may see. */
  asOwner(): Database {
    return new Database(this.owner);
  }

  /** The morning's review, as the worker does it and under the worker's account. */
  async sweep(today: string): Promise<Reviewed> {
    const source = await new DataSource(dataSourceOptions({ databaseUrl: derivedUrl(this.database.url, 'worker')!, databasePoolSize: 4 })).initialize();
    try {
      return await new DetentionReviewService(new Database(source), this.get(AuditService), this.get(Evaluator), this.clock).sweep(today);
    } finally {
      await source.destroy();
    }
  }

  /** A new user of that role, made as the command line makes one, and signed in. */
  async signedIn(role: Exclude<Role, 'operator'>): Promise<SignedIn> {
    const email = `${role}-${randomUUID().slice(0, 8)}@office.example`;
    const password = randomBytes(12).toString('base64url');
    const { id } = await this.get(UsersService).create(operator(null), { email, name: `An ${role}`, role, password });
    return { id, email, password, ...(await this.session(id)) };
  }

  /** A session as a complete sign-in begins one, a second factor included. */
  async session(userId: string): Promise<Pick<SignedIn, 'token' | 'refreshToken' | 'at'>> {
    const { accessToken, refreshToken } = await this.get(Database).transaction((tx) => this.get(SessionsService).begin(
      tx, userId, { method: 'password', secondFactor: true }, { requestId: randomUUID(), source: '127.0.0.1', userAgent: null }));
    return { token: accessToken, refreshToken, at: this.clock.now() };
  }

  /** Signs in over HTTP, with a second factor where one is asked for. */
  async token(email: string, password: string): Promise<string> {
    const post = async (path: string, body: object): Promise<SignInAnswer> => {
      const answer = await this.post(path, { body });
      if (answer.statusCode !== 200) throw new Error(`the sign-in was answered ${answer.statusCode}: ${answer.body}`);
      return answer.json<SignInAnswer>();
    };
    return (await signInWith(post, this.clock.now(), email, password)).accessToken!;
  }

  /** Tests move the clock by days: whoever is signed in then signs in again. */
  private async renew(as: SignedIn): Promise<void> {
    if (Math.abs(this.clock.now().getTime() - as.at.getTime()) >= RENEWED_AFTER_MS) Object.assign(as, await this.session(as.id));
  }

  async close(): Promise<void> {
    await this.owner.destroy();
    await this.nest.close();
    await this.redis.close();
    await this.database.close();
  }
}

interface TestAppOptions {
  env?: Record<string, string>;
  /** where it believes Redis to be, if not where it is */
  redisUrl?: string;
  /** where it believes PostgreSQL to be, given where it is */
  databaseUrl?: (url: string) => string;
  /** lines of the log, if a test reads them */
  log?: Log;
  /** routes that only this test has */
  modules?: NonNullable<ModuleMetadata['imports']>;
}

export async function testApp({ env = {}, redisUrl, databaseUrl = (url) => url, log = new Log('silent', 'api'), modules = [] }: TestAppOptions = {}): Promise<TestApp> {
  const [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  const clock = new FixedClock(TEST_INSTANT, 'America/Detroit');
  const config = aTestConfig({ databaseUrl: databaseUrl(database.url), redisUrl: redisUrl ?? redis.url, redisPrefix: redis.prefix }, env);
  const testing = await Test.createTestingModule({ imports: [AppModule, ...modules] })
    .overrideProvider(Config).useValue(config)
    .overrideProvider(Clock).useValue(clock)
    .setLogger(log)
    .compile();
  const nest = testing.createNestApplication<NestFastifyApplication>(fastifyAdapter(config), apiOptions(log));
  const owner = await new DataSource(dataSourceOptions({ databaseUrl: database.url, databasePoolSize: 6 })).initialize();
  const app = new TestApp(nest, database, redis, clock, owner);
  const fastify = nest.getHttpAdapter().getInstance();
  fastify.addHook('onRoute', ({ method, url }) => {
    app.routes.push(...[method].flat().map((each) => `${each} ${url}`));
  });
  setUpBeforeRequests(nest, config, log);
  serveDocs(nest, { page: false }); // the page is tried on the built program, with test/e2e/platform.e2e-spec.ts
  await nest.listen(0, '127.0.0.1');
  app.url = await nest.getUrl();
  return app;
}
