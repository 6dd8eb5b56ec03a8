import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ROLES, type SignInRole } from '../../src/common/actor.js';
import { type Answer, type SignedIn, type TestApp, testApp } from '../support/app.js';

/** docs/permissions.md as a reader reads it, against every route as every role, as nobody, and with tokens that are none. */
interface Row {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  isPublic: boolean;
  may: ReadonlySet<SignInRole>;
}

const ROWS: Row[] = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8').split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^`[A-Z]+ \//.test(cells[1] ?? ''))
  .map(([, route, requires, ...marks]) => {
    const [method, path] = route.replaceAll('`', '').split(' ') as [Row['method'], string];
    return { method, path, isPublic: requires === 'nothing: public', may: new Set(ROLES.filter((_role, i) => marks[i] === '✓')) };
  });

/** Nothing has this id, so that whoever may pass changes nothing. */
const NOTHING = '00000000-0000-4000-8000-00000000abcd';

let app: TestApp;
const users = {} as Record<SignInRole, SignedIn>;

beforeAll(async () => {
  app = await testApp();
  for (const role of ROLES) users[role] = await app.signedIn(role);
});
afterAll(() => app.close());

const call = ({ method, path }: Row, token: string | null): Promise<Answer> =>
  app.send(method, path.replace(/\{\w+\}/g, NOTHING), {
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), 'if-match': '"1"' },
    ...(method !== 'GET' && { body: {} }),
  });

describe('the table of docs/permissions.md', () => {
  it('has every route that is served, and no other', () => {
    const served = app.routes.map((route) => route.replace(/:(\w+)/g, '{$1}')).filter((route) => !/^(HEAD|OPTIONS) |^GET \/docs/.test(route));
    expect([...new Set(served)].sort()).toEqual(ROWS.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('says what GET /v1/me tells each role', async () => {
    for (const role of ROLES) {
      const { permissions } = (await app.get('/v1/me', { as: users[role] })).json();
      const text = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8');
      const table = text.slice(text.indexOf('## Permissions'), text.indexOf('## Routes')).split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
      const listed = table.filter((cells) => /^`[a-z-]+:/.test(cells[1] ?? '') && cells[2 + ROLES.indexOf(role)] === '✓').map((cells) => cells[1].replaceAll('`', ''));
      expect(permissions).toEqual(listed);
    }
  });
});

describe.each(ROWS.map((row) => [row.method, row.path, row] as const))('%s %s', (_method, _path, row) => {
  it('lets in the roles of its line, and refuses the others by the name of the permission', async () => {
    for (const role of ROLES) {
      // A session of its own for each call: some of them end it.
      const { token } = await app.session(users[role].id);
      const { statusCode, body } = await call(row, token);
      const answered = statusCode === 403 && body.includes('urn:vigil:problem:not-permitted') && body.includes('This needs the permission') ? 'refused'
        : statusCode >= 500 || statusCode === 401 && !row.isPublic || statusCode === 403 ? `${statusCode} ${body}` : 'let in';
      expect([role, answered]).toEqual([role, row.isPublic || row.may.has(role) ? 'let in' : 'refused']);
    }
  });

  if (row.isPublic) {
    it('asks nobody who they are', async () => {
      const { statusCode, body } = await call(row, null);
      expect([statusCode < 500, body.includes('This needs the permission')]).toEqual([true, false]);
    });
    return;
  }

  it('refuses nobody, and a token that has ended, is forged, is signed by nothing, or is of a session that is over', async () => {
    const admin = users.admin;
    const refused = async (token: string | null): Promise<number> => (await call(row, token)).statusCode;
    const { token } = await app.session(admin.id);
    const [head, payload, signature] = token.split('.') as [string, string, string];
    const json = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    const text = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

    expect(await refused(null)).toBe(401);
    expect(await refused(`${head}.${payload}.${createHmac('sha256', 'a key that is not ours').update(`${head}.${payload}`).digest('base64url')}`)).toBe(401);
    expect(await refused(`${head}.${text({ ...json(payload), sub: users.attorney.id })}.${signature}`)).toBe(401);
    expect(await refused(`${text({ ...json(head), alg: 'none' })}.${payload}.`)).toBe(401);
    expect(await refused(`${text({ ...json(head), alg: 'none' })}.${payload}.${signature}`)).toBe(401);
    expect(await refused('not.a.token')).toBe(401);

    const now = app.clock.now().toISOString();
    app.clock.set(new Date((json(payload).exp as number) * 1_000).toISOString());
    expect(await refused(token)).toBe(401);
    app.clock.set(now);

    const over = await app.session(admin.id);
    await app.post('/v1/auth/sign-out', { headers: { authorization: `Bearer ${over.token}` } });
    expect(await refused(over.token)).toBe(401);
  });
});
