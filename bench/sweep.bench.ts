/**
 * The first sweep of a caseload, under the worker's account: every fact read from PostgreSQL, everybody evaluated by the
 * whole law, counts and findings written with their reasons. Against `COPY (SELECT …) TO STDOUT` of the same facts
 * person by person, as an evaluation needs them, read by the owner and thrown away; the same in no order is printed
 * beside it.
 */
import { fileURLToPath } from 'node:url';
import { to as copyTo } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { SystemClock } from '../src/common/clock.js';
import { dataSourceOptions } from '../src/common/data-source.js';
import { Database } from '../src/common/database.js';
import { DetentionReviewService } from '../src/detention-review/detention-review.service.js';
import { OfficeLaw } from '../src/court-orders/office-law.js';
import { Evaluator } from '../src/detention-review/evaluator.js';
import { allFactsSql } from '../src/detention-review/facts.queries.js';
import { parseDay } from '../src/law/calendar/day.js';
import { auditOf } from './support/audit.js';
import { benchDatabase, workerUrl } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { inChild } from './support/child.js';
import { publish, seconds } from './support/result.js';

const TODAY = '2026-11-24';
const FEW = 75_000;
const MANY = 300_000;
const MOST_TIMES_AS_LONG = 6;
const MOST_MEGABYTES = 400;

interface Measured {
  copyBefore: number;
  sweep: number;
  copyAfter: number;
  copyUnordered: number;
  factRows: number;
  findings: number;
  peakMegabytes: number;
}

if (process.argv[2] === 'sweep') await measure();
else await compare();

async function compare(): Promise<void> {
  const few = await sweepOf(FEW);
  const many = await sweepOf(MANY);
  const copy = (many.measured.copyBefore + many.measured.copyAfter) / 2;
  const ratio = many.measured.sweep / copy;
  publish({
    name: 'sweep',
    figures: {
      people: MANY, stints: many.stints, 'still held': many.open, 'fact rows': many.measured.factRows,
      'counts written': MANY * 6, 'findings written': many.measured.findings,
      'COPY alone by person, before and after, s': `${many.measured.copyBefore.toFixed(2)} and ${many.measured.copyAfter.toFixed(2)}`,
      'COPY alone in no order, s': many.measured.copyUnordered, 'sweep against COPY in no order': many.measured.sweep / many.measured.copyUnordered,
      'sweep, s': many.measured.sweep, 'people a second': MANY / many.measured.sweep,
      'fact rows a second, COPY alone by person': many.measured.factRows / copy, 'fact rows a second, sweep': many.measured.factRows / many.measured.sweep,
      [`peak memory at ${FEW} people, MB`]: few.measured.peakMegabytes, [`peak memory at ${MANY} people, MB`]: many.measured.peakMegabytes,
    },
    ratio,
    bar: `at most ${MOST_TIMES_AS_LONG} times as long as COPY alone; memory under ${MOST_MEGABYTES} MB and within a quarter of that of ${FEW} people`,
    holds: ratio <= MOST_TIMES_AS_LONG && many.measured.peakMegabytes < MOST_MEGABYTES && many.measured.peakMegabytes <= few.measured.peakMegabytes * 1.25,
  });
}

async function sweepOf(people: number): Promise<{ stints: number; open: number; measured: Measured }> {
  const bench = await benchDatabase('sweep');
  try {
    const { stints, open } = await fillCaseload(bench.database, people, parseDay(TODAY));
    const measured = await inChild<Measured>(fileURLToPath(import.meta.url), 'sweep', { DATABASE_URL: bench.url });
    return { stints, open, measured };
  } finally {
    await bench.close();
  }
}

async function measure(): Promise<void> {
  const connect = (databaseUrl: string) => new DataSource(dataSourceOptions({ databaseUrl, databasePoolSize: 6 })).initialize();
  const [owner, account] = [await connect(process.env.DATABASE_URL!), await connect(workerUrl(process.env.DATABASE_URL!))];
  const [database, worker] = [new Database(owner), new Database(account)];
  const reviews = new DetentionReviewService(worker, auditOf(worker), new Evaluator(new OfficeLaw()), new SystemClock('UTC'));

  const byPerson = `select * from (${allFactsSql()}) as facts order by detainee_id`;
  const { took: unorderedBefore, rows: factRows } = await copyAlone(database, allFactsSql());
  const { took: copyBefore } = await copyAlone(database, byPerson);
  const from = performance.now();
  const reviewed = await reviews.sweep(TODAY);
  const sweep = seconds(from, performance.now());
  const { took: copyAfter } = await copyAlone(database, byPerson);
  const { took: unorderedAfter } = await copyAlone(database, allFactsSql());
  await owner.destroy();
  await account.destroy();
  if (reviewed.failed > 0) throw new Error(`${reviewed.failed} people could not be evaluated`);
  process.send!({ copyBefore, sweep, copyAfter, copyUnordered: (unorderedBefore + unorderedAfter) / 2, factRows, findings: reviewed.opened, peakMegabytes: process.resourceUsage().maxRSS / 1024 } satisfies Measured);
}

async function copyAlone(database: Database, select: string): Promise<{ took: number; rows: number }> {
  const from = performance.now();
  const rows = await database.withClient(async (client) => {
    const stream = client.query(copyTo(`copy (${select}) to stdout (null '')`));
    for await (const chunk of stream) void chunk;
    return (stream as unknown as { rowCount: number }).rowCount;
  });
  return { took: seconds(from, performance.now()), rows };
}
