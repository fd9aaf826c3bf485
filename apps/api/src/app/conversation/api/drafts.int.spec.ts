import { aTicket } from '../../../testing/a-ticket';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';

let api: TestApp;
let ana: TestPerson;
let ben: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  ana = await aPerson(api.database);
  ben = await aPerson(api.database);
});
afterAll(() => api.close());

let id: number;
beforeEach(async () => {
  ({ id } = await api.database.getRepository(Ticket).save(aTicket()));
});

type Method = 'GET' | 'PUT' | 'DELETE' | 'POST';

const request = (method: Method, path: string, { cookie }: TestPerson, payload?: object) =>
  api.inject({
    method,
    url: `/api/tickets/${id}/${path}`,
    headers: { ...SAME_SITE, cookie },
    ...(payload && { payload }),
  });

const draftOf = async (person: TestPerson, visibility = 'public') => {
  const response = await request('GET', `draft/${visibility}`, person);
  return response.statusCode === 204 ? undefined : response.json<{ body: string }>().body;
};

const save = (person: TestPerson, body: string, visibility = 'public') =>
  request('PUT', `draft/${visibility}`, person, { body });

describe('the draft of a message', () => {
  it('is kept for each person, ticket and visibility', async () => {
    await save(ana, 'Ana replies');
    await save(ana, 'Ana notes', 'internal');
    await save(ben, 'Ben replies');

    expect(await draftOf(ana)).toBe('Ana replies');
    expect(await draftOf(ana, 'internal')).toBe('Ana notes');
    expect(await draftOf(ben)).toBe('Ben replies');
    expect(await draftOf(ben, 'internal')).toBeUndefined();
  });

  it('is replaced by the newest text, which may be blank', async () => {
    await save(ana, 'First');
    expect((await save(ana, 'Second')).json()).toMatchObject({ body: 'Second' });
    expect((await save(ana, ' ')).statusCode).toBe(200);

    expect(await draftOf(ana)).toBe(' ');
  });

  it('is removed by its message only', async () => {
    await save(ana, 'Ana replies');
    await save(ana, 'Ana notes', 'internal');
    await save(ben, 'Ben replies');

    await request('POST', 'messages', ana, { visibility: 'public', body: 'Ana replies' });

    expect(await draftOf(ana)).toBeUndefined();
    expect(await draftOf(ana, 'internal')).toBe('Ana notes');
    expect(await draftOf(ben)).toBe('Ben replies');
  });

  it('stays if the message is rejected', async () => {
    await save(ana, 'Ana replies');
    await request('POST', 'messages', ben, { visibility: 'public', body: 'Ben replies' });

    await request('POST', 'messages', ana, { visibility: 'public', body: 'Ana replies', seen_event_id: 0 });

    expect(await draftOf(ana)).toBe('Ana replies');
  });

  it('is discarded by its author', async () => {
    await save(ana, 'Ana replies');

    expect((await request('DELETE', 'draft/public', ana)).statusCode).toBe(204);
    expect((await request('DELETE', 'draft/public', ana)).statusCode).toBe(204);
    expect(await draftOf(ana)).toBeUndefined();
  });

  it('disappears with its ticket', async () => {
    await save(ana, 'Ana replies');
    await api.database.query('DELETE FROM tickets WHERE id = $1', [id]);

    expect((await save(ana, 'Again')).statusCode).toBe(404);
    expect(await draftOf(ana)).toBeUndefined();
  });

  it.each([
    ['draft/secret', { body: 'a' }],
    ['draft/public', { body: 'x'.repeat(100_001) }],
    ['draft/public', { body: 'a\0' }],
    ['draft/public', {}],
  ])('rejects a draft at %s that is not valid', async (path, payload) => {
    expect((await request('PUT', path, ana, payload)).statusCode).toBe(400);
    expect(await draftOf(ana)).toBeUndefined();
  });

  it('is saved once by saves at the same time', async () => {
    const responses = await Promise.all(Array.from({ length: 10 }, (_, n) => save(ana, `Text ${n}`)));

    expect(responses.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200));
    expect(await draftOf(ana)).toMatch(/^Text \d$/);
  });
});

it('keeps one draft for everyone in the open mode', async () => {
  const open = await startTestApp();
  try {
    const { id: ticket } = await open.database.getRepository(Ticket).save(aTicket());
    const url = `/api/tickets/${ticket}/draft/public`;
    await open.inject({ method: 'PUT', url, payload: { body: 'One' } });
    await open.inject({ method: 'PUT', url, payload: { body: 'Two' } });

    expect((await open.inject({ method: 'GET', url })).json()).toMatchObject({ body: 'Two' });
  } finally {
    await open.close();
  }
});
