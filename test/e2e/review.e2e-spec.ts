import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { operator, OPERATOR_ID } from '../../src/common/actor.js';
import { FixedClock } from '../../src/common/clock.js';
import { dataSourceOptions } from '../../src/common/data-source.js';
import { Database } from '../../src/common/database.js';
import { choosePeople } from '../../src/detention-review/chosen-people.queries.js';
import { DetentionReviewService } from '../../src/detention-review/detention-review.service.js';
import { claimDue } from '../../src/detention-review/due.queries.js';
import { allFactsSql } from '../../src/detention-review/facts.queries.js';
import { addDays, formatDay, parseDay } from '../../src/law/calendar/day.js';
import type { Facts } from '../../src/law/facts.js';
import { auditOf } from '../support/audit.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { SixMonthsLaw } from '../support/six-months-law.js';

const TODAY = '2026-11-24';
const daysBefore = (days: number, day = TODAY) => formatDay(addDays(parseDay(day), -days));
const NOW = { today: TODAY, lawVersion: 'six-months-1' };

Logger.overrideLogger(false); // failures are part of these tests

let testing: TestDatabase;
let source: DataSource;
let database: Database;

beforeEach(async () => {
  testing = await testDatabase();
  source = await new DataSource(dataSourceOptions({ databaseUrl: testing.url, databasePoolSize: 12 })).initialize();
  database = new Database(source);
});

afterEach(async () => {
  await source.destroy();
  await testing.close();
});

const reviewer = (law = new SixMonthsLaw()) => new DetentionReviewService(database, auditOf(database), law, new FixedClock(`${TODAY}T12:00:00Z`));

/** Somebody who entered on `from` and is held. */
async function aPerson(from: string | null, facility = 'GLADEFL'): Promise<string> {
  const [person] = await testing.query<{ id: string }>('insert into detainee (created_by) values ($1) returning id', [OPERATOR_ID]);
  await testing.query(
    `insert into custody_stint (detainee_id, source_kind, recorded_by, facility, custodian, from_on) values ($1, 'person', $2, $3, 'ice', $4)`,
    [person.id, OPERATOR_ID, facility, from]);
  await mark(person.id);
  return person.id;
}

const mark = (id: string) => testing.query('insert into review_mark (detainee_id) values ($1)', [id]);

async function correct(id: string, from: string | null, to: string | null = null): Promise<void> {
  await testing.query(`update custody_stint set from_on = $2, to_on = $3 where detainee_id = $1`, [id, from, to]);
  await mark(id);
}

