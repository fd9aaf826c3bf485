import { PUBLIC_URL, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Sessions } from '../sessions/sessions';

// Unlinking an identity. The identities are inserted as rows, without a visit to the provider.

const ISSUER = 'https://sso.example';
const OIDC = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'docket', OIDC_CLIENT_SECRET: 'a secret of the provider' };

let api: TestApp;
let person: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL, ...OIDC });
});
beforeEach(async () => {
  await api.database.query('DELETE FROM identities');
  person = await aPerson(api.database);
});
afterAll(() => api.close());

async function anIdentity(userId: number, issuer = ISSUER): Promise<number> {
  const [identity] = await api.database.query<{ id: number }[]>(
    `INSERT INTO identities (issuer, subject, user_id) VALUES ($1, 'subject ' || $2::int, $2) RETURNING id`,
    [issuer, userId],
  );
  if (!identity) throw new Error('The identity was not inserted');
  return identity.id;
}

const unlink = (id: number | string, { cookie } = person) =>
  api.inject({
    method: 'DELETE',
    url: `/api/me/identities/${id}`,
    headers: { host: 'desk.lan:3000', origin: PUBLIC_URL, cookie },
  });
const identities = async (): Promise<number[]> =>
  (await api.database.query<{ id: number }[]>('SELECT id FROM identities ORDER BY id')).map(({ id }) => id);
const removePassword = async () => {
  await api.database.query('UPDATE users SET password_hash = NULL WHERE id = $1', [person.id]);
  api.app.get(Sessions).refresh(person.id);
};

it('unlinks an identity, and says so in the audit log', async () => {
  const id = await anIdentity(person.id);

  expect((await unlink(id)).statusCode).toBe(204);

  expect(await identities()).toEqual([]);
  const [event] = await api.database.query<unknown[]>(
    'SELECT event, actor_id, user_id, details FROM security_events ORDER BY id DESC LIMIT 1',
  );
  expect(event).toEqual({
    event: 'identity_unlinked',
    actor_id: person.id,
    user_id: person.id,
    details: { issuer: ISSUER },
  });
  expect((await unlink(id)).statusCode).toBe(404);
});

it('needs a recent proof of identity', async () => {
  const id = await anIdentity(person.id);
  await api.database.query(`UPDATE sessions SET authenticated_at = now() - interval '1 day' WHERE user_id = $1`, [
    person.id,
  ]);
  api.app.get(Sessions).refresh(person.id);

  const refused = await unlink(id);

  expect(refused.statusCode).toBe(403);
  expect(refused.json()).toMatchObject({ type: '/problems/step-up-required' });
  expect(await identities()).toEqual([id]);
});

it('leaves the identity of another person', async () => {
  const other = await aPerson(api.database);
  const id = await anIdentity(other.id);

  expect((await unlink(id)).statusCode).toBe(404);

  expect(await identities()).toEqual([id]);
});

it.each(['0', '-1', 'x', '2147483648'])('refuses the id %s', async (id) => {
  expect([400, 404]).toContain((await unlink(id)).statusCode);
});

it('keeps the only way to sign in', async () => {
  const id = await anIdentity(person.id);
  await anIdentity(person.id, 'https://former.example'); // its provider signs nobody in any more
  await removePassword();

  const refused = await unlink(id);

  expect(refused.statusCode).toBe(409);
  expect(refused.json()).toMatchObject({ detail: 'This is your only way to sign in' });
  expect(await identities()).toContain(id);
});

it('unlinks the identity of a former provider from a person without a password', async () => {
  const id = await anIdentity(person.id);
  const former = await anIdentity(person.id, 'https://former.example');
  await removePassword();

  expect((await unlink(former)).statusCode).toBe(204);

  expect(await identities()).toEqual([id]);
});

it('tells whether the person has a password', async () => {
  const session = async (): Promise<unknown> =>
    (await api.inject({ method: 'GET', url: '/api/session', headers: { cookie: person.cookie } })).json();
  expect(await session()).toMatchObject({ user: { has_password: true } });

  await removePassword();

  expect(await session()).toMatchObject({ user: { has_password: false } });
});

describe('where passwords sign nobody in', () => {
  it('keeps the identity of a person with a password', async () => {
    const without = await startTestApp({ PUBLIC_URL, ...OIDC, PASSWORD_SIGN_IN: false });
    try {
      const { id: userId, cookie } = await aPerson(without.database);
      const [identity] = await without.database.query<{ id: number }[]>(
        `INSERT INTO identities (issuer, subject, user_id) VALUES ($1, 'sam', $2) RETURNING id`,
        [ISSUER, userId],
      );
      const refused = await without.inject({
        method: 'DELETE',
        url: `/api/me/identities/${identity?.id}`,
        headers: { host: 'desk.lan:3000', origin: PUBLIC_URL, cookie },
      });

      expect(refused.statusCode).toBe(409);
    } finally {
      await without.close();
    }
  });
});
