import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { Database } from '../../src/common/database.js';
import { FACT_TABLES } from '../../src/detention-review/facts.queries.js';
import { canonicalJson } from '../../src/reports/canonical.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { runHere } from '../support/command-line.js';
import { aDetainee, aFact, aRemovalOrder, aStint, type Recorded, SOURCE, twoFacilities } from '../support/factories.js';
import { TEST_KEYS } from '../support/keys.js';
import { textOfPdf } from '../support/pdf-text.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));
const FORMATS = ['json', 'csv', 'xlsx', 'pdf'] as const;
/** Words that must not be found in anything that a report says. */
const PRIVILEGED = 'canary-privileged';
const NUMBER = '219000001';
/** The ninety-day review of each was due on 2026-04-20. */
const APRIL = { from: '2026-04-01', through: '2026-04-30', authorities: ['8-cfr-241.4'], audience: 'office' };

let app: TestApp;
let admin: SignedIn;
let walled: SignedIn;
let auditor: SignedIn;
let missed: Recorded[];
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vigil-reports-'));
  app = await testApp({ env: { VIGIL_SMALLEST_CELL: '3' } });
  await twoFacilities(app.database);
  [admin, walled, auditor] = [await app.signedIn('admin'), await app.signedIn('admin'), await app.signedIn('auditor')];
  missed = [];
  for (let i = 0; i < 4; i++) missed.push(await held('GLADEFL', i === 0 ? { fullName: 'Hanna Petros', value: NUMBER } : {}));
  for (let i = 0; i < 3; i++) missed.push(await held('STCLAMI', i === 0 ? { fullName: '=HYPERLINK("http://example.org")' } : {}));
  for (let i = 0; i < 3; i++) await decided(await held('GLADEFL'), '2026-04-15');
  await decided(await held('STCLAMI'), '2026-04-25'); // late, and alone
  await aFact(app, admin, missed[0].id, 'notes', { handling: 'privileged', body: PRIVILEGED });
  expect((await app.post('/v1/walls', { as: admin, body: { detaineeId: missed[0].id, userId: walled.id, reason: PRIVILEGED } })).statusCode).toBe(201);
  await app.sweep('2026-11-24');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function held(facility: string, { fullName = 'Yousif Younan', value }: { fullName?: string; value?: string } = {}): Promise<Recorded> {
  const person = await aDetainee(app, admin, { names: [{ kind: 'primary', fullName }], ...(value && { identifiers: [{ kind: 'a-number', value }] }) });
  await aStint(app, admin, person.id, { facility, from: '2026-01-05' });
  await aRemovalOrder(app, admin, person.id, { decidedOn: '2026-01-20', appeal: { waivedOn: '2026-01-20', filed: false }, events: [] });
  await app.send('PUT', `/v1/detainees/${person.id}/known-lists/events`, { as: admin, body: { source: SOURCE } });
  return person;
}

const decided = (person: Recorded, on: string) => aFact(app, admin, person.id, 'events', { kind: 'custody-review-decision', on, note: PRIVILEGED });

async function made(body: object = {}, as = admin): Promise<Recorded> {
  const answer = await app.post('/v1/reports/compliance', { as, body: { ...APRIL, ...body } });
  expect([answer.statusCode, answer.statusCode === 201 ? '' : answer.body]).toEqual([201, '']);
  return answer.json();
}

const shown = async (id: string, as = admin): Promise<Recorded> => (await app.get(`/v1/reports/${id}`, { as })).json();
const verified = async (id: string): Promise<Recorded> => (await app.post(`/v1/reports/${id}/verify`, { as: auditor })).json();
const ninetyDays = (rows: Recorded[]): Recorded => rows.find(({ clause }) => clause === 'review-90-day');
const countsOf = (numbers: Recorded): Recorded => Object.fromEntries(Object.entries(numbers).filter(([, { count }]: [string, Recorded]) => count !== 0).map(([name, { count }]: [string, Recorded]) => [name, count]));

