import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { withoutTriggers } from '../../../testing/without-triggers';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => api.database.query('TRUNCATE tickets RESTART IDENTITY CASCADE'));
afterAll(() => api.close());

const file = async (count: number): Promise<void> => {
  await api.database.getRepository(Ticket).insert(Array.from({ length: count }, () => aTicket()));
};

const get = (url: string) => api.inject({ method: 'GET', url });
const idsOf = (response: { json: () => unknown }) => (response.json() as { id: number }[]).map(({ id }) => id);

describe('GET /api/tickets/?ids=', () => {
  it('returns the tickets in the order of the ids, once each', async () => {
    await file(5);

    const response = await get('/api/tickets/?ids=4,1&ids=5&ids=1,3');

    expect(response.statusCode).toBe(200);
    expect(idsOf(response)).toEqual([4, 1, 5, 3]);
    expect(response.headers).toMatchObject({ 'x-total-count': '4', 'x-total-count-relation': 'eq' });
    expect(response.headers).not.toHaveProperty('docket-missing');
    expect(response.headers).not.toHaveProperty('link');
  });

  it('names the ids without a ticket', async () => {
    await file(3);
    await api.database.query('DELETE FROM tickets WHERE id = 2');

    const response = await get('/api/tickets/?ids=2147483647,3,2,1');

    expect(idsOf(response)).toEqual([3, 1]);
    expect(response.headers['docket-missing']).toBe('2147483647, 2');
    expect((await get('/api/tickets/?ids=7')).json()).toEqual([]);
  });

  it('has the fields of the list, with the version of the ETag', async () => {
    await file(1);
    await api.inject({ method: 'PATCH', url: '/api/tickets/1', payload: { status: 'closed', tags: ['vip'] } });

    const [row] = (await get('/api/tickets/?ids=1')).json<{ version: number }[]>();

    expect([row]).toEqual((await get('/api/tickets/')).json());
    expect((await get('/api/tickets/1')).headers['etag']).toBe(`"1-${row?.version}"`);
  });

  it('ignores filters, and lists all tickets if the ids are empty', async () => {
    await file(2);

    expect(idsOf(await get('/api/tickets/?ids=1&status=closed&limit=1&sort=oldest&q=nothing'))).toEqual([1]);
    expect(idsOf(await get('/api/tickets/?ids='))).toEqual([2, 1]);
  });

  it('takes up to 200 ids', async () => {
    await file(200);
    const ids = Array.from({ length: 200 }, (_, index) => 200 - index);

    expect(idsOf(await get(`/api/tickets/?ids=${ids.join(',')}`))).toEqual(ids);
    const refused = await get(`/api/tickets/?ids=${ids.join(',')},201`);
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ errors: [{ parameter: 'ids', detail: 'must have at most 200 values' }] });
  });

  it.each(['0', '-1', 'abc', '1.5', '2147483648', 'none'])('rejects %p as an id', async (id) => {
    expect((await get(`/api/tickets/?ids=1,${id}`)).statusCode).toBe(400);
  });

  it('ends a page at 1 MB of text, and links to the rest', async () => {
    await file(7);
    await withoutTriggers(api.database, `UPDATE tickets SET description = repeat('ü', 100000)`); // 200 kB each
    await api.database.query('DELETE FROM tickets WHERE id IN (6, 2)');

    const first = await get('/api/tickets/?ids=7,6,5,4,3,1,2');
    expect(idsOf(first)).toEqual([7, 5, 4, 3]);
    expect(first.headers).toMatchObject({
      'x-total-count': '5',
      'docket-missing': '6',
      link: '</api/tickets/?ids=1,2>; rel="next"',
    });
    const second = await get('/api/tickets/?ids=1,2');
    expect(idsOf(second)).toEqual([1]);
    expect(second.headers['docket-missing']).toBe('2');
  });
});
