import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { from as copyFrom } from 'pg-copy-streams';
import { OPERATOR_ID, operator } from '../src/common/actor.js';
import { FixedClock } from '../src/common/clock.js';
import { ReviewSignal } from '../src/common/review-signal.js';
import { ProductionsQueries } from '../src/productions/productions.queries.js';
import { ProductionsService } from '../src/productions/productions.service.js';
import { auditOf } from './support/audit.js';
import { benchDatabase } from './support/bench-database.js';
import { inChild } from './support/child.js';
import { type GeneratedRelease, RELEASE_COLUMNS, writeRelease } from './support/ice-release.js';
import { median, publish, seconds } from './support/result.js';

/**
 * Import of a million stints from a CSV file into the facts, end to end: hashed, read, checked, staged, merged, audited,
 * committed. Beside it, in the same run and in turns, the bare COPY of the same file into a plain table with the same
 * columns. Memory is compared with that of an import of a quarter of the rows, each in a process of its own.
 */
const ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 1_000_000);
const ROUNDS = Number(process.env.BENCH_IMPORT_ROUNDS ?? 3);
const BAR = 1 / 3;
const MOST_GROWTH_MB = 64;

interface Imported {
  seconds: number;
  peakMegabytes: number;
  stints: number;
  people: number;
}

async function compare(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
  try {
    const whole = join(folder, 'release.csv');
    const quarter = join(folder, 'quarter.csv');
    const made = await writeRelease(whole, ROWS);
    await writeRelease(quarter, ROWS / 4);

    const bare: number[] = [];
    const imports: Imported[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      bare.push(await bareCopy(whole));
      imports.push(await importOf(whole));
      console.log(`round ${round}: COPY ${bare.at(-1)!.toFixed(2)} s, import ${imports.at(-1)!.seconds.toFixed(2)} s`);
    }
    report(made, bare, imports, await importOf(quarter));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function report(made: GeneratedRelease, bare: readonly number[], imports: readonly Imported[], quarter: Imported): void {
  const last = imports.at(-1)!;
  if (last.stints !== made.rows || last.people !== made.people) throw new Error(`${last.stints} stints of ${last.people} people arrived of ${made.rows} of ${made.people}`);
  const copySeconds = median(bare);
  const importSeconds = median(imports.map((run) => run.seconds));
  // Of the rounds' own ratios: what else the machine did while it ran weighs on both sides of one.
  const ratio = median(imports.map((run, round) => bare[round] / run.seconds));
  const peak = median(imports.map((run) => run.peakMegabytes));
  const growth = peak - quarter.peakMegabytes;
  publish({
    name: 'import',
    figures: {
      'stints': made.rows,
      'people': made.people,
      'bare COPY, s': copySeconds,
      'bare COPY, rows/s': made.rows / copySeconds,
      'import, s': importSeconds,
      'import, rows/s': made.rows / importSeconds,
      'peak memory, MB': peak,
      'peak memory with a quarter of the rows, MB': quarter.peakMegabytes,
    },
    ratio,
    bar: `at least ${BAR.toFixed(3)} of the speed of COPY, and at most ${MOST_GROWTH_MB} MB more for four times the rows`,
    holds: ratio >= BAR && growth <= MOST_GROWTH_MB,
  });
}

async function bareCopy(file: string): Promise<number> {
  const bench = await benchDatabase('copy');
  try {
    await bench.database.query(`create table plain (${RELEASE_COLUMNS.map((name) => `"${name}" text`).join(', ')})`);
    return await bench.database.withClient(async (client) => {
      const from = performance.now();
      await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), client.query(copyFrom('copy plain from stdin (format csv, header)')));
      return seconds(from, performance.now());
    });
  } finally {
    await bench.close();
  }
}

/** Peak memory is the process's own, so each import has a process. */
const importOf = (file: string): Promise<Imported> => inChild<Imported>(fileURLToPath(import.meta.url), 'import', { BENCH_FILE: file });

async function importPart(): Promise<void> {
  const bench = await benchDatabase('import');
  try {
    const service = new ProductionsService(
      bench.database, new ProductionsQueries(bench.database), auditOf(bench.database), new ReviewSignal(), new FixedClock('2026-11-24T12:00:00Z'));
    const from = performance.now();
    const { production } = await service.importIceDetentions(operator('bench'), { file: process.env.BENCH_FILE!, name: 'release.csv' });
    const to = performance.now();
    const [onFile] = await bench.database.query<{ stints: number; people: number }>(
      'select (select count(*)::integer from custody_stint where recorded_by = $1) as stints, (select count(*)::integer from detainee) as people', [OPERATOR_ID]);
    if (production.summary.refused > 0) throw new Error(`${production.summary.refused} rows of the bench were refused`);
    process.send!({ seconds: seconds(from, to), peakMegabytes: process.resourceUsage().maxRSS / 1024, ...onFile } satisfies Imported);
  } finally {
    await bench.close();
  }
}

await (process.argv[2] === 'import' ? importPart() : compare());
