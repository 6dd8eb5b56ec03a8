import { JwtService } from '@nestjs/jwt';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import type { SignedIn, TestApp } from '../support/app.js';
import { TEST_INSTANT, testApp } from '../support/app.js';

describe('signing in', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    admin = await app.signedIn('admin');
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set(TEST_INSTANT));

  it('gives a token by which /v1/me says who that is and what they may do', async () => {
    const paralegal = await app.signedIn('paralegal');
    const me = (await app.get('/v1/me', { as: paralegal })).json();
    expect(me).toMatchObject({ id: paralegal.id, email: paralegal.email, role: 'paralegal', hasSecondFactor: false, needsSecondFactor: false });
    expect(me.permissions).toContain('custody:write');
    expect(me.permissions).not.toContain('users:manage');
  });

  it('finds the address in any case, and says when the token ends', async () => {
    const { email, password, id } = await app.signedIn('attorney');
    const answer = await app.post('/v1/auth/sign-in', { body: { email: ` ${email.toUpperCase()}`, password } });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ next: 'nothing', tokenType: 'Bearer', user: { id }, expiresAt: '2026-11-24T12:30:00.000Z', refreshExpiresAt: '2026-11-25T00:00:00.000Z' });
  });

  it('takes a password as it was meant, on whatever keyboard it was typed', async () => {
    const user = await app.signedIn('attorney');
    await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { password: 'caf\u00e9 au lait d\u00e9cid\u00e9' } });
    expect(await app.token(user.email, 'cafe\u0301 au lait de\u0301cide\u0301')).toBeTruthy();
  });

  it('refuses an unknown address, a wrong password, a disabled user and the operator in the same words', async () => {
    const [disabled, other] = [await app.signedIn('paralegal'), await app.signedIn('paralegal')];
    await app.patch(`/v1/users/${disabled.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { disabled: true } });
    const refused = await Promise.all([
      { email: 'nobody@office.example', password: other.password },
      { email: other.email, password: 'not the password at all' },
      { email: disabled.email, password: disabled.password },
      { email: 'operator@localhost', password: 'no account has this password' },
    ].map((body) => app.post('/v1/auth/sign-in', { body })));
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401]);
    expect(new Set(refused.map((answer) => JSON.stringify({ ...answer.json<object>(), instance: null }))).size).toBe(1);
    expect(new Set(refused.map(({ headers }) => Object.keys(headers).sort().join())).size).toBe(1);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const { email: known } = await app.signedIn('paralegal');
    const fastest: Record<string, number> = {};
    for (let i = 0; i < 18; i++) {
      // The clock goes on, so that nobody is slowed for trying too often.
      app.clock.set(new Date(Date.parse(TEST_INSTANT) + i * 1_200_000).toISOString());
      const email = i % 2 === 0 ? known : 'nobody@office.example';
      const began = performance.now();
      const { statusCode } = await app.post('/v1/auth/sign-in', { body: { email, password: 'not the password at all' } });
      expect(statusCode).toBe(401);
      fastest[email] = Math.min(fastest[email] ?? Infinity, performance.now() - began);
    }
    const [first, second] = Object.values(fastest);
    // A missing check of the password would make one of them twenty times faster.
    expect(Math.max(first, second) / Math.min(first, second)).toBeLessThan(3);
  });

  it('logs a sign-in and a refusal in the audit, known address or not, and keeps no password and no address tried anywhere', async () => {
    const user = await app.signedIn('attorney');
    await app.token(user.email, user.password);
    const [entry] = await app.database.query(`select from audit_entry where action = 'user.signed-in' and actor_id = $1`, [user.id]);
    expect(entry).toBeDefined();
    const before = await refusals();
    for (const email of [user.email, 'stranger@office.example']) await app.post('/v1/auth/sign-in', { body: { email, password: 'not the password at all' } });
    expect(await refusals()).toBe(before + 2);
    const [leak] = await app.database.query('select 1 from audit_entry where concat(before, after) like any ($1)', [[`%${user.password}%`, '%not the password%', '%stranger@%']]);
    expect(leak).toBeUndefined();
  });

  const refusals = async () => {
    const [{ count }] = await app.database.query<{ count: number }>(`select count(*)::int from audit_entry where action = 'user.sign-in-refused'`) as [{ count: number }];
    return count;
  };

  describe('a token counts only', () => {
    const statusOf = async (token: string) => (await app.get('/v1/me', { headers: { authorization: `Bearer ${token}` } })).statusCode;

    it('while its user is not disabled', async () => {
      const user = await app.signedIn('attorney');
      expect(await statusOf(user.token)).toBe(200);
      await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { disabled: true } });
      expect(await statusOf(user.token)).toBe(401);
      await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"2"' }, body: { disabled: false } });
      expect(await statusOf(user.token)).toBe(401);
    });

    it('while its user exists in this database, also when another process changed that: at once', async () => {
      const user = await app.signedIn('attorney');
      expect(await statusOf(user.token)).toBe(200);
      await app.database.query('update app_user set disabled_at = now() where id = $1', [user.id]);
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

    it('for thirty minutes, not a second longer', async () => {
      const user = await app.signedIn('attorney');
      app.clock.set('2026-11-24T12:29:59.999Z');
      expect(await statusOf(user.token)).toBe(200);
      app.clock.set('2026-11-24T12:30:00.000Z');
      expect(await statusOf(user.token)).toBe(401);
    });

    it('if we signed it, in the one way we sign, for this API', async () => {
      const jwt = app.get(JwtService);
      const { id: keyid, secret } = await app.get(SigningKeys).current();
      const { sub, sid } = jwt.decode<{ sub: string; sid: string }>(admin.token);
      const at = Date.parse(TEST_INSTANT) / 1_000;
      const payload = { sub, sid, iat: at, exp: at + 60 };
      const ours = { issuer: 'vigil', audience: 'vigil-api', algorithm: 'HS256', keyid, secret } as const;
      expect(await statusOf(jwt.sign(payload, ours))).toBe(200);

      const [head, body] = jwt.sign(payload, ours).split('.');
      const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const forged = Buffer.from('another secret of sufficient length, 12345');
      for (const token of [
        `${encoded({ alg: 'none', typ: 'JWT', kid: keyid })}.${body}.`,
        `${encoded({ alg: 'none', typ: 'JWT' })}.${body}.`,
        `${head}.${body}.`,
        'not.a.token',
        '',
        admin.token.slice(0, -2),
        jwt.sign(payload, { ...ours, secret: forged }),
        jwt.sign(payload, { ...ours, secret: forged, keyid: '000000000000' }),
        jwt.sign(payload, { ...ours, keyid: '../../etc/hosts' }),
        jwt.sign(payload, { issuer: ours.issuer, audience: ours.audience, algorithm: 'HS256', secret }),
        jwt.sign(payload, { ...ours, algorithm: 'HS512' }),
        jwt.sign(payload, { ...ours, audience: 'another-api' }),
        jwt.sign(payload, { ...ours, issuer: 'another' }),
        jwt.sign({ sub, sid, iat: at - 60, exp: at }, ours),
        jwt.sign({ sub, sid, iat: at }, ours),
        jwt.sign({ ...payload, sub: undefined }, ours),
        jwt.sign({ ...payload, sid: undefined }, ours),
        jwt.sign({ ...payload, sid: '00000000-0000-4000-8000-00000000abcd' }, ours),
        jwt.sign({ ...payload, sub: (await app.signedIn('paralegal')).id }, ours),
      ]) expect([token, await statusOf(token)]).toEqual([token, 401]);
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
      disabledAt: null, isDemo: false, secondFactorRequired: false, hasSecondFactor: false, createdAt: expect.any(String), version: 1,
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
