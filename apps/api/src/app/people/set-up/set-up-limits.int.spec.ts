import { PASSWORD, PUBLIC_URL, SAME_SITE } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { createToken } from '../sessions/secret-token';

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
afterAll(() => api.close());

const setUp = async (token: string, remoteAddress: string, password = PASSWORD): Promise<number> => {
  const payload = { token, name: 'Priya Nair', email: 'priya@desk.example', password };
  const options = { method: 'POST', url: '/api/auth/set-up', payload, headers: SAME_SITE, remoteAddress } as const;
  return (await api.inject(options)).statusCode;
};

async function newLink(): Promise<string> {
  const { token, hash } = createToken();
  await api.database.query(
    `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES ($1, 'set_up', now() + interval '1 hour')`,
    [hash],
  );
  return token;
}

it('limits guesses of the link to 20 an hour from one address, also at the same time', async () => {
  const statuses = await Promise.all(Array.from({ length: 30 }, (_, guess) => setUp(`guess-${guess}`, '203.0.113.7')));

  expect(statuses.filter((status) => status === 410)).toHaveLength(20);
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  expect(await setUp(await newLink(), '203.0.113.7')).toBe(429);
});

it('counts no attempt with the right link, and lets other addresses go on', async () => {
  const token = await newLink();
  for (let attempt = 0; attempt < 21; attempt++)
    expect(await setUp(token, '203.0.113.8', 'passwordpassword')).toBe(400); // too weak, which only a right link hears

  expect(await setUp(token, '203.0.113.8')).toBe(201);
});
