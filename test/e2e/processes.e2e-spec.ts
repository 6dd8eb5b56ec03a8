import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { derivedUrl } from '../../src/common/database-accounts.js';
import { hashPassword } from '../../src/users/password.js';
import { certificate } from '../support/certificate.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { TEST_KEYS } from '../support/keys.js';
import { testRedis, type TestRedis } from '../support/redis.js';
import { type SignInAnswer, signInWith } from '../support/sign-in.js';

/** The built program, as it runs in an office. */
describe('the processes', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    [database, redis] = await Promise.all([testDatabase(), testRedis()]);
    await database.query(`insert into app_user (email, name, role, password_hash) values ('admin@office.example', 'A', 'admin', $1)`,
      [await hashPassword('twelve characters')]);
  });
  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await Promise.all([redis.close(), database.close()]);
  });

  const run = (file: 'main.js' | 'worker.js', env: Record<string, string> = {}) => {
    const child = spawn(process.execPath, [`dist/src/${file}`], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env.PATH, DATABASE_URL: database.url, REDIS_URL: redis.url, VIGIL_REDIS_PREFIX: redis.prefix,
        JWT_SECRET: randomBytes(32).toString('hex'), ...TEST_KEYS, LOG_LEVEL: 'error', VIGIL_TRUSTED_PROXY: 'loopback', ...env,
      },
    });
    running.push(child);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    return { child, ended: once(child, 'exit'), said: () => said };
  };

  it('the API shows its page, lets a request in flight finish on SIGTERM, takes no new one, and ends with 0', async () => {
    const port = await freePort();
    const { child, ended } = run('main.js', { PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    await answering(`${url}/health/ready`);
    expect(await (await fetch(`${url}/docs`)).text()).toContain('swagger-ui');
    expect((await fetch(`${url}/docs/swagger-ui-bundle.js`)).status).toBe(200);

    const post = (path: string, body: object, headers = {}) =>
      fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    const { accessToken } = await signInWith(async (path, body) => await (await post(path, body)).json() as SignInAnswer,
      new Date(), 'admin@office.example', 'twelve characters');

    const lock = new pg.Client({ connectionString: database.url });
    await lock.connect();
    await lock.query('begin; lock table app_user in share mode');
    const inFlight = post('/v1/users', { email: 'late@office.example', name: 'L', role: 'paralegal', password: 'twelve characters' },
      { authorization: `Bearer ${accessToken}` });
    await waitingForLock(database);
    child.kill('SIGTERM');
    await sleep(300);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
    await lock.query('rollback');
    await lock.end();
    expect((await inFlight).status).toBe(201);
    expect(await ended).toEqual([0, null]);
  });

  it('the worker answers its health and nothing else, and ends with 0 on SIGTERM', async () => {
    const port = await freePort();
    const { child, ended } = run('worker.js', { VIGIL_WORKER_HEALTH_PORT: String(port) });
    await answering(`http://127.0.0.1:${port}/health/ready`);
    expect((await fetch(`http://127.0.0.1:${port}/v1/me`)).status).toBe(404);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('each starts with accounts of its own alone, and is told of no owner', async () => {
    const urlOf = (account: 'api' | 'worker' | 'import') => derivedUrl(database.url, account)!;
    const [api, worker] = [await freePort(), await freePort()];
    const both = [
      run('main.js', { DATABASE_URL: '', VIGIL_API_DATABASE_URL: urlOf('api'), VIGIL_IMPORT_DATABASE_URL: urlOf('import'), VIGIL_AUDIT_KEY: '', PORT: String(api) }),
      run('worker.js', { DATABASE_URL: '', VIGIL_WORKER_DATABASE_URL: urlOf('worker'), VIGIL_WORKER_HEALTH_PORT: String(worker) }),
    ];
    for (const port of [api, worker]) await answering(`http://127.0.0.1:${port}/health/ready`);
    for (const { child, ended } of both) {
      child.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    }
  });

  it.each(['main.js', 'worker.js'] as const)('%s refuses to start without a secret, in one sentence', async (file) => {
    const { ended, said } = run(file, { JWT_SECRET: 'change-me' });
    expect((await ended)[0]).toBe(1);
    expect(said()).toBe('vigil: The configuration is not usable: JWT_SECRET must have at least 32 characters.\n');
  });

  it('the API refuses a port that is taken, in one sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { ended, said } = run('main.js', { PORT: String((taken.address() as AddressInfo).port), LOG_LEVEL: 'silent' });
    expect((await ended)[0]).toBe(1);
    expect(said()).toMatch(/^vigil: listen EADDRINUSE.*\n$/);
    taken.close();
  });

  describe('in production', () => {
    it('the API refuses to start without TLS of its own or a stated proxy', async () => {
      const { ended, said } = run('main.js', { VIGIL_TRUSTED_PROXY: '' });
      expect((await ended)[0]).toBe(1);
      expect(said()).toMatch(/^vigil: The configuration is not usable: in production the API needs TLS .*VIGIL_TRUSTED_PROXY\)\.\n$/);
    });

    it('the API refuses one half of a TLS setting, and a file that is not there', async () => {
      const half = run('main.js', { VIGIL_TRUSTED_PROXY: '', VIGIL_TLS_KEY_FILE: '/nowhere.pem' });
      const absent = run('main.js', { VIGIL_TRUSTED_PROXY: '', VIGIL_TLS_KEY_FILE: '/nowhere.pem', VIGIL_TLS_CERTIFICATE_FILE: '/nowhere.pem' });
      expect([(await half.ended)[0], (await absent.ended)[0]]).toEqual([1, 1]);
      expect(half.said()).toContain('set together or not at all');
      expect(absent.said()).toContain('ENOENT');
    });

    it('the API speaks TLS where it has a certificate, and nothing else there', async () => {
      const own = certificate();
      const port = await freePort();
      const { child, ended } = run('main.js', { PORT: String(port), VIGIL_TRUSTED_PROXY: '', VIGIL_TLS_CERTIFICATE_FILE: own.certificateFile, VIGIL_TLS_KEY_FILE: own.keyFile });
      const status = () => new Promise<number | undefined>((resolve) => {
        get({ host: '127.0.0.1', port, path: '/health/ready', rejectUnauthorized: false }, (answer) => resolve(answer.resume().statusCode)).on('error', () => resolve(undefined));
      });
      for (let i = 0; i < 200 && (await status()) !== 200; i++) await sleep(100);
      expect(await status()).toBe(200);
      await expect(fetch(`http://127.0.0.1:${port}/health/ready`)).rejects.toThrow();
      child.kill('SIGTERM');
      await ended;
      own.remove();
    });

    it('the API refuses a database with demo users, until they are disabled', async () => {
      await database.query(`insert into app_user (email, name, role, is_demo) values ('admin@demo.vigil.example', 'D', 'admin', true)`);
      const { ended, said } = run('main.js', { PORT: '0', LOG_LEVEL: 'silent' });
      expect((await ended)[0]).toBe(1);
      expect(said()).toMatch(/^vigil: production does not start with demo users, of whom this database has 1/);

      await database.query('update app_user set disabled_at = now() where is_demo');
      const port = await freePort();
      const again = run('main.js', { PORT: String(port) });
      await answering(`http://127.0.0.1:${port}/health/ready`);
      again.child.kill('SIGTERM');
      expect(await again.ended).toEqual([0, null]);
    });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(url: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await sleep(100);
  }
  throw new Error(`nothing answers at ${url}`);
}

async function waitingForLock(database: TestDatabase): Promise<void> {
  for (let i = 0; i < 200; i++) {
    const [waiting] = await database.query('select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.datname = current_database()');
    if (waiting) return;
    await sleep(50);
  }
  throw new Error('no request is in flight');
}
