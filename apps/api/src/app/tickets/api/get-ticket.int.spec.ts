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
  it('answers with the ticket and its version', async () => {
    const answer = await get(1);

    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ id: 1, title: 'Cannot sign in', status: 'open' });
    expect(answer.headers.etag).toBe('"1-1"');
  });

  it.each(['"1-1"', 'W/"1-1"', '"9-9", "1-1"', 'W/"0-0",W/"1-1"', '*'])(
    'answers 304 without a body when If-None-Match is %s',
    async (header) => {
      const answer = await get(1, { 'if-none-match': header });

      expect([answer.statusCode, answer.body]).toEqual([304, '']);
      expect(answer.headers.etag).toBe('"1-1"');
    },
  );

  it.each(['"1-2"', '"2-1"', 'W/"1-11"', '1-1', ''])('answers in full when If-None-Match is %p', async (header) => {
    expect((await get(1, { 'if-none-match': header })).statusCode).toBe(200);
  });

  it('answers 404 for an id that does not exist', async () => {
    const answer = await get(2_147_483_647);

    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ type: '/problems/not-found', detail: 'Ticket 2147483647 does not exist' });
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
  ])('answers 400 for the id %s', async (id) => {
    const answer = await get(id);

    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ type: '/problems/validation', errors: [{ parameter: 'id' }] });
  });

  it('answers HEAD with the headers alone', async () => {
    const answer = await api.inject({ method: 'HEAD', url: '/api/tickets/1' });

    expect([answer.statusCode, answer.body, answer.headers.etag]).toEqual([200, '', '"1-1"']);
  });
});
