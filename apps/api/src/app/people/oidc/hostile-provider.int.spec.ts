import {
  CLIENT_SECRET,
  FIRST_KEY,
  ProviderStandIn,
  newKey,
  signedBy,
  signedWithSecret,
  unsigned,
} from '../../../testing/provider-stand-in';
import { PUBLIC_URL } from '../../../testing/people';
import { TestBrowser, leadsTo } from '../../../testing/sign-on';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { Claims } from './provider-claims';

// A malicious provider, or an attacker between it and Docket.

let provider: ProviderStandIn;
let api: TestApp;
beforeAll(async () => {
  provider = await ProviderStandIn.start();
  api = await startTestApp({ PUBLIC_URL, ...provider.settings, OIDC_DEFAULT_ROLE: 'agent' });
});
beforeEach(() => provider.reset());
afterAll(async () => {
  await api.close();
  await provider.stop();
});

const now = (): number => Math.floor(Date.now() / 1000);

/** Signs in at the provider, and comes back. */
async function signOn(claims: Claims = {}, parameters: Record<string, string> = {}): Promise<string> {
  const browser = new TestBrowser(api);
  const back = provider.signIn(await browser.start(), claims);
  return leadsTo(await browser.comeBack({ ...back, ...parameters }));
}

const problem = (code: string): string => `/sign-in?problem=${code}&return_to=%2Ftickets`;

async function countSessions(): Promise<number> {
  const [{ count }] = await api.database.query<[{ count: number }]>('SELECT count(*)::int AS count FROM sessions');
  return count;
}

it('signs in with an ID token that is right', async () => {
  expect(await signOn()).toBe('/tickets');
  expect(await countSessions()).toBe(1);
});

describe('an ID token', () => {
  const stranger = newKey(FIRST_KEY.kid);
  const strangerJwk = stranger.publicKey.export({ format: 'jwk' });
  const publicPem = FIRST_KEY.publicKey.export({ type: 'spki', format: 'pem' }).toString();

  it.each<[string, (claims: Claims) => string]>([
    ['without a signature', (claims) => unsigned(claims)],
    ['that names RS256 and has no signature', (claims) => unsigned(claims, 'RS256')],
    ['signed with the client secret', (claims) => signedWithSecret(CLIENT_SECRET, claims)],
    ['signed with the public key as a secret', (claims) => signedWithSecret(publicPem, claims)],
    ['signed with the key of somebody else', (claims) => signedBy(stranger, claims)],
    ['that brings its own key', (claims) => signedBy(stranger, claims, { jwk: strangerJwk })],
    ['of an unknown key', (claims) => signedBy(newKey('unknown'), claims)],
    ['whose claims were changed', (claims) => tampered(claims)],
    ['that is no token', () => 'x'.repeat(100)],
  ])('%s signs nobody in', async (_what, signToken) => {
    provider.signToken = signToken;
    const before = await countSessions();

    expect(await signOn()).toBe(problem('response-invalid'));
    expect(await countSessions()).toBe(before);
  });

  it.each<[string, Claims]>([
    ['for another client', { aud: 'another-client' }],
    ['for several clients, by another one', { aud: ['docket', 'other'], azp: 'other' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that has expired', { iat: now() - 900, exp: now() - 300 }],
    ['of the future', { iat: now() + 86_400, nbf: now() + 86_400, exp: now() + 90_000 }],
    ['without an expiry', { exp: undefined }],
    ['with the nonce of another sign-in', { nonce: 'another-nonce' }],
    ['without a nonce', { nonce: undefined }],
    ['without a subject', { sub: undefined }],
    ['with a subject that is a number', { sub: 7 }],
    ['with a subject of 256 characters', { sub: 'x'.repeat(256) }],
    ['with a subject that PostgreSQL cannot store', { sub: 'a\0b' }],
  ])('%s signs nobody in', async (_what, claims) => {
    const before = await countSessions();

    expect(await signOn(claims)).toBe(problem('response-invalid'));
    expect(await countSessions()).toBe(before);
  });

  it.each([
    ['behind', { iat: -40, exp: -30 }],
    ['ahead', { iat: 40, nbf: 40, exp: 340 }],
  ])('of a clock that is 40 seconds %s signs in', async (_where, times) => {
    const at = now();
    const claims = Object.fromEntries(Object.entries(times).map(([name, seconds]) => [name, at + seconds]));

    expect(await signOn(claims)).toBe('/tickets');
  });

  it('signed with a new key signs in', async () => {
    expect(await signOn()).toBe('/tickets');
    const next = newKey('second');
    provider.keys = [next];
    provider.signToken = (claims) => signedBy(next, claims);

    expect(await signOn()).toBe('/tickets');
  });
});

describe('a callback', () => {
  it.each([
    ['names another issuer', { iss: 'https://evil.example' }, 'response-invalid'],
    ['says that the person cancelled', { error: 'access_denied' }, 'cancelled'],
    ['says that the request was wrong', { error: 'invalid_scope' }, 'provider-error'],
    ['says that the provider is away', { error: 'temporarily_unavailable' }, 'provider-unavailable'],
  ])('that %s signs nobody in', async (_what, parameters, code) => {
    expect(await signOn({}, parameters)).toBe(problem(code));
  });

  it('without the issuer signs nobody in if the provider promises to name it', async () => {
    const other = await ProviderStandIn.start();
    other.metadata = { authorization_response_iss_parameter_supported: true };
    const closed = await startTestApp({ PUBLIC_URL, ...other.settings });
    try {
      const browser = new TestBrowser(closed);
      const back = await browser.comeBack(other.signIn(await browser.start()));

      expect(leadsTo(back)).toBe(problem('response-invalid'));
      expect(other.requests).not.toContain('POST /token');
    } finally {
      await closed.close();
      await other.stop();
    }
  });
});

describe('a provider', () => {
  const bomb = '{"x":"'.padEnd(2_000_000, 'x');

  it.each(['/token', '/keys', '/userinfo'])('that sends two megabytes from %s signs nobody in', async (path) => {
    provider.endpoints = {
      [path]: (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(bomb),
    };

    expect(await signOn({ email: undefined })).toBe(problem('provider-unavailable'));
  });

  it.each(['/token', '/keys', '/userinfo'])('that redirects %s is not followed', async (path) => {
    provider.endpoints = {
      [path]: (_request, response) => response.writeHead(307, { location: `${provider.issuer}/elsewhere` }).end(),
    };

    expect(await signOn({ email: undefined })).toBe(problem('response-invalid'));
    expect(provider.requests).not.toContain('GET /elsewhere');
    expect(provider.requests).not.toContain('POST /elsewhere');
  });

  it.each(['/token', '/keys'])('that fails at %s is away', async (path) => {
    provider.endpoints = { [path]: (_request, response) => response.writeHead(500).end('no') };

    expect(await signOn()).toBe(problem('provider-unavailable'));
  });

  it('whose UserInfo is about somebody else signs nobody in', async () => {
    provider.userInfo = { sub: 'somebody-else', email: 'priya@desk.example' };

    expect(await signOn({ email: undefined })).toBe(problem('response-invalid'));
  });
});

/** A token with the signature of another one. */
function tampered(claims: Claims): string {
  const [header, , signature] = signedBy(FIRST_KEY, claims).split('.');
  const [, payload] = signedBy(FIRST_KEY, { ...claims, sub: 'admin' }).split('.');
  return [header, payload, signature].join('.');
}
