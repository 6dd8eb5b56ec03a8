/**
 * A compliance report of some five thousand findings, made from the facts of a caseload that is reviewed, and written as a
 * spreadsheet and as paper. Each is measured whole, as the route does it for an admin and under the API's account: computed,
 * hashed, named and written.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/common/data-source.js';
import { Database } from '../src/common/database.js';
import { derivedUrl } from '../src/common/database-accounts.js';
import { OfficeLaw } from '../src/court-orders/office-law.js';
import { Evaluator } from '../src/detention-review/evaluator.js';
import { DetentionReviewService } from '../src/detention-review/detention-review.service.js';
import { FixedClock, SystemClock } from '../src/common/clock.js';
import { addDays, formatDay, parseDay } from '../src/law/calendar/day.js';
import { canonicalJson, hashOf } from '../src/reports/canonical.js';
import { namesOf } from '../src/reports/people.queries.js';
import { reportPdf } from '../src/reports/report-pdf.js';
import { ReportMaker } from '../src/reports/report-maker.service.js';
import type { ReportDocument, ReportQuery } from '../src/reports/report-document.js';
import { reportXlsx } from '../src/reports/report-xlsx.js';
import { auditOf } from './support/audit.js';
import { benchDatabase } from './support/bench-database.js';
import { fillCaseload } from './support/caseload.js';
import { median, publish } from './support/result.js';

const PEOPLE = 2_900;
const LEAST_FINDINGS = 5_000;
const PERIOD_DAYS = 365;
const ROUNDS = 5;
const MOST_SECONDS = 3;

const today = new SystemClock('America/Detroit').today();
const bench = await benchDatabase('report');
const source = await new DataSource(dataSourceOptions({ databaseUrl: derivedUrl(bench.url, 'api')!, databasePoolSize: 2 })).initialize();
try {
  await fillCaseload(bench.database, PEOPLE, parseDay(today));
  await new DetentionReviewService(bench.database, auditOf(bench.database), new Evaluator(new OfficeLaw()), new FixedClock(`${today}T12:00:00Z`)).sweep(today);
  await bench.database.query('vacuum analyze');

  const api = new Database(source);
  const [admin] = await bench.database.query<{ id: string }>(
    `insert into app_user (email, name, role) values ('bench@office.example', 'Bench', 'admin') returning id`) as [{ id: string }];
  const maker = new ReportMaker(new OfficeLaw());
  const query: ReportQuery = {
    id: randomUUID(), audience: 'office', from: formatDay(addDays(parseDay(today), -PERIOD_DAYS)), through: today, authorities: null, asOf: today,
    asKnownOn: (await bench.database.query<{ now: Date }>('select now()'))[0].now.toISOString(), smallestCell: 11, lawVersion: (await bench.database.transaction((tx) => maker.law(tx))).version,
  };
  const key = randomBytes(32);
  const made = (): Promise<{ document: ReportDocument; names: Map<string, string>; hash: string }> => api.actAs(admin.id, () => api.transaction(async (tx) => {
    const document = await maker.make(tx, query, key);
    return { document, names: await namesOf(tx, document.findings.map(({ person }) => person), new Date(query.asKnownOn)), hash: hashOf(canonicalJson(document)) };
  }));
  const timed = async (write: () => Promise<Buffer>): Promise<{ seconds: number; bytes: number; processor: number }> => {
    const [from, used] = [performance.now(), process.cpuUsage()];
    const { length } = await write();
    const { user, system } = process.cpuUsage(used);
    return { seconds: (performance.now() - from) / 1000, bytes: length, processor: (user + system) / 1_000_000 };
  };
  const rounds: Record<'computed' | 'xlsx' | 'pdf' | 'processor', number[]> = { computed: [], xlsx: [], pdf: [], processor: [] };
  let sizes = { xlsx: 0, pdf: 0 };
  for (let round = -1; round < ROUNDS; round++) {
    const computed = await timed(async () => made().then(({ hash }) => Buffer.from(hash)));
    const xlsx = await timed(async () => made().then(({ document, names, hash }) => reportXlsx(document, names, hash)));
    const pdf = await timed(async () => made().then(({ document, names, hash }) => reportPdf(document, names, hash)));
    sizes = { xlsx: xlsx.bytes, pdf: pdf.bytes };
    if (round < 0) continue; // the first round warms both
    rounds.computed.push(computed.seconds);
    rounds.xlsx.push(xlsx.seconds);
    rounds.pdf.push(pdf.seconds);
    rounds.processor.push(pdf.processor);
  }
  const { document } = await made();
  const slowest = Math.max(median(rounds.xlsx), median(rounds.pdf));
  publish({
    name: 'report',
    figures: {
      people: PEOPLE, findings: document.findings.length, 'days of the period': PERIOD_DAYS, rounds: ROUNDS,
      'computed and hashed alone, seconds (median)': median(rounds.computed),
      'to XLSX, seconds (median)': median(rounds.xlsx), 'to PDF, seconds (median)': median(rounds.pdf),
      'of the latter on a processor, in this process (median)': median(rounds.processor),
      'XLSX, bytes': sizes.xlsx, 'PDF, bytes': sizes.pdf,
      'to XLSX, each round': rounds.xlsx.map((each) => each.toFixed(2)).join(' '), 'to PDF, each round': rounds.pdf.map((each) => each.toFixed(2)).join(' '),
    },
    ratio: slowest / MOST_SECONDS,
    bar: `${LEAST_FINDINGS} findings in at most ${MOST_SECONDS} seconds each`,
    holds: document.findings.length >= LEAST_FINDINGS && slowest <= MOST_SECONDS,
  });
} finally {
  await source.destroy();
  await bench.close();
}
