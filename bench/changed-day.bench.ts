/**
 * The sweep of an ordinary day, on which one person in a thousand has changed: its time must grow with those, and not
 * with the caseload. Half of them have a changed fact, for the other half the day has come.
 */
import { FixedClock } from '../src/common/clock.js';
import type { Database } from '../src/common/database.js';
import { DetentionReviewService } from '../src/detention-review/detention-review.service.js';
import { OfficeLaw } from '../src/court-orders/office-law.js';
import { Evaluator } from '../src/detention-review/evaluator.js';
import { parseDay } from '../src/law/calendar/day.js';
import { auditOf } from './support/audit.js';
import { benchDatabase } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { median, publish } from './support/result.js';

const TODAY = '2026-11-24';
const CASELOADS = [10_000, 100_000, 300_000] as const;
const ROUNDS = 7;
/** So many changed in a caseload of any size: what is left of a difference is what the caseload costs. */
const SAME_NUMBER = 300;
const MOST = 2;

interface Day { people: number; oneInAThousand: number; sameNumber: number; nobody: number }

const days: Day[] = [];
for (const people of CASELOADS) days.push(await measure(people));

const ratio = days.at(-1)!.sameNumber / days[0].sameNumber;
publish({
  name: 'changed-day',
  figures: Object.fromEntries(days.flatMap(({ people, oneInAThousand, sameNumber, nobody }) => [
    [`${people} people, ${people / 1000} changed: sweep, ms`, oneInAThousand],
    [`${people} people, ${SAME_NUMBER} changed: sweep, ms`, sameNumber],
    [`${people} people, nobody changed: sweep, ms`, nobody],
  ])),
  ratio,
  bar: `a sweep of ${SAME_NUMBER} changed people takes at ${CASELOADS.at(-1)} people at most ${MOST} times as long as at ${CASELOADS[0]}`,
  holds: ratio <= MOST,
});

async function measure(people: number): Promise<Day> {
  const bench = await benchDatabase('changed_day');
  try {
    const { database } = bench;
    await fillCaseload(database, people, parseDay(TODAY));
    const reviews = new DetentionReviewService(bench.worker, auditOf(bench.worker), new Evaluator(new OfficeLaw()), new FixedClock(`${TODAY}T12:00:00Z`));
    await reviews.sweep(TODAY);
    await database.query('vacuum analyze');

    const day = async (changed: number): Promise<number> => {
      const took: number[] = [];
      for (let round = 0; round <= ROUNDS; round++) {
        await change(database, changed, round);
        const from = performance.now();
        const { evaluated } = await reviews.sweep(TODAY);
        if (round > 0) took.push(performance.now() - from); // the first round warms it up
        if (evaluated !== changed) throw new Error(`${evaluated} people were evaluated, and ${changed} had changed`);
      }
      return median(took);
    };
    return { people, oneInAThousand: await day(people / 1000), sameNumber: await day(SAME_NUMBER), nobody: await day(0) };
  } finally {
    await bench.close();
  }
}

/** A fact of one half has changed, and for the other half the day has come. */
async function change(database: Database, changed: number, round: number): Promise<void> {
  const chosen = await database.query<{ id: string }>('select id from detainee order by md5(id::text || $1) limit $2', [String(round), changed]);
  const ids = chosen.map(({ id }) => id);
  await database.query('insert into review_mark (detainee_id) select unnest($1::uuid[])', [ids.slice(0, changed / 2)]);
  await database.query('update evaluation set next_change_on = $1 where detainee_id = any($2::uuid[])', [TODAY, ids.slice(changed / 2)]);
}
