import { once } from 'node:events';
import { connect } from 'node:net';
import { Config } from '../../src/common/config.js';
import { Buckets, drop, TAKE } from '../../src/common/rate-limits/bucket.js';
import { RateLimits } from '../../src/common/rate-limits/rate-limits.js';
import { type Answer, type SignedIn, testApp, type TestApp } from '../support/app.js';

const limited = (env: Record<string, string>, redisUrl?: string): Promise<TestApp> => testApp({ env, ...(redisUrl !== undefined && { redisUrl }) });

const statuses = (answers: readonly Answer[]) => answers.map(({ statusCode }) => statusCode);

async function times(count: number, ask: () => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let i = 0; i < count; i++) answers.push(await ask());
  return answers;
}

const later = (app: TestApp, seconds: number) => app.clock.set(new Date(app.clock.now().getTime() + seconds * 1_000).toISOString());

describe.each([['Redis', undefined], ['each process alone, while Redis is away', 'redis://127.0.0.1:1/0']])('a limit kept in %s', (_where, redisUrl) => {
  let app: TestApp;
  let attorney: SignedIn;
  let paralegal: SignedIn;

  beforeAll(async () => {
    app = await limited({ VIGIL_USER_REQUESTS_PER_MINUTE: '6', VIGIL_ADDRESS_REQUESTS_PER_MINUTE: '30' }, redisUrl);
    [attorney, paralegal] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
  });
  afterAll(() => app.close());
  beforeEach(() => later(app, 120));

  const me = (as: SignedIn) => () => app.get('/v1/me', { as });

  it('of a user lets a minute’s worth through, then says when to come again, and holds nobody else up', async () => {
    const answers = await times(7, me(attorney));
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 200, 200, 429]);
    const refused = answers[6];
    expect(refused.headers).toMatchObject({ 'retry-after': '10', 'content-type': 'application/problem+json; charset=utf-8', 'x-content-type-options': 'nosniff' });
    expect(refused.json()).toMatchObject({ type: 'urn:vigil:problem:too-many-requests', status: 429, detail: 'Too many requests. Try again in 10 seconds.', instance: `urn:uuid:${refused.headers['x-request-id']}` });
    expect((await me(paralegal)()).statusCode).toBe(200);
    later(app, 9);
    expect((await me(attorney)()).statusCode).toBe(429);
    later(app, 1);
    expect(statuses(await times(2, me(attorney)))).toEqual([200, 429]);
  });

  it('of a user does nothing of what it refuses', async () => {
    await times(6, me(attorney));
    const answer = await app.post('/v1/detainees', { as: attorney, body: { source: { kind: 'person', text: 'x' }, names: [{ kind: 'primary', fullName: 'X' }] } });
    expect(answer.statusCode).toBe(429);
    expect(await app.database.query('select from detainee')).toEqual([]);
  });

  it('of an address holds whoever asks from there, signed in or not, before anything is read', async () => {
    const nobody = () => app.get('/v1/nothing');
    expect(new Set(statuses(await times(30, nobody)))).toEqual(new Set([404]));
    expect(statuses([await nobody(), await me(attorney)(), await app.post('/v1/auth/sign-in', { body: '{' })])).toEqual([429, 429, 429]);
    later(app, 2);
    expect((await me(attorney)()).statusCode).toBe(200);
  });
});

it('is one limit for two processes, and no address or user can be read of it in Redis', async () => {
  const one = await limited({ VIGIL_USER_REQUESTS_PER_MINUTE: '6', VIGIL_ADDRESS_REQUESTS_PER_MINUTE: '6' });
  const another = new RateLimits(one.get(Config), one.clock);
  try {
    const user = await one.signedIn('attorney');
    expect(statuses(await times(3, () => one.get('/v1/me', { as: user })))).toEqual([200, 200, 200]);
    for (let i = 0; i < 3; i++) await another.user(user.id);
    await expect(another.user(user.id)).rejects.toMatchObject({ kind: 'too-many-requests' });
    expect((await one.get('/v1/me', { as: user })).statusCode).toBe(429);
    const keys = await one.get(RateLimits)['redis'].ask((redis) => redis.keys(`${one.redis.prefix}:rate:*`)) ?? [];
    expect(keys).toHaveLength(2); // at six a minute both stand for ten seconds, and nothing else has been counted
    expect(keys.join(' ').includes(user.id) || keys.join(' ').includes('127.0.0.1')).toBe(false);
  } finally {
    another.onApplicationShutdown();
    await one.close();
  }
});

