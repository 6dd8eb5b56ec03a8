import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import fc from 'fast-check';
import { operator } from '../../src/common/actor.js';
import { Clock } from '../../src/common/clock.js';
import { Config } from '../../src/common/config.js';
import { Log } from '../../src/common/logging.js';
import { DetentionReviewService } from '../../src/detention-review/detention-review.service.js';
import { OutboxDrain } from '../../src/notifications/outbox-drain.service.js';
import { UsersService } from '../../src/users/users.service.js';
import { WorkerModule } from '../../src/worker.module.js';
import { aRow, csv } from '../fixtures/ice/release-csv.js';
import { type SignedIn, testApp, type TestApp } from '../support/app.js';
import { CANARY, CANARY_DAY, CANARY_NUMBER, canaryIn, RedisWatch } from '../support/canary.js';
import { aDetainee, aRemovalOrder, aStint, twoFacilities } from '../support/factories.js';
import { mailbox, type Mailbox } from '../support/mailbox.js';
import { ApiDocument, namesIn, type Operation } from '../support/openapi/document.js';
import { Explorer } from '../support/openapi/explorer.js';
import { hints } from '../support/openapi/hints.js';
import type { Reply } from '../support/openapi/wire.js';

const SEED = 1_931;
const EACH = 2;

let app: TestApp;
let worker: INestApplicationContext;
let box: Mailbox;
let redis: RedisWatch;
let document: ApiDocument;
let explorer: Explorer;
let admin: SignedIn;
const lines: string[] = [];
const sent = { requests: 0, taken: 0, broken: 0, withCanary: 0 };
const repeated = new Set<string>();

/** Every line of both processes, down to the least. */
const log = (process: 'api' | 'worker'): Log => new Log('trace', process, { write: (line: string) => { lines.push(line); } });

beforeAll(async () => {
  box = await mailbox();
  app = await testApp({
    log: log('api'),
    env: {
      VIGIL_SMTP_URL: box.url, VIGIL_MAIL_FROM: 'vigil@office.example', VIGIL_PASSWORD_RESET_URL: 'https://office.example/new-password',
      VIGIL_OIDC_ISSUER: 'http://127.0.0.1:9', VIGIL_OIDC_CLIENT_ID: 'x', VIGIL_OIDC_CLIENT_SECRET: `of the provider ${CANARY}`.replaceAll(' ', '-'), VIGIL_OIDC_REDIRECT_URL: 'https://office.example/in',
    },
  });
  redis = await RedisWatch.on(app.redis.url);
  const testing = await Test.createTestingModule({ imports: [WorkerModule] })
    .overrideProvider(Config).useValue(app.get(Config)).overrideProvider(Clock).useValue(app.clock).setLogger(log('worker')).compile();
  worker = await testing.init();
  document = await ApiDocument.of(app);
  admin = await app.signedIn('admin');
  const text = (schema: { minLength?: number; maxLength?: number }, property: string) => fc.constant(
    /number|value|identifier/i.test(property) ? CANARY_NUMBER : `${CANARY} ${property}`.slice(0, Math.max(schema.maxLength ?? 60, CANARY.length)).padEnd(schema.minLength ?? 0, '.'));
  explorer = new Explorer(app, document, admin, SEED, { optional: 60, nulls: 0, text, files: [`${CANARY} ${CANARY_NUMBER} in a file`], hints: { ...hints(`${CANARY} source`), value: fc.constant(CANARY_NUMBER), birthDate: fc.constant(CANARY_DAY) } });
  await twoFacilities(app.database);
});
afterAll(async () => {
  explorer.wire.close();
  await redis.close();
  await worker.close();
  await app.close();
  await box.close();
});

/** Every route, with the canary in each place that takes text. */
async function everyRoute(): Promise<void> {
  for (const [at, operation] of document.operations.entries()) {
    await explorer.renew(admin);
    for (let i = 0; i < EACH; i++) {
      const path = await explorer.path(operation.path);
      const headers = { 'user-agent': `${CANARY} agent`, referer: `https://office.example/?${CANARY}`, 'x-forwarded-for': CANARY, cookie: `${CANARY}=${CANARY}` };
      const tag = operation.parameters.some(({ name }) => name === 'If-Match') ? await explorer.etag(operation, path) : null;
      const key: Record<string, string> = operation.answers.has('201') ? { 'idempotency-key': `${CANARY}-${at}-${i}` } : {};
      const query = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `${name}=${i === 0 ? CANARY : CANARY_NUMBER}`).join('&');
      count(operation, await explorer.sendBody(operation, path, explorer.body(operation, path), { ...headers, ...key, ...(tag !== null && { 'if-match': tag }) }));
      count(operation, await explorer.sendBody(operation, query === '' ? path : `${path}?${query}`, misfit(explorer.body(operation, path)), { ...headers, 'if-match': `"${CANARY}"` }));
    }
    const astray = namesIn(operation.path).reduce((path, name) => path.replace(`{${name}}`, `${CANARY}%00${CANARY_DAY}`), operation.path);
    count(operation, await explorer.sendBody(operation, astray, `{"${CANARY}": "${CANARY_NUMBER}`, { authorization: `Bearer ${CANARY}` }, null));
    count(operation, await explorer.sendBody(operation, astray, explorer.body(operation, astray)));
  }
}

