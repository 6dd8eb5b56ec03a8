import { ROLES } from '../../src/common/actor.js';
import { type SignedIn, TEST_INSTANT, testApp, type TestApp } from '../support/app.js';
import { twoFacilities } from '../support/factories.js';
import { Answers } from '../support/openapi/answers.js';
import { ApiDocument, type Operation } from '../support/openapi/document.js';
import { Explorer } from '../support/openapi/explorer.js';
import { plans, requestOf } from '../support/openapi/fuzzing.js';
import { aFinding, startOf } from '../support/openapi/starts.js';
import { Touched, type Touch } from '../support/openapi/touched.js';
import type { Reply, Request } from '../support/openapi/wire.js';

/** However many operations there are: so many requests in all. */
const REQUESTS = 10_200;
/** The same each time, so that what is red is red again; another one with FUZZ_SEED=… */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);
const AT_MOST_MS = 280_000;

/** What a refusal writes on purpose: that it was refused, and, for the same request again, with which words. */
const WRITTEN_BY_REFUSALS = ['audit_entry', 'audit_unsealed', 'audit_seal', 'idempotency_key'];
/** A try is used up by being made: an answer of the provider, a code, a token that was used before. */
const USED_UP: Readonly<Record<string, readonly string[]>> = { '/v1/auth/': ['one_time_token', 'user_session', 'second_factor'] };

let app: TestApp;
let document: ApiDocument;
let explorer: Explorer;
let answers: Answers;
let touched: Touched;
let admin: SignedIn;
const users: SignedIn[] = [];

const counted = { requests: 0, refused: 0, taken: 0, unsent: 0 };
const byStatus = new Map<number, number>();
const taken = new Set<string>();
const faults = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  document = await ApiDocument.of(app);
  for (const role of ROLES) users.push(await app.signedIn(role));
  admin = users[ROLES.indexOf('admin')];
  await twoFacilities(app.database);
  explorer = new Explorer(app, document, admin, SEED);
  explorer.spare(...users.map(({ id }) => id));
  await app.signedIn('attorney'); // somebody who may be given a case, and whom requests may disable
  await explorer.path('/v1/users/{id}');
  answers = new Answers(document);
  await aFinding(app, admin);
  touched = await Touched.watch(app.database);
});
afterAll(async () => {
  explorer.wire.close();
  await app.close();
});

/** Mostly as an admin, who gets furthest; now and then as each other role, and as nobody. */
function whoOf(drawn: number): SignedIn | null {
  if (drawn >= 94) return null;
  return users[drawn < 70 ? ROLES.indexOf('admin') : drawn % users.length];
}

const share = (operation: Operation): number => (operation.body ? 3 : 1) + (operation.parameters.some((parameter) => parameter.in === 'query') ? 1 : 0) + 1;

it('answers whatever it is sent as its document says, breaks at nothing, and changes nothing by what it refuses', async () => {
  const began = performance.now();
  const shares = document.operations.reduce((sum, operation) => sum + share(operation), 0);
  for (const [at, operation] of document.operations.entries()) {
    // An hour and a minute later each time, so that no operation is slowed for what was tried of another.
    app.clock.set(new Date(Date.parse(TEST_INSTANT) + at * 61 * 60_000).toISOString());
    await app.database.query(`update office set visibility = 'office' where visibility <> 'office'`);
    for (const user of users) await explorer.renew(user);
    explorer.begin(operation, await startOf(operation, app, admin));
    await wroteSomething();
    for (const plan of plans(document, operation, Math.ceil(REQUESTS * share(operation) / shares), SEED + at)) {
      const as = whoOf(plan.who);
      const { acts } = explorer;
      const request = await requestOf(explorer, operation, plan, as);
      // What was done to find out what to send is not what the request did.
      if (explorer.acts !== acts) await wroteSomething();
      await one(operation, request, as);
    }
  }
  const seconds = (performance.now() - began) / 1_000;
  const never = document.operations.filter(({ route }) => !taken.has(route)).map(({ route }) => route);
  process.stdout.write(`fuzz (seed ${SEED}): ${counted.requests} requests to ${document.operations.length} operations in ${seconds.toFixed(0)} s; ${counted.taken} taken, `
    + `${counted.refused} refused and each looked at for a changed row; ${[...byStatus].sort().map(([status, count]) => `${status} × ${count}`).join(', ')}; never taken: ${never.join(', ') || 'none'}\n`);
  expect([...faults.values()]).toEqual([]);
  expect(counted.requests).toBeGreaterThanOrEqual(10_000);
  // A fuzz that is refused at the door of an operation tries nothing behind it.
  expect(never.length).toBeLessThan(document.operations.length / 6);
}, AT_MOST_MS);

async function one(operation: Operation, request: Request, as: SignedIn | null): Promise<void> {
  const reply = await explorer.wire.send(request);
  counted.requests += 1;
  byStatus.set(reply.status, (byStatus.get(reply.status) ?? 0) + 1);
  explorer.learn(request.method, request.path, reply);
  for (const fault of answers.faults(operation, reply)) note(operation, request, reply, fault);
  const written = await wroteSomething();
  if (reply.status < 400) {
    counted.taken += 1;
    taken.add(operation.route);
  } else {
    counted.refused += 1;
    for (const { table, how } of written.filter((touch) => !isMeant(operation, touch))) note(operation, request, reply, `a refusal left a row (${how} of ${table})`);
  }
  if (as && (reply.status === 401 || operation.path.includes('/sessions') || operation.path.includes('sign-out'))) {
    await explorer.renew(as);
    await wroteSomething();
  }
}

/** What was written since it was last asked; after it the versions that were read before are read again. */
async function wroteSomething(): Promise<Touch[]> {
  const touches = await touched.since();
  if (touches.some(({ table }) => !WRITTEN_BY_REFUSALS.includes(table))) explorer.written();
  return touches;
}

const isMeant = ({ path }: Operation, { table }: Touch): boolean =>
  WRITTEN_BY_REFUSALS.includes(table) || Object.entries(USED_UP).some(([start, tables]) => path.startsWith(start) && tables.includes(table));

/** The first of its kind for each route: what is wrong, and how to see it again. */
function note({ route }: Operation, { path, headers, body }: Request, { status, text }: Reply, fault: string): void {
  const kind = `${route}: ${fault.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/g, '#').slice(0, 120)}`;
  if (faults.has(kind)) return;
  faults.set(kind, `${route}: ${fault}; sent ${path.slice(0, 300)} ${JSON.stringify({ ...headers, authorization: undefined })} ${(body ?? '').toString().slice(0, 400)}; answered ${status} ${text.slice(0, 400)}`);
}
