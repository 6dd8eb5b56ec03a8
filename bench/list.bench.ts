/**
 * A page of the morning's list, fifty findings with person and facility, over HTTP with a signed-in user. Against bare
 * Fastify and `pg` that check the same token and run the same SQL, planned anew each time as `pg` does where it is told
 * nothing. Rounds take turns, so that both see the same machine.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import pg from 'pg';
import { JwtService } from '@nestjs/jwt';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { operator } from '../src/common/actor.js';
import { setUpBeforeRequests } from '../src/common/before-requests.js';
import { FixedClock, SystemClock } from '../src/common/clock.js';
import { environment, readConfig } from '../src/common/config.js';
import { apiOptions, fastifyAdapter } from '../src/common/http.js';
import { Log } from '../src/common/logging.js';
import { setPgTypeParsers } from '../src/common/pg-types.js';
import { listStatement } from '../src/compliance/findings.queries.js';
import { DetentionReviewService } from '../src/detention-review/detention-review.service.js';
import { OfficeLaw } from '../src/court-orders/office-law.js';
import { Evaluator } from '../src/detention-review/evaluator.js';
import { parseDay } from '../src/law/calendar/day.js';
import { UsersService } from '../src/users/users.service.js';
import { auditOf } from './support/audit.js';
import { benchDatabase } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { median, publish } from './support/result.js';

const PEOPLE = 20_000;
const ROUNDS = 8;
const ROUND_MS = 2_000;
const CONNECTIONS = 20;
const POOL = 10;
const LEAST = 0.8;
const PATH = '/v1/findings?limit=50';

// A server ends with the bench, also when the bench is cut off.
process.once('disconnect', () => process.exit(0));

if (process.argv[2] === 'vigil') await serveVigil();
else if (process.argv[2] === 'bare') await serveBare();
else await compare();

/** The API as `src/main.ts` starts it, with a user who is signed in. */
async function serveVigil(): Promise<void> {
  const config = readConfig(environment());
  const log = new Log(config.logLevel, 'api');
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, fastifyAdapter(config), apiOptions(log));
  setUpBeforeRequests(app, config, log);
  await app.listen(0, '127.0.0.1');
  const password = randomBytes(12).toString('base64url');
  await app.get(UsersService, { strict: false }).create(operator(null), { email: 'bench@office.example', name: 'Bench', role: 'attorney', password });
  const url = await app.getUrl();
  const answer = await fetch(`${url}/v1/auth/sign-in`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'bench@office.example', password }),
  });
  if (!answer.ok) throw new Error(`the sign-in was answered ${answer.status}`);
  process.send!({ url, token: ((await answer.json()) as { accessToken: string }).accessToken });
}

/** No framework: the token is checked, the same statement is run, and its rows are the answer. */
async function serveBare(): Promise<void> {
  setPgTypeParsers();
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: POOL });
  const jwt = new JwtService({ secret: createSecretKey(Buffer.from(process.env.JWT_SECRET!)) });
  const clock = new SystemClock('America/Detroit');
  const app = Fastify();
  app.get('/v1/findings', async (request) => {
    jwt.verify(request.headers.authorization!.slice('Bearer '.length), { algorithms: ['HS256'] });
    const { sql, params } = listStatement({ limit: 50 }, null, { today: clock.today(), timeZone: 'America/Detroit' });
    const { rows } = await pool.query(sql, params);
    return { items: rows.slice(0, 50) };
  });
  process.send!({ url: await app.listen({ port: 0, host: '127.0.0.1' }), token: jwt.sign({ sub: 'bench' }, { algorithm: 'HS256' }) });
}

/** Where a server listens, and a token that it accepts. */
interface Server { url: string; token: string }

async function compare(): Promise<void> {
  const today = new SystemClock('America/Detroit').today();
  const bench = await benchDatabase('list');
  const env = { ...process.env, LOG_LEVEL: 'warn', JWT_SECRET: randomBytes(32).toString('hex'), DATABASE_URL: bench.url, VIGIL_DATABASE_POOL_SIZE: String(POOL) };
  const started: ChildProcess[] = [];
  try {
    await fillCaseload(bench.database, PEOPLE, parseDay(today));
    await new DetentionReviewService(bench.database, auditOf(bench.database), new Evaluator(new OfficeLaw()), new FixedClock(`${today}T12:00:00Z`)).sweep(today);
    await bench.database.query('vacuum analyze');
    const start = async (what: string): Promise<Server> => {
      const child = fork(fileURLToPath(import.meta.url), [what], { env });
      started.push(child);
      return new Promise((resolve, reject) => {
        child.once('message', (message) => resolve(message as Server));
        child.once('exit', (code) => reject(new Error(`the server ${what} ended with ${code}`)));
      });
    };
    const vigil = await start('vigil');
    const bare = await start('bare');
    const servers = { vigil, bare };
    const sizes = [await size(vigil), await size(bare)];

    const rates: { vigil: number[]; bare: number[] } = { vigil: [], bare: [] };
    for (let round = -1; round < ROUNDS; round++) {
      const order = round % 2 === 0 ? (['vigil', 'bare'] as const) : (['bare', 'vigil'] as const);
      for (const who of order) {
        const rate = await load(servers[who]);
        if (round >= 0) rates[who].push(rate); // the first round warms both
      }
    }
    const ratio = median(rates.vigil) / median(rates.bare);
    publish({
      name: 'list',
      figures: {
        people: PEOPLE, 'findings a page': 50, 'bytes a page, Vigil and bare': sizes.join(' and '), connections: CONNECTIONS,
        'rounds, taking turns': ROUNDS, 'Vigil, pages a second (median)': median(rates.vigil), 'bare Fastify and pg, pages a second (median)': median(rates.bare),
        'Vigil, each round': rates.vigil.map(Math.round).join(' '), 'bare, each round': rates.bare.map(Math.round).join(' '),
      },
      ratio,
      bar: `at least ${LEAST} of bare Fastify and pg`,
      holds: ratio >= LEAST,
    });
  } finally {
    for (const child of started) if (child.connected) child.disconnect();
    await bench.close();
  }
}

async function size({ url, token }: Server): Promise<number> {
  const answer = await fetch(`${url}${PATH}`, { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  if (answer.status !== 200 || (JSON.parse(text) as { items: unknown[] }).items.length !== 50) throw new Error(`a page was answered ${answer.status}`);
  return text.length;
}

/** Pages a second, with as many requests under way as there are connections. */
async function load({ url, token }: Server): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const get = (): Promise<void> => new Promise((resolve, reject) => {
    http.get(`${url}${PATH}`, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`a page was answered ${answer.statusCode}`));
      answer.resume().on('end', resolve);
    }).on('error', reject);
  });
  let pages = 0;
  const from = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, async () => {
    while (performance.now() - from < ROUND_MS) {
      await get();
      pages += 1;
    }
  }));
  const took = (performance.now() - from) / 1000;
  agent.destroy();
  return pages / took;
}