/** The same with every text where something else belongs. */
const misfit = (body: unknown): unknown =>
  (typeof body !== 'object' || body === null ? [CANARY] : Object.fromEntries(Object.entries(body).flatMap(([name, value]) => [[name, [value, CANARY_NUMBER]], [`${CANARY} ${name}`, CANARY_DAY]])));

function count({ route }: Operation, { status, text }: Reply): void {
  sent.requests += 1;
  if (status < 300) sent.taken += 1;
  if (status >= 500) sent.broken += 1;
  const canary = canaryIn(text);
  if (canary !== null && status < 300) sent.withCanary += 1;
  // A refusal names the field and never the value; with 412 it shows what is on file.
  if (canary !== null && status >= 400 && status !== 412) repeated.add(`${route} ${status}: ${canary}`);
}

async function ofPeople(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const person = await aDetainee(app, admin, { names: [{ kind: 'primary', fullName: `${CANARY} ${i}` }], birthDate: CANARY_DAY, identifiers: [{ kind: 'a-number', value: String(Number(CANARY_NUMBER) + i) }] });
    await aStint(app, admin, person.id);
    await aRemovalOrder(app, admin, person.id);
  }
  const form = new FormData();
  form.append('file', new Blob([csv([aRow({ 'Unique Identifier': CANARY, 'Citizenship Country': CANARY }), aRow({ 'Birth Year': CANARY }), aRow({ 'Detention Facility': CANARY })])]), `${CANARY}.csv`);
  const imported = await app.post('/v1/productions', { as: admin, body: form });
  expect([200, 201]).toContain(imported.statusCode);
  await app.get(UsersService).create(operator(null), { email: `${CANARY}@office.example`, name: CANARY, role: 'attorney', password: 'nine tall maps and a drum' });
  expect((await app.post('/v1/auth/password-reset', { body: { email: `${CANARY}@office.example` } })).statusCode).toBe(202);
  expect((await app.post('/v1/auth/sign-in', { body: { email: `${CANARY}@office.example`, password: `${CANARY} and less` } })).statusCode).toBe(401);
}

/** What the worker does about all of it, with a mail server that first refuses. */
async function theWork(): Promise<void> {
  const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined); // what fails is in the log, and looked at there
  const drain = () => quietly(worker.get(OutboxDrain, { strict: false }).drain());
  box.refusing = true;
  await drain();
  box.refusing = false;
  app.clock.set(new Date(app.clock.now().getTime() + 60_000).toISOString());
  await drain();
  await quietly(worker.get(DetentionReviewService, { strict: false }).sweep('2026-11-24'));
  await sleep(2_500); // jobs that wake, and the log's own clock
}

/** The database refuses every write, and quotes what was to be written. */
const quoting = (on: boolean) => app.database.query(on ? `
  create function quote() returns trigger language plpgsql as $$ begin
    raise exception using errcode = 'XX000', message = 'cannot keep ${CANARY} ' || new::text, detail = '${CANARY_NUMBER}', hint = '${CANARY_DAY}'; end $$;
  create trigger aa_quote before insert on audit_entry for each row execute function quote();
  create trigger aa_quote before insert on evaluation for each row execute function quote();
  create trigger aa_quote before update on outbox for each row execute function quote()` : 'drop function quote cascade');

it('nothing that a person wrote is found in a log, a job or anything else in Redis, nor in a refusal, whatever was asked and whatever broke', async () => {
  await ofPeople();
  await theWork();
  await everyRoute();
  await theWork();
  const taken = sent.taken;
  await app.database.query('insert into review_mark (detainee_id) select id from detainee where erased_at is null');
  await quoting(true);
  await everyRoute();
  await theWork();
  await quoting(false);
  const keys = await redis.lookThrough(app.redis.prefix);

  process.stdout.write(`canaries: ${sent.requests} requests to ${document.operations.length} operations (${taken} taken, ${sent.withCanary} answers showed one to whoever may see it, ${sent.broken} broken on purpose); `
    + `${lines.length} lines of the log, ${redis.commands} commands to Redis and ${keys} keys looked through\n`);
  expect(lines.map(canaryIn).filter((found) => found !== null)).toEqual([]);
  expect(redis.found).toEqual([]);
  expect([...repeated]).toEqual([]);
  // That there was something to be found.
  expect(box.messages.join('')).toContain('#token=');
  expect([taken > 100, sent.withCanary > 50, sent.broken > 50, lines.length > 500, redis.commands > 100, keys > 0]).toEqual([true, true, true, true, true, true]);
}, 240_000);
