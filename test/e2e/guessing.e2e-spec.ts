import { AttemptCounters } from '../../src/auth/attempt-counters.js';
import { Attempts } from '../../src/auth/attempts.js';
import { TEST_INSTANT, testApp, type TestApp } from '../support/app.js';
import type { SignInAnswer } from '../support/sign-in.js';

const WRONG = 'not the password at all';

/** Behind a proxy on this machine, so that a test can come from many places. */
describe('guessing a password', () => {
  let app: TestApp;
  let start = Date.parse(TEST_INSTANT);

  beforeAll(async () => { app = await testApp({ env: { VIGIL_TRUSTED_PROXY: 'loopback' } }); });
  afterAll(() => app.close());
  beforeEach(() => {
    start += 3 * 3_600_000;
    after(0);
  });

  const after = (ms: number) => app.clock.set(new Date(start + ms).toISOString());
  const signIn = (from: string, { email }: { email: string }, password: string, deviceToken?: string) =>
    app.post('/v1/auth/sign-in', { headers: { 'x-forwarded-for': from }, body: { email, password, ...(deviceToken !== undefined && { deviceToken }) } });
  const statuses = async (times: number, one: (i: number) => ReturnType<typeof signIn>) => {
    const answers: number[] = [];
    for (let i = 0; i < times; i++) answers.push((await one(i)).statusCode);
    return answers;
  };
  /** Wrong tries as the gate counts them, without the work of checking each password. */
  const tries = async (times: number, one: (i: number) => { email: string; source: string }) => {
    for (let i = 0; i < times; i++) await app.get(Attempts).password({ ...one(i), device: null });
  };
  const attorney = () => app.signedIn('attorney');
  const place = (i: number) => `203.0.${Math.floor(i / 200)}.${(i % 200) + 1}`;

  it('is slowed after five tries, longer each time, and a right password must wait as well', async () => {
    const user = await attorney();
    expect(await statuses(6, () => signIn('198.51.100.1', user, WRONG))).toEqual([401, 401, 401, 401, 401, 429]);
    const slowed = await signIn('198.51.100.1', user, user.password);
    expect([slowed.statusCode, slowed.headers['retry-after']]).toEqual([429, '1']);
    after(999);
    expect((await signIn('198.51.100.1', user, WRONG)).statusCode).toBe(429);
    after(1_000);
    expect((await signIn('198.51.100.1', user, WRONG)).statusCode).toBe(401);
    after(2_999);
    expect((await signIn('198.51.100.1', user, user.password)).statusCode).toBe(429);
    after(3_000);
    expect((await signIn('198.51.100.1', user, user.password)).statusCode).toBe(200);
    expect(await statuses(5, () => signIn('198.51.100.1', user, WRONG))).toEqual([401, 401, 401, 401, 401]);
  });

  it('is slowed alike for an address that nobody has', async () => {
    const stranger = { email: 'stranger@office.example' };
    expect(await statuses(6, () => signIn('198.51.100.2', stranger, WRONG))).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('forty times at once gets five tries and no more', async () => {
    const user = await attorney();
    const answers = await Promise.all(Array.from({ length: 40 }, () => signIn('198.51.100.3', user, WRONG)));
    expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(35);
  });

  it('by a stranger locks nobody out: the lawyer signs in from elsewhere at once', async () => {
    const user = await attorney();
    await statuses(10, () => signIn('198.51.100.4', user, WRONG));
    expect((await signIn('192.0.2.7', user, user.password)).statusCode).toBe(200);
  });

  it('from everywhere leaves each new place one try, which is enough for the lawyer', async () => {
    const user = await attorney();
    await tries(50, (i) => ({ email: user.email, source: place(i) }));
    expect(await statuses(2, () => signIn('198.51.100.5', user, WRONG))).toEqual([401, 429]);
    expect((await signIn('192.0.2.8', user, user.password)).statusCode).toBe(200);
  });

  it('from the lawyer’s own place does not slow a device on which she signed in before', async () => {
    const user = await attorney();
    const { deviceToken } = (await signIn('192.0.2.9', user, user.password)).json<SignInAnswer>();
    await statuses(10, () => signIn('192.0.2.9', user, WRONG));
    await tries(50, (i) => ({ email: user.email, source: place(i) }));
    expect((await signIn('192.0.2.9', user, user.password)).statusCode).toBe(429);
    const known = await signIn('192.0.2.9', user, user.password, deviceToken);
    expect(known.json()).toMatchObject({ next: 'nothing', deviceToken });
  });

  it('on a known device is slowed there too, and a device of somebody else is a stranger', async () => {
    const [user, other] = [await attorney(), await attorney()];
    const { deviceToken } = (await signIn('192.0.2.10', user, user.password)).json<SignInAnswer>();
    expect(await statuses(6, () => signIn('192.0.2.10', user, WRONG, deviceToken))).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await statuses(6, () => signIn('192.0.2.10', other, WRONG, deviceToken))).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await signIn('192.0.2.11', other, other.password, deviceToken)).json<SignInAnswer>().deviceToken).not.toBe(deviceToken);
  });

  it('of many addresses from one place is slowed; right sign-ins of an office behind one address are not', async () => {
    const listed = (i: number) => ({ email: `list-${i}@office.example`, source: '198.51.100.6' });
    await tries(59, listed);
    const user = await attorney();
    expect(await statuses(2, (i) => signIn('198.51.100.6', listed(100 + i), WRONG))).toEqual([401, 429]);

    await tries(58, (i) => ({ ...listed(i), source: '198.51.100.7' }));
    expect(await statuses(4, () => signIn('198.51.100.7', user, user.password))).toEqual([200, 200, 200, 200]);
  });

  it('does not pass for many places by a header that the proxy did not write', async () => {
    const alone = await testApp();
    try {
      const { email } = await alone.signedIn('attorney');
      const answers = [];
      for (let i = 0; i < 6; i++) answers.push(await alone.post('/v1/auth/sign-in', { headers: { 'x-forwarded-for': place(i) }, body: { email, password: WRONG } }));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401, 401, 429]);
    } finally {
      await alone.close();
    }
  });

  it('is counted for all processes together, without an address in Redis', async () => {
    const user = await attorney();
    const elsewhere = new AttemptCounters(app.get(AttemptCounters)['config'], app.clock);
    const attempts = new Attempts(elsewhere);
    const one = { email: user.email, source: '198.51.100.8', device: null };
    await statuses(5, () => signIn('198.51.100.8', user, WRONG));
    await expect(attempts.password(one)).rejects.toMatchObject({ kind: 'too-many-requests' });
    elsewhere.onApplicationShutdown();
    const keys = await app.get(AttemptCounters)['redis'].ask((redis) => redis.keys(`${app.redis.prefix}:tries:*`)) ?? [];
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.join().includes(user.email) || keys.join().includes('198.51.100.8')).toBe(false);
  });

  it('does not find the gate open when Redis loses its memory or is away', async () => {
    const user = await attorney();
    await statuses(5, () => signIn('198.51.100.9', user, WRONG));
    await app.redis.flush();
    expect((await signIn('198.51.100.9', user, WRONG)).statusCode).toBe(429);

    const alone = await testApp({ redisUrl: 'redis://127.0.0.1:1/0' });
    try {
      const { email, password } = await alone.signedIn('attorney');
      const guess = (given: string) => alone.post('/v1/auth/sign-in', { body: { email, password: given } });
      expect((await guess(password)).statusCode).toBe(200);
      expect([await guess(WRONG), await guess(WRONG), await guess(WRONG), await guess(WRONG), await guess(WRONG), await guess(password)]
        .map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401, 401, 429]);
    } finally {
      await alone.close();
    }
  });
});
