import { Test } from '@nestjs/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../../src/common/clock.js';
import { Config } from '../../src/common/config.js';
import { Log } from '../../src/common/logging.js';
import { OutboxDrain } from '../../src/notifications/outbox-drain.service.js';
import { WorkerModule } from '../../src/worker.module.js';
import { type SignedIn, TEST_INSTANT, testApp, type TestApp } from '../support/app.js';
import { mailbox, type Mailbox } from '../support/mailbox.js';
import type { SignInAnswer } from '../support/sign-in.js';

const NEW = 'nine tall maps and a drum';

describe('passwords', () => {
  let app: TestApp;
  let admin: SignedIn;
  let box: Mailbox;
  let worker: INestApplicationContext;
  const lines: string[] = [];

  beforeAll(async () => {
    box = await mailbox();
    const log = new Log('trace', 'worker', { write: (line: string) => { lines.push(line); } });
    app = await testApp({ log, env: { VIGIL_SMTP_URL: box.url, VIGIL_MAIL_FROM: 'vigil@office.example', VIGIL_PASSWORD_RESET_URL: 'https://office.example/new-password' } });
    const testing = await Test.createTestingModule({ imports: [WorkerModule] })
      .overrideProvider(Config).useValue(app.get(Config)).overrideProvider(Clock).useValue(app.clock).setLogger(log).compile();
    worker = await testing.init();
    admin = await app.signedIn('admin');
  });
  afterAll(async () => {
    await worker.close();
    await app.close();
    await box.close();
  });
  /** Each test is some hours later, so that none is slowed for what another tried. */
  let start = Date.parse(TEST_INSTANT);
  beforeEach(() => {
    start += 24 * 3_600_000;
    after(0);
    box.messages.length = 0;
    box.refusing = false;
  });

  const after = (ms: number) => app.clock.set(new Date(start + ms).toISOString());
  const statusOf = async (token: string) => (await app.get('/v1/me', { headers: { authorization: `Bearer ${token}` } })).statusCode;
  const signIn = (email: string, password: string) => app.post('/v1/auth/sign-in', { body: { email, password } });
  const forgotten = (email: string) => app.post('/v1/auth/password-reset', { body: { email } });
  const complete = (token: string, password: string) => app.post('/v1/auth/password-reset/complete', { body: { token, password } });
  const drain = () => worker.get(OutboxDrain, { strict: false }).drain();
  const tokenIn = (message: string) => /#token=([\w-]{43})/.exec(message)![1];
  /** What the mail of one request brings. */
  const resetToken = async (email: string) => {
    expect((await forgotten(email)).statusCode).toBe(202);
    await drain();
    return tokenIn(box.messages.at(-1)!);
  };

  describe('that are chosen', () => {
    const add = (password: string) => app.post('/v1/users', { as: admin, body: { email: 'maria.lopez@office.example', name: 'María López', role: 'attorney', password } });

    it.each([
      ['of eleven characters', 'abc def ghij', 201], ['of eleven characters', 'abc def ghi', 400], ['that is common', 'Password1234!', 422],
      ['of the person’s own name', 'maria-lopez-26', 422],
    ])('%s: %s is answered %d, and not repeated', async (_what, password, status) => {
      const answer = await add(password);
      expect(answer.statusCode).toBe(status);
      if (status !== 201) expect(answer.json().errors[0].path).toBe('password');
      expect(answer.body).not.toContain(password);
    });

    it('by their owner need the present one, end the other sessions, and leave this one', async () => {
      const user = await app.signedIn('attorney');
      const other = (await signIn(user.email, user.password)).json<SignInAnswer>().accessToken!;
      const change = (currentPassword: string, newPassword: string) => app.put('/v1/me/password', { as: user, body: { currentPassword, newPassword } });
      expect((await change('not the password at all', NEW)).json()).toMatchObject({ status: 422, errors: [{ path: 'currentPassword' }] });
      expect((await change(user.password, 'Password1234!')).json()).toMatchObject({ status: 422, errors: [{ path: 'newPassword' }] });
      expect((await change(user.password, NEW)).statusCode).toBe(204);
      expect([await statusOf(user.token), await statusOf(other)]).toEqual([200, 401]);
      expect([(await signIn(user.email, user.password)).statusCode, (await signIn(user.email, NEW)).statusCode]).toEqual([401, 200]);
    });

    it('cannot be guessed from a signed-in browser: the present one is asked for slower and slower, and each guess is logged', async () => {
      const user = await app.signedIn('attorney');
      const guess = () => app.put('/v1/me/password', { as: user, body: { currentPassword: 'not the password at all', newPassword: NEW } });
      for (let i = 0; i < 5; i++) expect((await guess()).statusCode).toBe(422);
      expect((await guess()).statusCode).toBe(429);
      expect((await signIn(user.email, user.password)).statusCode).toBe(200);
      const logged = await app.database.query(`select after from audit_entry where action = 'user.confirmation-refused' and actor_id = $1`, [user.id]);
      expect(logged).toEqual(Array.from({ length: 5 }, () => ({ after: { at: 'password' } })));
    });
  });

  describe('that are forgotten', () => {
    it('are chosen anew by the token of a mail, which works once, ends every session and signs nobody in', async () => {
      const user = await app.signedIn('attorney');
      const token = await resetToken(` ${user.email.toUpperCase()} `);
      expect(box.messages.at(-1)).toContain(`To: ${user.email}`);
      expect((await complete(token, 'Password1234!')).statusCode).toBe(422);
      const done = await complete(token, NEW);
      expect([done.statusCode, done.body]).toEqual([204, '']);
      expect((await complete(token, `${NEW} again`)).statusCode).toBe(422);
      expect(await statusOf(user.token)).toBe(401);
      expect([(await signIn(user.email, user.password)).statusCode, (await signIn(user.email, NEW)).statusCode]).toEqual([401, 200]);
    });

    it('at the same moment twice with one token, change once', async () => {
      const user = await app.signedIn('attorney');
      const token = await resetToken(user.email);
      const both = await Promise.all([complete(token, NEW), complete(token, 'eight low hills and a bell')]);
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 422]);
    });

    it('by a token that is good for thirty minutes, not a millisecond longer, and only the last that was sent', async () => {
      const user = await app.signedIn('attorney');
      const first = await resetToken(user.email);
      const second = await resetToken(user.email);
      expect((await complete(first, NEW)).statusCode).toBe(422);
      after(30 * 60_000);
      expect((await complete(second, NEW)).statusCode).toBe(422);
      after(0);
      const third = await resetToken(user.email);
      after(30 * 60_000 - 1);
      expect((await complete(third, NEW)).statusCode).toBe(204);
    });

    it('are answered alike for an address that nobody has, which gets no mail', async () => {
      const user = await app.signedIn('attorney');
      const [known, unknown] = [await forgotten(user.email), await forgotten('nobody@office.example')];
      expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
      expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
      await drain();
      expect(box.messages).toHaveLength(1);
      const outcomes = await app.database.query<{ outcome: string }>('select outcome from outbox order by id desc limit 2');
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['nobody', 'sent']);
    });

    it('are answered as fast for an address that nobody has', async () => {
      const { email } = await app.signedIn('attorney');
      const fastest = { known: Infinity, unknown: Infinity };
      for (let i = 0; i < 16; i++) {
        after(i * 3_600_000);
        const who = i % 2 === 0 ? 'known' : 'unknown';
        const began = performance.now();
        expect((await forgotten(who === 'known' ? email : 'nobody@office.example')).statusCode).toBe(202);
        fastest[who] = Math.min(fastest[who], performance.now() - began);
      }
      expect(Math.max(...Object.values(fastest)) / Math.min(...Object.values(fastest))).toBeLessThan(3);
      await drain();
    });

    it('by somebody disabled, stay so: no mail, and a token that was sent before is worth nothing', async () => {
      const user = await app.signedIn('attorney');
      const token = await resetToken(user.email);
      await app.patch(`/v1/users/${user.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { disabled: true } });
      expect((await complete(token, NEW)).statusCode).toBe(422);
      await forgotten(user.email);
      await drain();
      expect(box.messages).toHaveLength(1);
    });

    it('still ask for the second factor afterwards', async () => {
      const user = await app.signedIn('admin');
      await app.token(user.email, user.password);
      await complete(await resetToken(user.email), NEW);
      expect((await signIn(user.email, NEW)).json<SignInAnswer>().next).toBe('second-factor');
    });

    it('are asked for a few times an hour, whoever has the address', async () => {
      const statuses = async (email: string) => {
        const answers = [];
        for (let i = 0; i < 5; i++) answers.push((await forgotten(email)).statusCode);
        return answers;
      };
      const [known, unknown] = [await statuses((await app.signedIn('attorney')).email), await statuses('stranger@office.example')];
      expect(known).toEqual([202, 202, 202, 202, 429]);
      expect(unknown).toEqual(known);
      await drain();
    });

    it('when the mail server fails are sent later, with another token, and not once the time is over', async () => {
      const user = await app.signedIn('attorney');
      box.refusing = true;
      await forgotten(user.email);
      await drain();
      await drain();
      const [waiting] = await app.database.query<{ attempts: number }>('select attempts from outbox where done_at is null');
      expect(waiting).toEqual({ attempts: 1 });
      expect(await app.database.query('select from one_time_token where user_id = $1', [user.id])).toEqual([]);

      box.refusing = false;
      after(4_999);
      await drain();
      expect(box.messages).toHaveLength(0);
      after(5_000);
      await drain();
      expect((await complete(tokenIn(box.messages[0]), NEW)).statusCode).toBe(204);

      await forgotten(user.email);
      after(5_000 + 30 * 60_000);
      await drain();
      expect(box.messages).toHaveLength(1);
      const [last] = await app.database.query<{ outcome: string; payload: unknown }>('select outcome, payload from outbox order by id desc limit 1');
      expect(last).toEqual({ outcome: 'expired', payload: null });
    });

    it('are sent once, however many workers drain at once', async () => {
      const users = [await app.signedIn('attorney'), await app.signedIn('attorney'), await app.signedIn('attorney')];
      for (const { email } of users) await forgotten(email);
      await Promise.all([drain(), drain(), drain()]);
      expect(box.messages.map((message) => /^To: (.*)$/m.exec(message)![1]).sort()).toEqual(users.map(({ email }) => email).sort());
    });

    it('leave no token and no address in a log line, and no token in the database', async () => {
      const user = await app.signedIn('attorney');
      const token = await resetToken(user.email);
      const logged = lines.join('');
      expect(logged).toContain('password-reset');
      for (const secret of [token, user.email, NEW]) expect(logged.includes(secret)).toBe(false);
      const [{ text }] = await app.database.query<{ text: string }>(
        `select concat((select string_agg(t::text, ' ') from one_time_token t), (select string_agg(o::text, ' ') from outbox o), (select string_agg(a::text, ' ') from audit_entry a)) as text`) as [{ text: string }];
      expect(text.includes(token)).toBe(false);
    });
  });
});
