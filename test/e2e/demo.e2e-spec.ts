import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { CommandLineModule } from '../../src/cli/command-line.module.js';
import { operator } from '../../src/common/actor.js';
import { Clock, FixedClock } from '../../src/common/clock.js';
import { BlindIndex } from '../../src/common/crypto/blind-index.js';
import { Config } from '../../src/common/config.js';
import { Log } from '../../src/common/logging.js';
import { FindingsService } from '../../src/compliance/findings.service.js';
import { DemoUsersService } from '../../src/demo/demo-users.service.js';
import { demoPeople } from '../../src/demo/people/index.js';
import { type SeedSummary, SeedService } from '../../src/demo/seed.service.js';
import { daysFrom } from '../../src/demo/telling.js';
import { DetaineesService } from '../../src/detainees/detainees.service.js';
import { DetentionReviewService } from '../../src/detention-review/detention-review.service.js';
import type { Answer } from '../../src/law/answer.js';
import { parseDay } from '../../src/law/calendar/day.js';
import { evaluateJson } from '../../src/law-doors/law-questions.js';
import { aTestConfig } from '../support/app.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { testRedis } from '../support/redis.js';

const TODAY = '2026-11-24';
const PEOPLE = demoPeople(daysFrom(parseDay(TODAY)));

interface Office {
  app: INestApplicationContext;
  database: TestDatabase;
  seed: SeedService;
  clock: FixedClock;
  close(): Promise<void>;
}

/** The services of the command line on a database of their own. */
async function office(nodeEnv = 'development'): Promise<Office> {
  const [database, redis] = await Promise.all([testDatabase(), testRedis()]);
  const clock = new FixedClock(`${TODAY}T17:00:00Z`, 'America/Detroit');
  const app = await Test.createTestingModule({ imports: [CommandLineModule] })
    .overrideProvider(Config).useValue(aTestConfig({ databaseUrl: database.url, redisUrl: redis.url }, { NODE_ENV: nodeEnv }))
    .overrideProvider(Clock).useValue(clock)
    .setLogger(new Log('silent', 'cli'))
    .compile();
  await app.init();
  return {
    app, database, clock, seed: app.get(SeedService),
    close: async () => {
      await app.close();
      await redis.close();
      await database.close();
    },
  };
}

/** How many rows every table holds, and which versions of which facts. */
async function contents(database: TestDatabase): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const seen: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ sum: string }>(`select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`);
    seen[name] = row.sum;
  }
  return seen;
}

const one = async <T>(database: TestDatabase, sql: string, values: unknown[] = []): Promise<T> => {
  const [row] = await database.query<{ value: T }>(sql, values);
  return row.value;
};

describe('a new installation, seeded on 24 November 2026', () => {
  let here: Office;
  let summary: SeedSummary;
  beforeAll(async () => {
    here = await office();
    summary = await here.seed.seed({ demo: 'if-empty' });
  }, 120_000);
  afterAll(() => here.close());

  it('holds the facilities, the field offices and the holidays', async () => {
    expect(summary.reference).toMatchObject({ facilities: 1949, fieldOffices: 25 });
    expect(await one(here.database, 'select count(*)::int as value from facility where circuit is not null')).toBe(1920);
  });

  it('holds the demo caseload, marked as invented, and the 43 people of ICE’s sample, who are not', async () => {
    expect(summary.demo).toEqual({ users: 5, people: PEOPLE.length, sampleRows: 103 });
    expect(await one(here.database, 'select count(*)::int as value from detainee where is_demo')).toBe(PEOPLE.length);
    expect(await one(here.database, 'select count(*)::int as value from detainee where not is_demo')).toBe(43);
  });

  it('is the same after a second seeding, also on a later day', async () => {
    const before = await contents(here.database);
    expect(await here.seed.seed({ demo: 'if-empty' })).toMatchObject({ demo: { users: 0, people: 0, sampleRows: 0 } });
    expect(await contents(here.database)).toEqual(before);

    here.clock.set('2026-12-24T17:00:00Z');
    const later = await here.seed.seed({ demo: 'if-empty' });
    expect(later.demo).toEqual({ users: 0, people: 0, sampleRows: 0 });
    here.clock.set(`${TODAY}T17:00:00Z`);
  });

  it('has the operator as recorder and a document or a row as source of every fact', async () => {
    for (const table of ['detainee_identity', 'detainee_name', 'custody_stint', 'removal_order', 'case_event', 'known_list']) {
      expect(await one(here.database, `select count(*)::int as value from ${table} where source_kind = 'document' and source_text is null`)).toBe(0);
    }
  });

  it('gives the law the same facts from the database as the stories tell', async () => {
    const reviews = here.app.get(DetentionReviewService);
    for (const { key, aNumber, citizenship, birthDate, facts } of PEOPLE) {
      const told = evaluateJson({ asOf: TODAY, person: { citizenship, birthDate: birthDate ?? null }, ...facts });
      const onFile = await reviews.evaluationOf(await idOf(here, aNumber), TODAY, null);
      expect({ key, ...summaryOf(onFile) }).toEqual({ key, ...summaryOf(told) });
    }
  });

  it('counts 178 days of one of them, and names what is missing of another', async () => {
    const reviews = here.app.get(DetentionReviewService);
    const counted = await reviews.evaluationOf(await idOf(here, 'A900-001-001'), TODAY, null);
    expect(counted.counts.find(({ id }) => id === 'post-order.current-stay')).toMatchObject({ days: 178 });
    const unknown = await reviews.evaluationOf(await idOf(here, 'A900-001-009'), TODAY, null);
    expect(unknown.finality).toMatchObject({ result: 'unknown', missing: ['removalOrders[0].decidedOn'] });
  });

  it('has people of ICE’s data and invented people on the morning’s list', async () => {
    const { items } = await here.app.get(FindingsService).list({ limit: 200 });
    expect(items.some(({ person }) => person.isDemo)).toBe(true);
    expect(items.some(({ person }) => !person.isDemo)).toBe(true);
    expect(await one(here.database, 'select count(*)::int as value from review_mark')).toBe(0);
  });

  it('lets the five demo users sign in with what the welcome prints', async () => {
    const logins = await here.app.get(DemoUsersService).logins();
    expect(logins.map(({ role }) => role)).toEqual(['admin', 'attorney', 'paralegal', 'co-counsel', 'auditor']);
  });

  it('grants co-counsel the first four people of the demo, and does not grant again what was revoked', async () => {
    const granted = () => here.database.query<{ id: string }>(`select g.detainee_id as id from person_grant g join app_user u on u.id = g.user_id
      where u.role = 'co-counsel' and g.revoked_at is null order by 1`);
    const expected = await Promise.all(PEOPLE.slice(0, 4).map(({ aNumber }) => idOf(here, aNumber)));
    expect((await granted()).map(({ id }) => id)).toEqual(expected.sort());
    await here.database.query(`update person_grant set revoked_at = now(), revoked_by = granted_by where detainee_id = $1`, [expected[0]]);
    await here.seed.seed({ demo: 'if-empty' });
    expect((await granted()).map(({ id }) => id)).toEqual(expected.slice(1));
  });

  it('takes invented members of the class, the same again for the same seed', async () => {
    const ask = { people: 140, seed: 1, besideRealPeople: false };
    const before = await here.database.query<{ id: string }>('select id from detainee');
    expect(await here.seed.addClass(ask)).toMatchObject({ people: 140, added: 140 });
    expect(await here.seed.addClass(ask)).toMatchObject({ people: 140, added: 0 });
    expect(await one(here.database, `select count(distinct m.detainee_id)::int as value from class_membership m join custody_stint s using (detainee_id)
      where m.detainee_id <> all($1::uuid[]) and s.to_on is null`, [before.map(({ id }) => id)])).toBe(13);
  }, 60_000);
});

