import { PASSWORD, PUBLIC_URL, SAME_SITE, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { Settings } from '../../platform/config/settings';
import { AccessMode } from './access-mode';

/** Runs with an API that has an agent, and whose database is away. */
async function withoutDatabase(
  settings: Partial<Settings>,
  run: (
    api: TestApp,
    agent: { readonly cookie: string; readonly email: string; readonly authorization: string },
  ) => Promise<void>,
): Promise<void> {
  const api = await startTestApp(settings);
  try {
    const person = await aPerson(api.database);
    const token = await aToken(api.database, person, ['classify']);
    await api.database.destroy();
    await run(api, { ...person, ...token });
  } finally {
    await api.close();
  }
}

/** A request whose work needs no database. */
const suggest = (api: TestApp, headers: Record<string, string> = {}) =>
  api.inject({
    method: 'POST',
    url: '/api/tickets/classify',
    payload: { description: 'It jams.' },
    headers,
  });

const signIn = (api: TestApp, email: string) =>
  api.inject({ method: 'POST', url: '/api/session', payload: { email, password: PASSWORD }, headers: SAME_SITE });

it('lets nobody in while the database is away, and ends no session', () =>
  withoutDatabase({ PUBLIC_URL }, async (api, { cookie, authorization, email }) => {
    expect((await suggest(api)).statusCode).toBe(401);
    for (const response of [
      await suggest(api, { ...SAME_SITE, cookie }),
      await suggest(api, { authorization }),
      await signIn(api, email),
    ]) {
      expect(response.statusCode).toBe(503);
      expect(response.json()).toMatchObject({ type: '/problems/unavailable' });
      expect(response.headers['set-cookie']).toBeUndefined();
    }
  }));

it('is not open because the database cannot say whether somebody has an account', () =>
  withoutDatabase({ ACCESS: 'open' }, async (api) => {
    Object.assign(api.app.get(AccessMode), { checkedAt: -Infinity }); // forgets that it was open at the start

    expect((await suggest(api)).statusCode).toBe(503);
  }));
