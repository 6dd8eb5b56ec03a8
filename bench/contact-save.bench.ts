/**
 * A contact logged over HTTP, as a paralegal's screen logs it: with an Idempotency-Key, quoted words and a document. Two
 * servers on one caseload take turns, the API as it is and the same with a clause check that answers nothing, so that
 * both see the same machine. Each save is of somebody else: the file and its keys are read for the first time.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import http from 'node:http';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../src/app.module.js';
import { operator } from '../src/common/actor.js';
import { setUpBeforeRequests } from '../src/common/before-requests.js';
import { SystemClock } from '../src/common/clock.js';
import { environment, readConfig } from '../src/common/config.js';
import { apiOptions, fastifyAdapter } from '../src/common/http.js';
import { Log } from '../src/common/logging.js';
import { AccessCheck } from '../src/counsel-contacts/access-check.js';
import { ContactClausesModule } from '../src/detention-review/contact-clauses.module.js';
import { ClauseCheck } from '../src/ice-contacts/clause-check.js';
import { parseDay } from '../src/law/calendar/day.js';
import { UsersService } from '../src/users/users.service.js';
import { benchDatabase } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { median, publish } from './support/result.js';

const PEOPLE = 300_000;
const ROUNDS = Number(process.env.ROUNDS ?? 10);
const ROUND_MS = 2_000;
/** Who begin the next save when the last is answered: many times what an office of dozens types. */
const WRITERS = 2;
const MOST_MS = 50;
const MOST_TIMES_AS_LONG = 1.5;
/** Whose members the order on communications protects: each contact touches some of its clauses. */
const CLASS = 'hamama-primary';

/** Reads no file and judges nothing. */
@Global()
@Module({
  providers: [
    { provide: ClauseCheck, useValue: { touchedBy: () => Promise.resolve(new Map()) } },
    { provide: AccessCheck, useValue: { touchedBy: () => Promise.resolve({ findings: [], clauses: [] }) } },
  ],
  exports: [ClauseCheck, AccessCheck],
})
class NoClausesModule {}

const parts = Reflect.getMetadata('imports', AppModule) as Type[];
@Module({ imports: [...parts.filter((part) => part !== ContactClausesModule), NoClausesModule] })
class WithoutCheck {}

const MODULES = { checked: AppModule, unchecked: WithoutCheck } as const;
type Which = keyof typeof MODULES;

/** Where a server listens, and a token that it accepts. */
interface Server { url: string; token: string }

// A server ends with the bench, also when the bench is cut off.
process.once('disconnect', () => process.exit(0));

const part = process.argv[2];
if (part === 'checked' || part === 'unchecked') await serve(part);
else await compare();

