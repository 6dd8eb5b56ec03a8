import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import Bull from 'bull';
import pg from 'pg';
import { fillCaseload } from '../../bench/support/caseload.js';
import { OPERATOR_ID } from '../../src/common/actor.js';
import { SystemClock } from '../../src/common/clock.js';
import { redisOptions } from '../../src/common/redis-options.js';
import { OfficeLaw } from '../../src/court-orders/office-law.js';
import { DETENTION_REVIEW_QUEUE, ReviewJob } from '../../src/detention-review/detention-review.queue.js';
import { DetentionReviewService } from '../../src/detention-review/detention-review.service.js';
import { Evaluator } from '../../src/detention-review/evaluator.js';
import { parseDay } from '../../src/law/calendar/day.js';
import { auditOf } from '../support/audit.js';
import { type TestApp, testApp } from '../support/app.js';
import { TEST_KEYS } from '../support/keys.js';

const WORKER = fileURLToPath(new URL('../../dist/src/worker.js', import.meta.url));
const PEOPLE = 6_000;

let app: TestApp;
let queue: Bull.Queue;
const workers = new Set<ChildProcess>();

beforeEach(async () => {
  app = await testApp();
  queue = new Bull(DETENTION_REVIEW_QUEUE, { prefix: app.redis.prefix, redis: redisOptions(app.redis.url) });
});

afterEach(async () => {
  for (const worker of workers) await stopped(worker, 'SIGKILL');
  await queue.close();
  await app.close();
});

function aWorker(): ChildProcess {
  const worker = spawn(process.execPath, [WORKER], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH, NODE_ENV: 'test', LOG_LEVEL: 'silent', JWT_SECRET: randomBytes(32).toString('hex'), ...TEST_KEYS,
      DATABASE_URL: app.database.url, REDIS_URL: app.redis.url, VIGIL_REDIS_PREFIX: app.redis.prefix,
    },
  });
  workers.add(worker);
  return worker;
}

async function stopped(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  workers.delete(worker);
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill(signal);
  await once(worker, 'exit');
}

const count = async (sql: string): Promise<number> => (await app.database.query<{ n: number }>(`select count(*)::integer as n from ${sql}`))[0].n;
const waiting = () => count('review_mark');

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`in a minute it did not come to this: ${what}`);
    await sleep(25);
  }
}

/** The worker alone, and in this database: one that is copied from the same template has its tables by the same numbers. */
const WORKER_AT_FINDINGS = `pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.relation = 'finding'::regclass and a.usename = 'vigil_worker' and a.datname = current_database()`;

/** Whoever writes about the person who comes last waits, with a whole batch, until this ends: a worker is met in the middle. */
async function heldAtTheLast(): Promise<{ end(): Promise<void> }> {
  const holder = new pg.Client({ connectionString: app.database.url });
  await holder.connect();
  await holder.query('begin');
  await holder.query(`insert into evaluation (detainee_id, as_of, law_version, finality, count_days, count_running)
    select id, '2026-01-01', '', 'unknown', '{}', '{}' from detainee order by id desc limit 1`);
  return { end: () => holder.end() }; // which undoes it
}

const wake = () => queue.add(ReviewJob.Sweep, {});

/** What a sweep that nothing disturbs finds, on the same facts. */
const FINDINGS = `select detainee_id, authority, clause, event_key, result, on_day::text, count_days, missing
  from finding where superseded_at is null order by 1, 2, 3, 4`;

async function undisturbed(): Promise<unknown[]> {
  // A worker that still sweeps would hold people whom this sweep then leaves to it.
  for (const worker of [...workers]) await stopped(worker, 'SIGTERM');
  await app.database.query('insert into review_mark (detainee_id) select id from detainee');
  await app.database.query('update finding set superseded_at = now(), superseded_reason = $1 where superseded_at is null', ['to compare']);
  const reviews = new DetentionReviewService(app.asOwner(), auditOf(app.asOwner()), new Evaluator(new OfficeLaw()), new SystemClock('America/Detroit'));
  await reviews.sweep(new SystemClock('America/Detroit').today());
  return app.database.query(FINDINGS);
}

describe('six thousand people who wait for their first review', () => {
  beforeEach(async () => {
    await fillCaseload(app.asOwner(), PEOPLE, parseDay(new SystemClock('America/Detroit').today()));
  });

  it('workers killed with -9 in the middle, a Redis that forgets everything, the same job many times: the findings of one calm sweep', async () => {
    const held = await heldAtTheLast();
    const [first, second] = [aWorker(), aWorker()];
    await wake(); // not waiting for the schedule, which is tried below
    await until('some are evaluated', async () => (await count('evaluation')) > 0);
    await stopped(first, 'SIGKILL');
    await app.redis.flush();
    await stopped(second, 'SIGKILL');
    await held.end();
    expect(await waiting()).toBeGreaterThan(0);
    expect(await count('evaluation')).toBe(PEOPLE - (await waiting())); // each batch whole, or not at all

    aWorker();
    aWorker();
    aWorker();
    await Promise.all(Array.from({ length: 6 }, wake));
    await until('nobody waits', async () => (await waiting()) === 0);
    expect(await count('evaluation')).toBe(PEOPLE);
    expect(await count('finding where superseded_at is not null')).toBe(0);

    const found = await app.database.query(FINDINGS);
    expect(found.length).toBeGreaterThan(PEOPLE / 3);
    expect(found).toEqual(await undisturbed());
  }, 120_000);
});

describe('a worker', () => {
  it('starts the sweep by itself, keeps one schedule however many workers start, and removes one that is in no table', async () => {
    await queue.add('a job of an earlier release', {}, { repeat: { every: 10_000 } });
    await fillCaseload(app.asOwner(), 20, parseDay('2026-11-24'));
    aWorker();
    aWorker();
    await until('one schedule', async () => {
      const schedules = await queue.getRepeatableJobs();
      return schedules.length === 1 && schedules[0].name === String(ReviewJob.Sweep);
    });
  }, 90_000);

  it('looks at somebody as soon as a fact is recorded, without waiting for the sweep', async () => {
    aWorker();
    await until('the worker is there', async () => (await queue.getWorkers()).length > 0);
    const [person] = await app.database.query<{ id: string }>('insert into detainee (created_by) values ($1) returning id', [OPERATOR_ID]);
    await app.database.query('insert into review_mark (detainee_id) values ($1)', [person.id]);
    await queue.add(ReviewJob.Changed, { detaineeIds: [person.id] });
    await until('the person is evaluated', async () => (await count('evaluation')) === 1);
    expect(await waiting()).toBe(0);
  }, 60_000);

  it('ends on SIGTERM with what it has begun finished', async () => {
    await fillCaseload(app.asOwner(), 4_000, parseDay('2026-11-24'));
    const worker = aWorker();
    await wake();
    await until('the sweep has begun', async () => (await count('evaluation')) > 0 || (await count(WORKER_AT_FINDINGS)) > 0);
    await stopped(worker, 'SIGTERM');
    expect(worker.exitCode).toBe(0);
    expect((await count('evaluation')) + (await waiting())).toBe(4_000);
  }, 90_000);
});
