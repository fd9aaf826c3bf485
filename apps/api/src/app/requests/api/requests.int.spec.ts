import { PUBLIC_URL, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';

const REQUEST = { title: 'The invoice is wrong', description: 'It has two lines too many.', email: 'Jo@Example.com' };

interface StoredRequest {
  readonly reference: string;
  readonly email: string;
  readonly name: string | null;
  readonly title: string;
  readonly description: string;
  readonly status: string;
  readonly category: string;
  readonly priority: string;
}

const STORED = `
  SELECT reference, requester.email, requester.name, title, description, status, category, priority
  FROM requests JOIN tickets ON tickets.id = requests.ticket_id JOIN requesters AS requester ON requester.id = requester_id
  WHERE reference = $1`;

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL, PUBLIC_FORM: true })));
afterAll(() => api.close());

let addresses = 0;
/** Files a request. Each one comes from another IP address, unless a test sets it. */
const file = (change: object = {}, remoteAddress = `192.0.2.${++addresses}`) =>
  api.inject({ method: 'POST', url: '/api/requests', payload: { ...REQUEST, ...change }, remoteAddress });

const stored = async (reference: string): Promise<StoredRequest | undefined> =>
  (await api.database.query<StoredRequest[]>(STORED, [reference]))[0];

it('files an open ticket with the requester, without a cookie', async () => {
  const response = await file({ name: ' Jo Park ' });

  expect(response.statusCode).toBe(202);
  const { reference } = response.json<{ reference: string }>();
  expect(Object.keys(response.json<object>())).toEqual(['reference']);
  expect(reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(await stored(reference)).toEqual({
    ...REQUEST,
    email: 'jo@example.com',
    name: 'Jo Park',
    reference,
    status: 'open',
    category: 'general',
    priority: 'medium',
  });
  expect(response.headers['set-cookie']).toBeUndefined();
  expect(response.headers['location']).toBeUndefined();
});

it('keeps the address in one spelling', async () => {
  const { reference } = (await file({ email: ' e\u0301va@example.com ' })).json<{ reference: string }>();

  expect((await stored(reference))?.email).toBe('\u00e9va@example.com');
});

it('shows agents the ticket in the list', async () => {
  const { cookie } = await aPerson(api.database);
  await file({ title: 'Shown to agents' });

  const list = await api.inject({ method: 'GET', url: '/api/tickets/', headers: { cookie } });

  expect(list.json<{ title: string }[]>()[0]).toMatchObject({ title: 'Shown to agents', status: 'open' });
});

it.each([
  ['no title', { title: undefined }],
  ['a blank title', { title: ' \u200b' }],
  ['a title of 201 characters', { title: 'x'.repeat(201) }],
  ['a blank description', { description: '\n' }],
  ['a description of 100,001 characters', { description: 'x'.repeat(100_001) }],
  ['no address', { email: undefined }],
  ['a text that is no address', { email: 'jo' }],
  ['an address with a second line', { email: 'jo@example.com\r\nBcc: eve@example.com' }],
  ['an address with a character that nobody sees', { email: 'j\u200bo@example.com' }],
  ['a blank name', { name: ' ' }],
  ['a name of 101 characters', { name: 'x'.repeat(101) }],
  ['a NUL in the name', { name: 'Jo\0' }],
  ['a priority, which agents choose', { priority: 'critical' }],
  ['a status', { status: 'closed' }],
  ['a reference', { reference: '0000-0000-0000' }],
])('refuses %s', async (_what, change) => {
  expect((await file(change)).statusCode).toBe(400);
});

it('takes bodies in JSON only, so that no form of another site can send one', async () => {
  const response = await api.app.inject({
    method: 'POST',
    url: '/api/requests',
    payload: JSON.stringify(REQUEST),
    headers: { 'content-type': 'text/plain', origin: 'https://evil.example' },
  });

  expect(response.statusCode).toBe(415);
});

it('takes 5 requests an hour from one network, /64 of IPv6 included', async () => {
  for (const network of [['203.0.113.9'], ['2001:db8:1:2::1', '2001:db8:1:2::2']]) {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      const address = network[attempt % network.length];
      statuses.push((await file({ email: `jo${attempt}@${network.length}.example` }, address)).statusCode);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  }
});

it('takes 3 requests an hour for one address, and says when to try again', async () => {
  const email = 'often@example.com';
  for (let attempt = 0; attempt < 3; attempt++) expect((await file({ email })).statusCode).toBe(202);

  const response = await file({ email: email.toUpperCase() });

  expect(response.statusCode).toBe(429);
  expect(response.json()).toMatchObject({ detail: 'Too many requests. Try again in 60 minutes' });
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(3000);
});

it('takes 200 requests an hour in all', async () => {
  expect((await file({ email: 'first@example.com' })).statusCode).toBe(202);
  await api.database.query(`UPDATE rate_limits SET points = 200 WHERE key = 'request:all'`);

  expect((await file({ email: 'last@example.com' })).statusCode).toBe(429);
});

it('works in the open mode too', async () => {
  const open = await startTestApp({ PUBLIC_FORM: true });
  try {
    expect((await open.inject({ method: 'POST', url: '/api/requests', payload: REQUEST })).statusCode).toBe(202);
    expect((await open.inject({ method: 'GET', url: '/api/session' })).json()).toMatchObject({ has_public_form: true });
  } finally {
    await open.close();
  }
});

it('does not exist unless PUBLIC_FORM is set', async () => {
  const silent = await startTestApp();
  try {
    const response = await silent.inject({ method: 'POST', url: '/api/requests', payload: REQUEST });

    expect(response.statusCode).toBe(404);
    expect(await silent.database.query('SELECT FROM tickets')).toEqual([]);
    expect((await silent.inject({ method: 'GET', url: '/api/session' })).json()).toMatchObject({
      has_public_form: false,
    });
  } finally {
    await silent.close();
  }
});
