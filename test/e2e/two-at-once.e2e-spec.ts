import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type SignedIn, testApp, type TestApp } from '../support/app.js';
import { aDetainee, aRemovalOrder, aStint, twoFacilities } from '../support/factories.js';
import { ApiDocument, type Operation } from '../support/openapi/document.js';
import { Explorer } from '../support/openapi/explorer.js';
import { hints } from '../support/openapi/hints.js';
import { Touched } from '../support/openapi/touched.js';
import type { Reply } from '../support/openapi/wire.js';

/** Two people open the same record, the first saves, then the second does: every change that the document knows, found in it. */
const SEED = 412;
const MOST_TRIES = 60;
/** That it was refused, and in which words, is written on purpose. */
const WRITTEN_BY_REFUSALS = ['audit_entry', 'audit_unsealed', 'audit_seal', 'idempotency_key'];

let app: TestApp;
let document: ApiDocument;
let explorer: Explorer;
let touched: Touched;
let first: SignedIn;
let second: SignedIn;
let changes: Operation[];

beforeAll(async () => {
  app = await testApp();
  document = await ApiDocument.of(app);
  [first, second] = [await app.signedIn('admin'), await app.signedIn('admin')];
  explorer = new Explorer(app, document, first, SEED, { optional: 30, nulls: 0, text: (schema) => plainText(schema.minLength ?? 1, schema.maxLength ?? 40), files: ['typed'], hints: hints('typed') });
  explorer.spare(second.id);
  await twoFacilities(app.database);
  await app.signedIn('attorney');
  await explorer.path('/v1/users/{id}');
  await somebody();
  touched = await Touched.watch(app.database);
  changes = document.operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'If-Match'));
});
afterAll(async () => {
  explorer.wire.close();
  await app.close();
});

/** With findings, which come of a review and are recorded by nobody. */
async function somebody(): Promise<void> {
  const person = await aDetainee(app, first);
  await aStint(app, first, person.id);
  await aRemovalOrder(app, first, person.id);
  await app.put(`/v1/ice-contacts/drafts/${randomUUID()}`, { as: first, body: { content: 'A draft' } });
  await app.sweep('2026-11-24');
}

it('every PATCH asks for the version that was seen', () => {
  const patches = document.operations.filter(({ method }) => method === 'PATCH').map(({ route }) => route);
  expect(patches.filter((route) => !changes.some((change) => change.route === route))).toEqual([]);
  expect(changes.length).toBeGreaterThan(20);
});

it('the second of two who save is told so, sees what is there now, has changed nothing, and can save what was typed', async () => {
  const faults: string[] = [];
  for (const operation of changes) faults.push(...(await twice(operation)).map((fault) => `${operation.route}: ${fault}`));
  process.stdout.write(`two at once: ${changes.length} operations that take If-Match\n`);
  expect(faults).toEqual([]);
}, 120_000);

/** What went against expectation. */
async function twice(operation: Operation): Promise<string[]> {
  if ((await explorer.versioned(operation, await explorer.path(operation.path))) === null) await somebody();
  const path = await explorer.path(operation.path);
  const put = document.find('PUT', operation.path);
  if (put && !changes.includes(put)) await save(put, path, first); // without it there is nothing to take back
  const tag = await explorer.etag(operation, path);
  if (tag === null) return [`nothing that has a version was found at ${path}`];
  const typed = explorer.body(operation, path);

  const saved = await save(changeOf(operation), path, first);
  if (saved.status >= 300) return [`the first could not save either: ${saved.status} ${saved.text.slice(0, 300)}`];

  await touched.since();
  const late = await explorer.sendBody(operation, path, typed, { 'if-match': tag }, second);
  const changed = (await touched.since()).filter(({ table }) => !WRITTEN_BY_REFUSALS.includes(table));
  if (changed.length > 0) return [`the second is answered ${late.status}, and changed ${JSON.stringify(changed)}`];
  const now = await explorer.versioned(operation, path, second);
  // What the first has ended is there no more, whichever version was seen of it.
  if (now === null || late.status === 410) return [404, 409, 410].includes(late.status) ? [] : [`what is there no more is answered ${late.status} ${late.text.slice(0, 300)}`];

  const { type, current } = (late.json ?? {}) as { type?: string; current?: unknown };
  if (late.status !== 412 || type !== 'urn:vigil:problem:changed-meanwhile') return [`the second is answered ${late.status} ${late.text.slice(0, 300)}`];
  if (!shows(now, current)) return [`what it shows as current is not what is read: ${JSON.stringify(current)} and ${JSON.stringify(now)}`];

  // What was typed is still good: sent again, it is judged by what it says and no longer by its age.
  const again = await explorer.sendBody(operation, path, typed, { 'if-match': `"${String(now.version)}"` }, second);
  if (again.status < 300) return kept(typed, again);
  return [409, 422].includes(again.status) ? [] : [`sent again with the new tag it is answered ${again.status} ${again.text.slice(0, 300)}`];
}

/** All of it as it is read; what is read of one alone may say more. */
const shows = (now: Record<string, unknown>, current: unknown): boolean =>
  typeof current === 'object' && current !== null && 'version' in current && Object.entries(current).every(([name, value]) => JSON.stringify(value) === JSON.stringify(now[name]));

/** Who withdraws meets somebody who corrected; where nothing corrects, the change meets itself. */
const changeOf = (operation: Operation): Operation => changes.find(({ method, path }) => ['PATCH', 'PUT'].includes(method) && path === operation.path) ?? operation;

/** Until one is taken: what is drawn may contradict the record. */
async function save(operation: Operation, path: string, as: SignedIn): Promise<Reply> {
  let reply: Reply | undefined;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const tag = await explorer.etag(operation, path);
    reply = await explorer.sendBody(operation, path, explorer.body(operation, path), { 'if-match': tag ?? '' }, as);
    if (reply.status < 300) return reply;
  }
  return reply!;
}

/** What the answer shows of the same name is what was typed; a time may be shown with its seconds. */
function kept(typed: unknown, { json }: Reply): string[] {
  if (typeof json !== 'object' || json === null || typed === null) return [];
  const shown = json as Record<string, unknown>;
  return Object.entries(typed as Record<string, unknown>)
    .filter(([name, value]) => ['string', 'boolean', 'number'].includes(typeof value) && name in shown && !String(shown[name]).startsWith(String(value)))
    .map(([name, value]) => `${name} was typed as ${JSON.stringify(value)} and is ${JSON.stringify(shown[name])}`);
}

const plainText = (least: number, most: number) => fc.integer({ min: 1, max: 1_000_000 }).map((n) => `typed ${n}`.padEnd(least, '.').slice(0, most));
