import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { AppModule } from '../../src/app.module.js';
import { declaredRoutes } from '../../src/common/declared-routes.js';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, aRemovalOrder, aStint, type Recorded, twoFacilities } from '../support/factories.js';
import { runHere } from '../support/command-line.js';
import { TEST_KEYS } from '../support/keys.js';

/** Words that must never be found in anything that leaves the office. */
const PRIVILEGED = 'canary-privileged';
const WORK_PRODUCT = 'canary-work-product';
const REMARK = 'canary-remark';
const SHAREABLE = 'The consulate has no record of the client.';
const PDF = Buffer.from('%PDF-1.7\nA letter of the consulate.\n%%EOF\n');

let app: TestApp;
let admin: SignedIn;
let attorney: SignedIn;
let folder: string;
let person: Recorded;
let document: Recorded;
let confirmed: Recorded;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigil-exports-'));
  app = await testApp({ env: { VIGIL_DOCUMENTS_FOLDER: path.join(folder, 'documents') } });
  await twoFacilities(app.database);
  admin = await app.signedIn('admin');
  attorney = await app.signedIn('attorney');
  person = await aDetainee(app, attorney, { names: [{ kind: 'primary', fullName: '=HYPERLINK("http://example.org")' }] });
  await aStint(app, attorney, person.id);
  const event = await aFact(app, attorney, person.id, 'events', { kind: 'hearing', on: '2026-03-09', note: REMARK });
  await app.patch(`/v1/detainees/${person.id}/events/${event.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { on: '2026-03-10', reason: REMARK } });
  for (const [handling, body] of [['privileged', PRIVILEGED], ['work-product', WORK_PRODUCT], ['shareable', SHAREABLE]]) {
    await aFact(app, attorney, person.id, 'notes', { handling, body, eventId: event.id });
  }
  // What was told in confidence stays so in its former version, whatever the note says now.
  const changed = await aFact(app, attorney, person.id, 'notes', { handling: 'privileged', body: PRIVILEGED });
  await app.patch(`/v1/detainees/${person.id}/notes/${changed.id}`, { as: attorney, headers: { 'if-match': '"1"' }, body: { handling: 'shareable', body: 'Nothing more.', reason: WORK_PRODUCT } });
  await upload(Buffer.from(`%PDF-1.7 ${PRIVILEGED}`), 'privileged', `${PRIVILEGED}.pdf`);
  await upload(Buffer.from(`%PDF-1.7 ${WORK_PRODUCT}`), 'work-product', `${WORK_PRODUCT}.pdf`);
  document = await upload(PDF, 'shareable', 'letter.pdf');
  // A member of the class and of its subclass by the facts: somebody confirms the one, and declines the other for a reason that is the office's.
  await aStint(app, attorney, person.id, { from: '2017-06-11', to: '2018-02-01', endedBy: 'order-of-supervision' });
  await aRemovalOrder(app, attorney, person.id, { decidedOn: '2010-05-01', inAbsentia: false, appeal: { waivedOn: '2010-05-01', filed: false }, events: [] });
  confirmed = await decide('confirm', 'hamama-primary', {});
  await decide('decline', 'hamama-final-order', { reason: WORK_PRODUCT });
  await app.sweep('2026-11-24');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

async function upload(content: Buffer, handling: string, name: string): Promise<Recorded> {
  const form = new FormData();
  form.append('handling', handling);
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const answer = await app.post(`/v1/detainees/${person.id}/documents`, { as: attorney, body: form });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

async function decide(verb: 'confirm' | 'decline', name: string, more: object): Promise<Recorded> {
  const memberships = `/v1/detainees/${person.id}/class-memberships`;
  const { proposal } = (await app.get(`${memberships}/proposals`, { as: attorney })).json().items.find((each: Recorded) => each.class === name);
  const answer = await app.post(`${memberships}/${verb}`, { as: attorney, body: { class: name, proposal, ...more } });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

async function exported(way = '', as = attorney, id: string = person.id): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const answer = await fetch(`${app.url}/v1/detainees/${id}/export${way}`, { method: 'POST', headers: { authorization: `Bearer ${as.token}` } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** Every file of a ZIP, read as any other program reads it. */
async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) => fromBuffer(bytes, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true },
    (error, opened) => (error ? reject(error) : resolve(opened))));
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      buffer(stream).then((content) => {
        files.set(entry.fileName, content);
        zip.readEntry();
      }, reject);
    }));
    zip.once('end', resolve).once('error', reject);
    zip.readEntry();
  });
  return files;
}

const everything = async (bytes: Buffer): Promise<string> => [...await unzipped(bytes)].map(([name, content]) => `${name}\n${content.toString('latin1')}`).join('\n');

function expectNothingConfidential(text: string): void {
  for (const canary of [PRIVILEGED, WORK_PRODUCT, REMARK]) expect(text).not.toContain(canary);
}

describe('the whole file of a person', () => {
  it('holds JSON, tables, documents and the log, and the hash of each', async () => {
    const { status, headers, bytes } = await exported();
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([200, 'application/zip', `attachment; filename="detainee-${person.id}.zip"`]);
    const files = await unzipped(bytes);
    expect([...files.keys()]).toEqual(['person.json', ...[
      'facts/case-event', 'facts/identifier', 'facts/identity', 'facts/membership', 'facts/name', 'facts/removal-order', 'facts/stint', 'findings', 'membership-decisions', 'notes', 'documents', 'log'].map((name) => `${name}.csv`),
      `documents/${document.id}.pdf`, 'manifest.json']);
    expect(files.get(`documents/${document.id}.pdf`)!.equals(PDF)).toBe(true);

    const manifest = JSON.parse(files.get('manifest.json')!.toString());
    expect(manifest).toMatchObject({ form: 'vigil-person-export-1', detaineeId: person.id, exportedBy: attorney.id, withheld: { notes: 2, documents: 2, remarks: expect.any(Number) as number } });
    const hashes = [...files].filter(([name]) => name !== 'manifest.json')
      .map(([name, content]) => ({ path: name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }));
    expect(manifest.files).toEqual(hashes);

    const file = JSON.parse(files.get('person.json')!.toString());
    expect(file.notes.map(({ body }: Recorded) => body)).toEqual([SHAREABLE, 'Nothing more.']);
    expect(file.facts.stint).toMatchObject([{ from: '2017-06-11' }, { facility: 'GLADEFL', from: '2026-03-02' }]);
    expect(file.membershipDecisions).toEqual([
      expect.objectContaining({ class: 'hamama-final-order', decision: 'declined', membershipId: null, decidedBy: attorney.id, decidedAt: expect.any(String) as string }),
      expect.objectContaining({ class: 'hamama-primary', decision: 'confirmed', membershipId: confirmed.membership.id, decidedBy: attorney.id, asOf: '2026-11-24', evidence: confirmed.decision.evidence, because: confirmed.decision.because }),
    ]);
    expect(file.membershipDecisions.filter((decision: Recorded) => 'reason' in decision)).toEqual([]);
    expect(files.get('membership-decisions.csv')!.toString()).toContain(confirmed.membership.id);
    expect(file.history.length).toBeGreaterThan(4);
    expect(file.log.some(({ action, actor }: Recorded) => action === 'document.recorded' && actor.id === attorney.id)).toBe(true);
    expect(files.get('documents.csv')!.toString()).toContain(createHash('sha256').update(PDF).digest('hex'));
  });

  it('marks what a spreadsheet would run as text', async () => {
    const files = await unzipped((await exported('/csv')).bytes);
    expect([...files.keys()]).not.toContain('person.json');
    expect(files.get('facts/name.csv')!.toString()).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  });

  it('is the same file for the same record, but for who had to do with it', async () => {
    const [first, second] = [await unzipped((await exported('/csv')).bytes), await unzipped((await exported('/csv')).bytes)];
    for (const name of ['log.csv', 'manifest.json']) {
      first.delete(name);
      second.delete(name);
    }
    expect([...first].map(([name, content]) => [name, content.toString()])).toEqual([...second].map(([name, content]) => [name, content.toString()]));
  });

  it('is on record before it leaves, with what was in it', async () => {
    await exported('/json');
    const { items } = (await app.get('/v1/audit?action=detainee.exported', { as: admin })).json();
    expect(items[0]).toMatchObject({ actor: { id: attorney.id }, detaineeId: person.id, after: { format: 'json', documents: [document.id], withheld: { notes: 2, documents: 2 } } });
  });

  it('is not to be had behind a wall, nor of who was erased', async () => {
    const shutOut = await app.signedIn('attorney');
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person.id, userId: shutOut.id, reason: 'A conflict.' } });
    expect((await exported('', shutOut)).status).toBe(404);
    const gone = await aDetainee(app, attorney);
    await app.post(`/v1/detainees/${gone.id}/erasure`, { as: admin, headers: { 'if-match': '"1"' }, body: { reason: 'client-request' } });
    expect((await exported('/json', attorney, gone.id)).status).toBe(410);
  });

  it('comes from the command line as well, to a new file that nobody else reads', async () => {
    const out = path.join(folder, 'file.zip');
    const settings = { NODE_ENV: 'test', JWT_SECRET: 'x7'.padEnd(40, 'abcdefgh0123'), DATABASE_URL: app.database.url, REDIS_URL: app.redis.url,
      VIGIL_DOCUMENTS_FOLDER: path.join(folder, 'documents'), ...TEST_KEYS };
    const here = (...args: string[]) => runHere(['export-person', ...args], settings);
    const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
      const child = spawn(process.execPath, [fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url)), 'export-person', ...args], {
        env: { PATH: process.env.PATH, ...settings },
        cwd: folder,
      });
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said += part.toString(); });
      const [code] = await once(child, 'close') as [number];
      return { code, said };
    };
    expect(await run(person.id, '--out', out)).toMatchObject({ code: 0 });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(out);
    expect((await unzipped(bytes)).get(`documents/${document.id}.pdf`)!.equals(PDF)).toBe(true);
    expectNothingConfidential(await everything(bytes));
    expect((await here(person.id, '--out', out)).code).not.toBe(0);
    expect(readFileSync(out).equals(bytes)).toBe(true);
    expect((await here('nobody', '--out', path.join(folder, 'other.zip'))).code).toBe(1);
  });
});

describe('what is not shareable leaves by no way out', () => {
  const WAYS = [['', 'zip'], ['/csv', 'zip'], ['/json', 'text']] as const;

  it('of which these are all that need a permission to export', () => {
    const exporting = declaredRoutes(AppModule).filter(({ permission }) => permission !== null && permission.includes('export'));
    expect(exporting.map(({ method, path: at }) => `${method} ${at}`)).toEqual(WAYS.map(([way]) => `POST /v1/detainees/{detaineeId}/export${way}`));
    expect(new Set(exporting.map(({ permission }) => permission)).size).toBe(WAYS.length);
  });

  it.each(WAYS)('export%s', async (way, form) => {
    for (const as of [attorney, admin]) {
      const { status, bytes } = await exported(way, as);
      expect(status).toBe(200);
      expectNothingConfidential(form === 'zip' ? await everything(bytes) : bytes.toString());
    }
  });

  it('the morning’s list, the evaluation, who looked at the person, and the description of the API', async () => {
    for (const at of [`/v1/findings?detainee=${person.id}`, `/v1/detainees/${person.id}/access`, '/docs-json', `/v1/detainees/${person.id}`]) {
      const answer = await app.get(at, { as: attorney });
      expect([at, answer.statusCode]).toEqual([at, 200]);
      expectNothingConfidential(answer.body);
    }
  });

  it('the export of the log, in which what is said of a person is sealed', async () => {
    const rows = await app.database.query('select e::text from audit_entry e');
    expectNothingConfidential(JSON.stringify(rows));
  });

  it('the database itself, without the keys', async () => {
    const rows = await app.database.query('select n::text as a from note n union all select d::text from document d union all select c::text from case_event c');
    expectNothingConfidential(JSON.stringify(rows));
  });
});
