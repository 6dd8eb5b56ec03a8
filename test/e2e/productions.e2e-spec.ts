import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATOR_ID, operator } from '../../src/common/actor.js';
import { ImportDatabase } from '../../src/common/import-database.js';
import { ProductionsService } from '../../src/productions/productions.service.js';
import { dataFile } from '../../src/reference/data-files.js';
import { aRow, type Cells, csv, person } from '../fixtures/ice/release-csv.js';
import { workbookParts, zip } from '../fixtures/ice/zip.js';
import { aTestConfig, type SignedIn, type TestApp, testApp } from '../support/app.js';

const OUT = 'Detention Book Out Date Time';
const REASON = 'Detention Release Reason';
const open = { [OUT]: '', [REASON]: '' };
const noOrder = { 'Final Order Yes No': 'NO', 'Final Order Date': '' };

let app: TestApp;
let folder: string;
let admin: SignedIn;

beforeAll(async () => {
  app = await testApp();
  folder = mkdtempSync(join(tmpdir(), 'vigil-test-'));
  admin = await app.signedIn('admin');
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

const service = () => app.get(ProductionsService);

function fileOf(name: string, ...rows: Cells[]): string {
  const file = join(folder, name);
  writeFileSync(file, csv(rows));
  return file;
}

const importFile = (file: string, name: string) => service().importIceDetentions(operator('test'), { file, name });

const importRows = (name: string, ...rows: Cells[]) => importFile(fileOf(name, ...rows), name);

/** The number of rows of every table. */
async function everything(): Promise<Record<string, number>> {
  const tables = await app.database.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1");
  const counts: Record<string, number> = {};
  for (const { name } of tables) counts[name] = (await app.database.query<{ n: number }>(`select count(*)::integer as n from "${name}"`))[0].n;
  return counts;
}

/** Everybody is somebody else in each test. */
let last = 1000;
const somebody = (): string => person(++last);

const idOf = async (identifier: string): Promise<string> =>
  (await app.database.query<{ id: string }>("select detainee_id as id from detainee_identifier where value = $1 and superseded_at is null", [identifier]))[0].id;

const stintsOf = (identifier: string, current = true) => app.database.query(
  `select s.version, s.facility, s.from_on::text as from, s.to_on::text as to, s.ended_by, s.release_stay_on::text as stay, s.source_row as row,
     s.superseded_reason as reason, s.superseded_at is null as current
   from custody_stint s join detainee_identifier i using (detainee_id)
   where i.value = $1 and ($2 = false or s.superseded_at is null) order by s.from_on, s.facility, s.version`, [identifier, current]);

const ordersOf = (identifier: string) => app.database.query(
  `select o.kind, o.decided_by, o.stated_final_on::text as final, o.appeal_known, o.departure_known, o.events_known
   from removal_order o join detainee_identifier i using (detainee_id) where i.value = $1 and o.superseded_at is null order by o.stated_final_on`, [identifier]);

const knownListsOf = (identifier: string) => app.database.query<{ list: string; current: boolean }>(
  `select k.list, k.superseded_at is null as current from known_list k join detainee_identifier i using (detainee_id) where i.value = $1 order by k.version_id`, [identifier]);

const clearMarks = () => app.database.query('delete from review_mark');
const marked = async () => (await app.database.query<{ id: string }>('select distinct detainee_id as id from review_mark')).map(({ id }) => id);

describe('the sample of ICE’s own data', () => {
  it('ends as 43 people with 103 stints, of which 16 are open, each with its file, sheet and row; and again changes nothing', async () => {
    const file = dataFile('ice/ice_detentions_stints_sample.csv');
    const { production, already } = await service().importIceDetentions(operator('test'), { file, name: 'sample.csv' });
    expect(already).toBe(false);
    expect(production).toMatchObject({
      name: 'sample.csv', layout: 'detentions:detentions-7-25', importedBy: OPERATOR_ID,
      summary: { rows: 103, people: 43, stays: 46, stints: 103, openStints: 16, duplicates: 0, refused: 0, changes: { peopleAdded: 43, stintsAdded: 103, peopleChanged: 43 } },
    });
    const [onFile] = await app.database.query(
      `select count(*)::integer as stints, count(*) filter (where to_on is null)::integer as open, count(distinct detainee_id)::integer as people,
         count(distinct source_row)::integer as rows, min(source_row) as first, max(source_row) as last, count(distinct (detainee_id, release_stay_on))::integer as stays
       from custody_stint where source_file_id = $1 and source_kind = 'row'`, [production.id]);
    expect(onFile).toEqual({ stints: 103, open: 16, people: 43, rows: 103, first: 2, last: 104, stays: 46 });
    expect(await marked()).toHaveLength(43);

    const before = await everything();
    expect(await service().importIceDetentions(operator('test'), { file, name: 'under another name.csv' })).toMatchObject({ already: true, production: { id: production.id, name: 'sample.csv' } });
    expect(await everything()).toEqual(before);
  });

  it('is the same in the workbook beside it: all 103 stints unchanged, nobody to be reviewed', async () => {
    await clearMarks();
    const { production } = await service().importIceDetentions(operator('test'), { file: dataFile('ice/ice_detentions_raw_layout_fixture.xlsx'), name: 'sample.xlsx' });
    expect(production.summary).toMatchObject({
      rows: 103, people: 43, stays: 46, stints: 103, openStints: 16,
      changes: { peopleAdded: 0, stintsAdded: 0, stintsCorrected: 0, stintsUnchanged: 103, ordersAdded: 0, knownToHaveNoOrder: 0, identitiesAdded: 0, identitiesCorrected: 0, peopleChanged: 0 },
    });
    expect(await marked()).toEqual([]);
  });
});

describe('what a release says becomes facts', () => {
  it('of a person: stints, who it is, a removal order with its stated day, its route not known', async () => {
    const who = somebody();
    await importRows('person.csv', aRow({ 'Unique Identifier': who }), aRow({ 'Unique Identifier': who, 'Book In Date Time': '2024-04-17', 'Detention Facility Code': 'LAWINCI', ...open }));
    expect(await stintsOf(who)).toMatchObject([
      { facility: 'CSCNWWA', from: '2024-04-08', to: '2024-04-17', ended_by: 'transfer', stay: '2024-04-08', row: 2 },
      { facility: 'LAWINCI', from: '2024-04-17', to: null, ended_by: null, row: 3 },
    ]);
    expect(await ordersOf(who)).toEqual([{ kind: 'reinstated', decided_by: null, final: '2024-04-01', appeal_known: false, departure_known: false, events_known: true }]);
    expect(await knownListsOf(who)).toEqual([]);
    const [identity] = await app.database.query('select citizenship, birth_year, gender from detainee_identity where detainee_id = $1', [await idOf(who)]);
    expect(identity).toEqual({ citizenship: 'IRQ', birth_year: 1980, gender: 'male' });
  });

  it.each([
    ['[8F] Expedited Removal', { kind: 'expedited', decided_by: 'dhs' }],
    ['[11] Administrative Deportation / Removal', { kind: 'administrative', decided_by: 'dhs' }],
    ['[3] Deportable - Administratively Final Order', { kind: 'removal', decided_by: null }],
  ])('an order of category %s', async (category, expected) => {
    const who = somebody();
    await importRows(`${category.slice(1, 3)}.csv`, aRow({ 'Unique Identifier': who, 'Case Category': category }));
    expect(await ordersOf(who)).toMatchObject([expected]);
  });

  it('no final order: known to be none; not said: not known', async () => {
    const [none, unsaid] = [somebody(), somebody()];
    await importRows('none.csv', aRow({ 'Unique Identifier': none, ...noOrder }), aRow({ 'Unique Identifier': unsaid, 'Final Order Yes No': '', 'Final Order Date': '' }));
    expect([await ordersOf(none), await knownListsOf(none)]).toEqual([[], [{ list: 'removalOrders', current: true }]]);
    expect([await ordersOf(unsaid), await knownListsOf(unsaid)]).toEqual([[], []]);
  });

  it('two cases of one person: two orders, although a third row says that there is none', async () => {
    const who = somebody();
    const order = (on: string) => aRow({ 'Unique Identifier': who, 'Book In Date Time': on, [OUT]: on, 'Final Order Date': on });
    await importRows('cases.csv', order('2010-12-07'), order('2025-01-31'), order('2010-12-07'), aRow({ 'Unique Identifier': who, ...noOrder }));
    expect(await ordersOf(who)).toMatchObject([{ final: '2010-12-07' }, { final: '2025-01-31' }]);
    expect(await knownListsOf(who)).toEqual([]);
  });

  it('a row that says there is none, before one that has an order: the order alone', async () => {
    const who = somebody();
    const { production } = await importRows('none, then one.csv',
      aRow({ 'Unique Identifier': who, ...noOrder }), aRow({ 'Unique Identifier': who, 'Book In Date Time': '2024-04-09' }));
    expect([await ordersOf(who), await knownListsOf(who)]).toMatchObject([[{ final: '2024-04-01' }], []]);
    expect(production.summary.changes).toMatchObject({ ordersAdded: 1, knownToHaveNoOrder: 0 });
  });

  it('an order without its day is the one of the same kind whose day another row gives', async () => {
    const who = somebody();
    await importRows('undated.csv', aRow({ 'Unique Identifier': who, 'Final Order Date': '' }), aRow({ 'Unique Identifier': who, 'Book In Date Time': '2024-04-09' }));
    expect(await ordersOf(who)).toMatchObject([{ final: '2024-04-01' }]);
  });

  it('duplicates: one stint, and the other row is on record as what was set aside', async () => {
    const who = somebody();
    const { production } = await importRows('duplicates.csv',
      aRow({ 'Unique Identifier': who, 'Book In Date Time': '2024-04-08 20:00:00' }),
      aRow({ 'Unique Identifier': who, 'Book In Date Time': '2024-04-08 08:00:00', ...open }),
      aRow({ 'Unique Identifier': who, 'Book In Date Time': '2024-04-08 20:00:00', 'Bond Posted Amount': '3000' }));
    expect(production.summary).toMatchObject({ rows: 3, stints: 1, duplicates: 2, openStints: 0, refused: 0 });
    expect(await stintsOf(who)).toMatchObject([{ to: '2024-04-17', row: 4 }]);
    const set = await app.database.query('select row_number, what, reason from production_refused_row where production_file_id = $1 order by id', [production.id]);
    expect(set).toEqual([2, 3].map((row) => ({ row_number: row, what: 'duplicate', reason: 'The stint is given again by row 4, which stands.' })));
  });

  it('what dry-run counts is what an import counts', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => aRow({
      'Unique Identifier': person(50_000 + (i * 7) % 40), 'Book In Date Time': `2024-04-${String(1 + (i * 11) % 28).padStart(2, '0')} ${String(i % 24).padStart(2, '0')}:00:00`,
      [OUT]: i % 4 === 0 ? '' : '2024-05-01', [REASON]: i % 4 === 0 ? '' : 'Transferred', 'Detention Facility Code': i % 3 ? 'CSCNWWA' : 'LAWINCI', 'Gender': i % 50 ? 'Male' : '??',
    }));
    const file = join(folder, 'both.csv');
    writeFileSync(file, csv(rows));
    const { refused, refusedCount, rows: read, people, stays, stints, openStints, duplicates, notes } = await service().preview(file);
    const { production } = await service().importIceDetentions(operator('test'), { file, name: 'both.csv' });
    expect(production.summary).toMatchObject({ rows: read, people, stays, stints, openStints, duplicates, notes, refused: refusedCount });
    expect(refused).toHaveLength(6);
    expect(duplicates).toBeGreaterThan(0);
  });
});

