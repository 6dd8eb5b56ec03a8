import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type TestApp, testApp } from '../support/app.js';
import { runHere } from '../support/command-line.js';
import { TEST_KEYS } from '../support/keys.js';

const CLI = fileURLToPath(new URL('../../dist/src/cli.js', import.meta.url));

let app: TestApp;
let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  app = await testApp();
  folder = await mkdtemp(join(tmpdir(), 'vigil-audit-'));
  for (const role of ['admin', 'attorney', 'paralegal'] as const) await app.signedIn(role);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await app.close();
});

const settings = () => ({ NODE_ENV: 'test', JWT_SECRET: 'q7Zp2mV9xKc4Lr8TnW3yBd6HsJf1GaEu', DATABASE_URL: app.database.url, REDIS_URL: app.redis.url, ...TEST_KEYS });

async function vigil(args: string[], env: Record<string, string> = settings()) {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, env: { PATH: process.env.PATH, ...env } });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code: code as number };
}

const here = (args: string[], env: Record<string, string> = settings()) => runHere(args, env);

it('seals, exports and checks; offline with nothing but the file and the public key', async () => {
  const publicKey = await vigil(['audit-key']);
  expect(publicKey).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^[0-9a-f]{64}\n$/) as string });
  await writeFile(at('audit.pub'), publicKey.out);

  expect(await here(['export-audit', '--checkpoint-only', at('early.json')])).toMatchObject({ code: 0, err: '' });
  const wrote = await vigil(['export-audit', at('log.jsonl')]);
  expect(wrote).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Wrote \d+ entries\.\n$/) as string });
  expect(await here(['verify-audit'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('each as it was sealed, in order and without a gap') as string });

  const offline = ['verify-audit', at('log.jsonl'), '--key', at('audit.pub'), '--checkpoint', at('early.json'), '--json'];
  const checked = await vigil(offline, {});
  expect(checked).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(checked.out)).toMatchObject({ holds: true, trouble: null });
  expect((await vigil(['verify-audit', at('log.jsonl'), '--key', publicKey.out.trim()], {})).code).toBe(0);
  expect(await here(['export-audit', at('log.jsonl')])).toMatchObject({ code: 1, out: '' }); // it is there already

  const lines = (await readFile(at('log.jsonl'), 'utf8')).split('\n');
  await writeFile(at('log.jsonl'), [lines[0], lines[1].replace('form', 'Form'), ...lines.slice(2)].join('\n'));
  const altered = await vigil(offline, {});
  expect(altered).toMatchObject({ code: 1, err: expect.stringContaining('Entry 2 ') as string });
  expect(JSON.parse(altered.out)).toMatchObject({ holds: false, trouble: { what: 'altered', seq: 2 } });
});

it('checks no export without a key, nor with another one', async () => {
  await writeFile(at('empty.jsonl'), '');
  expect(await here(['verify-audit', at('empty.jsonl')], {})).toMatchObject({ code: 1, err: expect.stringContaining('--key') as string });
  expect((await here(['verify-audit', '--key', '0'.repeat(64)])).code).toBe(1);
});

it('says what is missing where there is no key to sign with', async () => {
  const without = { ...settings(), VIGIL_AUDIT_KEY: '' };
  expect(await here(['audit-key'], without)).toMatchObject({ code: 1, err: expect.stringContaining('VIGIL_AUDIT_KEY') as string });
});
