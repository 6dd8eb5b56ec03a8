import { setTimeout as sleep } from 'node:timers/promises';
import { JwtService } from '@nestjs/jwt';
import type { SignedIn, TestApp } from '../support/app.js';
import { testApp } from '../support/app.js';

describe('signing in', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    admin = await app.signedIn('admin');
  });
  afterAll(() => app.close());

  it('gives a token by which /v1/me says who that is and what they may do', async () => {
    const paralegal = await app.signedIn('paralegal');
    const me = (await app.get('/v1/me', { as: paralegal })).json();
    expect(me).toMatchObject({ id: paralegal.id, email: paralegal.email, role: 'paralegal' });
    expect(me.permissions).toContain('custody:write');
    expect(me.permissions).not.toContain('users:manage');
  });

  it('finds the address in any case, and says when the token ends', async () => {
    const answer = await app.post('/v1/auth/sign-in', { body: { email: ` ${admin.email.toUpperCase()}`, password: admin.password } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ tokenType: 'Bearer', user: { id: admin.id }, expiresAt: expect.stringMatching(/Z$/) });
  });

  it('refuses an unknown address, a wrong password, a disabled user and the operator in the same words', async () => {
    const disabled = await app.signedIn('paralegal');
    await app.patch(`/v1/users/${disabled.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { disabled: true } });
    const refused = await Promise.all([
      { email: 'nobody@office.example', password: admin.password },
      { email: admin.email, password: 'not the password at all' },
      { email: disabled.email, password: disabled.password },
      { email: 'operator@localhost', password: 'no account has this password' },
    ].map((body) => app.post('/v1/auth/sign-in', { body })));
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401]);
    expect(new Set(refused.map((answer) => answer.json<{ detail: string }>().detail)).size).toBe(1);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const fastest: Record<string, number> = {};
    for (let i = 0; i < 18; i++) {
      const email = i % 2 === 0 ? admin.email : 'nobody@office.example';
      const began = performance.now();
      await app.post('/v1/auth/sign-in', { body: { email, password: 'not the password at all' } });
      fastest[email] = Math.min(fastest[email] ?? Infinity, performance.now() - began);
    }
    const [known, unknown] = Object.values(fastest);
    // A missing check of the password would make one of them twenty times faster.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
  });

  it('logs a sign-in in the audit, and keeps no password anywhere', async () => {
    const [entry] = await app.database.query<{ actor_id: string }>(`select actor_id from audit_entry where action = 'user.signed-in' and actor_id = $1`, [admin.id]);
    expect(entry).toBeDefined();
    const [leak] = await app.database.query('select 1 from audit_entry where concat(before, after) like $1', [`%${admin.password}%`]);
    expect(leak).toBeUndefined();
  });

  describe('a token counts only', () => {
    const statusOf = async (token: string) => (await app.get('/v1/me', { headers: { authorization: `Bearer ${token}` } })).statusCode;

    it('while its user is not disabled', async () => {
      const user = await app.signedIn('attorney');
      expect(await statusOf(user.token)).toBe(200);
      await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { disabled: true } });
      expect(await statusOf(user.token)).toBe(401);
    });

    it('while its user exists in this database, also when another process changed that: two seconds at most', async () => {
      const user = await app.signedIn('attorney');
      expect(await statusOf(user.token)).toBe(200);
      await app.database.query('update app_user set disabled_at = now() where id = $1', [user.id]);
      app.clock.set('2026-11-24T12:00:03Z');
      expect(await statusOf(user.token)).toBe(401);
    });

    it('while the password is the one it was given for', async () => {
      const user = await app.signedIn('attorney');
      await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { password: 'a wholly new password' } });
      expect(await statusOf(user.token)).toBe(401);
      expect(await statusOf(await app.token(user.email, 'a wholly new password'))).toBe(200);
    });

    it('with the role the user has now', async () => {
      const user = await app.signedIn('paralegal');
      expect((await app.get('/v1/users', { as: user })).statusCode).toBe(403);
      await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { role: 'admin' } });
      expect((await app.get('/v1/users', { as: user })).statusCode).toBe(200);
    });

    it('if we signed it, in the one way we sign, for this API, and until it ends', async () => {
      const jwt = app.get(JwtService);
      const pwd = jwt.decode<{ pwd: string }>(admin.token).pwd;
      const ours = { issuer: 'vigil', audience: 'vigil-api' };
      const payload = { sub: admin.id, pwd };
      expect(await statusOf(jwt.sign(payload, ours))).toBe(200);

      const unsigned = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${admin.token.split('.')[1]}.`;
      const ended = jwt.sign(payload, { ...ours, expiresIn: 1 });
      await sleep(1_100);
      for (const token of [
        unsigned,
        ended,
        'not.a.token',
        admin.token.slice(0, -2),
        jwt.sign(payload, { ...ours, secret: 'another secret of sufficient length, 12345' }),
        jwt.sign(payload, { ...ours, algorithm: 'HS512' }),
        jwt.sign(payload, { ...ours, audience: 'another-api' }),
        jwt.sign(payload, { ...ours, issuer: 'another' }),
        jwt.sign({ pwd }, ours),
        jwt.sign({ sub: admin.id }, ours),
      ]) expect(await statusOf(token)).toBe(401);
    });
  });
});

