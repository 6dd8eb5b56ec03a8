import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Answer, type SignedIn, type TestApp, testApp } from '../support/app.js';
import { aDetainee, aFact, type Recorded } from '../support/factories.js';

const PDF = Buffer.from('%PDF-1.7\nA notice to appear.\n%%EOF\n');
const CANARY = 'canary-of-what-the-client-said';

let app: TestApp;
let attorney: SignedIn;
let admin: SignedIn;
let folder: string;
let person: Recorded;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'vigil-documents-'));
  app = await testApp({ env: { VIGIL_DOCUMENTS_FOLDER: folder, VIGIL_DOCUMENT_LIMIT_MB: '1' } });
  attorney = await app.signedIn('attorney');
  admin = await app.signedIn('admin');
});
beforeEach(async () => { person = await aDetainee(app, attorney); });
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const stored = (): string[] => (readdirSync(folder, { recursive: true }) as string[]).map((name) => path.join(folder, name)).filter((file) => statSync(file).isFile());

function send(content: Buffer | null, { name = 'notice.pdf', fields = { handling: 'shareable' }, as = attorney, to = person.id as string }: {
  name?: string; fields?: Record<string, string>; as?: SignedIn; to?: string;
} = {}): Promise<Answer> {
  const form = new FormData();
  const [first, ...rest] = Object.entries(fields);
  if (first) form.append(...first);
  if (content) form.append('file', new Blob([new Uint8Array(content)], { type: 'text/html' }), name);
  for (const field of rest) form.append(...field);
  return app.post(`/v1/detainees/${to}/documents`, { as, body: form });
}
async function added(content: Buffer, sent: Parameters<typeof send>[1] = {}): Promise<Recorded> {
  const answer = await send(content, sent);
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode}: ${answer.body}`);
  return answer.json();
}
const contentOf = async (id: string, as = attorney, of = person.id as string): Promise<{ status: number; headers: Headers; bytes: Buffer }> => {
  const answer = await fetch(`${app.url}/v1/detainees/${of}/documents/${id}/content`, { headers: { authorization: `Bearer ${as.token}` } });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

describe('a document of a person', () => {
  it('is known by its hash and its content, and comes back as it was, to be saved and never shown', async () => {
    const document = await added(PDF, { fields: { handling: 'work-product', title: 'Notice to appear', source: 'From the client' } });
    expect(document).toMatchObject({
      version: 1, title: 'Notice to appear', handling: 'work-product', fileName: 'notice.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length, eventId: null,
      sha256: createHash('sha256').update(PDF).digest('hex'), source: { kind: 'document', text: 'From the client' },
    });
    const { status, headers, bytes } = await contentOf(document.id);
    expect([status, bytes.equals(PDF)]).toEqual([200, true]);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-length')).toBe(String(PDF.length));
    expect(headers.get('content-disposition')).toBe(`attachment; filename="notice.pdf"; filename*=UTF-8''notice.pdf`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const [{ count }] = await app.database.query<{ count: number }>(
      `select count(*)::integer as count from audit_entry where action = 'document.downloaded' and subject_id = $1 and actor_id = $2`, [document.id, attorney.id]) as [{ count: number }];
    expect(count).toBe(1);
  });

  it('of more than one chunk comes back as it was', async () => {
    const large = Buffer.concat([PDF, randomBytes(700_000)]);
    expect((await contentOf((await added(large)).id)).bytes.equals(large)).toBe(true);
  });

  it('lies in the storage encrypted, under the hash of what lies there', async () => {
    const before = stored();
    await added(Buffer.from(`%PDF-1.4 ${CANARY}`));
    const [file] = stored().filter((name) => !before.includes(name)) as [string];
    const bytes = readFileSync(file);
    expect(bytes.includes(CANARY)).toBe(false);
    expect(path.basename(file)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('says nothing of itself in the database', async () => {
    await added(Buffer.from(`%PDF-1.4 ${CANARY}`), { name: `${CANARY}.pdf`, fields: { handling: 'privileged', title: CANARY } });
    const rows = await app.database.query(`select d::text, c::text as content from document d join document_content c on c.id = d.content_id`);
    expect(JSON.stringify(rows)).not.toContain(CANARY);
    expect(JSON.stringify(rows)).not.toContain(createHash('sha256').update(`%PDF-1.4 ${CANARY}`).digest('hex'));
  });

  it('sent a second time is the same document; equal files of two people have nothing in common in the storage', async () => {
    const first = await added(PDF);
    const before = stored().length;
    const again = await send(PDF, { fields: { handling: 'privileged' } });
    expect([again.statusCode, again.json().id, again.json().handling]).toEqual([200, first.id, 'shareable']);
    expect(stored().length).toBe(before);
    const other = await aDetainee(app, attorney);
    const theirs = await added(PDF, { to: other.id });
    expect(theirs.sha256).toBe(first.sha256);
    const addresses = await app.database.query<{ address: string }>('select address from document_content where id in ($1, $2)', [first.contentId, theirs.contentId]);
    expect(new Set(addresses.map(({ address }) => address)).size).toBe(2);
  });

  it('sent twice at once is one document', async () => {
    const answers = await Promise.all([send(PDF), send(PDF), send(PDF)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.json().id)).size).toBe(1);
  });

  it('belongs to an event of the same person, and to no other', async () => {
    const event = await aFact(app, attorney, person.id, 'events', { kind: 'hearing', on: '2026-03-09' });
    expect((await added(PDF, { fields: { handling: 'shareable', eventId: event.id } })).eventId).toBe(event.id);
    const other = await aDetainee(app, attorney);
    const refused = await send(PDF, { to: other.id, fields: { handling: 'shareable', eventId: event.id } });
    expect([refused.statusCode, refused.json().errors[0].path]).toEqual([409, 'eventId']);
  });

  it('is corrected and withdrawn in versions, as facts are', async () => {
    const { id } = await added(PDF);
    const at = `/v1/detainees/${person.id}/documents/${id}`;
    const corrected = await app.patch(at, { as: attorney, headers: { 'if-match': '"1"' }, body: { title: 'NTA', handling: 'privileged', reason: 'It names the fear.' } });
    expect([corrected.statusCode, corrected.json().version, corrected.json().title, corrected.json().handling]).toEqual([200, 2, 'NTA', 'privileged']);
    const late = await app.patch(at, { as: attorney, headers: { 'if-match': '"1"' }, body: { title: 'Other', reason: 'A name.' } });
    expect([late.statusCode, late.json().current.title]).toEqual([412, 'NTA']);
    expect((await app.delete(at, { as: attorney, headers: { 'if-match': '"2"' }, body: { reason: 'Of another client.' } })).statusCode).toBe(204);
    expect((await contentOf(id)).status).toBe(404);
    const { items } = (await app.get(`/v1/detainees/${person.id}/history`, { as: attorney })).json();
    expect(items.filter((item: Recorded) => item.kind === 'document').map((item: Recorded) => item.state)).toEqual(['corrected', 'withdrawn']);
  });

  it('is hidden behind a wall, content and all', async () => {
    const { id } = await added(PDF);
    const other = await app.signedIn('attorney');
    await app.post('/v1/walls', { as: admin, body: { detaineeId: person.id, userId: other.id, reason: 'A conflict.' } });
    expect((await contentOf(id, other)).status).toBe(404);
    expect((await send(PDF, { as: other })).statusCode).toBe(404);
  });
});

describe('what comes in', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 415], ['a page of HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 415],
    ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 415], ['a program', Buffer.from('MZ\x90\0\x03', 'latin1'), 415],
    ['an archive', Buffer.from('PK\x03\x04a.exe'), 415], ['a document with macros', Buffer.from('PK\x03\x04[Content_Types].xml word/document.xml word/vbaProject.bin'), 415],
    ['one byte too many', Buffer.concat([PDF, Buffer.alloc(1024 * 1024 + 1 - PDF.length)]), 413],
    ['the most that is taken', Buffer.concat([PDF, Buffer.alloc(1024 * 1024 - PDF.length)]), 201],
  ])('%s: %#', async (_what, content, status) => {
    const before = stored().length;
    const answer = await send(content, { name: 'x.pdf' });
    expect(answer.statusCode).toBe(status);
    expect(stored().length).toBe(before + (status === 201 ? 1 : 0));
  });

  it('is refused without a file, without saying how it is to be handled, and as anything but a form', async () => {
    expect((await send(null)).statusCode).toBe(400);
    const noHandling = await send(PDF, { fields: {} });
    expect([noHandling.statusCode, noHandling.json().errors[0]]).toMatchObject([400, { path: 'handling', allowed: ['privileged', 'work-product', 'shareable'] }]);
    expect((await send(PDF, { fields: { handling: 'shareable', other: 'x' } })).statusCode).toBe(400);
    expect((await app.post(`/v1/detainees/${person.id}/documents`, { as: attorney, body: {} })).statusCode).toBe(415);
  });

  it('leaves no plain part behind, also when it is refused', async () => {
    const before = readdirSync(tmpdir());
    await send(Buffer.from(`<html>${CANARY}`));
    await added(Buffer.from(`%PDF-1.4 ${CANARY}`));
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('vigil-document-') && !before.includes(name));
    expect(left).toEqual([]);
  });
});

describe('a stored file that is not what was stored', () => {
  it('is not handed out as if it were', async () => {
    const { id } = await added(Buffer.concat([PDF, randomBytes(200_000)]));
    const [{ address }] = await app.database.query<{ address: string }>(
      'select address from document_content where detainee_id = $1', [person.id]) as [{ address: string }];
    const file = path.join(folder, address.slice(0, 2), address);
    const bytes = readFileSync(file);
    bytes[150_000] ^= 1;
    writeFileSync(file, bytes);
    await expect(contentOf(id)).rejects.toThrow();
    rmSync(file);
    expect((await contentOf(id)).status).toBe(500);
  });
});

describe('erasing a person', () => {
  it('takes their files out of the storage', async () => {
    const before = stored();
    await added(PDF);
    expect(stored().length).toBe(before.length + 1);
    const answer = await app.post(`/v1/detainees/${person.id}/erasure`, { as: admin, headers: { 'if-match': '"1"' }, body: { reason: 'client-request' } });
    expect(answer.statusCode).toBe(200);
    expect(stored()).toEqual(before);
    expect(await app.database.query('select 1 from document_content where detainee_id = $1', [person.id])).toEqual([]);
  });
});
