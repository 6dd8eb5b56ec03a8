import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { TEST_INSTANT, type TestApp, testApp } from '../support/app.js';
import { runHere } from '../support/command-line.js';
import { TEST_KEYS } from '../support/keys.js';

describe('vigil add-user', () => {
  let app: TestApp;
  beforeAll(async () => { app = await testApp(); });
  afterAll(() => app.close());

  const settings = () => ({ DATABASE_URL: app.database.url, REDIS_URL: app.redis.url, JWT_SECRET: 'q7Zp2mV9xKc4Lr8TnW3yBd6HsJf1GaEu', ...TEST_KEYS });
  const here = (args: string[]) => runHere(['add-user', ...args], settings());
  /** In a process of its own, whose standard input is what it is given. */
  const vigil = async (args: string[], input = '') => {
    const child = spawn(process.execPath, ['dist/src/cli.js', 'add-user', ...args], { env: { PATH: process.env.PATH, ...settings() } });
    child.stdin.end(input);
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { out, err, code: code as number };
  };

  it('adds the first admin with a password that is shown once, who can sign in', async () => {
    const { out, code } = await vigil(['first@office.example', '--name', 'First', '--role', 'admin', '--json']);
    expect(code).toBe(0);
    const { password } = JSON.parse(out) as { password: string };
    const token = await app.token('first@office.example', password);
    expect((await app.get('/v1/users', { headers: { authorization: `Bearer ${token}` } })).statusCode).toBe(200);
  });

  it('makes a password that is good for 72 hours and not a millisecond longer, unless its user has chosen another', async () => {
    const made = async (name: string) => JSON.parse((await here([`${name}@office.example`, '--name', name, '--role', 'attorney', '--json'])).out) as { id: string; password: string };
    const [kept, changed] = [await made('kept'), await made('changed')];
    const [{ until }] = await app.database.query<{ until: Date }>('select password_until as until from app_user where id = $1', [kept.id]);
    const signsIn = async (email: string, password: string) => (await app.post('/v1/auth/sign-in', { body: { email, password } })).statusCode;
    expect(until.getTime() - Date.now()).toBeGreaterThan(71.9 * 3_600_000);
    const headers = { authorization: `Bearer ${await app.token('changed@office.example', changed.password)}` };
    const chosen = await app.put('/v1/me/password', { headers, body: { currentPassword: changed.password, newPassword: 'of my own choosing' } });
    expect(chosen.statusCode).toBe(204);

    app.clock.set(new Date(until.getTime() - 1).toISOString());
    expect(await signsIn('kept@office.example', kept.password)).toBe(200);
    app.clock.set(until.toISOString());
    expect(await signsIn('kept@office.example', kept.password)).toBe(401);
    app.clock.set(new Date(until.getTime() + 30 * 24 * 3_600_000).toISOString());
    expect(await signsIn('changed@office.example', 'of my own choosing')).toBe(200);
    app.clock.set(TEST_INSTANT);
  });

  it('takes the password from standard input, and does not print it', async () => {
    const { out, code } = await vigil(['second@office.example', '--name', 'Second', '--role', 'attorney', '--password-stdin'], 'a password from a file\n');
    expect([code, out]).toEqual([0, 'second@office.example may sign in as attorney.\n']);
    expect(await app.token('second@office.example', 'a password from a file')).toBeTruthy();
  });

  it.each([
    ['an address that is taken', ['FIRST@office.example', '--name', 'X', '--role', 'admin'], null, 'email belongs to another user', 1],
    ['a short password', ['third@office.example', '--name', 'X', '--role', 'admin', '--password-stdin'], 'short', 'password must be text of 12', 1],
    ['an unknown role', ['third@office.example', '--name', 'X', '--role', 'operator'], null, 'admin, attorney, paralegal', 2],
  ])('refuses %s in one sentence', async (_what, args, input, sentence, exit) => {
    const { err, code } = input === null ? await here(args) : await vigil(args, input);
    expect([code, err]).toEqual([exit, expect.stringContaining(sentence)]);
    expect(await app.database.query(`select 1 from app_user where email like 'third%'`)).toEqual([]);
  });
});
