import { PUBLIC_URL, aPerson } from '../../../testing/people';
import { rawRequest, sendRaw } from '../../../testing/raw-requests';
import { type TestApp, startTestApp } from '../../../testing/test-app';

const TITLE = 'A title that strangers must not read';
const HOST = 'Host: desk.lan:3000';

let api: TestApp;
let viewer: string;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  await api.database.query(
    `INSERT INTO tickets (title, description, category, priority) VALUES ($1, $1, 'general', 'low')`,
    [TITLE],
  );
  viewer = (await aPerson(api.database, { role: 'viewer' })).cookie;
  await api.app.listen(0, '127.0.0.1');
});
afterAll(() => api.close());

const countTickets = async () =>
  (await api.database.query<[{ n: number }]>('SELECT count(*)::int AS n FROM tickets'))[0].n;

const BODY = JSON.stringify({ title: 'a', description: 'b', category: 'general', priority: 'low' });
const ACCEPTED = [HOST, 'Accept: application/json'];
const OF_BODY = ['Content-Type: application/json', `Content-Length: ${BODY.length}`];

/** Spellings of `/api/tickets` that a proxy, a router or a file system may take for it. */
const SPELLINGS = [
  '/api/tickets',
  '/api/tickets/',
  '//api/tickets',
  '/api//tickets',
  '///api///tickets///',
  '/./api/tickets',
  '/api/./tickets',
  '/x/../api/tickets',
  '/assets/..%2fapi/tickets',
  '/%2e%2e/api/tickets',
  '/api/%74ickets',
  '/%61pi/tickets',
  '/api%2ftickets',
  '/api/%2574ickets',
  '/API/tickets',
  '/Api/Tickets',
  '/api/tickets.',
  '/api/tickets..',
  '/api/tickets%20',
  '/api/tickets%00',
  '/api/tickets;a=b',
  '/api/tickets;.js',
  '/api/tickets.json',
  '/api/tickets/.',
  '/api/tickets/..;/tickets',
  '/api/tickets#',
  '/api/tickets?',
  '/api/tickets?/healthz',
  '/healthz/../api/tickets',
  '/api/session/../tickets',
  '/api/session/%2e%2e/tickets',
  '\\api\\tickets',
  '/api\\tickets',
  '/api/\u212aickets',
  'http://desk.lan:3000/api/tickets',
  'http://desk.lan:3000//api/tickets',
];

it.each(SPELLINGS)('gives strangers nothing at %j', async (target) => {
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'TRACE', 'PROPFIND']) {
    const headers = method === 'POST' || method === 'PUT' ? [...ACCEPTED, ...OF_BODY] : ACCEPTED;
    const response = await sendRaw(api.app, rawRequest(target, headers, method) + (headers === ACCEPTED ? '' : BODY));

    expect([method, [200, 201].includes(response.status)]).toEqual([method, false]);
    expect(response.body).not.toContain(TITLE);
  }
  expect(await countTickets()).toBe(1);
});

it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', '_method'])(
  'ignores the method in %s',
  async (header) => {
    const headers = [HOST, `Cookie: ${viewer}`, `${header}: POST`, 'Origin: http://desk.lan:3000'];

    const response = await sendRaw(api.app, rawRequest('/api/tickets', headers));

    expect(response.status).toBe(200);
    expect(await countTickets()).toBe(1);
  },
);

it.each(['X-Original-URL', 'X-Rewrite-URL', 'X-Forwarded-Uri', 'X-Forwarded-Prefix', 'Forwarded'])(
  'ignores the path in %s',
  async (header) => {
    const response = await sendRaw(api.app, rawRequest('/api/session', [HOST, `${header}: /api/tickets`]));

    expect(response.status).toBe(200);
    expect(response.body).not.toContain(TITLE);
  },
);