describe('an office with people of its own', () => {
  let here: Office;
  beforeAll(async () => {
    here = await office();
    await here.app.get(DetaineesService).create(operator(null), {
      source: { kind: 'person', text: 'Her sister, by telephone' }, names: [{ kind: 'primary', fullName: 'Somebody Real' }], identifiers: [],
    });
  });
  afterAll(() => here.close());

  it('gets the reference data and nobody invented', async () => {
    const summary = await here.seed.seed({ demo: 'if-empty' });
    expect(summary).toMatchObject({ demo: null, reference: { facilities: 1949 } });
    expect(await one(here.database, 'select count(*)::int as value from detainee')).toBe(1);
    expect(await one(here.database, 'select count(*)::int as value from app_user where is_demo')).toBe(0);
  });

  it('gets no invented class, unless it says so', async () => {
    await expect(here.seed.addClass({ people: 5, seed: 1, besideRealPeople: false })).rejects.toThrow('real people');
    expect(await one(here.database, 'select count(*)::int as value from detainee')).toBe(1);
  });
});

describe('an installation in production', () => {
  let here: Office;
  beforeAll(async () => {
    here = await office('production');
  });
  afterAll(() => here.close());

  it('gets the reference data alone, and refuses to invent people even when asked', async () => {
    expect(await here.seed.seed({ demo: 'if-empty' })).toMatchObject({ demo: null });
    await expect(here.seed.seed({ demo: 'always' })).rejects.toThrow('production');
    await expect(here.seed.addClass({ people: 5, seed: 1, besideRealPeople: true })).rejects.toThrow('production');
    expect(await one(here.database, 'select count(*)::int as value from detainee')).toBe(0);
    expect(await one(here.database, `select count(*)::int as value from app_user where role <> 'operator'`)).toBe(0);
  });
});

/** Everything but the sentences, which name a fact by its place in a list. */
const summaryOf = ({ custody, finality, removalPeriod, governing, counts, findings, nextChangeOn }: Answer) => ({
  stays: custody.stays, nextChangeOn, governing,
  finality: [finality.result, finality.on, finality.basis, finality.missing],
  removalPeriod: [removalPeriod.result, removalPeriod.beginsOn, removalPeriod.endsOn, removalPeriod.tolledDays],
  counts: counts.map(({ id, from, days, day180On, sixMonthsOn }) => [id, from, days, day180On, sixMonthsOn]),
  findings: findings.map(({ authority, clause, result, on, readings }) => [authority, clause, result, on, readings.length]).sort(),
});

async function idOf(here: Office, aNumber: string): Promise<string> {
  const lookups = await here.app.get(BlindIndex).under('a-number', aNumber.replace(/\D/g, ''));
  return one(here.database, 'select detainee_id as value from detainee_identifier where lookup = any($1::text[])', [lookups]);
}
