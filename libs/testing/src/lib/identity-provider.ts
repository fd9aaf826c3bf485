import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { MemoryAdapter } from '#testing/memory-adapter';

/** An account at the provider. */
export interface ProviderAccount {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
}

const CLIENT = { id: 'docket', secret: 'a-secret-of-docket-and-the-provider' };

/** Redirect URI of Docket, on any loopback port. */
const CALLBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|desk\.lan):\d+\/api\/auth\/oidc\/callback$/;

/** Sign-in page, which asks only for the subject. */
const SIGN_IN_PAGE = `<!doctype html><html lang="en"><title>Acme SSO</title>
  <form method="post"><label>Name <input name="sub"></label> <button>Sign in</button></form>`;

/** An OpenID Connect provider on this machine, based on the library oidc-provider. */
export class IdentityProvider {
  private readonly accounts = new Map<string, ProviderAccount>();
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  /** @param port a free one by default */
  static async start(port = 0): Promise<IdentityProvider> {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    const started = new IdentityProvider(server);
    const provider = await started.createProvider();
    const respond = provider.callback();
    server.on('request', (request, response) => void respond(request, response));
    return started;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Docket's settings for this provider. */
  get settings() {
    return { OIDC_ISSUER: this.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret };
  }

  /** Adds an account, or changes its claims. */
  add(account: ProviderAccount): void {
    this.accounts.set(account.sub, account);
  }

  /**
   * Signs a person in on the page to which Docket redirects, like a browser without cookies of the provider.
   * @returns the parameters of the redirect back to Docket
   */
  async signIn(page: URL, account: ProviderAccount): Promise<Record<string, string>> {
    this.add(account);
    const cookies = new Map<string, string>();
    for (let url = page; ;) {
      const isPage = url.pathname.startsWith('/interaction/');
      const response = await fetch(url, {
        method: isPage ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(isPage && { body: new URLSearchParams({ sub: account.sub }) }),
      });
      for (const header of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (header.split(';', 1)[0] ?? '').split('=');
        cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (!location) throw new Error(`The provider responded ${response.status}: ${await response.text()}`);
      url = new URL(location, url);
      if (url.origin !== page.origin) return Object.fromEntries(url.searchParams);
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async createProvider(): Promise<Provider> {
    const { Provider: ProviderClass } = await import('oidc-provider');
    const provider: Provider = new ProviderClass(this.issuer, {
      adapter: MemoryAdapter,
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: ['http://localhost/api/auth/oidc/callback'],
        },
      ],
      claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified', 'groups'] },
      conformIdTokenClaims: false, // the ID token has the claims of the scopes
      cookies: { keys: ['a-key-of-the-tests'] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_context, sub) => ({
        accountId: sub,
        claims: () => ({ name: sub, ...this.accounts.get(sub), sub }),
      }),
      jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
      interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
      loadExistingGrant: (context) => grantEverything(provider, context),
      pkce: { required: () => true },
      ttl: { Grant: 600, IdToken: 600, AccessToken: 600, Interaction: 600, Session: 600 },
    });
    provider.Client.prototype.redirectUriAllowed = (url: string) => CALLBACK.test(url);
    provider.use(async (context, next) => {
      if (!context.path.startsWith('/interaction/')) {
        await next();
        return;
      }
      if (context.method === 'GET') {
        context.type = 'html';
        context.body = SIGN_IN_PAGE;
        return;
      }
      let body = '';
      for await (const chunk of context.req) body += String(chunk);
      context.respond = false;
      const login = { accountId: new URLSearchParams(body).get('sub') ?? '' };
      await provider.interactionFinished(context.req, context.res, { login });
    });
    return provider;
  }
}

/** Grants Docket all scopes, without asking for consent. */
async function grantEverything(provider: Provider, { oidc }: KoaContextWithOIDC) {
  const { client, session } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}
