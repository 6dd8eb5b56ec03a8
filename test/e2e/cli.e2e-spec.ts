import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Ran, runHere } from '../support/command-line.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { TEST_KEYS } from '../support/keys.js';
import { testRedis, type TestRedis } from '../support/redis.js';

const CLI = resolve('dist/src/cli.js');
const EXAMPLE = resolve('docs/examples/day-92.json');

/** The command as an operator types it, in a folder without `.env` and with nothing in the environment but what is given. */
function vigil(args: readonly string[], env: Record<string, string> = {}, cwd = tmpdir()): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? -1, out, err }));
  });
}

const json = <T>({ out }: Ran): T => JSON.parse(out) as T;

describe('without a database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigil-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('evaluates a file of facts: 92 days on 11 December 2019', async () => {
    const ran = await vigil(['evaluate', EXAMPLE, '--json']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { counts } = json<{ counts: { id: string; days: number }[] }>(ran);
    expect(counts.find(({ id }) => id === 'post-order.current-stay')).toMatchObject({ days: 92 });
  });

  it('evaluates it as of another day, and as a table a person can read', async () => {
    const ran = await vigil(['evaluate', EXAMPLE, '--as-of', '2020-03-10']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/met +2020-03-10 +zadvydas-v-davis +six-months/);
  });

  it('loads nothing but itself and the reader of its arguments', async () => {
    const coverage = join(folder, 'loaded');
    expect((await vigil(['evaluate', EXAMPLE, '--json'], { NODE_V8_COVERAGE: coverage })).code).toBe(0);
    const loaded = await Promise.all((await readdir(coverage)).map((file) => readFile(join(coverage, file), 'utf8')));
    expect(loaded).not.toHaveLength(0);
    const packages = loaded.flatMap((text) => [...text.matchAll(/node_modules\/((?:@[^/]+\/)?[^/"]+)/g)].map(([, name]) => name));
    expect(new Set(packages)).toEqual(new Set(['commander']));
  });

  it.each(['ice_detentions_stints_sample.csv', 'ice_detentions_raw_layout_fixture.xlsx'])('says what %s holds: 103 rows, 43 people, 46 stays, 16 open stints', async (name) => {
    const ran = await vigil(['import', 'ice-detentions', resolve('data/ice', name), '--dry-run', '--json']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out.trimEnd().split('\n').at(-1)!)).toMatchObject({ rows: 103, people: 43, stays: 46, openStints: 16 });
  });

  it('answers within a second', async () => {
    await vigil(['evaluate', EXAMPLE]);
    const began = performance.now();
    await vigil(['evaluate', EXAMPLE]);
    // Twice what it must be for a person: this machine may be running the other half of the tests.
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it.each([
    ['no such command', ['nosuch'], 2, /unknown command/],
    ['an option that is no number', ['list', '--due-within', 'soon'], 2, /whole number/],
    ['a day that is none', ['evaluate', EXAMPLE, '--as-of', '2019-02-29'], 2, /day on the calendar/],
    ['a file that is not there', ['evaluate', 'missing.json'], 1, /^vigil: missing\.json/],
    ['no configuration', ['migrate'], 2, /DATABASE_URL must be/],
  ] as const)('%s: one sentence, and the exit code that goes with it', async (_what, args, code, sentence) => {
    const ran = await vigil(args);
    expect(ran).toMatchObject({ code, out: '' });
    expect(ran.err).toMatch(sentence);
    expect(ran.err).not.toMatch(/^\s+at /m);
  });

  it('a file that is no JSON is refused by place and never quoted', async () => {
    await writeFile(join(folder, 'broken.json'), '{ "asOf": "2019-12-11", "person": Yousif }');
    const ran = await vigil(['evaluate', 'broken.json'], {}, folder);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain('broken.json is not JSON');
    expect(ran.err).not.toContain('Yousif');
  });

  it('a database that does not answer is exit code 3', async () => {
    const ran = await vigil(['migrate'], { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/vigil', REDIS_URL: 'redis://127.0.0.1:1', JWT_SECRET: aSecret(), ...TEST_KEYS });
    expect(ran).toMatchObject({ code: 3, out: '' });
    expect(ran.err).toMatch(/does not answer/);
  });

  it.each([['evaluate'], ['deadline'], ['suggest-topics'], ['import'], ['list'], ['review'], ['report'], ['migrate'], ['seed'], ['demo'], ['serve'], ['welcome']])('%s --help teaches', async (command) => {
    const ran = await vigil([command, '--help']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(new RegExp(`^Usage: vigil ${command} `));
    expect(/orders that an office entered\b.*\bare not in it/s.test(ran.out)).toBe(command === 'evaluate'); // of all that judges, the one that does not ask the office's law
  });
});

describe('on a new, empty database', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let env: Record<string, string>;
  beforeAll(async () => {
    [database, redis] = await Promise.all([testDatabase({ empty: true }), testRedis()]);
    env = { DATABASE_URL: database.url, REDIS_URL: redis.url, VIGIL_REDIS_PREFIX: redis.prefix, JWT_SECRET: aSecret(), ...TEST_KEYS, NODE_ENV: 'development' };
  });
  afterAll(async () => {
    await redis.close();
    await database.close();
  });

  it('migrates, and the second time has nothing to do', async () => {
    expect(json<{ ran: string[] }>(await vigil(['migrate', '--json'], env)).ran.length).toBeGreaterThan(0);
    expect((await runHere(['migrate'], env)).out).toBe('The database is up to date.\n');
  });

  it('seeds, also twice at once', async () => {
    const both = await Promise.all([vigil(['seed', '--json'], env), vigil(['seed', '--json'], env)]);
    expect(both.map(({ code, err }) => [code, err])).toEqual([[0, ''], [0, '']]);
    const [{ people }] = await database.query<{ people: number }>('select count(*)::int as people from detainee');
    const added = both.map((ran) => json<{ demo: { people: number; sampleRows: number } }>(ran).demo);
    expect(people).toBe(added[0].people + added[1].people + 43);
    expect((await runHere(['seed'], env)).out).toContain('Demo caseload: there already.');
  }, 120_000);

  it('welcomes with the address, five logins and ten people', async () => {
    const ran = await vigil(['welcome', '--url', 'http://127.0.0.1:4711'], env);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('http://127.0.0.1:4711');
    expect(ran.out.match(/@demo\.vigil\.example +[a-z2-9]{4}(-[a-z2-9]{4}){3} /g)).toHaveLength(5);
    expect(ran.out).toContain('The 10 most urgent people');
    expect(json<{ mostUrgent: object[] }>(await runHere(['welcome', '--json'], env)).mostUrgent).toHaveLength(10);
  });

  it('lists what is due, as a table and as the API gives it', async () => {
    const { items, nextCursor } = json<{ items: { result: string }[]; nextCursor: string }>(await runHere(['list', '--limit', '5', '--result', 'met', '--json'], env));
    expect(items.map(({ result }) => result)).toEqual(['met', 'met', 'met', 'met', 'met']);
    const table = await vigil(['list', '--limit', '5', '--cursor', nextCursor], { ...env, COLUMNS: '80' });
    for (const line of table.out.split('\n').slice(0, 7)) expect([...line].length).toBeLessThanOrEqual(80);
    expect((await runHere(['list', '--why', '--limit', '1', '--clause', 'six-months'], env)).out).toMatch(/zadvydas-v-davis six-months.*\n {2}· /);
  });

  it('says of the sample, which is there since the seeding, that nothing changed', async () => {
    const people = () => database.query('select count(*) from detainee');
    const before = await people();
    const ran = await vigil(['import', 'ice-detentions', resolve('data/ice/ice_detentions_stints_sample.csv')], env);
    expect(ran.code).toBe(0);
    expect(await people()).toEqual(before);
  });

  it('refuses a cursor that it did not hand out', async () => {
    expect(await runHere(['list', '--cursor', 'x'], env)).toMatchObject({ code: 1, out: '' });
  });

  it('reviews at once, and finds nothing more to do', async () => {
    await database.query('insert into review_mark (detainee_id) select id from detainee limit 3');
    expect(json(await vigil(['review', '--json'], env))).toMatchObject({ evaluated: 3, failed: 0 });
    expect(json(await runHere(['review', '--json'], env))).toMatchObject({ evaluated: 0 });
  });

  it('adds a few of the class', async () => {
    expect(json(await vigil(['demo', '--people', '12', '--json'], env))).toMatchObject({ people: 12, added: 12 });
  }, 60_000);

  it('gives the demo users other passwords when the secret is another', async () => {
    const other = { ...env, JWT_SECRET: aSecret() };
    const logins = async (given: Record<string, string>) => json<{ logins: object[] }>(await runHere(['welcome', '--json'], given)).logins;
    expect(await logins(other)).toEqual([]);
    expect(json(await runHere(['seed', '--json'], other))).toMatchObject({ demo: { users: 5, people: 0 } });
    expect(await logins(other)).toHaveLength(5);
  });
});

function aSecret(): string {
  return randomBytes(32).toString('hex');
}
