import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SignedIn, type TestApp, testApp } from '../support/app.js';
import { Clamd, MALICIOUS } from '../support/clamd.js';
import { aDetainee } from '../support/factories.js';

let clamd: Clamd;
let folder: string;
let app: TestApp;
let attorney: SignedIn;
let person: string;

beforeAll(async () => {
  clamd = await Clamd.listen();
  folder = mkdtempSync(path.join(tmpdir(), 'vigil-scanned-'));
  app = await testApp({ env: { VIGIL_DOCUMENTS_FOLDER: folder, VIGIL_CLAMD: `127.0.0.1:${clamd.port}` } });
  attorney = await app.signedIn('attorney');
  person = (await aDetainee(app, attorney)).id;
});
afterAll(async () => {
  await app.close();
  await clamd.close();
  rmSync(folder, { recursive: true });
});

function upload(content: string) {
  const form = new FormData();
  form.append('handling', 'shareable');
  form.append('file', new Blob([content]), 'letter.txt');
  return app.post(`/v1/detainees/${person}/documents`, { as: attorney, body: form });
}
const kept = async () => [readdirSync(folder, { recursive: true }).length, await app.database.query('select from document_content'), await app.database.query('select from document')];

it('reads a document on its way in, and one that is clean is kept as it was sent', async () => {
  const added = await upload('A letter from her sister.');
  expect(added.statusCode).toBe(201);
  expect(clamd.read.at(-1)?.toString()).toBe('A letter from her sister.');
  const content = await app.get(`/v1/detainees/${person}/documents/${added.json().id}/content`, { as: attorney });
  expect([content.body, content.headers['content-type']]).toEqual(['A letter from her sister.', 'text/plain; charset=utf-8']);
});

it('refuses one that is malicious: nothing of it is kept, and nobody is told what was found', async () => {
  const before = await kept();
  const refused = await upload(`Dear sister, ${MALICIOUS}`);
  expect([refused.statusCode, refused.json().errors]).toMatchObject([422, [{ path: 'file' }]]);
  expect(refused.body).not.toMatch(/EICAR|letter/);
  expect(await kept()).toEqual(before);
});

it('takes none while it is away: a document that nobody looked at is not kept', async () => {
  const before = await kept();
  clamd.broken = true;
  const refused = await upload('A letter from her brother.');
  clamd.broken = false;
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '30']);
  expect(await kept()).toEqual(before);
  expect((await upload('A letter from her brother.')).statusCode).toBe(201);
});