it('is counted in Redis as in a process, also while the clock is set back', async () => {
  const app = await testApp();
  try {
    const [here, rate] = [new Buckets(), { perMinute: 6 }];
    for (const seconds of [...Array.from({ length: 7 }, () => 0), 9.999, 10, 10, 9, 8.999, 8.999, -60, -60, 200]) {
      const now = app.clock.now().getTime() + seconds * 1_000;
      const there = await app.get(RateLimits)['redis'].ask((redis) => redis.eval(TAKE, 1, `${app.redis.prefix}:one-bucket`, now, drop(rate)));
      expect([seconds, there]).toEqual([seconds, here.take('a', rate, now)]);
    }
  } finally {
    await app.close();
  }
});

describe('the edges', () => {
  let app: TestApp;
  let admin: SignedIn;
  beforeAll(async () => {
    app = await testApp({ env: { VIGIL_REQUEST_SECONDS: '1', VIGIL_STATEMENT_SECONDS: '1' } });
    admin = await app.signedIn('admin');
  });
  afterAll(() => app.close());

  it.each([['GET', '/v1/me'], ['GET', '/health/live'], ['GET', '/v1/nothing'], ['POST', '/v1/auth/sign-in'], ['DELETE', '/v1/users'], ['GET', '/docs-json']] as const)(
    '%s %s carries what keeps a browser from doing more with an answer than reading it', async (method, path) => {
      const { headers } = await app.send(method, path, { as: admin, headers: { origin: 'https://evil.example' } });
      expect(headers).toMatchObject({
        'cache-control': 'no-store', 'content-security-policy': expect.stringContaining(`default-src 'none'`), 'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer', 'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
        'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'x-permitted-cross-domain-policies': 'none',
      });
      expect(Object.keys(headers).filter((name) => /^access-control|^server$|powered/.test(name))).toEqual([]);
    });

  it('are closed to other origins: a preflight is answered as an address that does not exist', async () => {
    const answer = await fetch(`${app.url}/v1/detainees`, { method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' } });
    expect([answer.status, [...answer.headers.keys()].filter((name) => name.startsWith('access-control'))]).toEqual([404, []]);
  });

  it('cut off a body that comes in drop by drop', async () => {
    const answer = await raw('POST /v1/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"email":');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('urn:vigil:problem:too-slow');
  });

  it.each([
    ['what is no HTTP', 'Zaki\r\n\r\n', 400, 'malformed-request'],
    ['headers without an end', `GET /v1/me HTTP/1.1\r\nHost: x\r\n${`X-A: ${'Zaki'.repeat(1_000)}\r\n`.repeat(8)}\r\n`, 431, 'headers-too-large'],
    ['two lengths', 'POST /v1/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n{}x', 400, 'malformed-request'],
    ['a length and chunks', 'POST /v1/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400, 'malformed-request'],
  ])('answer %s with a problem as well', async (_what, bytes, status, kind) => {
    const answer = await raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain(`urn:vigil:problem:${kind}`);
    expect(answer).not.toContain('Zaki');
  });

  it('cut off a statement that the database takes too long over, and keep nothing of it', async () => {
    await app.database.query(`create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(5); return new; end $$;
      create trigger slow before insert on app_user for each row execute function slow()`);
    const began = performance.now();
    const answer = await app.post('/v1/users', { as: admin, body: { email: 'slow@office.example', name: 'S', role: 'attorney', password: 'nine tall maps and a drum' } });
    await app.database.query('drop function slow cascade');
    expect([answer.statusCode, answer.json().type, answer.headers['retry-after']]).toEqual([503, 'urn:vigil:problem:unavailable', '30']);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(await app.database.query(`select from app_user where email = 'slow@office.example'`)).toEqual([]);
  });

  /** All that the server says to these bytes until it closes. */
  async function raw(bytes: string): Promise<string> {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    let said = '';
    socket.on('data', (chunk) => { said += chunk.toString(); }).on('error', () => undefined);
    socket.write(bytes);
    await once(socket, 'close');
    return said;
  }
});