describe('a later release', () => {
  it('supersedes what differs, with file and row as the reason; leaves what does not; marks who changed', async () => {
    const [changed, same] = [somebody(), somebody()];
    await importRows('first.csv', aRow({ 'Unique Identifier': changed, ...open }), aRow({ 'Unique Identifier': same }));
    await clearMarks();
    const { production } = await importRows('second.csv',
      aRow({ 'Unique Identifier': same }),
      aRow({ 'Unique Identifier': changed, [REASON]: 'Removed' }),
      aRow({ 'Unique Identifier': changed, 'Book In Date Time': '2024-06-01', 'Stay Book In Date Time': '2024-06-01', ...open }));
    expect(production.summary.changes).toMatchObject({ peopleAdded: 0, stintsAdded: 1, stintsCorrected: 1, stintsUnchanged: 1, peopleChanged: 1 });
    expect(await stintsOf(changed, false)).toMatchObject([
      { version: 1, to: null, current: false, reason: 'The release second.csv says otherwise (row 3).' },
      { version: 2, to: '2024-04-17', ended_by: 'removed', current: true, row: 3 },
      { version: 1, from: '2024-06-01', to: null, current: true },
    ]);
    expect(await stintsOf(same, false)).toMatchObject([{ version: 1, current: true }]);
    expect(await marked()).toEqual([await idOf(changed)]);
  });

  it('lets stand what the office has recorded itself, and says where it differs', async () => {
    const who = somebody();
    await importRows('before the office.csv', aRow({ 'Unique Identifier': who, ...open }));
    await app.database.query(
      `update custody_stint set source_kind = 'document', source_file_id = null, source_row = null, source_text = 'sealed:1:x', to_on = '2024-04-20', ended_by = 'bond'
       where detainee_id = $1`, [await idOf(who)]);
    const { production } = await importRows('after the office.csv', aRow({ 'Unique Identifier': who }));
    expect(production.summary).toMatchObject({ refused: 1, changes: { stintsCorrected: 0, stintsOfTheOffice: 1, peopleChanged: 0 } });
    expect(await stintsOf(who)).toMatchObject([{ version: 1, to: '2024-04-20', ended_by: 'bond' }]);
    expect(await app.database.query('select what, row_number, reason from production_refused_row where production_file_id = $1', [production.id]))
      .toEqual([{ what: 'value', row_number: 2, reason: expect.stringContaining('the office’s record stands') as string }]);
  });

  it('with an order ends what an earlier one knew to be none; without one it contradicts an order on file, and a person decides', async () => {
    const who = somebody();
    await importRows('none yet.csv', aRow({ 'Unique Identifier': who, ...noOrder }));
    await importRows('an order.csv', aRow({ 'Unique Identifier': who }));
    expect([await ordersOf(who), await knownListsOf(who)]).toMatchObject([[{ final: '2024-04-01' }], [{ list: 'removalOrders', current: false }]]);
    const { production } = await importRows('none again.csv', aRow({ 'Unique Identifier': who, ...noOrder, 'Gender': '' }));
    expect(production.summary).toMatchObject({ refused: 1, changes: { knownToHaveNoOrder: 0, ordersAdded: 0 } });
    expect([await ordersOf(who), await knownListsOf(who)]).toMatchObject([[{ final: '2024-04-01' }], [{ current: false }]]);
  });

  it('fills in and corrects who somebody is, and never makes it unknown', async () => {
    const who = somebody();
    await importRows('who 1.csv', aRow({ 'Unique Identifier': who, 'Birth Date': '1980-05-03', 'Gender': '' }));
    const { production } = await importRows('who 2.csv', aRow({ 'Unique Identifier': who, 'Birth Date': '', 'Gender': 'Male', 'Citizenship Country': '' }));
    expect(production.summary.changes).toMatchObject({ identitiesCorrected: 1, peopleChanged: 1 });
    expect(await app.database.query('select version, citizenship, birth_date::text, birth_year, gender from detainee_identity where detainee_id = $1 and superseded_at is null', [await idOf(who)]))
      .toEqual([{ version: 2, citizenship: 'IRQ', birth_date: '1980-05-03', birth_year: null, gender: 'male' }]);
  });

  it('without times does not make the times of an earlier one unknown', async () => {
    const who = somebody();
    await importRows('times.csv', aRow({ 'Unique Identifier': who }));
    const { production } = await importRows('days.csv', aRow({ 'Unique Identifier': who, 'Book In Date Time': '2024-04-08', [OUT]: '2024-04-17', 'Stay Book In Date Time': '2024-04-08' }));
    expect(production.summary.changes).toMatchObject({ stintsCorrected: 0, stintsUnchanged: 1 });
  });

  it('reads as known before it was imported', async () => {
    const who = somebody();
    await importRows('known 1.csv', aRow({ 'Unique Identifier': who, ...open }));
    const [{ at }] = await app.database.query<{ at: string }>('select max(recorded_at)::text as at from custody_stint where detainee_id = $1', [await idOf(who)]) as [{ at: string }];
    await importRows('known 2.csv', aRow({ 'Unique Identifier': who }));
    const rows = await app.database.query('select to_on::text as to from custody_stint where detainee_id = $1 and recorded_at <= $2::timestamptz and (superseded_at is null or superseded_at > $2::timestamptz)', [await idOf(who), at]);
    expect(rows).toEqual([{ to: null }]);
  });
});