async function file(id: string, format: string, as = admin): Promise<{ status: number; bytes: Buffer }> {
  const answer = await fetch(`${app.url}/v1/reports/${id}/file?format=${format}`, { headers: { authorization: `Bearer ${as.token}` } });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

const settings = () => ({ NODE_ENV: 'test', JWT_SECRET: 'q7Zp2mV9xKc4Lr8TnW3yBd6HsJf1GaEu', DATABASE_URL: app.database.url, REDIS_URL: app.redis.url, VIGIL_SMALLEST_CELL: '3', ...TEST_KEYS });
const here = (...args: string[]) => runHere(args, settings());
async function vigil(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { PATH: process.env.PATH, ...settings() } });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code: code as number };
}

describe('the report about April 2026, for the office', () => {
  let report: Recorded;
  let whole: Recorded;
  beforeAll(async () => {
    report = await made();
    whole = (await shown(report.id)).report;
  });

  it('counts each review that was due once: done, late, missed, by facility, field office and month', () => {
    expect(report).toMatchObject({ kind: 'compliance', asOf: '2026-04-30', findings: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(countsOf(ninetyDays(whole.byClause).numbers)).toEqual({ due: 11, done: 3, late: 1, missed: 7 });
    expect(ninetyDays(whole.byClause).reviews).toMatchObject({ open: { count: 8 } }); // what was done in time never came onto the list
    const of = (rows: Recorded[], name: string) => rows.filter(({ clause }) => clause === 'review-90-day').map((row) => [row[name], countsOf(row.numbers)]);
    expect(of(whole.byFacility, 'facility')).toEqual([['GLADEFL', { due: 7, done: 3, missed: 4 }], ['STCLAMI', { due: 4, late: 1, missed: 3 }]]);
    expect(of(whole.byFieldOffice, 'fieldOffice')).toEqual([['DET', { due: 4, late: 1, missed: 3 }], ['MIA', { due: 7, done: 3, missed: 4 }]]);
    expect(of(whole.byMonth, 'month')).toEqual([['2026-04', { due: 11, done: 3, late: 1, missed: 7 }]]);
  });

  it('opens each number into exactly the findings that it counts', async () => {
    // Of every number it is tried without a server (build-report.spec.ts); here of one clause, at its addresses.
    const numbers: Recorded[] = [ninetyDays(whole.byClause), ninetyDays(whole.byFacility), ninetyDays(whole.byFieldOffice), ninetyDays(whole.byMonth)]
      .flatMap((row: Recorded) => [...Object.values(row.numbers), ...Object.values(row.reviews ?? {})]);
    const told = numbers.filter(({ count }) => count > 0);
    expect(told.length).toBeGreaterThan(10);
    for (const { count, findings } of told) expect([findings, (await app.get(`${findings}&limit=200`, { as: admin })).json().items.length]).toEqual([findings, count]);
  });

  it('lists each finding with its reasons, its day, where the person was, and the ledger\'s finding about it', async () => {
    const { items } = (await app.get(`/v1/reports/${report.id}/findings?clause=review-90-day&outcome=missed&facility=GLADEFL&limit=3`, { as: admin })).json();
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({ on: '2026-04-20', month: '2026-04', facility: 'GLADEFL', fieldOffice: 'MIA', result: 'met', review: 'open', counted: true });
    expect(items[0].because.join(' ')).toContain('Not done by 2026-04-30');
    expect((await app.get(`/v1/findings/${items[0].finding}`, { as: admin })).json()).toMatchObject({ clause: 'review-90-day', person: { id: items[0].person } });
  });

  it('is the same bytes each time, in every format, and whoever asks; the JSON is what is hashed', async () => {
    for (const format of FORMATS) expect([format, (await file(report.id, format)).bytes.equals((await file(report.id, format)).bytes)]).toEqual([format, true]);
    const { bytes } = await file(report.id, 'json');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(report.hash);
    expect(bytes.toString()).toBe(canonicalJson(JSON.parse(bytes.toString())));
    expect((await file(report.id, 'json', walled)).bytes.equals(bytes)).toBe(true);
  });

  it('names everybody to who sees everybody, and not those whom a wall closes to who reads', async () => {
    expect((await file(report.id, 'csv')).bytes.toString()).toContain('Hanna Petros');
    const behind = (await file(report.id, 'csv', walled)).bytes.toString();
    expect(behind).toContain(`"'=HYPERLINK(`); // text, and no formula
    expect(behind).toContain('Yousif Younan');
    expect(behind).toContain('not shown to you');
    expect(behind).not.toContain('Hanna Petros');
    expect((await shown(report.id, walled)).names[missed[0].id]).toBeUndefined();
    // The number is the same: one that depends on who asks is none.
    expect((await made({}, walled)).findings).toBe(report.findings);
  });

  it('says nothing that is privileged, and no number of anybody', async () => {
    const everything = [...await Promise.all(FORMATS.filter((format) => format !== 'pdf').map(async (format) => (await file(report.id, format)).bytes)), Buffer.from(textOfPdf((await file(report.id, 'pdf')).bytes))];
    for (const bytes of everything) expect([PRIVILEGED, NUMBER].filter((word) => bytes.includes(word))).toEqual([]);
  });

  it('is a workbook with a title page, a table each and the exhibit', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await file(report.id, 'xlsx')).bytes as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Report', 'Chart', 'By clause', 'Review by the office', 'By field office', 'By facility', 'By month', 'Unverified sources', 'Clauses', 'Exhibit'].filter((name) => book.getWorksheet(name)));
    const exhibit = book.getWorksheet('Exhibit')!;
    expect(exhibit.rowCount).toBe(report.findings + 1);
    const sheet = book.getWorksheet('By clause')!;
    const head = sheet.getRow(1).values as string[];
    const row = sheet.getRows(2, sheet.rowCount - 1)!.find((each) => each.getCell(2).value === 'review-90-day')!;
    expect(row.getCell(head.indexOf('Missed')).value).toBe(7);
  });

  it('is paper with what was asked, the method, bars and the exhibit', async () => {
    const paper = textOfPdf((await file(report.id, 'pdf')).bytes);
    for (const words of ['Compliance report', '2026-04-01 through 2026-04-30', 'Method', 'Late, missed or forbidden, by clause and month', 'Exhibit: findings', 'Hanna Petros', report.hash]) expect(paper).toContain(words);
  });
});

