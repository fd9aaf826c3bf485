import type { LightMyRequestResponse } from 'fastify';
import { PASSWORD, PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { CreatedLinkDto } from '../api/link.dto';
import { PasswordCheck } from '../passwords/password-check';

// Effects of a sign-in, a new password and a deactivation on the known browsers of a person.

const NEW_PASSWORD = 'seven herons on one roof';

let api: TestApp;
let admin: TestPerson;
let person: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  admin = await aPerson(api.database, { role: 'admin' });
});
beforeEach(async () => (person = await aPerson(api.database)));
afterEach(() => jest.restoreAllMocks());
afterAll(() => api.close());

let addresses = 0;
/** An address that no other request came from. */
const newAddress = (): string => `10.0.${++addresses >> 8}.${addresses & 255}`;

const send = (method: 'POST' | 'PUT' | 'PATCH', url: string, payload: object, cookie = '') =>
  api.inject({ method, url, payload, headers: { ...SAME_SITE, cookie }, remoteAddress: newAddress() });
const signIn = (password = PASSWORD, cookie = '', email = person.email) =>
  send('POST', '/api/session', { email, password }, cookie);
const isSignedIn = async (cookie: string): Promise<boolean> =>
  (await api.inject({ method: 'GET', url: '/api/tickets', headers: { cookie } })).statusCode === 200;

/** The cookie of a name that a response sets. */
function cookieOf({ headers }: LightMyRequestResponse, name: 'docket-3000' | 'docket-device-3000'): string {
  const cookies = [headers['set-cookie'] ?? []].flat();
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.split(';')[0] ?? '';
}
const deviceOf = (response: LightMyRequestResponse): string => cookieOf(response, 'docket-device-3000');

async function linkFor({ id }: TestPerson): Promise<string> {
  const created = await send('POST', `/api/users/${id}/link`, {}, admin.cookie);
  return new URL(created.json<CreatedLinkDto>().url ?? '').hash.slice(1);
}
const useLink = async (cookie = ''): Promise<LightMyRequestResponse> =>
  send('POST', '/api/auth/link', { token: await linkFor(person), password: NEW_PASSWORD }, cookie);

/** Guesses the password as often as strangers may. */
async function useUpLimit(): Promise<void> {
  for (let n = 0; n < 30; n++) await signIn('a wrong password');
  expect((await signIn(NEW_PASSWORD)).statusCode).toBe(429);
}

describe('a sign-in', () => {
  it('ends the session that the browser had', async () => {
    const other = await aPerson(api.database);

    const signedIn = await signIn(PASSWORD, other.cookie);

    expect(await isSignedIn(other.cookie)).toBe(false);
    expect(await isSignedIn(cookieOf(signedIn, 'docket-3000'))).toBe(true);
  });

  it('with a wrong password ends nothing', async () => {
    await signIn('a wrong password', person.cookie);

    expect(await isSignedIn(person.cookie)).toBe(true);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['changes', () => useLink()],
    ['stops counting', () => send('PATCH', `/api/users/${person.id}`, { state: 'deactivated' }, admin.cookie)],
  ])('fails if the password %s after it was checked', async (_what, change) => {
    const passwords = api.app.get(PasswordCheck);
    const check = passwords.check.bind(passwords);
    jest.spyOn(passwords, 'check').mockImplementationOnce(async (...guess) => {
      const checked = await check(...guess);
      await change();
      return checked;
    });

    expect((await signIn()).statusCode).toBe(401);
    expect(await api.database.query('SELECT FROM sessions WHERE user_id = $1', [person.id])).toEqual([]);
  });
});

it.each(['active', 'invited'] as const)(
  'strangers cannot lock out the browser of an %s person with a link',
  async (state) => {
    person = await aPerson(api.database, { state });
    const device = deviceOf(await useLink());

    await useUpLimit();

    expect((await signIn(NEW_PASSWORD, device)).statusCode).toBe(201);
  },
);

it('a link ends the limit that strangers have used up', async () => {
  await useUpLimit();

  await useLink();

  expect((await signIn(NEW_PASSWORD)).statusCode).toBe(201);
});

describe('a known browser is forgotten', () => {
  let stolen: string;
  beforeEach(async () => (stolen = deviceOf(await signIn())));

  it('at a change of the password, except the present one', async () => {
    const present = deviceOf(await signIn());
    const payload = { current: PASSWORD, new: NEW_PASSWORD };

    const changed = await send('PUT', '/api/me/password', payload, `${person.cookie}; ${present}`);

    await useUpLimit();
    expect((await signIn(NEW_PASSWORD, stolen)).statusCode).toBe(429);
    expect((await signIn(NEW_PASSWORD, present)).statusCode).toBe(429);
    expect((await signIn(NEW_PASSWORD, deviceOf(changed))).statusCode).toBe(201);
  });

  it('at a reset of the password', async () => {
    await useLink();

    await useUpLimit();
    expect((await signIn(NEW_PASSWORD, stolen)).statusCode).toBe(429);
  });

  it('at a deactivation', async () => {
    for (const state of ['deactivated', 'active']) {
      expect((await send('PATCH', `/api/users/${person.id}`, { state }, admin.cookie)).statusCode).toBe(200);
    }

    await useUpLimit();
    expect((await signIn(PASSWORD, stolen)).statusCode).toBe(429);
  });
});