/** The API as `src/main.ts` starts it, with a user who is signed in. */
async function serve(which: Which): Promise<void> {
  const config = readConfig(environment());
  const log = new Log(config.logLevel, 'api');
  const app = await NestFactory.create<NestFastifyApplication>(MODULES[which], fastifyAdapter(config), apiOptions(log));
  setUpBeforeRequests(app, config, log);
  await app.listen(0, '127.0.0.1');
  const [email, password] = [`${which}@office.example`, randomBytes(12).toString('base64url')];
  await app.get(UsersService, { strict: false }).create(operator(null), { email, name: 'Bench', role: 'paralegal', password });
  const url = await app.getUrl();
  const answer = await fetch(`${url}/v1/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) });
  if (!answer.ok) throw new Error(`the sign-in was answered ${answer.status}`);
  process.send!({ url, token: ((await answer.json()) as { accessToken: string }).accessToken });
}

async function compare(): Promise<void> {
  const today = new SystemClock('America/Detroit').today();
  const bench = await benchDatabase('contact_save');
  const env = { ...process.env, LOG_LEVEL: 'warn', DATABASE_URL: bench.url, VIGIL_USER_REQUESTS_PER_MINUTE: '600000', VIGIL_ADDRESS_REQUESTS_PER_MINUTE: '600000' };
  const started: ChildProcess[] = [];
  try {
    await fillCaseload(bench.database, PEOPLE, parseDay(today));
    await bench.database.query(
      `insert into class_membership (detainee_id, source_kind, recorded_by, class, from_on) select id, 'person', created_by, $1, '2017-06-24' from detainee`, [CLASS]);
    await bench.database.query('vacuum analyze class_membership');
    const people = (await bench.database.query<{ id: string }>('select id from detainee order by md5(id::text)')).map(({ id }) => id);
    const start = (which: Which): Promise<Server> => {
      const child = fork(fileURLToPath(import.meta.url), [which], { env });
      started.push(child);
      return new Promise((resolve, reject) => {
        child.once('message', (message) => resolve(message as Server));
        child.once('exit', (code) => reject(new Error(`the server ${which} ended with ${code}`)));
      });
    };
    const servers = { checked: await start('checked'), unchecked: await start('unchecked') };

    const took: Record<Which, number[]> = { checked: [], unchecked: [] };
    const rounds: Record<Which, number[]> = { checked: [], unchecked: [] };
    for (let round = -1; round < ROUNDS; round++) {
      for (const which of round % 2 === 0 ? (['checked', 'unchecked'] as const) : (['unchecked', 'checked'] as const)) {
        const times = await save(servers[which], people, which === 'checked');
        if (round < 0) continue; // the first round warms both
        took[which].push(...times);
        rounds[which].push(quantile(times, 0.95));
      }
    }
    const [checked, unchecked] = [median(rounds.checked), median(rounds.unchecked)];
    const ratio = checked / unchecked;
    publish({
      name: 'contact-save',
      figures: {
        people: PEOPLE, 'writers at once': WRITERS, 'rounds, taking turns': ROUNDS, 'saves with the check': took.checked.length,
        'with the check, p50, ms': quantile(took.checked, 0.5), 'without, p50, ms': quantile(took.unchecked, 0.5),
        'with the check, p95 of the median round, ms': checked, 'without, p95 of the median round, ms': unchecked,
        'with the check, p95 of each round': rounds.checked.map((ms) => ms.toFixed(1)).join(' '),
        'without, p95 of each round': rounds.unchecked.map((ms) => ms.toFixed(1)).join(' '),
        'load of the machine in the last minute': os.loadavg()[0],
      },
      ratio,
      bar: `p95 under ${MOST_MS} ms, and at most ${MOST_TIMES_AS_LONG} times as long as without the check`,
      holds: checked < MOST_MS && ratio <= MOST_TIMES_AS_LONG,
    });
  } finally {
    for (const child of started) if (child.connected) child.disconnect();
    await bench.close();
  }
}

/** How long each save of a round took, in milliseconds; `people` loses those with whom a contact was saved. */
async function save(server: Server, people: string[], checked: boolean): Promise<number[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: WRITERS });
  const times: number[] = [];
  const until = performance.now() + ROUND_MS;
  await Promise.all(Array.from({ length: WRITERS }, async () => {
    while (performance.now() < until) {
      const id = people.pop();
      if (id === undefined) throw new Error('nobody is left to save a contact with');
      const from = performance.now();
      const { status, text } = await post(server, agent, aContact(id));
      times.push(performance.now() - from);
      const findings = status === 201 ? (JSON.parse(text) as { items: { findings: unknown[] }[] }).items[0].findings.length : -1;
      if (findings < 0 || (findings > 0) !== checked) throw new Error(`a contact was answered ${status}, with ${findings} findings`);
    }
  }));
  agent.destroy();
  return times;
}

function aContact(detaineeId: string): string {
  return JSON.stringify({
    detaineeIds: [detaineeId], source: { kind: 'person', text: 'The client, by phone' }, on: '2018-06-21', actor: 'ice', manner: 'in-person', language: 'ar-IQ',
    interpreted: true, topics: ['threat-of-prosecution', 'document-signing'], words: 'Sign, or you will be prosecuted.', counselPresent: false,
    narrative: 'Two officers came to the pod in the morning and spoke to several people. The client was told to sign a form in English.',
    documents: [{ title: 'A form in English', act: 'asked-for' }], learnedHow: 'The client called.', learnedOn: '2018-06-22',
  });
}

function post({ url, token }: Server, agent: http.Agent, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': randomUUID() };
    http.request(`${url}/v1/ice-contacts`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => { text += chunk; });
      answer.on('end', () => resolve({ status: answer.statusCode!, text }));
    }).on('error', reject).end(body);
  });
}

/** The smallest value than which at most the rest is greater. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
}
