import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.database.getRepository(Ticket).insert(aTicket({ title: 'Cannot sign in' }));
});
afterAll(() => api.close());

const get = (id: string | number, headers: Record<string, string> = {}) =>
  api.inject({ method: 'GET', url: `/api/tickets/${id}/`, headers });

describe('GET /api/tickets/<id>/', () => {
  it('responds with the ticket and its ETag', async () => {
    const response = await get(1);

    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ id: 1, title: 'Cannot sign in', status: 'open' });
    expect(response.headers.etag).toBe('"1-1"');
  });

  it.each(['"1-1"', 'W/"1-1"', '"9-9", "1-1"', 'W/"0-0",W/"1-1"', '*'])(
    'responds 304 without a body if If-None-Match is %s',
    async (header) => {
      const response = await get(1, { 'if-none-match': header });

      expect([response.statusCode, response.body]).toEqual([304, '']);
      expect(response.headers.etag).toBe('"1-1"');
    },
  );

  it.each(['"1-2"', '"2-1"', 'W/"1-11"', '1-1', ''])('responds 200 if If-None-Match is %p', async (header) => {
    expect((await get(1, { 'if-none-match': header })).statusCode).toBe(200);
  });

  it('responds 404 for a missing ticket', async () => {
    const response = await get(2_147_483_647);

    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ type: '/problems/not-found', detail: 'Ticket 2147483647 does not exist' });
  });

  it.each([
    '0',
    '-1',
    '1.5',
    '1e3',
    '007',
    'abc',
    '2147483648',
    '99999999999999999999',
    '%F0%9F%94%A5',
    '1%20',
    '9'.repeat(500),
  ])('responds 400 for the malformed id %s', async (id) => {
    const response = await get(id);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ type: '/problems/validation', errors: [{ parameter: 'id' }] });
  });

  it('responds to HEAD with the headers only', async () => {
    const response = await api.inject({ method: 'HEAD', url: '/api/tickets/1' });

    expect([response.statusCode, response.body, response.headers.etag]).toEqual([200, '', '"1-1"']);
  });
});