describe('users', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    admin = await app.signedIn('admin');
  });
  afterAll(() => app.close());

  const aUser = (email: string) => ({ email, name: 'Zo\u00eb Attorney', role: 'attorney', password: 'twelve characters' });

  it('are added by an admin, found at their Location, and never show a password', async () => {
    const added = await app.post('/v1/users', { as: admin, body: aUser('zoe@office.example') });
    expect(added.statusCode).toBe(201);
    expect(added.headers.etag).toBe('"1"');
    const shown = await app.get(added.headers.location, { as: admin });
    expect(shown.json()).toEqual({
      id: expect.any(String), email: 'zoe@office.example', name: 'Zo\u00eb Attorney', role: 'attorney',
      disabledAt: null, isDemo: false, createdAt: expect.any(String), version: 1,
    });
    expect(added.json()).toEqual(shown.json());
  });

  it('have one address each, whatever its case', async () => {
    await app.post('/v1/users', { as: admin, body: aUser('one@office.example') });
    const again = await app.post('/v1/users', { as: admin, body: aUser('ONE@office.example') });
    expect(again.statusCode).toBe(409);
    expect(again.json()).toMatchObject({ errors: [{ path: 'email', problem: 'belongs to another user' }] });
    expect(again.body).not.toContain('office.example');
  });

  it('are listed page by page, without the operator', async () => {
    for (let i = 0; i < 5; i++) await app.post('/v1/users', { as: admin, body: aUser(`page-${i}@office.example`) });
    const emails: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { email: string }[]; nextCursor: string | null } =
        (await app.get(`/v1/users?limit=2${cursor && `&cursor=${cursor}`}`, { as: admin })).json();
      expect(page.items.length).toBeLessThanOrEqual(2);
      emails.push(...page.items.map(({ email }) => email));
      cursor = page.nextCursor;
    }
    expect(emails).toEqual([...emails].sort());
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails).not.toContain('operator@localhost');
  });

  it('cannot be the operator: it is neither shown nor changed nor given as a role', async () => {
    const operatorId = '00000000-0000-4000-8000-000000000001';
    expect((await app.get(`/v1/users/${operatorId}`, { as: admin })).statusCode).toBe(404);
    const change = { as: admin, headers: { 'if-match': '"1"' }, body: { disabled: true } };
    expect((await app.patch(`/v1/users/${operatorId}`, change)).statusCode).toBe(404);
    const asOperator = await app.post('/v1/users', { as: admin, body: { ...aUser('op@office.example'), role: 'operator' } });
    expect(asOperator.statusCode).toBe(400);
  });

  it('keep at least one admin, also when two step down at the same moment', async () => {
    const other = await app.signedIn('admin');
    const stepDown = (who: SignedIn) => app.patch(`/v1/users/${who.id}`, { as: who, headers: { 'if-match': '"1"' }, body: { role: 'attorney' } });
    const answers = await Promise.all([stepDown(admin), stepDown(other)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 422]);
    const [{ count }] = await app.database.query<{ count: number }>(`select count(*)::int from app_user where role = 'admin' and disabled_at is null`) as [{ count: number }];
    expect(count).toBe(1);
  });

  it.each([
    ['a short password', { password: 'eleven char' }, 'password'],
    ['an address without @', { email: 'nobody' }, 'email'],
    ['a blank name', { name: '   ' }, 'name'],
    ['an unknown role', { role: 'judge' }, 'role'],
    ['an unknown field', { isDemo: true }, 'isDemo'],
  ])('are refused with %s, naming the field and not its value', async (_what, wrong, path) => {
    const user = await app.signedIn('admin');
    const answer = await app.post('/v1/users', { as: user, body: { ...aUser('fine@office.example'), ...wrong } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { path: string }[] }>().errors.map((fault) => fault.path)).toEqual([path]);
    expect(answer.body).not.toContain(String(Object.values(wrong)[0]).trim() || 'Zoë');
  });
});
