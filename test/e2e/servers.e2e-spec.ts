import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import pg from 'pg';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Urls { databaseUrl: string; redisUrl: string }

/** The servers that `npm start` makes when none are given, in a folder of their own. */
describe("the project's own PostgreSQL and Redis", () => {
  let folder: string;
  const users: ChildProcess[] = [];

  beforeAll(() => { folder = mkdtempSync(path.join(ROOT, '.local', 'servers-')); });
  afterEach(async () => {
    for (const user of users.splice(0)) await leave(user);
    await expectNothingLeft();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const use = async (...options: string[]): Promise<ChildProcess & Urls> => {
    const child = spawn(process.execPath, [path.join(ROOT, 'test/support/hold-servers.mjs'), folder, ...options], {
      stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', npm_lifecycle_event: '' },
    });
    users.push(child);
    const failed = once(child, 'exit').then(([code]) => { throw new Error(`the servers did not start, exit code ${code}`); });
    const [line] = await Promise.race([once(child.stdout, 'data') as Promise<[Buffer]>, failed]);
    failed.catch(() => undefined); // from here on it ends when the test says so
    return Object.assign(child, JSON.parse(line.toString()) as Urls);
  };
  const leave = async (user: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (user.exitCode !== null || user.signalCode !== null) return;
    user.kill(signal);
    await once(user, 'exit');
  };
  const pidFile = (): string => path.join(folder, 'postgres', 'postmaster.pid');
  const redisPid = (): number =>
    (JSON.parse(readFileSync(path.join(folder, 'redis.json'), 'utf8')) as { identity: { pid: number } }).identity.pid;
  const pids = (): { postgres: number; redis: number } =>
    ({ postgres: Number(readFileSync(pidFile(), 'utf8').split('\n')[0]), redis: redisPid() });
  const runs = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };
  const expectNothingLeft = async (): Promise<void> => {
    const redis = redisPid();
    // An orphan that has ended is there until the system has taken note of it.
    for (let i = 0; i < 100 && runs(redis); i++) await sleep(20);
    expect(runs(redis)).toBe(false);
    expect(existsSync(pidFile())).toBe(false);
  };
  const sql = async (url: string, text: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  };
  const ping = async (url: string): Promise<string> => {
    const client = new Redis(url);
    try {
      return await client.ping();
    } finally {
      client.disconnect();
    }
  };
  it('answer, ask for a password, and are gone after SIGTERM', async () => {
    const { databaseUrl, redisUrl } = await use();
    expect(await sql(databaseUrl, 'select current_user as "user", rolsuper as super from pg_roles where rolname = current_user'))
      .toEqual([{ user: 'vigil', super: false }]);
    expect(await ping(redisUrl)).toBe('PONG');
    const wrong = new URL(databaseUrl);
    wrong.password = 'wrong';
    await expect(sql(wrong.href, 'select 1')).rejects.toThrow(/password/);
    for (const secret of ['postgres.secret', 'vigil.secret', 'redis.secret']) {
      expect(statSync(path.join(folder, secret)).mode & 0o077).toBe(0);
    }
  });

  it('are adopted by the next start when their starter was killed, and stopped by it', async () => {
    const first = await use();
    const before = pids();
    await leave(first, 'SIGKILL');
    expect(runs(before.postgres)).toBe(true);
    const second = await use();
    expect(pids()).toEqual(before);
    expect(second.databaseUrl).toBe(first.databaseUrl);
  });

  it('stay while anybody uses them', async () => {
    const [first, second] = [await use(), await use()];
    await leave(first);
    expect(await sql(second.databaseUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await ping(second.redisUrl)).toBe('PONG');
  });

  it('start again after they were killed, with everything that was committed', async () => {
    const first = await use();
    await sql(first.databaseUrl, 'create table kept as select 42 as answer');
    const killed = pids();
    await leave(first, 'SIGKILL');
    process.kill(killed.postgres, 'SIGKILL');
    process.kill(killed.redis, 'SIGKILL');
    const second = await use();
    expect(pids().postgres).not.toBe(killed.postgres);
    expect(await sql(second.databaseUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect(await ping(second.redisUrl)).toBe('PONG');
  });

  it('come back on the same port when they are killed under a running office', async () => {
    const { databaseUrl, redisUrl } = await use('--watch');
    const killed = pids();
    process.kill(killed.postgres, 'SIGKILL');
    process.kill(killed.redis, 'SIGKILL');
    const answers = async (): Promise<boolean> => {
      try {
        await sql(databaseUrl, 'select 1');
        return (await ping(redisUrl)) === 'PONG';
      } catch {
        return false;
      }
    };
    let back = false;
    for (let i = 0; i < 100 && !back; i++) {
      await sleep(100);
      back = !runs(killed.postgres) && !runs(killed.redis) && await answers();
    }
    expect(back).toBe(true);
  });
});
