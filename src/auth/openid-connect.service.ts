import { Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { nobody } from '../common/actor.js';
import { Config } from '../common/config.js';
import { Database } from '../common/database.js';
import { Outbound } from '../common/outbound/outbound.js';
import { ProviderLinks } from '../users/provider-links.js';
import { Attempts } from './attempts.js';
import { noOpenIdConnect, openIdConnectAway, openIdConnectRefused } from './auth.errors.js';
import type { Caller } from './caller.js';
import { OneTimeTokens } from './one-time-tokens.js';
import { SignInOutcomes } from './sign-in-outcomes.js';
import { SignInService } from './sign-in.service.js';

/** What only we know of one way to the provider and back. */
interface Flow {
  state: string;
  nonce: string;
  codeVerifier: string;
}

const ANSWER_WITHIN_SECONDS = 10;
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * Sign-in by the office's own provider: authorization code with PKCE, state and nonce. It signs in who is a user already,
 * found the first time by an address that the provider says it has verified; it makes nobody a user. The flow's secrets stay here, sealed, and
 * the browser that began it proves so with a token of its own: an answer caught elsewhere is good for nothing.
 */
@Injectable()
export class OpenIdConnectService {
  private readonly logger = new Logger(OpenIdConnectService.name);
  private discovered: Promise<oidc.Configuration> | null = null;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly links: ProviderLinks,
    private readonly attempts: Attempts,
    private readonly tokens: OneTimeTokens,
    private readonly signIn: SignInService,
    private readonly outcomes: SignInOutcomes,
    private readonly outbound: Outbound,
  ) {}

  async start({ source }: Caller) {
    const { redirectUrl } = this.settings();
    await this.attempts.provider(source);
    const provider = await this.provider();
    const flow: Flow = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier: oidc.randomPKCECodeVerifier() };
    const { token, expiresAt } = await this.database.transaction((tx) => this.tokens.give(tx, 'openid-connect', { carries: JSON.stringify(flow) }));
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUrl, scope: 'openid email', response_type: 'code', state: flow.state, nonce: flow.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier), code_challenge_method: 'S256',
    });
    return { authorizationUrl: url.href, flow: token, expiresAt: expiresAt.toISOString() };
  }

  async finish({ flow: token, answer, deviceToken }: { flow: string; answer: string; deviceToken?: string }, caller: Caller) {
    const { redirectUrl } = this.settings();
    const held = await this.database.transaction((tx) => this.tokens.take(tx, token, 'openid-connect'));
    if (!held?.carries) throw openIdConnectRefused();
    const provider = await this.provider();
    const callback = new URL(redirectUrl);
    callback.search = answer.replace(/^\?/, '');
    const claims = await this.exchange(provider, callback, JSON.parse(held.carries) as Flow);

    const email = typeof claims.email === 'string' && isVerified(claims) ? claims.email : null;
    const user = await this.links.userOf(`${claims.iss} ${claims.sub}`, email, nobody(caller.requestId));
    if (!user) {
      await this.outcomes.refused(null, 'openid-connect', caller);
      throw openIdConnectRefused();
    }
    const strong = Array.isArray(claims.amr) && claims.amr.includes('mfa');
    return this.signIn.withProvider(user, strong, caller, deviceToken);
  }

  private async exchange(provider: oidc.Configuration, callback: URL, { state, nonce, codeVerifier }: Flow): Promise<oidc.IDToken> {
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, callback,
        { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true });
      const claims = tokens.claims();
      if (!claims) throw openIdConnectRefused();
      if ((claims.email !== undefined && isVerified(claims)) || !provider.serverMetadata().userinfo_endpoint) return claims;
      // A provider may keep the address for its own endpoint. Nothing else is taken from there: it is not signed.
      const { email, email_verified: verified } = await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub);
      return { ...claims, email, email_verified: verified, xms_edov: undefined };
    } catch (error) {
      // The kind alone: a provider's words may name a person.
      const { name, code } = error as { name?: string; code?: string };
      this.logger.warn(`an OpenID Connect sign-in was refused (${name ?? 'error'}, ${code ?? 'no code'})`);
      throw openIdConnectRefused();
    }
  }

  private settings(): NonNullable<Config['openIdConnect']> {
    if (!this.config.openIdConnect) throw noOpenIdConnect();
    return this.config.openIdConnect;
  }

  /** Read once; a discovery that failed is tried again with the next sign-in. */
  private async provider(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover();
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = null;
      this.logger.warn(`the OpenID Connect provider could not be discovered (${(error as { code?: string }).code ?? (error as Error).name})`);
      throw openIdConnectAway();
    }
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings();
    const url = new URL(issuer);
    // A provider on this very machine is one of a trial or a test; any other speaks TLS.
    const execute = url.protocol === 'http:' && LOOPBACK.test(url.hostname) && this.config.nodeEnv !== 'production' ? [oidc.allowInsecureRequests] : [];
    // What the provider's own document names is asked through the same door as the provider.
    const options = { timeout: ANSWER_WITHIN_SECONDS, execute, [oidc.customFetch]: (to: string, init: object) => this.outbound.fetch(to, init) };
    return oidc.discovery(url, clientId, undefined, oidc.ClientSecretBasic(clientSecret), options);
  }
}

/** `xms_edov` is what Entra calls it: an optional claim that its administrator adds. */
const isVerified = (claims: oidc.IDToken): boolean => claims.email_verified === true || [true, 1, '1', 'true'].includes(claims.xms_edov as never);
