import { holdBackNewPeople } from '../../../testing/new-people';
import { PASSWORD, PUBLIC_URL, SAME_SITE } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { createToken } from '../sessions/secret-token';

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
afterAll(() => api.close());

/** Stores a link, as each start does. */
async function newLink(): Promise<string> {
  const { token, hash } = createToken();
  await api.database.query(
    `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES ($1, 'set_up', now() + interval '1 hour')`,
    [hash],
  );
  return token;
}

const setUp = async (token: string, email: string): Promise<number> => {
  const payload = { token, name: 'Priya Nair', email, password: PASSWORD };
  return (await api.inject({ method: 'POST', url: '/api/auth/set-up', payload, headers: SAME_SITE })).statusCode;
};

it('makes one administrator if a second link appears while the first one is being used', async () => {
  const results: Promise<number>[] = [];

  await holdBackNewPeople(api.database, async ({ waiting }) => {
    results.push(setUp(await newLink(), 'first@desk.example'));
    await waiting(1);
    results.push(setUp(await newLink(), 'second@desk.example'));
    await waiting(2);
  });

  expect((await Promise.all(results)).sort()).toEqual([201, 410]);
  expect(await api.database.query(`SELECT count(*)::int FROM users WHERE role = 'admin'`)).toEqual([{ count: 1 }]);
});
