import { randomBytes } from 'node:crypto';
import { AuditService } from '../../src/audit/audit.service.js';
import { Sealer } from '../../src/auth/sealer.js';
import { secondFactorContext, SigningKeys } from '../../src/auth/signing-keys.js';
import { operator } from '../../src/common/actor.js';
import { Config } from '../../src/common/config.js';
import { type Answer, type SignedIn, TEST_INSTANT, testApp, type TestApp } from '../support/app.js';

interface Tokens {
  accessToken: string;
  refreshToken: string;
  refreshExpiresAt: string;
}

describe('sessions', () => {
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    app = await testApp();
    admin = await app.signedIn('admin');
  });
  afterAll(() => app.close());
  beforeEach(() => app.clock.set(TEST_INSTANT));

  const statusOf = async (token: string) => (await app.get('/v1/me', { headers: { authorization: `Bearer ${token}` } })).statusCode;
  const refresh = (refreshToken: string) => app.post('/v1/auth/refresh', { body: { refreshToken } });
  const signIn = async (who: SignedIn, headers: Record<string, string> = {}): Promise<Tokens> =>
    (await app.post('/v1/auth/sign-in', { body: { email: who.email, password: who.password }, headers })).json();
  const sessionsOf = async (who: SignedIn) => (await app.get('/v1/me/sessions', { as: who })).json<{ items: { id: string; userAgent: string | null }[] }>().items;
  const detailOf = (answer: Answer) => answer.json<{ detail: string }>().detail;

  describe('a refresh token', () => {
    it('gives the next tokens, which work, and is worth nothing afterwards', async () => {
      const user = await app.signedIn('attorney');
      const first = await signIn(user);
      const answer = await refresh(first.refreshToken);
      expect(answer.statusCode).toBe(200);
      const second = answer.json<Tokens>();
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect(await statusOf(second.accessToken)).toBe(200);
      const third = (await refresh(second.refreshToken)).json<Tokens>();
      expect(await statusOf(third.accessToken)).toBe(200);
    });

    it('that is used twice ends its family at once, the newest tokens too, and no other family', async () => {
      const user = await app.signedIn('attorney');
      const [stolen, other] = [await signIn(user), await signIn(user)];
      const next = (await refresh(stolen.refreshToken)).json<Tokens>();
      expect(await statusOf(next.accessToken)).toBe(200);

      expect((await refresh(stolen.refreshToken)).statusCode).toBe(401);
      expect(await statusOf(next.accessToken)).toBe(401);
      expect(await statusOf(stolen.accessToken)).toBe(401);
      expect((await refresh(next.refreshToken)).statusCode).toBe(401);
      expect(await statusOf(other.accessToken)).toBe(200);
      const logged = await app.database.query(`select from audit_entry where action = 'session.token-reused' and (after ->> 'userId') = $1`, [user.id]);
      expect(logged).toHaveLength(1);
    });

    it('that two use at the same moment goes to one of them, and ends the family', async () => {
      const { refreshToken } = await signIn(await app.signedIn('attorney'));
      const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken), refresh(refreshToken)]);
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
      const winner = answers.find(({ statusCode }) => statusCode === 200)!.json<Tokens>();
      expect(await statusOf(winner.accessToken)).toBe(401);
    });

    it('is good for twelve hours, not a millisecond longer', async () => {
      const user = await app.signedIn('attorney');
      const [early, late] = [await signIn(user), await signIn(user)];
      expect(early.refreshExpiresAt).toBe('2026-11-25T00:00:00.000Z');
      app.clock.set('2026-11-24T23:59:59.999Z');
      expect((await refresh(early.refreshToken)).statusCode).toBe(200);
      app.clock.set('2026-11-25T00:00:00.000Z');
      expect((await refresh(late.refreshToken)).statusCode).toBe(401);
    });

    it('carries a session to the end of its seventh day and no further, however often it is used', async () => {
      let tokens = await signIn(await app.signedIn('attorney'));
      for (let hours = 10; hours < 7 * 24; hours += 10) {
        app.clock.set(new Date(Date.parse(TEST_INSTANT) + hours * 3_600_000).toISOString());
        tokens = (await refresh(tokens.refreshToken)).json<Tokens>();
      }
      expect(tokens.refreshExpiresAt).toBe('2026-12-01T12:00:00.000Z');
      app.clock.set('2026-12-01T11:59:59.999Z');
      tokens = (await refresh(tokens.refreshToken)).json<Tokens>();
      expect(await statusOf(tokens.accessToken)).toBe(200);
      app.clock.set('2026-12-01T12:00:00.000Z');
      expect(await statusOf(tokens.accessToken)).toBe(401);
      expect((await refresh(tokens.refreshToken)).statusCode).toBe(401);
    });

    it('is refused in the same words whether it never was, was used, or has ended', async () => {
      const user = await app.signedIn('attorney');
      const [used, ended] = [await signIn(user), await signIn(user)];
      await refresh(used.refreshToken);
      const answers = [await refresh('never-given'), await refresh(used.refreshToken)];
      app.clock.set('2026-11-25T00:00:00Z');
      answers.push(await refresh(ended.refreshToken));
      expect(new Set(answers.map(detailOf)).size).toBe(1);
    });

    it('stands nowhere in the database', async () => {
      const { refreshToken } = await signIn(await app.signedIn('attorney'));
      const [{ found }] = await app.database.query<{ found: number }>(
        `select count(*)::int as found from refresh_token t, user_session s, audit_entry a where concat(t.*, s.*, a.*) like $1`, [`%${refreshToken}%`]) as [{ found: number }];
      expect(found).toBe(0);
    });

    it('of a user who was disabled gives nothing', async () => {
      const user = await app.signedIn('attorney');
      await app.database.query('update app_user set disabled_at = now() where id = $1', [user.id]);
      expect((await refresh(user.refreshToken)).statusCode).toBe(401);
    });
  });

  it('that begin while the password is being changed do not outlive it', async () => {
    for (let i = 0; i < 4; i++) {
      const user = await app.signedIn('attorney');
      const change = app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { password: 'a wholly new password' } });
      const begun = await Promise.all([signIn(user), signIn(user), signIn(user)]);
      expect((await change).statusCode).toBe(200);
      for (const { accessToken } of begun) if (accessToken) expect(await statusOf(accessToken)).toBe(401);
    }
  });

  it('are ended by signing out, at once', async () => {
    const user = await app.signedIn('attorney');
    const signedOut = await app.post('/v1/auth/sign-out', { as: user });
    expect([signedOut.statusCode, signedOut.headers['clear-site-data']]).toEqual([204, '"*"']);
    expect(await statusOf(user.token)).toBe(401);
    expect((await refresh(user.refreshToken)).statusCode).toBe(401);
  });

  it('are listed for their owner with what each was begun on, the newest first, page by page', async () => {
    const user = await app.signedIn('attorney');
    for (const [i, agent] of ['Laptop', 'Phone\u00e9'].entries()) {
      app.clock.set(`2026-11-24T12:0${i + 1}:00Z`);
      await signIn(user, { 'user-agent': encodeURI(agent) });
    }
    const first = (await app.get('/v1/me/sessions?limit=2', { as: user })).json();
    expect(first.items).toMatchObject([{ userAgent: 'Phone%C3%A9', source: '127.0.0.1', method: 'password', secondFactor: false }, { userAgent: 'Laptop' }]);
    const second = (await app.get(`/v1/me/sessions?limit=2&cursor=${first.nextCursor}`, { as: user })).json();
    expect(second).toMatchObject({ items: [{ secondFactor: true }], nextCursor: null });
  });

  it('that nobody uses for twelve hours are not listed', async () => {
    const user = await app.signedIn('attorney');
    const idle = await sessionsOf(user);
    app.clock.set('2026-11-25T00:00:00Z');
    const now = await sessionsOf(user);
    expect(now.map(({ id }) => id)).not.toEqual(expect.arrayContaining(idle.map(({ id }) => id)));
  });

  it('are ended by their owner one by one, or all but this one, at once', async () => {
    const user = await app.signedIn('attorney');
    app.clock.set('2026-11-24T12:02:00Z');
    const [phone, lost] = [await signIn(user), await signIn(user)];
    const [newest] = await sessionsOf(user);
    expect((await app.delete(`/v1/me/sessions/${newest.id}`, { as: user })).statusCode).toBe(204);
    expect((await app.delete(`/v1/me/sessions/${newest.id}`, { as: user })).statusCode).toBe(204);
    expect([await statusOf(phone.accessToken), await statusOf(lost.accessToken)].sort()).toEqual([200, 401]);
    expect((await app.delete('/v1/me/sessions', { as: user })).statusCode).toBe(204);
    expect([await statusOf(phone.accessToken), await statusOf(lost.accessToken), await statusOf(user.token)]).toEqual([401, 401, 200]);
  });

  it('are ended from a session of the last fifteen minutes, and not from one a millisecond older, which ends itself alone', async () => {
    const user = await app.signedIn('attorney');
    const [here, gone] = [await signIn(user), await signIn(user)];
    app.clock.set('2026-11-24T12:02:00Z');
    const later = await signIn(user);
    const [{ id: newest }] = await sessionsOf(user);
    const as = ({ accessToken }: Tokens) => ({ headers: { authorization: `Bearer ${accessToken}` } });

    app.clock.set('2026-11-24T12:15:00.001Z');
    for (const path of ['/v1/me/sessions', `/v1/me/sessions/${newest}`]) {
      const refused = await app.delete(path, as(here));
      expect([refused.statusCode, refused.json().type]).toEqual([403, 'urn:vigil:problem:sign-in-again']);
    }
    expect(await sessionsOf(user)).toHaveLength(4);
    expect((await app.delete(`/v1/me/sessions/${newest}`, as(later))).statusCode).toBe(204);
    expect(await statusOf(later.accessToken)).toBe(401);

    app.clock.set('2026-11-24T12:15:00.000Z');
    expect((await app.delete('/v1/me/sessions', as(here))).statusCode).toBe(204);
    expect([await statusOf(gone.accessToken), await statusOf(here.accessToken)]).toEqual([401, 200]);
  });

  it('of somebody else are not there to be ended', async () => {
    const [user, other] = [await app.signedIn('attorney'), await app.signedIn('paralegal')];
    const [theirs] = await sessionsOf(user);
    expect((await app.delete(`/v1/me/sessions/${theirs.id}`, { as: other })).statusCode).toBe(404);
    expect((await app.delete(`/v1/users/${user.id}/sessions/${theirs.id}`, { as: other })).statusCode).toBe(403);
    expect((await app.get(`/v1/users/${user.id}/sessions`, { as: other })).statusCode).toBe(403);
    expect(await statusOf(user.token)).toBe(200);
  });

  it('are listed and ended by an admin, one or all, at once and in the log', async () => {
    const user = await app.signedIn('attorney');
    app.clock.set('2026-11-24T12:02:00Z');
    const { accessToken } = await signIn(user);
    const { items } = (await app.get(`/v1/users/${user.id}/sessions`, { as: admin })).json<{ items: { id: string }[] }>();
    expect(items).toHaveLength(2);
    const newest = (await sessionsOf(user))[0];
    await app.delete(`/v1/users/${user.id}/sessions/${newest.id}`, { as: admin });
    expect([await statusOf(accessToken), await statusOf(user.token)]).toEqual([401, 200]);
    expect((await app.delete(`/v1/users/${user.id}/sessions`, { as: admin })).statusCode).toBe(204);
    expect([await statusOf(accessToken), await statusOf(user.token)]).toEqual([401, 401]);
    const logged = await app.database.query(`select from audit_entry where action in ('session.revoked', 'sessions.revoked') and actor_id = $1`, [admin.id]);
    expect(logged).toHaveLength(2);
    expect((await app.get('/v1/users/00000000-0000-4000-8000-00000000abcd/sessions', { as: admin })).statusCode).toBe(404);
  });

  describe('when the operator replaces the signing key', () => {
    const rotate = (atOnce: boolean) =>
      new SigningKeys(app.asOwner(), app.get(Sealer), app.clock, app.get(AuditService)).rotate(operator(null), { atOnce });

    it('nobody is signed out: tokens of the former key serve to their end, and the new key signs within five seconds', async () => {
      const user = await app.signedIn('attorney');
      const before = keyOf(user.token);
      const id = await rotate(false);
      app.clock.set('2026-11-24T12:00:04.999Z');
      const still = (await refresh(user.refreshToken)).json<Tokens>();
      expect([keyOf(still.accessToken), await statusOf(still.accessToken)]).toEqual([before, 200]);
      app.clock.set('2026-11-24T12:00:05.000Z');
      const { accessToken } = (await refresh(still.refreshToken)).json<Tokens>();
      expect([keyOf(accessToken), await statusOf(accessToken)]).toEqual([id, 200]);
      app.clock.set('2026-11-24T12:29:59.999Z');
      expect(await statusOf(user.token)).toBe(200);
    });

    it('at once, former tokens count no more within five seconds, and the session goes on by its refresh token', async () => {
      const user = await app.signedIn('attorney');
      await rotate(true);
      app.clock.set('2026-11-24T12:00:05.000Z');
      expect(await statusOf(user.token)).toBe(401);
      const { accessToken } = (await refresh(user.refreshToken)).json<Tokens>();
      expect(await statusOf(accessToken)).toBe(200);
    });

    it('a token of the new key is known to a process that has not read it yet', async () => {
      await app.get(SigningKeys).current();
      const id = await rotate(false);
      app.clock.set('2026-11-24T12:00:01.000Z');
      expect(await app.get(SigningKeys).secretOf(id)).not.toBeNull();
    });

    it('a key is forgotten once nothing that it signed can still be good', async () => {
      await rotate(false);
      app.clock.set('2026-11-24T13:05:00Z');
      await rotate(false);
      expect(await app.database.query('select from signing_key')).toHaveLength(2);
    });
  });

  describe('when the operator replaces JWT_SECRET', () => {
    const keysUnder = (secret: string, previous: string | null) => {
      const sealer = new Sealer({ jwtSecret: secret, previousJwtSecret: previous } as Config);
      return { sealer, keys: new SigningKeys(app.asOwner(), sealer, app.clock, app.get(AuditService)) };
    };
    const secret = randomBytes(32).toString('hex');

    it('naming the one before it, keys and second factors are sealed anew, and the one before it can go', async () => {
      const user = await app.signedIn('admin');
      await app.token(user.email, user.password);
      await keysUnder(secret, app.get(Config).jwtSecret).keys.rotate(operator(null), { atOnce: false });

      const { sealer, keys } = keysUnder(secret, null);
      expect(await keys.secretOf(keyOf(user.token))).not.toBeNull();
      const factors = await app.database.query<{ id: string; sealed: string }>('select user_id as id, sealed_secret as sealed from second_factor');
      expect(factors.every(({ id, sealed }) => sealer.open(sealed, secondFactorContext(id)) !== null)).toBe(true);
    });

    it('without naming it, a new key signs, and nothing that the one before it sealed is read', async () => {
      const { keys } = keysUnder(randomBytes(32).toString('hex'), null);
      const { id, secret: own } = await keys.current();
      expect(own).toHaveLength(32);
      expect(await keys.secretOf(id)).not.toBeNull();
      const accepted = await app.database.query('select from signing_key where accepted_until is null');
      expect(accepted).toHaveLength(1);
    });
  });

  it('cannot be forged by the API’s own account: it may not replace a key', async () => {
    await expect(app.get(SigningKeys).rotate(operator(null), { atOnce: false })).rejects.toThrow(/permission denied/);
  });
});

const keyOf = (token: string): string => (JSON.parse(Buffer.from(token.split('.')[0], 'base64url').toString()) as { kid: string }).kid;
