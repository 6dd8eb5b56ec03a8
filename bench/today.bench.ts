/**
 * What the office has before it today, of all and of one attorney, with twenty thousand people on file: by the service
 * that the API calls, under the API's account and for a user. Each part of it is one list and its count.
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
import { AppealsQueries } from '../src/caseload/appeals.queries.js';
import { AppealsService } from '../src/caseload/appeals.service.js';
import { SilenceQueries } from '../src/caseload/silence.queries.js';
import { TodayService } from '../src/caseload/today.service.js';
import { DetentionReviewService } from '../src/detention-review/detention-review.service.js';
import { ReviewModule } from '../src/detention-review/review.module.js';
import { parseDay } from '../src/law/calendar/day.js';
import { benchDatabase } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { median, publish } from './support/result.js';

const PEOPLE = Number(process.env.PEOPLE ?? 20_000);
const ROUNDS = 15;
const MOST_MS = 200;

@Module({ imports: [CommonModule.of('api'), ReviewSignalModule, AuditModule, FindingsModule], providers: [AppealsQueries, AppealsService, SilenceQueries, TodayService] })
class Office {}

@Module({ imports: [CommonModule.of('owner'), ReviewSignalModule, AuditModule, ReviewModule] })
class Owner {}

const today = new SystemClock('America/Detroit').today();
const bench = await benchDatabase('today');
const contexts: INestApplicationContext[] = [];
try {
  await fillCaseload(bench.database, PEOPLE, parseDay(today));
  process.env.DATABASE_URL = bench.url;
  for (const module of [Office, Owner]) contexts.push(await NestFactory.createApplicationContext(module, { logger: ['fatal', 'error'], abortOnError: false }));
  const [office, owner] = contexts as [INestApplicationContext, INestApplicationContext];
  await owner.get(DetentionReviewService).sweep(today);
  // Everything was recorded a moment ago. Nothing was, of late, so that there is somebody to be silent.
  for (const table of ['detainee_identity', 'detainee_name', 'detainee_identifier', 'custody_stint', 'removal_order', 'known_list']) {
    await bench.database.query(`update ${table} set recorded_at = recorded_at - interval '30 days' where detainee_id::text > '4'`);
  }
  await bench.database.query(`update finding set opened_at = opened_at - interval '30 days' where detainee_id::text > '1'`);
  const user = await anAttorneyWithClients();
  await bench.database.query('vacuum analyze');

  const figures: Record<string, number | string> = { people: PEOPLE, rounds: ROUNDS };
  let worst = 0;
  for (const [whose, attorney] of [['of all', undefined], ['of one attorney', user]] as const) {
    const times: number[] = [];
    for (let round = -1; round < ROUNDS; round++) {
      const from = performance.now();
      const found = await office.get(Database).actAs(user, () => office.get(TodayService).today({ attorney, silentDays: 14, appealDays: 7, limit: 5 }));
      if (round >= 0) times.push(performance.now() - from); // the first round warms
      figures[`${whose}: due, overdue, approaching, new, silent`] = [found.due, found.overdue, found.approaching, found.fresh, found.silent].map(({ count }) => count).join(' ');
    }
    figures[`${whose}: ms (median, slowest, fastest)`] = `${median(times).toFixed(0)}, ${Math.max(...times).toFixed(0)}, ${Math.min(...times).toFixed(0)}`;
    worst = Math.max(worst, median(times));
  }
  publish({ name: 'today', figures, ratio: worst / MOST_MS, bar: `under ${MOST_MS} ms`, holds: worst <= MOST_MS });
} finally {
  for (const context of contexts) await context.close();
  await bench.close();
}

async function anAttorneyWithClients(): Promise<string> {
  const [{ id }] = await bench.database.query<{ id: string }>(
    `insert into app_user (email, name, role) values ('bench@office.example', 'Bench', 'attorney') returning id`) as [{ id: string }];
  await bench.database.query('update detainee set attorney_id = $1 where id in (select id from detainee where created_by = $2 order by id limit 150)', [id, OPERATOR_ID]);
  return id;
}
