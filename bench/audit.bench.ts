/**
 * What the log costs who writes: sixteen writers record events on their own people as the API records them, under its
 * account and for a paralegal, once with the log and once with one that keeps nothing. With the log, the sealer works
 * beside them in a process of its own, as the worker does, and a round is over when all that was written is sealed.
 */
import 'reflect-metadata';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Global, type INestApplicationContext, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, SealedLogModule } from '../src/audit/audit.module.js';
import { AuditKey, keyring } from '../src/audit/audit-key.js';
import { AuditVerification } from '../src/audit/audit-verification.service.js';
import { AuditService } from '../src/audit/audit.service.js';
import { AuditSealer } from '../src/audit/sealer.service.js';
import type { Actor } from '../src/common/actor.js';
import { CASE_EVENT } from '../src/case-events/case-event.facts.js';
import { CommonModule } from '../src/common/common.module.js';
import { Database } from '../src/common/database.js';
import { ReviewSignalModule } from '../src/common/review-signal.js';
import { DetaineesModule } from '../src/detainees/detainees.module.js';
import { FactsService } from '../src/detainees/facts.service.js';
import { parseDay } from '../src/law/calendar/day.js';
import { benchDatabase } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { median, publish } from './support/result.js';

const PEOPLE = 320;
const WRITERS = 16;
const ROUNDS = Number(process.env.ROUNDS ?? 10);
const ROUND_MS = 2_000;
/** As the worker does it. */
const SEALED_EVERY_MS = 2_000;
const MOST_TIMES_AS_SLOW = 1.5;

/** Keeps nothing, and asks nothing of the database. */
@Global()
@Module({ providers: [{ provide: AuditService, useValue: { record: () => Promise.resolve() } }], exports: [AuditService] })
class NoLogModule {}

@Module({ imports: [CommonModule.of('api'), ReviewSignalModule, AuditModule, DetaineesModule] })
class WithLog {}

@Module({ imports: [CommonModule.of('api'), ReviewSignalModule, NoLogModule, DetaineesModule] })
class WithoutLog {}

@Module({ imports: [CommonModule.of('worker'), AuditModule, SealedLogModule] })
class Worker {}

if (process.argv[2] === 'sealer') await sealWhenAsked();
else await compare();

async function compare(): Promise<void> {
  const bench = await benchDatabase('audit');
  const contexts: INestApplicationContext[] = [];
  let sealer: ChildProcess | null = null;
  try {
    process.env.DATABASE_URL = bench.url;
    process.env.VIGIL_DATABASE_POOL_SIZE = String(WRITERS);
    await fillCaseload(bench.database, PEOPLE, parseDay('2026-11-24'));
    const people = (await bench.database.query<{ id: string }>('select id from detainee order by id')).map(({ id }) => id);
    const [{ id: userId }] = await bench.database.query<{ id: string }>(
      `insert into app_user (email, name, role) values ('bench@office.example', 'Bench', 'paralegal') returning id`) as [{ id: string }];
    const actor: Actor = { userId, role: 'paralegal', requestId: null };
    for (const module of [WithLog, WithoutLog, Worker]) contexts.push(await context(module));
    const [withLog, withoutLog, worker] = contexts as [INestApplicationContext, INestApplicationContext, INestApplicationContext];
    sealer = fork(fileURLToPath(import.meta.url), ['sealer']);
    await once(sealer, 'message');

    const rates: { with: number[]; without: number[] } = { with: [], without: [] };
    let written = 0;
    for (let round = -1; round < ROUNDS; round++) {
      for (const which of round % 2 === 0 ? (['with', 'without'] as const) : (['without', 'with'] as const)) {
        const from = performance.now();
        const done = await (which === 'with' ? whileSealing(sealer, () => write(withLog, actor, people)) : write(withoutLog, actor, people));
        const rate = done / ((performance.now() - from) / 1_000);
        if (which === 'with') written += done;
        if (round >= 0) rates[which].push(rate); // the first round warms both
      }
    }

    const { entries, waiting, trouble } = await worker.get(AuditVerification).verify(keyring([worker.get(AuditKey).publicKey]), null);
    if (trouble || waiting > 0 || entries !== written) throw new Error(`the log is not whole: ${entries} of ${written} entries, ${trouble?.sentence ?? 'no trouble'}`);
    const ratio = median(rates.without) / median(rates.with);
    publish({
      name: 'audit',
      figures: {
        people: PEOPLE, writers: WRITERS, 'rounds, taking turns': ROUNDS, 'events a second without the log': median(rates.without),
        'events a second with the log, sealed': median(rates.with), 'entries sealed and verified': entries,
      },
      ratio, bar: `at most ${MOST_TIMES_AS_SLOW} times as slow as without`, holds: ratio <= MOST_TIMES_AS_SLOW,
    });
  } finally {
    if (sealer) {
      sealer.kill('SIGKILL');
      await once(sealer, 'exit');
    }
    for (const each of contexts) await each.close();
    await bench.close();
  }
}

function context(module: Type): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(module, { logger: ['fatal', 'error'], abortOnError: false });
}

/** How many events sixteen writers record in a round, each on people of their own. */
async function write(app: INestApplicationContext, actor: Actor, people: readonly string[]): Promise<number> {
  const until = performance.now() + ROUND_MS;
  const facts = app.get(FactsService);
  let done = 0;
  const writer = async (first: number): Promise<void> => {
    for (let at = first; performance.now() < until; at = (at + WRITERS) % people.length) {
      await facts.record(actor, CASE_EVENT, people[at], {
        source: { kind: 'document', text: 'Notice of hearing' }, values: { kind: 'hearing', on: '2026-11-02', note: 'In person, with an interpreter.' },
      });
      done += 1;
    }
  };
  await app.get(Database).actAs(actor.userId, () => Promise.all(Array.from({ length: WRITERS }, (_none, at) => writer(at))));
  return done;
}

/** As long as work goes on and until all that it wrote is sealed. */
async function whileSealing(sealer: ChildProcess, work: () => Promise<number>): Promise<number> {
  sealer.send('begin');
  const done = await work();
  sealer.send('end');
  await once(sealer, 'message');
  return done;
}

/** The worker's part, in a process of its own. */
async function sealWhenAsked(): Promise<void> {
  const sealer = (await context(Worker)).get(AuditSealer);
  let sealing: Promise<unknown> = Promise.resolve();
  const seal = (): void => {
    sealing = sealing.then(() => sealer.seal());
  };
  let timer: NodeJS.Timeout | undefined;
  process.on('message', (asked) => {
    if (asked === 'begin') timer = setInterval(seal, SEALED_EVERY_MS);
    if (asked !== 'end') return;
    clearInterval(timer);
    seal();
    void sealing.then(() => process.send!('sealed'));
  });
  process.send!('ready');
}