describe('a failure anywhere leaves the database as it was', () => {
  const bomb = () => zip([...workbookParts({ A: '' }), { name: 'xl/worksheets/bomb.xml', content: Buffer.alloc(64 * 1024 * 1024, 0x20) }]);
  const good = csv([aRow({ 'Unique Identifier': person(90_001) }), aRow({ 'Unique Identifier': person(90_002) })]);
  const sheet = (rows: readonly Cells[]) => [Object.keys(rows[0]), ...rows.map((row) => Object.values(row))]
    .map((cells, i) => `<row r="${i + 1}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`).join('');

  it.each<[string, () => string | Buffer, string]>([
    ['a file cut off in its last row', () => good.slice(0, -20), 'cut off in the middle of row 3'],
    ['a zip bomb', bomb, 'zip bomb'],
    ['a workbook whose second sheet is of another kind', () => zip(workbookParts({
      A: sheet([aRow({ 'Unique Identifier': person(90_003) })]),
      B: sheet([{ 'Apprehension Date': '', 'Apprehension State': '', 'Apprehension County': '', 'Apprehension AOR': '', 'Final Program': '' }]),
    })), 'Sheet “B” is a release of arrests'],
  ])('%s', async (_what, content, sentence) => {
    const file = join(folder, 'bad');
    writeFileSync(file, content());
    const before = await everything();
    await expect(service().importIceDetentions(operator('test'), { file, name: 'bad' })).rejects.toThrow(sentence);
    expect(await everything()).toEqual(before);
  });

  it('an error of the database in the last statement', async () => {
    await app.database.query(`create function refuse_marks() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
      create trigger refuse_marks before insert on review_mark for each statement execute function refuse_marks();
      alter table review_mark enable always trigger refuse_marks`);
    const before = await everything();
    await expect(importRows('late.csv', aRow({ 'Unique Identifier': somebody() }))).rejects.toThrow();
    expect(await everything()).toEqual(before);
    await app.database.query('drop trigger refuse_marks on review_mark; drop function refuse_marks()');
  });

  it('two imports of one file at the same time: one is done, the other finds it', async () => {
    const who = somebody();
    const file = fileOf('thrice.csv', aRow({ 'Unique Identifier': who }));
    const results = await Promise.all([1, 2, 3].map(() => importFile(file, 'thrice.csv')));
    expect(results.filter(({ already }) => !already)).toHaveLength(1);
    expect(await stintsOf(who)).toHaveLength(1);
  });
});