describe('the version for outside', () => {
  let report: Recorded;
  let whole: Recorded;
  beforeAll(async () => {
    report = await made({ audience: 'outside' });
    whole = (await shown(report.id, auditor)).report;
  });

  it('is read by an auditor, who reads no other and makes none', async () => {
    const office = await made();
    expect((await app.get(`/v1/reports/${office.id}`, { as: auditor })).statusCode).toBe(404);
    expect((await app.post(`/v1/reports/${office.id}/verify`, { as: auditor })).statusCode).toBe(404);
    expect((await app.get('/v1/reports', { as: auditor })).json().items.every(({ audience }: Recorded) => audience === 'outside')).toBe(true);
    expect((await app.get('/v1/reports', { as: admin })).json().items.map(({ id }: Recorded) => id)).toContain(office.id);
    expect((await app.post('/v1/reports/compliance', { as: auditor, body: APRIL })).statusCode).toBe(403);
    expect((await app.get(`/v1/reports/${report.id}`, { as: await app.signedIn('attorney') })).statusCode).toBe(403);
  });

  it('tells no number about fewer than three people, nor one by which it could be found', () => {
    // One review was late: it is suppressed, and so is the smallest of the others, without which 11 less 10 would give it away.
    expect(countsOf(ninetyDays(whole.byClause).numbers)).toEqual({ due: 11, done: null, late: null, missed: 7 });
    const facility = whole.byFacility.filter(({ clause }: Recorded) => clause === 'review-90-day').map((row: Recorded) => [row.facility, countsOf(row.numbers)]);
    expect(facility).toEqual([['GLADEFL', { due: null, done: null, missed: 4 }], ['STCLAMI', { due: null, late: null, missed: 3 }]]);
  });

  it('knows people by names that hold in it alone, and says no day, place or reason of anybody', async () => {
    const another = (await shown((await made({ audience: 'outside' })).id, auditor)).report;
    const people = (of: Recorded) => [...new Set<string>(of.findings.map(({ person }: Recorded) => person))];
    expect(people(whole).every((person) => /^person-[0-9a-f]{12}$/.test(person))).toBe(true);
    expect(people(whole)).toHaveLength(people(another).length);
    expect(people(whole).filter((person) => people(another).includes(person))).toEqual([]);
    expect(new Set(whole.findings.flatMap((finding: object) => Object.keys(finding)))).toEqual(new Set(['number', 'person', 'authority', 'clause', 'outcome', 'month']));
    for (const format of FORMATS) {
      const { bytes } = await file(report.id, format, auditor);
      const told = format === 'pdf' ? Buffer.from(textOfPdf(bytes)) : bytes;
      expect([format, ...['Hanna', 'Younan', missed[0].id, '2026-04-20', NUMBER, PRIVILEGED].filter((word) => told.includes(word))]).toEqual([format]);
    }
  });

  it('opens its numbers into the exhibit, as far as that says them', async () => {
    for (const { numbers } of [...whole.byClause, ...whole.byMonth] as Recorded[]) {
      for (const { count, findings } of Object.values<Recorded>(numbers)) {
        if (count !== null && count > 0 && findings !== null) expect([findings, (await app.get(`${findings}&limit=200`, { as: auditor })).json().items.length]).toEqual([findings, count]);
      }
    }
  });
});

