/**
 * What it costs that PostgreSQL decides who sees a person: the morning's list, the caseload and one person, read by the
 * services that the API calls. Once as the API reads them, under its account and for a user with twenty walls; once
 * as the owner, for whom there is no policy and no transaction that carries a user. Rounds take turns, so that both see
 * the same machine.
 */
import 'reflect-metadata';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule } from '../src/audit/audit.module.js';
import { OPERATOR_ID } from '../src/common/actor.js';
import { SystemClock } from '../src/common/clock.js';
import { CommonModule } from '../src/common/common.module.js';
import { Database } from '../src/common/database.js';
import { ReviewSignalModule } from '../src/common/review-signal.js';
import { FindingsModule } from '../src/compliance/compliance.module.js';
import { FindingsService } from '../src/compliance/findings.service.js';
import { DetaineesModule } from '../src/detainees/detainees.module.js';
import { DetaineesService } from '../src/detainees/detainees.service.js';
import { DetentionReviewService } from '../src/detention-review/detention-review.service.js';
import { ReviewModule } from '../src/detention-review/review.module.js';
import { parseDay } from '../src/law/calendar/day.js';
import { benchDatabase } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { median, publish } from './support/result.js';

const PEOPLE = Number(process.env.PEOPLE ?? 20_000);
const WALLS = 20;
/** Short and many, each compared with its neighbour: what else the machine does falls on both. */
const ROUNDS = 30;
const ROUND_MS = 400;
/** Under the size of the pool: what is measured is the database, and not the wait for a connection. */
const AT_ONCE = 4;
const MOST_TIMES_AS_LONG = 1.3;

const FEATURES = [ReviewSignalModule, AuditModule, DetaineesModule, FindingsModule];

@Module({ imports: [CommonModule.of('api'), ...FEATURES] })
class WithWalls {}

@Module({ imports: [CommonModule.of('owner'), ...FEATURES, ReviewModule] })
class WithoutWalls {}

const today = new SystemClock('America/Detroit').today();
const bench = await benchDatabase('row_security');
const contexts: INestApplicationContext[] = [];
try {
  await fillCaseload(bench.database, PEOPLE, parseDay(today));
  process.env.DATABASE_URL = bench.url;
  for (const module of [WithWalls, WithoutWalls]) contexts.push(await NestFactory.createApplicationContext(module, { logger: ['fatal', 'error'], abortOnError: false }));
  const [walled, open] = contexts as [INestApplicationContext, INestApplicationContext];
  await open.get(DetentionReviewService).sweep(today);
  const user = await anAttorneyWithWalls();
  await bench.database.query('vacuum analyze');
  const people = (await bench.database.query<{ id: string }>('select id from detainee order by id desc limit 2000')).map(({ id }) => id);
  const asUser = <T>(work: () => Promise<T>): Promise<T> => walled.get(Database).actAs(user, work);

  const hidden = await asUser(async () => (await walled.get(Database).query<{ n: number }>('select count(*)::integer as n from detainee'))[0].n);
  if (hidden !== PEOPLE - WALLS) throw new Error('the walls do not stand');

  const reads: Record<string, (app: INestApplicationContext, turn: number) => Promise<unknown>> = {
    'the morning\'s list': (app) => app.get(FindingsService).list({ limit: 50 }),
    'the caseload': (app) => app.get(DetaineesService).list({ limit: 50 }),
    'one person': (app, turn) => app.get(DetaineesService).show(people[turn % people.length], null),
  };
  const figures: Record<string, number | string> = { people: PEOPLE, 'walls of the user': WALLS, 'at once': AT_ONCE, 'rounds, taking turns': ROUNDS };
  let worst = 0;
  for (const [what, read] of Object.entries(reads)) {
    const rates: { walled: number[]; open: number[] } = { walled: [], open: [] };
    for (let round = -1; round < ROUNDS; round++) {
      for (const who of round % 2 === 0 ? (['walled', 'open'] as const) : (['open', 'walled'] as const)) {
        const rate = await readsASecond(who === 'walled' ? (turn) => asUser(() => read(walled, turn)) : (turn) => read(open, turn));
        if (round >= 0) rates[who].push(rate); // the first round warms both
      }
    }
    const ratio = median(rates.open.map((rate, round) => rate / rates.walled[round]));
    worst = Math.max(worst, ratio);
    figures[`${what}: reads a second with and without`] = `${median(rates.walled).toFixed(0)} and ${median(rates.open).toFixed(0)}, ${ratio.toFixed(2)} times`;
  }
  publish({ name: 'row-security', figures, ratio: worst, bar: `none takes more than ${MOST_TIMES_AS_LONG} times as long as without`, holds: worst <= MOST_TIMES_AS_LONG });
} finally {
  for (const context of contexts) await context.close();
  await bench.close();
}

async function anAttorneyWithWalls(): Promise<string> {
  const [{ id }] = await bench.database.query<{ id: string }>(
    `insert into app_user (email, name, role) values ('bench@office.example', 'Bench', 'attorney') returning id`) as [{ id: string }];
  await bench.database.query(
    `insert into wall (detainee_id, user_id, reason, put_up_by) select id, $1, 'sealed:1:x', $2 from detainee order by id limit $3`, [id, OPERATOR_ID, WALLS]);
  return id;
}

async function readsASecond(read: (turn: number) => Promise<unknown>): Promise<number> {
  const from = performance.now();
  let done = 0;
  const reader = async (): Promise<void> => {
    while (performance.now() - from < ROUND_MS) await read(done++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return done / ((performance.now() - from) / 1_000);
}
