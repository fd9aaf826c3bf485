import type { LightMyRequestResponse } from 'fastify';
import type { TestApp } from './test-app';

/** A browser with the cookies of single sign-on. */
export class TestBrowser {
  /** Values of the cookies, by name. */
  readonly cookies = new Map<string, string>();

  constructor(private readonly api: TestApp) {}

  /** The Cookie header of a navigation. A cross-site navigation has no `SameSite=Strict` cookies. */
  private cookieHeader(fromElsewhere: boolean): string {
    const sent = [...this.cookies].filter(([name]) => !fromElsewhere || /oidc|device/.test(name));
    return sent.map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async open(path: string, { fromElsewhere = false } = {}): Promise<LightMyRequestResponse> {
    const headers = { host: 'desk.lan:3000', cookie: this.cookieHeader(fromElsewhere) };
    return this.keep(await this.api.inject({ method: 'GET', url: path, headers }));
  }

  async post(path: string, payload: object): Promise<LightMyRequestResponse> {
    const headers = { host: 'desk.lan:3000', origin: 'http://desk.lan:3000', cookie: this.cookieHeader(false) };
    return this.keep(await this.api.inject({ method: 'POST', url: path, headers, payload }));
  }

  /** Starts a sign-in. Returns the URL of the provider's page. */
  async start(query = ''): Promise<URL> {
    return new URL(String((await this.open(`/api/auth/oidc/start${query}`)).headers.location));
  }

  /** Follows the provider's redirect back to Docket. */
  async comeBack(parameters: Record<string, string>): Promise<LightMyRequestResponse> {
    return this.open(`/api/auth/oidc/callback?${new URLSearchParams(parameters).toString()}`, { fromElsewhere: true });
  }

  private keep(response: LightMyRequestResponse): LightMyRequestResponse {
    for (const header of [response.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (header.split(';', 1)[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    return response;
  }
}

/** The page of this site to which a response redirects. */
export function leadsTo({ headers }: LightMyRequestResponse): string {
  return String(headers.location).replace('http://desk.lan:3000', '');
}
