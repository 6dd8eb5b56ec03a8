import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

export interface Person {
  email: string;
  email_verified: boolean;
  amr?: string[];
}

/** A real OpenID Connect provider on the loopback, in which everybody who is asked says yes at once. */
export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** who sits before the browser, by the provider's own name for them */
  readonly people: Map<string, Person>;
  /** follows the authorization as a browser does, signed in there as this person; the query with which it comes back */
  answerTo(authorizationUrl: string, person: string): Promise<string>;
  close(): Promise<void>;
}

export const REDIRECT_URL = 'https://office.example/signed-in';

export async function testProvider(): Promise<TestProvider> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['vigil-test', 'a client of the test provider alone'.replaceAll(' ', '-')];
  const people = new Map<string, Person>();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [REDIRECT_URL], response_types: ['code'], grant_types: ['authorization_code'] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['keys of the test provider'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people.get(id) }) }),
  });
  const callback = provider.callback();
  let asking = '';
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    consent(provider, asking, people.get(asking)?.amr ?? [], request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  return {
    issuer, clientId, clientSecret, people,
    answerTo: (url, person) => {
      asking = person;
      return follow(url);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function consent(provider: Provider, accountId: string, amr: string[], ...[request, response]: Parameters<Provider['interactionDetails']>): Promise<void> {
  const { params, session } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: session?.accountId ?? accountId, clientId: String(params.client_id) });
  grant.addOIDCScope(String(params.scope));
  await provider.interactionFinished(request, response, { login: { accountId, amr }, consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

async function follow(url: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = url;
  for (let hops = 0; hops < 10; hops++) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    next = new URL(location, next).href;
    if (next.startsWith(REDIRECT_URL)) return new URL(next).search;
  }
  throw new Error('the provider sends the browser in circles');
}
