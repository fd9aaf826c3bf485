import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { aPerson, aToken } from '../../../testing/people';
import { type SecondApp, startSecondApp } from '../../../testing/second-app';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { IdempotencyRetention } from './idempotency-retention';

let api: TestApp;
let second: SecondApp;
let headers: { authorization: string };
beforeAll(async () => {
  api = await startTestApp({ ACCESS: 'auto', PUBLIC_URL: 'http://localhost:3000' });
  second = await startSecondApp(api);
  headers = await tokenOfAdministrator();
});
afterAll(async () => {
  await second.close();
  await api.close();
});
beforeEach(() => api.database.query('TRUNCATE tickets, idempotency_keys CASCADE'));

const tokenOfAdministrator = async () =>
  aToken(api.database, await aPerson(api.database, { role: 'admin' }), ['tickets:read', 'tickets:write', 'settings']);

const VALID = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };

const file = (
  key: string,
  payload: object | string = VALID,
  options: { readonly url?: string; readonly headers?: InjectOptions['headers'] } = {},
) =>
  api.inject({
    method: 'POST',
    url: '/api/tickets/',
    payload,
    ...options,
    headers: { ...headers, 'idempotency-key': key, 'content-type': 'application/json', ...options.headers },
  });

const tickets = async () => {
  const [{ count }] = await api.database.query<[{ count: number }]>('SELECT count(*)::int AS count FROM tickets');
  return count;
};
const typeOf = (response: LightMyRequestResponse) => response.json<{ type: string }>().type;

describe('a repeated request', () => {
  it('changes nothing and gets the first answer, with its status and its headers', async () => {
    const first = await file('a');
    const again = await file('a');

    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(again.statusCode).toBe(201);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toBe(first.body);
    expect(again.headers).toMatchObject({ location: first.headers.location, etag: first.headers.etag });
    expect(await tickets()).toBe(1);
  });

  it('gets the first answer also after the ticket has changed', async () => {
    const first = await file('a');
    await api.database.query(`UPDATE tickets SET title = 'Another title'`);

    expect((await file('a')).body).toBe(first.body);
  });

  it('is the same request with a quoted key', async () => {
    const first = await file('a');

    expect((await file('"a"')).body).toBe(first.body);
  });

  it('does its work again if the first one failed', async () => {
    const refused = await file('a', { ...VALID, title: '' });
    const stored = await file('a');

    expect([refused.statusCode, stored.statusCode]).toEqual([400, 201]);
  });

  it.each([
    ['body', () => file('a', { ...VALID, title: 'Another title' })],
    ['order of fields', () => file('a', Object.fromEntries(Object.entries(VALID).reverse()))],
    ['path', () => file('a', VALID, { url: '/api/teams' })],
    ['query', () => file('a', VALID, { url: '/api/tickets/?source=b' })],
  ])('is refused with another %s', async (_, send) => {
    await file('a');
    const other = await send();

    expect([other.statusCode, typeOf(other)]).toEqual([422, '/problems/idempotency-key-reused']);
    expect(await tickets()).toBe(1);
  });

  it('is another request if another sender makes it', async () => {
    const other = await tokenOfAdministrator();
    const [first, again] = [await file('a'), await file('a', VALID, { headers: other })];

    expect(again.json()).not.toEqual(first.json());
    expect(await tickets()).toBe(2);
  });

  it('is a new request after a day', async () => {
    await file('a');
    await api.database.query(`UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'`);
    const later = await file('a', { ...VALID, title: 'Another title' });

    expect(later.statusCode).toBe(201);
    expect(await tickets()).toBe(2);
  });
});

it('files one ticket for 50 equal requests to two processes', async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, number) =>
      (number % 2 ? api : second).inject({
        method: 'POST',
        url: '/api/tickets/',
        payload: VALID,
        headers: { ...headers, 'idempotency-key': 'many' },
      }),
    ),
  );

  const made = answers.filter(({ statusCode }) => statusCode === 201);
  expect(new Set(made.map(({ body }) => body)).size).toBe(1);
  const others = answers.filter(({ statusCode }) => statusCode !== 201);
  expect(others.filter((answer) => typeOf(answer) !== '/problems/idempotency-key-in-flight')).toEqual([]);
  expect(await tickets()).toBe(1);
});

it('files the ticket, even if the choice for its suggestion cannot be recorded', async () => {
  await api.database.query('ALTER TABLE suggestions RENAME TO suggestions_away');
  try {
    const first = await file('a', { ...VALID, suggestion_id: '01890a5d-ac96-774b-bcce-b302099a8057' });

    expect([first.statusCode, first.headers['docket-suggestion']]).toEqual([201, 'failed']);
    expect(await tickets()).toBe(1);
  } finally {
    await api.database.query('ALTER TABLE suggestions_away RENAME TO suggestions');
  }
});

it('refuses a key that is too long', async () => {
  const response = await file('k'.repeat(256));

  expect(response.statusCode).toBe(400);
  expect(response.json()).toMatchObject({ errors: [{ parameter: 'Idempotency-Key' }] });
});

it('sends a message once', async () => {
  const { id } = (await file('a')).json<{ id: number }>();
  const send = () => file('b', { visibility: 'internal', body: 'Called back' }, { url: `/api/tickets/${id}/messages` });

  expect((await send()).body).toBe((await send()).body);
  const messages = await api.database.query<unknown[]>('SELECT FROM messages');
  expect(messages).toHaveLength(1);
});

it('makes a team once', async () => {
  const make = () => file('a', { name: 'Second line' }, { url: '/api/teams' });
  const [first, again] = [await make(), await make()];

  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.headers['idempotent-replayed']).toBe('true');
});

it('deletes answers that are older than a day', async () => {
  await file('old');
  await api.database.query(`UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'`);
  await file('new');

  await api.app.get(IdempotencyRetention).run();

  expect(await api.database.query('SELECT key FROM idempotency_keys')).toEqual([{ key: 'new' }]);
});