describe('over HTTP', () => {
  const form = (content: string | Buffer, name = 'release.csv') => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(Buffer.from(content as string))]), name);
    return body;
  };

  it('imports, answers 200 for the same file again, shows it, lists it, and gives what was set aside as CSV', async () => {
    const who = somebody();
    const content = csv([aRow({ 'Unique Identifier': who, 'Gender': '=HYPERLINK("http://x")' }), aRow({ 'Unique Identifier': '' })]);
    const created = await app.post('/v1/productions', { as: admin, body: form(content, 'C:\\releases\\May.csv') });
    expect(created.statusCode).toBe(201);
    expect(created.json()).toMatchObject({ name: 'May.csv', importedBy: admin.id, summary: { rows: 2, people: 1, stints: 1, refused: 2 } });
    const { id } = created.json<{ id: string }>();
    expect(created.headers.location).toBe(`/v1/productions/${id}`);

    const again = await app.post('/v1/productions', { as: admin, body: form(content, 'again.csv') });
    expect([again.statusCode, again.json<{ id: string }>().id]).toEqual([200, id]);

    const paralegal = await app.signedIn('paralegal');
    expect((await app.get(`/v1/productions/${id}`, { as: paralegal })).json()).toEqual(created.json());
    expect((await app.get('/v1/productions?limit=1', { as: paralegal })).json()).toMatchObject({ items: [{ id }], nextCursor: expect.any(String) as string });

    const refused = await app.get(`/v1/productions/${id}/refused.csv`, { as: paralegal });
    expect(refused.headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = refused.body.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^,2,value,Gender,/);
    expect(lines[2]).toMatch(/^,3,row,Unique Identifier,/);
  });

  it('finds somebody whom a wall hides from whoever imports, and opens no second file', async () => {
    const who = somebody();
    await importRows('before the wall.csv', aRow({ 'Unique Identifier': who, ...open }));
    const id = await idOf(who);
    await app.database.query('insert into wall (detainee_id, user_id, reason, put_up_by) values ($1, $2, $3, $4)', [id, admin.id, 'sealed:1:x', OPERATOR_ID]);
    expect((await app.get(`/v1/detainees/${id}`, { as: admin })).statusCode).toBe(404);
    const later = await app.post('/v1/productions', { as: admin, body: form(csv([aRow({ 'Unique Identifier': who })]), 'behind the wall.csv') });
    expect(later.json()).toMatchObject({ summary: { people: 1, changes: { peopleAdded: 0, stintsCorrected: 1, peopleChanged: 1 } } });
    expect(await app.database.query('select detainee_id as id from detainee_identifier where value = $1', [who])).toEqual([{ id }]);
  });

  it('imports under an account of its own, which bypasses no row security', async () => {
    expect(await app.nest.get<ImportDatabase>(ImportDatabase, { strict: false }).query('select current_user as name')).toEqual([{ name: 'vigil_import' }]);
    const asOwner = { ...aTestConfig({ databaseUrl: app.database.url, redisUrl: app.redis.url }), importDatabaseUrl: app.database.url };
    await expect(ImportDatabase.connect(asOwner)).rejects.toThrow('may bypass row security');
  });

  it('pages through the list, each once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = (await app.get(`/v1/productions?limit=3${cursor}`, { as: admin })).json<{ items: { id: string }[]; nextCursor: string | null }>();
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    const [{ n }] = await app.database.query<{ n: number }>('select count(*)::integer as n from production_file') as [{ n: number }];
    expect([seen.length, new Set(seen).size]).toEqual([n, n]);
  });

  it('with dryRun only says what the file holds', async () => {
    const before = await everything();
    const answer = await app.post('/v1/productions?dryRun=true', { as: admin, body: form(readFileSync(dataFile('ice/ice_detentions_raw_layout_fixture.xlsx'))) });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ rows: 103, people: 43, stays: 46, stints: 103, openStints: 16, duplicates: 0, refused: [] });
    expect(await everything()).toEqual(before);
  });

  it('refuses a file that cannot be used with one sentence, and keeps nothing', async () => {
    const before = await everything();
    const answer = await app.post('/v1/productions', { as: admin, body: form('name,age\n') });
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ errors: [{ path: 'file', problem: expect.stringContaining('no header of a detention release') as string }] });
    expect(await everything()).toEqual(before);
  });

  it('refuses who is no admin, what is no form, and a form without a file', async () => {
    const attorney = await app.signedIn('attorney');
    expect((await app.post('/v1/productions', { as: attorney, body: form('a') })).statusCode).toBe(403);
    expect((await app.post('/v1/productions', { body: form('a') })).statusCode).toBe(401);
    expect((await app.post('/v1/productions', { as: admin, body: { file: 'a' } })).statusCode).toBe(415);
    expect((await app.post('/v1/productions', { as: admin, body: new FormData() })).statusCode).toBe(400);
    expect((await app.get(`/v1/productions/${randomUUID()}`, { as: admin })).statusCode).toBe(404);
    expect((await app.get(`/v1/productions/${randomUUID()}/refused.csv`, { as: admin })).statusCode).toBe(404);
  });
});

describe('an upload larger than the limit', () => {
  it('is refused, and nothing of it is left behind', async () => {
    const small = await testApp({ env: { VIGIL_UPLOAD_LIMIT_MB: '1' } });
    try {
      const body = new FormData();
      body.append('file', new Blob([new Uint8Array(2 * 1024 * 1024)]), 'large.csv');
      const answer = await small.post('/v1/productions', { as: await small.signedIn('admin'), body });
      expect(answer.statusCode).toBe(413);
      expect(answer.json<{ detail: string }>().detail).toBe('The file has more than 1 MB, which is the most this server accepts.');
    } finally {
      await small.close();
    }
  });
});
