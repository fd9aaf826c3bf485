import { type KeyObject, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Readonly<Record<string, unknown>>;

/** Handler of requests to an endpoint. */
type Endpoint = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A key that signs ID tokens, with its id. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export const FIRST_KEY: SigningKey = { kid: 'first', ...KEYS };

const CLIENT_ID = 'docket';
export const CLIENT_SECRET = 'a-secret-of-docket-and-the-provider';

/** An OpenID Connect provider whose responses tests may replace. By default, it responds correctly. */
export class ProviderStandIn {
  readonly requests: string[] = [];
  /** Keys that the provider publishes. */
  keys: readonly SigningKey[] = [FIRST_KEY];
  /** Replaces fields of the discovery document. */
  metadata: Json = {};
  /** Signs the claims of an ID token. */
  signToken: (claims: Json) => string = (claims) => signedBy(FIRST_KEY, claims);
  userInfo: Json = {};
  /** Replaces whole endpoints. */
  endpoints: Readonly<Record<string, Endpoint>> = {};
  /** Claims that differ from the defaults, by code. */
  private readonly codes = new Map<string, Json>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ProviderStandIn> {
    const server = createServer();
    const provider = new ProviderStandIn(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => provider.respond(request, response, body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Settings for Docket to use this provider. */
  get settings() {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT_ID, OIDC_CLIENT_SECRET: CLIENT_SECRET };
  }

  /** Restores the default behaviour. */
  reset(): void {
    Object.assign(this, { keys: [FIRST_KEY], metadata: {}, userInfo: {}, endpoints: {} });
    this.signToken = (claims) => signedBy(FIRST_KEY, claims);
    this.requests.length = 0;
  }

  /**
   * Signs a person in on the page to which Docket redirects.
   * @param claims replace those of the ID token; undefined removes a claim
   * @returns the parameters with which the provider redirects back
   */
  signIn(page: URL, claims: Json = {}): Record<string, string> {
    const code = `code-${this.codes.size}`;
    this.codes.set(code, { nonce: page.searchParams.get('nonce'), ...claims });
    return { code, state: page.searchParams.get('state') ?? '' };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private claimsOf(code: string | null | undefined): Json {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: this.issuer,
      aud: CLIENT_ID,
      sub: 'subject-1',
      iat: now,
      exp: now + 300,
      email: 'sam@desk.example',
      email_verified: true,
      name: 'Sam Okafor',
      ...this.codes.get(code ?? ''),
    };
  }

  private respond(request: IncomingMessage, response: ServerResponse, body: string): void {
    const { pathname } = new URL(request.url ?? '', this.issuer);
    this.requests.push(`${request.method} ${pathname}`);
    const endpoint = this.endpoints[pathname];
    if (endpoint) return endpoint(request, response, body);
    const bearer = request.headers.authorization?.replace('Bearer ', '');
    const answer = this.answer(pathname, new URLSearchParams(body).get('code') ?? bearer);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  }

  /** @param code the authorization code, which is also the access token */
  private answer(path: string, code: string | undefined): Json | undefined {
    if (path === '/.well-known/openid-configuration') return this.discoveryDocument();
    if (path === '/keys') return { keys: this.keys.map(({ kid, publicKey }) => jwk(kid, publicKey)) };
    const claims = this.claimsOf(code);
    if (path === '/userinfo') return { sub: claims['sub'], ...this.userInfo };
    if (path !== '/token') return undefined;
    return { access_token: code, token_type: 'Bearer', id_token: this.signToken(claims) };
  }

  private discoveryDocument(): Json {
    const { issuer } = this;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...this.metadata,
    };
  }
}

export function newKey(kid: string): SigningKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** A token with an RS256 signature. */
export function signedBy({ kid, privateKey }: SigningKey, claims: Json, header: Json = {}): string {
  const input = signingInput({ alg: 'RS256', kid, ...header }, claims);
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
}

/** A token with an HS256 signature. */
export function signedWithSecret(secret: string, claims: Json): string {
  const input = signingInput({ alg: 'HS256' }, claims);
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** A token without a signature. */
export function unsigned(claims: Json, alg = 'none'): string {
  return `${signingInput({ alg }, claims)}.`;
}

function signingInput(header: Json, claims: Json): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

function jwk(kid: string, publicKey: KeyObject): Json {
  return { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
}
