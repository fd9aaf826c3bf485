import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { TicketDto } from './ticket.dto';

let api: TestApp;
let admin: TestPerson;
let assignee: TestPerson;
let teamId: number;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  admin = await aPerson(api.database, { role: 'admin' });
  assignee = await aPerson(api.database);
  teamId = (await request('POST', '/api/teams', { name: 'Identity' })).json<{ id: number }>().id;
});
afterAll(() => api.close());

const VALID = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };

function request(method: 'POST' | 'PATCH' | 'GET', url: string, payload?: object, headers?: Record<string, string>) {
  return api.inject({
    method,
    url,
    headers: { ...SAME_SITE, cookie: admin.cookie, ...headers },
    ...(payload && { payload }),
  });
}

/** Files a ticket with a new requester. Returns its id and ETag. */
async function file(fields: object): Promise<{ readonly id: number; readonly tag: string }> {
  const response = await request('POST', '/api/tickets/', { ...VALID, ...fields });
  return { id: response.json<TicketDto>().id, tag: String(response.headers['etag']) };
}

const get = (id: number, tag?: string) =>
  request('GET', `/api/tickets/${id}/`, undefined, tag === undefined ? {} : { 'if-none-match': tag });

describe('the tag of a ticket', () => {
  it('is its id and version without requester, assignee and team, as it always was', async () => {
    const { id, tag } = await file({ tags: ['mfa'] });

    expect(tag).toBe(`"${id}-1"`);
    expect((await get(id)).headers['etag']).toBe(tag);
    expect((await get(id, tag)).statusCode).toBe(304);
  });

  it('has a hash of the names, which is the same from each operation', async () => {
    const { id, tag } = await file({ requester: { email: 'nora@example.com', name: 'Nora' }, team_id: teamId });

    const changed = await request('PATCH', `/api/tickets/${id}/`, { title: VALID.title });

    expect(tag).toMatch(new RegExp(`^"${id}-1-[0-9a-f]{12}"$`));
    expect([changed.headers['etag'], (await get(id)).headers['etag']]).toEqual([tag, tag]);
    const same = await get(id, `W/${tag}`);
    expect([same.statusCode, same.body, same.headers['etag']]).toEqual([304, '', tag]);
  });

  it.each([
    [
      'the name of the requester',
      { requester: { email: 'mia@example.com', name: 'Mia' } },
      () => file({ requester: { email: 'mia@example.com', name: 'Mia Tan' } }),
    ],
    [
      'the first name of a requester',
      { requester: { email: 'leo@example.com' } },
      () => file({ requester: { email: 'leo@example.com', name: 'Leo' } }),
    ],
    [
      'the address of the requester, which operators correct in SQL',
      { requester: { email: 'kim@exmaple.com' } },
      () => api.database.query(`UPDATE requesters SET email = 'kim@example.com' WHERE email = 'kim@exmaple.com'`),
    ],
    [
      'the name of the assignee',
      () => ({ assignee_id: assignee.id }),
      () => request('PATCH', `/api/users/${assignee.id}`, { name: 'Ana Ruiz' }),
    ],
    [
      'the name of the team',
      () => ({ team_id: teamId }),
      () => request('PATCH', `/api/teams/${teamId}`, { name: 'Identity and access' }),
    ],
  ])('differs with %s, so that nobody gets 304 for the old one', async (_case, fields, rename) => {
    const { id, tag } = await file(typeof fields === 'function' ? fields() : fields);
    const before = (await get(id)).json<TicketDto>();

    await rename();

    const response = await get(id, tag);
    expect(response.statusCode).toBe(200);
    expect(response.json()).not.toEqual(before);
    expect(response.headers['etag']).not.toBe(tag);
    expect(response.headers['etag']).toMatch(new RegExp(`^"${id}-1-`));
  });

  it('stands for a version in If-Match: with earlier names, and without any', async () => {
    const { id, tag } = await file({ requester: { email: 'jo@example.com', name: 'Jo' } });
    await file({ requester: { email: 'jo@example.com', name: 'Jo Park' } });
    const change = (status: string, ifMatch: string) =>
      request('PATCH', `/api/tickets/${id}/`, { status }, { 'if-match': ifMatch });

    const byOldName = await change('in_progress', tag);
    const byOldForm = await change('resolved', `"${id}-2"`);

    expect([byOldName.statusCode, byOldForm.statusCode]).toEqual([200, 200]);
    expect(byOldForm.headers['etag']).toMatch(new RegExp(`^"${id}-3-`));
    for (const stale of [tag, `"${id}-2"`, `"${id + 1}-3"`, `W/"${id}-3"`]) {
      expect((await change('closed', stale)).statusCode).toBe(412);
    }
  });
});
