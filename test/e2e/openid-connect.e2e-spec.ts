import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { type SignedIn, TEST_INSTANT, testApp, type TestApp } from '../support/app.js';
import { REDIRECT_URL, testProvider, type TestProvider } from '../support/provider.js';
import type { SignInAnswer } from '../support/sign-in.js';

const settings = (issuer: string) => ({
  VIGIL_OIDC_ISSUER: issuer, VIGIL_OIDC_CLIENT_ID: 'vigil-test', VIGIL_OIDC_CLIENT_SECRET: 'a-client-of-the-test-provider-alone', VIGIL_OIDC_REDIRECT_URL: REDIRECT_URL,
});

describe('sign-in by OpenID Connect', () => {
  let provider: TestProvider;
  let app: TestApp;
  let admin: SignedIn;

  beforeAll(async () => {
    // The provider says on the console that it should not be run in earnest as we run it.
    for (const method of ['warn', 'info'] as const) jest.spyOn(console, method).mockImplementation(() => undefined);
    provider = await testProvider();
    app = await testApp({ env: settings(provider.issuer) });
    admin = await app.signedIn('admin');
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
    jest.restoreAllMocks();
  });
  beforeEach(() => app.clock.set(TEST_INSTANT));

  const start = async (): Promise<{ authorizationUrl: string; flow: string }> => (await app.post('/v1/auth/openid-connect/start')).json();
  const finish = (flow: string, answer: string) => app.post('/v1/auth/openid-connect/finish', { body: { flow, answer } });
  /** The whole way, as the client of that person goes it. */
  const signIn = async (person: string) => {
    const { authorizationUrl, flow } = await start();
    return finish(flow, await provider.answerTo(authorizationUrl, person));
  };
  const at = (person: string, email: string, more: { email_verified?: boolean; amr?: string[] } = {}) => provider.people.set(person, { email, email_verified: true, ...more });

  it('asks the provider by code, with PKCE, state and nonce, each new every time', async () => {
    const urls = [new URL((await start()).authorizationUrl), new URL((await start()).authorizationUrl)];
    const [one, two] = urls.map(({ searchParams }) => Object.fromEntries(searchParams));
    expect(one).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email', redirect_uri: REDIRECT_URL });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one[name].length).toBeGreaterThanOrEqual(40);
      expect(one[name]).not.toBe(two[name]);
    }
  });

  it('signs in the user of a verified address, in any case, and says so in the session and the log', async () => {
    const user = await app.signedIn('attorney');
    at('p-1', user.email.toUpperCase());
    const answer = await signIn('p-1');
    expect(answer.json()).toMatchObject({ next: 'nothing', user: { id: user.id } });
    const headers = { authorization: `Bearer ${answer.json<SignInAnswer>().accessToken}` };
    expect((await app.get('/v1/me/sessions', { headers })).json().items).toContainEqual(expect.objectContaining({ method: 'openid-connect' }));
    expect(await app.database.query(`select from audit_entry where action = 'provider.linked' and subject_id = $1`, [user.id])).toHaveLength(1);
  });

  it('makes nobody a user, and links no address that the provider did not verify', async () => {
    at('p-2', 'nobody@office.example');
    at('p-3', (await app.signedIn('attorney')).email, { email_verified: false });
    const disabled = await app.signedIn('attorney');
    await app.patch(`/v1/users/${disabled.id}`, { as: admin, headers: { 'if-match': '"1"' }, body: { disabled: true } });
    at('p-4', disabled.email);
    at('p-5', 'operator@localhost');
    const answers = [await signIn('p-2'), await signIn('p-3'), await signIn('p-4'), await signIn('p-5')];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401, 401]);
    expect(new Set(answers.map((answer) => answer.json<{ detail: string }>().detail)).size).toBe(1);
    expect(await app.database.query(`select from app_user where email like 'nobody%'`)).toEqual([]);
  });

  it('knows a user by the provider’s own name from then on: another who is given the address is not that user', async () => {
    const user = await app.signedIn('attorney');
    at('p-6', user.email);
    expect((await signIn('p-6')).statusCode).toBe(200);
    at('p-6', 'married@office.example');
    expect((await signIn('p-6')).json()).toMatchObject({ user: { id: user.id } });
    at('p-7', user.email);
    expect((await signIn('p-7')).statusCode).toBe(401);
    expect((await app.delete(`/v1/users/${user.id}/provider-link`, { as: admin })).statusCode).toBe(204);
    expect((await signIn('p-7')).json()).toMatchObject({ user: { id: user.id } });
    expect((await signIn('p-6')).statusCode).toBe(401);
  });

  it('asks an admin for the second factor, unless the provider says that it asked for one', async () => {
    const user = await app.signedIn('admin');
    at('p-8', user.email);
    expect((await signIn('p-8')).json<SignInAnswer>().next).toBe('second-factor-enrolment');
    at('p-8', user.email, { amr: ['pwd', 'mfa'] });
    expect((await signIn('p-8')).json<SignInAnswer>().next).toBe('nothing');
  });

  describe('refuses', () => {
    let user: SignedIn;
    beforeAll(async () => {
      user = await app.signedIn('attorney');
      at('p-9', user.email);
    });

    it('an answer to another flow, whose state is not this one’s', async () => {
      const [mine, theirs] = [await start(), await start()];
      expect((await finish(mine.flow, await provider.answerTo(theirs.authorizationUrl, 'p-9'))).statusCode).toBe(401);
    });

    it('an answer without the flow that began it, and a flow that was never begun', async () => {
      const { authorizationUrl } = await start();
      const answer = await provider.answerTo(authorizationUrl, 'p-9');
      expect((await finish('a-flow-that-was-never-begun', answer)).statusCode).toBe(401);
    });

    it('the same answer twice, also at the same moment', async () => {
      const { authorizationUrl, flow } = await start();
      const answer = await provider.answerTo(authorizationUrl, 'p-9');
      const both = await Promise.all([finish(flow, answer), finish(flow, answer)]);
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
      expect((await finish(flow, answer)).statusCode).toBe(401);
    });

    it('an altered state, code or issuer, an error, and nothing at all', async () => {
      const altered: ((answer: URLSearchParams) => string)[] = [
        (answer) => { answer.set('state', 'x'.repeat(43)); return answer.toString(); },
        (answer) => { answer.delete('state'); return answer.toString(); },
        (answer) => { answer.set('code', 'x'.repeat(43)); return answer.toString(); },
        (answer) => { answer.set('iss', 'https://another.example'); return answer.toString(); },
        (answer) => `error=access_denied&state=${answer.get('state')}`,
        () => '?',
      ];
      for (const alter of altered) {
        const { authorizationUrl, flow } = await start();
        const answer = new URLSearchParams(await provider.answerTo(authorizationUrl, 'p-9'));
        expect((await finish(flow, alter(answer))).statusCode).toBe(401);
      }
    });

    it('an identity token that was made for another nonce', async () => {
      const { authorizationUrl, flow } = await start();
      const url = new URL(authorizationUrl);
      url.searchParams.set('nonce', 'n'.repeat(43));
      expect((await finish(flow, await provider.answerTo(url.href, 'p-9'))).statusCode).toBe(401);
    });

    it('a code that was asked for with another PKCE challenge', async () => {
      const { authorizationUrl, flow } = await start();
      const url = new URL(authorizationUrl);
      url.searchParams.set('code_challenge', 'c'.repeat(43));
      expect((await finish(flow, await provider.answerTo(url.href, 'p-9'))).statusCode).toBe(401);
    });

    it('after ten minutes, not a millisecond before', async () => {
      const [early, late] = [await start(), await start()];
      const answers = [await provider.answerTo(early.authorizationUrl, 'p-9'), await provider.answerTo(late.authorizationUrl, 'p-9')];
      app.clock.set('2026-11-24T12:09:59.999Z');
      expect((await finish(early.flow, answers[0])).statusCode).toBe(200);
      app.clock.set('2026-11-24T12:10:00.000Z');
      expect((await finish(late.flow, answers[1])).statusCode).toBe(401);
    });
  });

  it('keeps what the flow must keep secret sealed', async () => {
    const { authorizationUrl, flow } = await start();
    const { state, nonce } = Object.fromEntries(new URL(authorizationUrl).searchParams);
    const [{ text }] = await app.database.query<{ text: string }>(`select string_agg(t::text, ' ') as text from one_time_token t`) as [{ text: string }];
    for (const secret of [state, nonce, flow]) expect(text.includes(secret)).toBe(false);
  });

  it('is not offered where the office has no provider, and says so where the provider does not answer, until it does', async () => {
    let issuer = '';
    let answers = false;
    const server = createServer((_request, response) => {
      if (!answers) return void response.writeHead(500).end();
      response.setHeader('content-type', 'application/json').end(JSON.stringify({
        issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, response_types_supported: ['code'] }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [none, away] = await Promise.all([testApp(), testApp({ env: settings(issuer) })]);
    try {
      expect((await none.post('/v1/auth/openid-connect/start')).statusCode).toBe(404);
      expect((await none.post('/v1/auth/openid-connect/finish', { body: { flow: 'x', answer: 'code=x' } })).statusCode).toBe(404);
      expect((await away.post('/v1/auth/openid-connect/start')).statusCode).toBe(503);
      answers = true;
      expect((await away.post('/v1/auth/openid-connect/start')).statusCode).toBe(200);
    } finally {
      await Promise.all([none.close(), away.close()]);
      server.closeAllConnections();
      server.close();
    }
  });
});
