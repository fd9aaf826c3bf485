import { Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import type { OidcOptions } from '../../platform/config/oidc-settings';
import { Settings } from '../../platform/config/settings';
import { cutText } from '../../platform/validation/cut-text';
import type { AttemptSecrets } from './oidc-attempts';
import { type Claims, type ProviderPerson, groupsOf, toPerson } from './provider-claims';
import { ProviderUnavailable, providerFetch } from './provider-fetch';
import { SignOnRefused } from './sign-on-refused';

/** Time for which the discovery document of the provider is cached, in milliseconds. */
const METADATA_MS = 60 * 60_000;

/** Tolerated clock skew in the times of an ID token, in seconds. */
const CLOCK_TOLERANCE = 60;

/** The path of the redirect URI. */
const CALLBACK_PATH = '/api/auth/oidc/callback';

/** The OpenID Connect provider. Only this file imports openid-client. */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger('SingleSignOn');
  private metadata: Promise<oidc.ServerMetadata> | undefined;
  private metadataUntil = 0;

  constructor(private readonly settings: Settings) {}

  /**
   * The page of the provider at which people sign in.
   * @param isStepUp whether the provider must ask for the credentials again
   * @throws SignOnRefused if the provider does not respond
   */
  async signInPage({ state, nonce, verifier }: AttemptSecrets, isStepUp: boolean): Promise<URL> {
    return this.attempt(async (options) => {
      const url = oidc.buildAuthorizationUrl(await this.client(options), {
        redirect_uri: this.callbackUrl().href,
        scope: options.scopes,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(isStepUp && { max_age: '0', prompt: 'login' }),
      });
      if (url.protocol !== 'https:' && url.protocol !== options.issuer.protocol) {
        throw new SignOnRefused('provider-error', 'the authorization endpoint is not https');
      }
      return url;
    });
  }

  /**
   * Redeems the code of a callback, and checks the ID token: its signature, issuer, audience, nonce and times.
   * @param query the query of the callback
   * @throws SignOnRefused for anything but a sign-in that this browser started
   */
  async redeem(query: string, { state, nonce, verifier }: AttemptSecrets): Promise<ProviderPerson> {
    return this.attempt(async (options) => {
      const client = await this.client(options);
      const url = this.callbackUrl(); // by PUBLIC_URL, because the provider compares it with the one of the start
      url.search = query;
      const tokens = await oidc.authorizationCodeGrant(client, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims() as Claims & { readonly sub: string };
      return toPerson(await this.complete(claims, client, tokens.access_token, options), options.groupsClaim);
    });
  }

  /**
   * Adds the claims of the UserInfo endpoint if the ID token lacks the email address or needed groups. `email` and `email_verified` come
   * from the same source: each may be about another address.
   */
  private async complete(
    claims: Claims & { readonly sub: string },
    client: oidc.Configuration,
    accessToken: string,
    { groupsClaim, roles }: OidcOptions,
  ): Promise<Claims> {
    const hasGroups = roles.size === 0 || groupsOf(claims, groupsClaim) !== undefined;
    if ((hasGroups && claims['email'] !== undefined) || !client.serverMetadata().userinfo_endpoint) return claims;
    const more: Claims = await oidc.fetchUserInfo(client, accessToken, claims.sub);
    const { email, email_verified } = claims['email'] === undefined ? more : claims;
    return { ...more, ...claims, email, email_verified };
  }

  /** A client without cached keys: the provider may have new ones since the last sign-in. */
  private async client(options: OidcOptions): Promise<oidc.Configuration> {
    return this.configure(await this.readMetadata(options), options);
  }

  private async readMetadata(options: OidcOptions): Promise<oidc.ServerMetadata> {
    if (!this.metadata || performance.now() > this.metadataUntil) {
      this.metadataUntil = performance.now() + METADATA_MS;
      this.metadata = this.discover(options).catch((error: unknown) => {
        this.metadata = undefined;
        throw error;
      });
    }
    return this.metadata;
  }

  private async discover({ issuer, clientId }: OidcOptions): Promise<oidc.ServerMetadata> {
    const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    const found = await oidc.discovery(issuer, clientId, undefined, undefined, {
      [oidc.customFetch]: providerFetch,
      execute,
    });
    return found.serverMetadata();
  }

  private configure(
    metadata: oidc.ServerMetadata,
    { issuer, clientId, clientSecret }: OidcOptions,
  ): oidc.Configuration {
    // Basic is the method of a provider that names none (OpenID Connect Discovery, 3).
    const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const authenticate = methods.includes('client_secret_basic') ? oidc.ClientSecretBasic : oidc.ClientSecretPost;
    const tolerance = { [oidc.clockTolerance]: CLOCK_TOLERANCE };
    const client = new oidc.Configuration(metadata, clientId, tolerance, authenticate(clientSecret));
    client[oidc.customFetch] = providerFetch;
    if (issuer.protocol === 'http:') oidc.allowInsecureRequests(client);
    oidc.enableNonRepudiationChecks(client); // the library checks the signature of an ID token only then
    return client;
  }

  private callbackUrl(): URL {
    return new URL(CALLBACK_PATH, this.settings.publicUrl);
  }

  private async attempt<T>(work: (options: OidcOptions) => Promise<T>): Promise<T> {
    const { oidc: options } = this.settings;
    if (!options) throw new SignOnRefused('provider-error', 'OIDC_ISSUER is not set');
    try {
      return await work(options);
    } catch (error) {
      const refused = toRefused(error);
      if (refused.problem !== 'cancelled') this.logger.warn(`${options.name}: ${refused.message}`);
      throw refused;
    }
  }
}

/** Drops the causes of the library's errors: they contain the response, and with it the tokens. */
function toRefused(error: unknown): SignOnRefused {
  if (error instanceof SignOnRefused) return error;
  const unavailable = causesOf(error).find((cause) => cause instanceof ProviderUnavailable);
  if (unavailable) return new SignOnRefused('provider-unavailable', unavailable.message);
  if (error instanceof oidc.AuthorizationResponseError || error instanceof oidc.ResponseBodyError) {
    const reason = cutText(`${error.error}: ${error.error_description ?? 'no description'}`, 300);
    if (error.error === 'access_denied') return new SignOnRefused('cancelled', reason);
    const isAway = error.error === 'temporarily_unavailable' || error.error === 'server_error';
    return new SignOnRefused(isAway ? 'provider-unavailable' : 'provider-error', reason);
  }
  const { message, code } = error as Error & { readonly code?: string };
  return new SignOnRefused('response-invalid', code ? `${message} (${code})` : message);
}

function causesOf(error: unknown): readonly unknown[] {
  const causes: unknown[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 10; cause = cause.cause) causes.push(cause);
  return causes;
}