/** Somebody waits for a row of this database that another holds. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await testing.query(waiting)).length === 0) await sleep(10);
}

interface Row { id: string; result: string; on_day: string; count_days: number; supersedes_id: string | null; superseded_reason: string | null; acknowledged_by: string | null; snoozed_until: string | null }
const ledgerOf = (id: string) => testing.query<Row>('select * from finding where detainee_id = $1 order by opened_at, supersedes_id nulls first', [id]);
const standing = async (id: string) => (await ledgerOf(id)).filter((row) => row.superseded_reason === null);
const marks = async () => (await testing.query<{ n: number }>('select count(*)::integer as n from review_mark'))[0].n;

describe('a sweep on 2026-11-24', () => {
  it.each([
    ['the day before it approaches', 152, []],
    ['the day it approaches', 153, ['approaching']],
    ['the day before the line', 182, ['approaching']],
    ['the day of the line', 183, ['met']],
  ])('of somebody held since %s (%i days), lists %j', async (_when, days, results) => {
    const id = await aPerson(daysBefore(days));
    await reviewer().sweep(TODAY);
    expect((await standing(id)).map(({ result }) => result)).toEqual(results);
  });

  it('names what is missing when the entry is not known', async () => {
    const id = await aPerson(null);
    await reviewer().sweep(TODAY);
    expect(await standing(id)).toMatchObject([{ result: 'unknown', missing: ['stints'], count_days: null }]);
  });

  it('takes the marks, evaluates each person once, writes one entry in the log, and does nothing the second time', async () => {
    await Promise.all([aPerson(daysBefore(200)), aPerson(daysBefore(10))]);
    const law = new SixMonthsLaw();
    const reviews = reviewer(law);
    expect(await reviews.sweep(TODAY)).toEqual({ evaluated: 2, opened: 1, succeeded: 0, closed: 0, failed: 0 });
    expect(await reviews.sweep(TODAY)).toEqual({ evaluated: 0, opened: 0, succeeded: 0, closed: 0, failed: 0 });
    expect(law.evaluations).toBe(2);
    expect(await marks()).toBe(0);
    expect(await testing.query(`select action, after->>'opened' as opened from audit_entry`)).toEqual([{ action: 'finding.reviewed', opened: '1' }]);
  });
});

describe('the facts of everybody', () => {
  it('are read with whose they are, so that they can be put in the order of people', async () => {
    const people = [await aPerson('2026-05-28'), await aPerson('2026-06-01')];
    const rows = await testing.query<{ id: string }>(`select detainee_id as id from (${allFactsSql()}) as facts where detainee_id is not null order by detainee_id`);
    expect(rows.map(({ id }) => id)).toEqual([...people].sort());
  });
});

describe('the days that follow', () => {
  it('a sweep takes only whose day has come; a missed week changes nothing', async () => {
    const id = await aPerson(daysBefore(150));
    await aPerson(daysBefore(10));
    const law = new SixMonthsLaw();
    await reviewer(law).sweep(TODAY);
    law.evaluations = 0;
    expect(await reviewer(law).sweep('2026-11-26')).toMatchObject({ evaluated: 0 });
    expect(await reviewer(law).sweep('2026-12-05')).toMatchObject({ evaluated: 1, opened: 1 });
    expect(await standing(id)).toMatchObject([{ result: 'approaching' }]);
    expect(await reviewer(law).sweep('2027-01-15')).toMatchObject({ evaluated: 1, succeeded: 1 });
    expect(law.evaluations).toBe(2);
    const [first, second] = await ledgerOf(id);
    expect(first.superseded_reason).toBe('Days passed from 2026-12-05 to 2027-01-15: the result went from approaching to met.');
    expect(second).toMatchObject({ result: 'met', supersedes_id: first.id, superseded_reason: null });
  });
});

describe('a fact that is corrected', () => {
  it('supersedes the finding with the reason; the acknowledgement and the snooze stay while the result does', async () => {
    const id = await aPerson(daysBefore(200));
    await reviewer().sweep(TODAY);
    await testing.query(`update finding set acknowledged_by = $1, acknowledged_at = now(), snoozed_by = $1, snoozed_until = '2026-12-24', snooze_reason = 'sealed:1:as-it-is'`, [OPERATOR_ID]);

    await correct(id, daysBefore(210));
    await reviewer().sweep(TODAY);
    expect(await standing(id)).toMatchObject([{ result: 'met', acknowledged_by: OPERATOR_ID, snoozed_until: '2026-12-24' }]);
    expect((await ledgerOf(id))[0].superseded_reason).toMatch(/^Facts on file changed: the day of the line went from/);

    await correct(id, daysBefore(170));
    await reviewer().sweep(TODAY);
    expect(await standing(id)).toMatchObject([{ result: 'approaching', acknowledged_by: null, snoozed_until: null }]);
  });

  it('a release ends the finding as not met, and the ledger keeps all of it', async () => {
    const id = await aPerson(daysBefore(200));
    await reviewer().sweep(TODAY);
    await correct(id, daysBefore(200), daysBefore(1));
    await reviewer().sweep(TODAY);
    expect((await ledgerOf(id)).map(({ result }) => result)).toEqual(['met', 'not-met']);
  });
});

describe('another version of the law', () => {
  it('has everybody evaluated once more, and supersedes what it says otherwise', async () => {
    const id = await aPerson(daysBefore(200));
    await aPerson(daysBefore(5));
    await reviewer().sweep(TODAY);
    const reviews = reviewer(new SixMonthsLaw('six-months-2'));
    expect(await reviews.sweep(TODAY)).toMatchObject({ evaluated: 2, succeeded: 1 });
    expect(await reviews.sweep(TODAY)).toMatchObject({ evaluated: 0 });
    expect((await ledgerOf(id))[0].superseded_reason).toMatch(/^The law as computed changed \(version six-months-1 to six-months-2\)/);
  });
});

describe('somebody whose evaluation fails', () => {
  const refuse = (facts: Facts) => {
    if (facts.stints?.[0]?.facility === 'POISON') throw new Error('a rule met what it did not expect');
  };

  it('keeps nobody else waiting, is recorded and shown, and is tried again with the next mark only', async () => {
    const others = await Promise.all(Array.from({ length: 20 }, () => aPerson(daysBefore(200))));
    const poisoned = await aPerson(daysBefore(200), 'POISON');
    const law = new SixMonthsLaw('six-months-1', refuse);
    expect(await reviewer(law).sweep(TODAY)).toMatchObject({ evaluated: 20, failed: 1 });
    for (const id of others) expect(await standing(id)).toHaveLength(1);
    expect((await reviewer(law).status()).failures).toMatchObject([{ detaineeId: poisoned, asOf: TODAY, reason: 'Error: a rule met what it did not expect' }]);

    expect(await reviewer(law).sweep(TODAY)).toMatchObject({ evaluated: 0, failed: 0 });
    await mark(poisoned);
    expect(await reviewer(law).sweep(TODAY)).toMatchObject({ evaluated: 0, failed: 1 });
  });

  it('is tried again on the next day, once', async () => {
    await aPerson(daysBefore(200), 'POISON');
    const law = new SixMonthsLaw('six-months-1', refuse);
    expect(await reviewer(law).sweep(TODAY)).toMatchObject({ failed: 1 });
    expect(await reviewer(law).sweep('2026-11-25')).toMatchObject({ failed: 1 });
    expect(await reviewer(law).sweep('2026-11-25')).toMatchObject({ failed: 0 });
  });

  it('is tried again by the next version of the law, and its failure forgotten', async () => {
    const poisoned = await aPerson(daysBefore(200), 'POISON');
    await reviewer(new SixMonthsLaw('six-months-1', refuse)).sweep(TODAY);
    const mended = reviewer(new SixMonthsLaw('six-months-2'));
    expect(await mended.sweep(TODAY)).toMatchObject({ evaluated: 1, opened: 1 });
    expect(await standing(poisoned)).toHaveLength(1);
    expect((await mended.status()).failures).toEqual([]);
  });

  it('is found by halves when only the database refuses it', async () => {
    const law = new (class extends SixMonthsLaw {
      override evaluate(...args: Parameters<SixMonthsLaw['evaluate']>) {
        const evaluation = super.evaluate(...args);
        const poisoned = args[0].stints?.[0]?.facility === 'POISON';
        return poisoned ? { ...evaluation, circuit: 'x', finality: { ...evaluation.finality, result: 'no such result' as never } } : evaluation;
      }
    })();
    const others = await Promise.all(Array.from({ length: 9 }, () => aPerson(daysBefore(200))));
    const poisoned = await aPerson(daysBefore(200), 'POISON');
    expect(await reviewer(law).sweep(TODAY)).toMatchObject({ evaluated: 9, failed: 1 });
    for (const id of others) expect(await standing(id)).toHaveLength(1);
    expect((await reviewer(law).status()).failures).toMatchObject([{ detaineeId: poisoned }]);
    expect(await marks()).toBe(0);
  });
});

describe('recording a fact while a sweep holds its person', () => {
  it('does not wait, and its mark outlives the sweep', async () => {
    const id = await aPerson(daysBefore(200));
    await database.transaction(async (tx) => {
      await choosePeople(tx.client, [id]);
      expect(await claimDue(tx, NOW)).toEqual(new Map([[id, { marked: true }]]));
      const recording = testing.query(
        `insert into case_event (detainee_id, source_kind, recorded_by, kind, on_day) values ($1, 'person', $2, 'hearing', $3)`, [id, OPERATOR_ID, TODAY]);
      await recording; // it would wait for this transaction, and this transaction for it: the test would run out of time
      await mark(id);
    });
    expect(await marks()).toBe(1);
  });

  it('is told as a fact, also where it came after the person was claimed for the day and before the file was read', async () => {
    const id = await aPerson(daysBefore(160));
    await reviewer().sweep(TODAY);
    await testing.query('update evaluation set next_change_on = $1', [TODAY]);
    await testing.query(`insert into review_failure (detainee_id, as_of, law_version, reason) values ($1, $2, $3, '')`, [id, daysBefore(1), NOW.lawVersion]);
    const holder = new pg.Client({ connectionString: testing.url });
    await holder.connect();
    try {
      await holder.query('begin; select from review_failure for update'); // which a sweep forgets between the two
      const sweep = reviewer().sweep(TODAY);
      await somebodyWaits();
      await correct(id, daysBefore(300));
      await holder.query('rollback');
      await sweep;
    } finally {
      await holder.end();
    }
    const [former, now] = await ledgerOf(id);
    expect(now).toMatchObject({ result: 'met', supersedes_id: former.id });
    expect(former.superseded_reason).toMatch(/^Facts on file changed: the result went from approaching to met/);
    expect(await marks()).toBe(0);
  });

  it('another worker passes the person by and takes nobody\'s mark, so that the person is due again when the first one dies', async () => {
    const [held, free] = await Promise.all([aPerson(daysBefore(200)), aPerson(daysBefore(200))]);
    const died = new Error('the first worker died');
    await expect(database.transaction(async (tx) => {
      await choosePeople(tx.client, [held]);
      await claimDue(tx, NOW);
      const other = await new DataSource(dataSourceOptions({ databaseUrl: testing.url, databasePoolSize: 4 })).initialize();
      try {
        const reviews = new DetentionReviewService(new Database(other), auditOf(new Database(other)), new SixMonthsLaw(), new FixedClock(`${TODAY}T12:00:00Z`));
        expect(await reviews.sweep(TODAY)).toMatchObject({ evaluated: 1 });
      } finally {
        await other.destroy();
      }
      expect(await standing(free)).toHaveLength(1);
      expect(await marks()).toBe(1);
      throw died;
    })).rejects.toBe(died);
    expect(await reviewer().sweep(TODAY)).toMatchObject({ evaluated: 1 });
  });
});

describe('many sweeps at the same time', () => {
  it('write each finding once, also while facts change under them', async () => {
    const people = await Promise.all(Array.from({ length: 120 }, (_, i) => aPerson(daysBefore(140 + i))));
    const sweeps = Array.from({ length: 4 }, () => reviewer().sweep(TODAY));
    const reviews = Array.from({ length: 2 }, () => reviewer().review(people, TODAY));
    const corrections = people.slice(0, 40).map((id) => correct(id, daysBefore(300)));
    await Promise.all([...sweeps, ...reviews, ...corrections]);
    await reviewer().sweep(TODAY, operator('the last'));

    expect(await marks()).toBe(0);
    for (const [i, id] of people.entries()) {
      const days = i < 40 ? 300 : 140 + i;
      const expected = days >= 183 ? ['met'] : days >= 153 ? ['approaching'] : [];
      expect((await standing(id)).map(({ result }) => result)).toEqual(expected);
    }
    expect(await testing.query('select supersedes_id from finding where supersedes_id is not null group by 1 having count(*) > 1')).toEqual([]);
  });
});