describe('a report that was made', () => {
  it('comes out the same when facts are corrected, findings superseded and reviews written afterwards; a new one does not', async () => {
    const report = await made();
    const person = await decided(missed[5], '2026-04-18');
    await app.sweep('2026-11-24');
    expect(person.id).toEqual(expect.any(String));
    expect(await verified((await made({ audience: 'outside' })).id)).toMatchObject({ holds: true });
    expect((await app.post(`/v1/reports/${report.id}/verify`, { as: admin })).json()).toMatchObject({ holds: true, outcome: 'same', recomputed: report.hash });
    expect(countsOf(ninetyDays((await shown(report.id)).report.byClause).numbers)).toEqual({ due: 11, done: 3, late: 1, missed: 7 });
    const later = await made();
    expect(countsOf(ninetyDays((await shown(later.id)).report.byClause).numbers)).toEqual({ due: 11, done: 4, late: 1, missed: 6 });
    const asBefore = await made({ asKnownOn: report.asKnownOn });
    expect(countsOf(ninetyDays((await shown(asBefore.id)).report.byClause).numbers)).toEqual({ due: 11, done: 3, late: 1, missed: 7 });
  });

  it('counts how far the office has come with its findings, as it was known', async () => {
    const before = await made();
    const [finding] = (await app.get(`/v1/findings?detainee=${missed[1].id}&clause=review-90-day`, { as: admin })).json().items;
    expect((await app.post(`/v1/findings/${finding.id}/review`, { as: admin, headers: { 'if-match': `"${finding.version}"` }, body: { state: 'confirmed' } })).statusCode).toBe(200);
    const reviews = async (id: string) => Object.fromEntries(Object.entries<Recorded>(ninetyDays((await shown(id)).report.byClause).reviews).map(([state, { count }]) => [state, count]));
    expect(await reviews((await made()).id)).toEqual({ open: 7, confirmed: 1 });
    expect(await reviews(before.id)).toEqual({ open: 8 });
  });

  it('whose stored hash or question was altered does not verify, and is given out to nobody', async () => {
    for (const alteration of [`hash = repeat('0', 64)`, `through_on = '2026-05-31'`, `as_known_on = as_known_on - interval '1 year'`, `pseudonym_key = decode(repeat('00', 32), 'hex')`]) {
      const { id } = await made({ audience: 'outside' });
      expect(await verified(id)).toMatchObject({ holds: true });
      await app.database.query(`update report set ${alteration} where id = $1`, [id]);
      expect([alteration, await verified(id)]).toMatchObject([alteration, { holds: false, outcome: 'different' }]);
      expect((await app.get(`/v1/reports/${id}`, { as: auditor })).statusCode).toBe(409);
      expect((await file(id, 'pdf', auditor)).status).toBe(409);
    }
  });

  it('about somebody who was erased since is given out no more, and a new one does not count them', async () => {
    const gone = await held('STCLAMI');
    const { id, findings } = await made();
    const { version } = (await app.get(`/v1/detainees/${gone.id}`, { as: admin })).json();
    expect((await app.post(`/v1/detainees/${gone.id}/erasure`, { as: admin, headers: { 'if-match': `"${version}"` }, body: { reason: 'opened-in-error' } })).statusCode).toBe(200);
    expect((await app.get(`/v1/reports/${id}`, { as: admin })).json().detail).toContain('a person was erased');
    expect((await made()).findings).toBeLessThan(findings);
  });

  it('by another law says so, and does not say that it was altered', async () => {
    const { id } = await made({ audience: 'outside' });
    await app.database.query(`update report set law_version = 'an earlier one' where id = $1`, [id]);
    expect(await verified(id)).toMatchObject({ holds: false, outcome: 'another-law', lawVersion: 'an earlier one' });
  });

  it('is on record: who made it, who took it away, who verified it, and whom it showed', async () => {
    const { id } = await made();
    await file(id, 'csv');
    await app.post(`/v1/reports/${id}/verify`, { as: admin });
    expect((await app.database.query<{ action: string }>('select action from audit_entry where subject_id = $1 order by id', [id])).map(({ action }) => action))
      .toEqual(['report.made', 'report.exported', 'report.verified']);
    const [read] = await app.database.query<{ people: number }>(`select cardinality(mentions) as people from audit_entry where route = 'GET /v1/reports/:id/file' order by id desc limit 1`);
    expect(read.people).toBe(11);
  });
});

