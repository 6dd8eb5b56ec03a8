import { type SignedIn, TEST_INSTANT, testApp, type TestApp } from '../support/app.js';
import { codeAt, type SignInAnswer } from '../support/sign-in.js';

const SECOND = 1_000;

describe('the second factor', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    admin = await app.signedIn('admin');
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set(TEST_INSTANT));

  const after = (ms: number) => app.clock.set(new Date(Date.parse(TEST_INSTANT) + ms).toISOString());
  const signIn = async (who: SignedIn, password = who.password) =>
    (await app.post('/v1/auth/sign-in', { body: { email: who.email, password } })).json<SignInAnswer>();
  const answer = (challenge: string | undefined, code: string, path = '/v1/auth/second-factor') => app.post(path, { body: { challenge, code } });
  const now = (secret: string) => codeAt(secret, app.clock.now());

  /** Set up at the sign-in, as a new admin does. */
  const enrolled = async (role: 'admin' | 'attorney' = 'admin') => {
    const user = await app.signedIn(role);
    if (role !== 'admin') await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { secondFactorRequired: true } });
    const { next, challenge } = await signIn(user);
    expect(next).toBe('second-factor-enrolment');
    const { secret, uri } = (await app.post('/v1/auth/second-factor/enrolment', { body: { challenge } })).json();
    const done = await answer(challenge, await now(secret), '/v1/auth/second-factor/enrolment/confirm');
    return { ...done.json<SignInAnswer>(), user, secret: secret as string, uri: uri as string };
  };

  it('is set up by an admin at the first sign-in: without it there is no token', async () => {
    const { user, uri, secret, accessToken, recoveryCodes } = await enrolled();
    expect(uri).toMatch(/^otpauth:\/\/totp\/Vigil/);
    expect(uri).toContain(secret);
    expect(recoveryCodes).toHaveLength(10);
    expect((await app.get('/v1/me', { headers: { authorization: `Bearer ${accessToken}` } })).json()).toMatchObject({ id: user.id, hasSecondFactor: true, needsSecondFactor: true });
  });

  it('is asked of whoever the office names, and of nobody else', async () => {
    expect((await signIn(await app.signedIn('attorney'))).next).toBe('nothing');
    expect((await enrolled('attorney')).accessToken).toBeDefined();
  });

  it('is asked at every sign-in from then on', async () => {
    const { user, secret } = await enrolled();
    after(30 * SECOND);
    const { next, challenge, accessToken } = await signIn(user);
    expect([next, accessToken]).toEqual(['second-factor', undefined]);
    const done = await answer(challenge, await now(secret));
    expect(done.json()).toMatchObject({ next: 'nothing', tokenType: 'Bearer', user: { id: user.id } });
  });

  it('takes a code for its half minute and the one on each side, no further', async () => {
    const { user, secret } = await enrolled();
    const at = (seconds: number) => new Date(Date.parse(TEST_INSTANT) + 3_600_000 + seconds * SECOND);
    for (const [seconds, status] of [[-31, 401], [-30, 200], [59, 200], [90, 401]] as const) {
      app.clock.set(at(0).toISOString());
      const { challenge } = await signIn(user);
      const done = await answer(challenge, await codeAt(secret, at(seconds)));
      expect([seconds, done.statusCode]).toEqual([seconds, status]);
    }
  });

  it('refuses a code that was used before, also at the same moment, also one of a half minute that is past', async () => {
    const { user, secret } = await enrolled();
    after(90 * SECOND);
    const [one, two] = [await signIn(user), await signIn(user)];
    const code = await now(secret);
    const both = await Promise.all([answer(one.challenge, code), answer(two.challenge, code)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
    const { challenge } = await signIn(user);
    expect((await answer(challenge, await codeAt(secret, new Date(Date.parse(TEST_INSTANT) + 60 * SECOND)))).statusCode).toBe(401);
  });

  it('lets each recovery code sign in once', async () => {
    const { user, recoveryCodes } = await enrolled();
    const [code] = recoveryCodes!;
    expect((await answer((await signIn(user)).challenge, code.toUpperCase().replaceAll('-', ' '))).statusCode).toBe(200);
    expect((await answer((await signIn(user)).challenge, code)).statusCode).toBe(401);
    const kept = await app.database.query('select from recovery_code where user_id = $1 and used_at is null', [user.id]);
    expect(kept).toHaveLength(9);
  });

  it('has challenges that end after ten minutes, after five tries, and with their use', async () => {
    const { user, secret } = await enrolled();
    const [early, late, tried, used] = [await signIn(user), await signIn(user), await signIn(user), await signIn(user)];
    for (let i = 0; i < 5; i++) {
      after(i * 60 * SECOND); // and not so fast that the user would have to wait
      expect((await answer(tried.challenge, '000000')).statusCode).toBe(401);
    }
    after(9 * 60 * SECOND);
    expect((await answer(tried.challenge, await now(secret))).json()).toMatchObject({ detail: expect.stringContaining('too often') });
    expect((await answer(used.challenge, await now(secret))).statusCode).toBe(200);
    after(10 * 60 * SECOND - 1);
    expect((await answer(used.challenge, await now(secret))).statusCode).toBe(401);
    expect((await answer(early.challenge, await now(secret))).statusCode).toBe(200);
    after(10 * 60 * SECOND);
    expect((await answer(late.challenge, await now(secret))).statusCode).toBe(401);
  });

  it('has challenges that count no more once the password is another: what the old one began is not ended', async () => {
    const user = await app.signedIn('admin');
    const { challenge } = await signIn(user);
    const { secret } = (await app.post('/v1/auth/second-factor/enrolment', { body: { challenge } })).json<{ secret: string }>();
    await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { password: 'a wholly new password' } });
    expect((await answer(challenge, await now(secret), '/v1/auth/second-factor/enrolment/confirm')).statusCode).toBe(401);
  });

  it('slows who guesses codes, over however many challenges', async () => {
    const { user, secret } = await enrolled();
    after(120 * SECOND);
    for (let i = 0; i < 5; i++) expect((await answer((await signIn(user)).challenge, '000000')).statusCode).toBe(401);
    const slowed = await answer((await signIn(user)).challenge, await now(secret));
    expect([slowed.statusCode, slowed.headers['retry-after']]).toEqual([429, '2']);
    after(122 * SECOND);
    expect((await answer((await signIn(user)).challenge, await now(secret))).statusCode).toBe(200);
  });

  it('is kept sealed, its recovery codes as hashes, and its challenges too', async () => {
    const { user, secret, recoveryCodes } = await enrolled();
    const { challenge } = await signIn(user);
    const [{ text }] = await app.database.query<{ text: string }>(
      `select concat((select string_agg(f::text, ' ') from second_factor f), (select string_agg(r::text, ' ') from recovery_code r),
        (select string_agg(t::text, ' ') from one_time_token t), (select string_agg(a::text, ' ') from audit_entry a)) as text`) as [{ text: string }];
    for (const found of [secret, challenge!, recoveryCodes![0], recoveryCodes![0].replaceAll('-', '')]) expect(text.includes(found)).toBe(false);
  });

  it('is asked at once of a session that was begun without it: on becoming an admin, and when the office asks it of everybody', async () => {
    const [promoted, other] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
    const [first, second] = [(await signIn(promoted)).accessToken!, (await signIn(other)).accessToken!];
    const statusOf = async (token: string) => (await app.get('/v1/me', { headers: { authorization: `Bearer ${token}` } })).statusCode;
    expect([await statusOf(first), await statusOf(second)]).toEqual([200, 200]);
    await app.patch(`/v1/users/${promoted.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { role: 'admin' } });
    expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);

    const policy = await app.get('/v1/sign-in-policy', { as: admin });
    const change = (secondFactor: string, etag: string) => app.patch('/v1/sign-in-policy', { as: admin, headers: { 'if-match': etag }, body: { secondFactor } });
    const changed = await change('everybody', policy.headers.etag);
    expect(changed.json()).toMatchObject({ secondFactor: 'everybody' });
    expect(await statusOf(second)).toBe(401);
    expect((await signIn(other)).next).toBe('second-factor-enrolment');
    expect((await change('admins', policy.headers.etag)).statusCode).toBe(412);
    expect((await change('admins', changed.headers.etag)).statusCode).toBe(200);
  });

  it('lets a demo user in without: production does not start with one', async () => {
    const user = await app.signedIn('admin');
    await app.database.query('update app_user set is_demo = true where id = $1', [user.id]);
    expect((await signIn(user)).next).toBe('nothing');
  });

  describe('for who is signed in', () => {
    const begin = (as: SignedIn, password = as.password) => app.post('/v1/me/second-factor', { as, body: { password } });

    it('is set up with the password again and a first code, ends the other sessions, and can be removed with a code', async () => {
      const user = await app.signedIn('attorney');
      const elsewhere = (await signIn(user)).accessToken!;
      expect((await begin(user, 'not the password at all')).statusCode).toBe(422);
      const { secret } = (await begin(user)).json<{ secret: string }>();
      const confirm = (code: string) => app.post('/v1/me/second-factor/confirm', { as: user, body: { code } });
      expect((await confirm('000000')).statusCode).toBe(422);
      expect((await signIn(user)).next).toBe('nothing');
      expect((await confirm(await now(secret))).json()).toMatchObject({ recoveryCodes: expect.arrayContaining([expect.stringMatching(/^[a-z2-9]{4}(-[a-z2-9]{4}){5}$/)]) });
      expect((await app.get('/v1/me', { headers: { authorization: `Bearer ${elsewhere}` } })).statusCode).toBe(401);
      expect((await signIn(user)).next).toBe('second-factor');
      expect((await begin(user)).statusCode).toBe(422);

      const remove = (code: string) => app.post('/v1/me/second-factor/remove', { as: user, body: { code } });
      expect((await remove(await now(secret))).statusCode).toBe(422); // used before
      const logged = await app.database.query(`select after from audit_entry where action = 'user.confirmation-refused' and actor_id = $1`, [user.id]);
      expect(logged).toEqual([{ after: { at: 'password' } }, { after: { at: 'second-factor' } }]);
      after(30 * SECOND);
      expect((await remove(await now(secret))).statusCode).toBe(204);
      expect((await signIn(user)).next).toBe('nothing');
    });

    it('gets new recovery codes for a code, and the old ones count no more', async () => {
      const { user, secret, recoveryCodes, accessToken } = await enrolled();
      after(30 * SECOND);
      const renewed = await app.post('/v1/me/second-factor/recovery-codes', { headers: { authorization: `Bearer ${accessToken}` }, body: { code: await now(secret) } });
      const codes = renewed.json<{ recoveryCodes: string[] }>().recoveryCodes;
      expect((await answer((await signIn(user)).challenge, recoveryCodes![0])).statusCode).toBe(401);
      expect((await answer((await signIn(user)).challenge, codes[0])).statusCode).toBe(200);
    });

    it('is not removed where it is required; an admin takes it away, which signs its user out to set up another', async () => {
      const { user, secret, accessToken } = await enrolled();
      const headers = { authorization: `Bearer ${accessToken}` };
      after(30 * SECOND);
      expect((await app.post('/v1/me/second-factor/remove', { headers, body: { code: await now(secret) } })).statusCode).toBe(422);
      expect((await app.delete(`/v1/users/${user.id}/second-factor`, { as: admin })).statusCode).toBe(204);
      expect((await app.get('/v1/me', { headers })).statusCode).toBe(401);
      expect((await signIn(user)).next).toBe('second-factor-enrolment');
      expect((await app.delete(`/v1/users/${user.id}/second-factor`, { as: admin })).statusCode).toBe(422);
    });
  });
});