it('what reports are computed from has no name and no word of anybody, and is seen for an admin or an auditor alone', async () => {
  const views = await app.database.query<{ name: string }>(`select table_name as name from information_schema.views where table_schema = 'whole_office' order by 1`);
  // One that were missing would be read as row security shows it to whoever asks, and the numbers with it.
  expect(FACT_TABLES.filter((table) => !views.some(({ name }) => name === table))).toEqual([]);
  // No name, no number and no word of anybody is in them.
  const columns = await app.database.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'whole_office'`);
  expect(columns.map(({ name }) => name).filter((name) => /name|value|reason|note|words|narrative|text|witness|place/.test(name))).toEqual([]);
  const seen = async (userId: string | null): Promise<number> => {
    const [row] = await (userId === null ? api.query<{ people: number }>(ALL) : api.actAs(userId, () => api.query<{ people: number }>(ALL)));
    return row.people;
  };
  const api = app.get(Database);
  const ALL = 'select count(*)::integer as people from whole_office.detainee';
  expect(await seen(null)).toBe(0);
  for (const role of ['attorney', 'paralegal', 'co-counsel'] as const) expect([role, await seen((await app.signedIn(role)).id)]).toEqual([role, 0]);
  expect(await seen(auditor.id)).toBe(await seen(admin.id));
  expect(await seen(admin.id)).toBeGreaterThan(10);
});

it('reports on an order that the office entered; one about a named person is left out of what goes outside, and its words are repeated nowhere', async () => {
  const clause = (id: string) => ({
    id, text: 'Hanna Petros is to be told by then.', citation: 'ECF 12', grade: 'V1', unverified: false, weight: 1, warningDays: 3, checkedOn: '2026-11-24',
    status: [{ from: '2026-04-01', state: 'in_force', cause: 'order entered', source: 'ECF 12', grade: 'V1' }],
    check: { kind: 'fixed-date', on: '2026-04-10', reachedBy: null, satisfiedBy: ['list-produced'], release: 'ends' },
  });
  const order = (id: string, protects: object) => ({
    id, protects, kind: 'order', caption: 'Petros v. Warden', citation: 'ECF 12', court: 'E.D. Mich.', docket: '2:26-cv-10000', judge: null, binds: ['ice'], where: 'everywhere', places: null, clauses: [clause('list')],
  });
  const attorney = await app.signedIn('attorney');
  for (const body of [order('order-for-all', { kind: 'everyone' }), { ...order('order-for-one', { kind: 'persons' }), persons: [{ detaineeId: missed[0].id, from: '2026-04-01' }] }]) {
    const answer = await app.post('/v1/court-orders', { as: attorney, body });
    expect([answer.statusCode, answer.statusCode === 201 ? '' : answer.body]).toEqual([201, '']);
  }
  const asked = { authorities: ['order-for-all', 'order-for-one'] };
  const { report: office } = await shown((await made(asked)).id);
  const of = (report: Recorded, id: string) => report.byClause.find(({ authority }: Recorded) => authority === id);
  expect(countsOf(of(office, 'order-for-all').numbers)).toEqual({ due: expect.any(Number), missed: expect.any(Number) });
  expect(countsOf(of(office, 'order-for-one').numbers)).toEqual({ due: 1, missed: 1 });
  expect(office.clauses.find(({ authority }: Recorded) => authority === 'order-for-one')).toMatchObject({ caption: 'An order about named persons' });
  const { report: outside } = await shown((await made({ ...asked, audience: 'outside' })).id, auditor);
  expect([of(outside, 'order-for-all') !== undefined, of(outside, 'order-for-one')]).toEqual([true, undefined]);
});

it.each([
  [{ through: '2026-03-31' }, 422, 'through'], [{ from: '2010-01-01' }, 422, 'through'], [{ asOf: '2026-03-31' }, 422, 'asOf'], [{ asOf: '2026-11-25' }, 422, 'asOf'],
  [{ asKnownOn: '2999-01-01T00:00:00Z' }, 422, 'asKnownOn'], [{ asKnownOn: '2026-04-10T12:00:00-04:00', asOf: '2026-04-11' }, 422, 'asOf'],
  [{ authorities: ['8-cfr-241.4', 'no-such-law'] }, 400, 'authorities[1]'], [{ audience: 'everybody' }, 400, 'audience'], [{ from: 'April' }, 400, 'from'],
])('%j is refused with where it is wrong, and nothing is stored', async (wrong, status, path) => {
  const stored = async () => (await app.database.query('select from report')).length;
  const before = await stored();
  const answer = await app.post('/v1/reports/compliance', { as: admin, body: { ...APRIL, ...wrong } });
  expect([answer.statusCode, answer.json().errors.map((fault: Recorded) => fault.path)]).toEqual([status, [path]]);
  expect(await stored()).toBe(before);
});

it('the command line makes one, writes it, and verifies it; one that was altered is refused', async () => {
  const ran = await vigil('report', '--from', '2026-04-01', '--through', '2026-04-30', '--authority', '8-cfr-241.4', '--audience', 'outside', '--out', 'april.json', '--format', 'json', '--json');
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { id, hash } = JSON.parse(ran.out) as { id: string; hash: string };
  expect(createHash('sha256').update(readFileSync(join(folder, 'april.json'))).digest('hex')).toBe(hash);
  expect((await app.get(`/v1/reports/${id}`, { as: auditor })).json()).toMatchObject({ hash, audience: 'outside' });
  expect(await here('report', '--verify', id)).toMatchObject({ code: 0, out: 'Made again from what is on file, it is the same to the last byte.\n' });
  await app.database.query(`update report set hash = repeat('0', 64) where id = $1`, [id]);
  expect(await here('report', '--verify', id)).toMatchObject({ code: 1, err: expect.stringContaining('it is another than the one whose hash is stored') });
  expect(await here('report', '--from', 'April')).toMatchObject({ code: 1 });
}, 60_000);
