import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { anyNumber } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { TicketDto } from './ticket.dto';

let api: TestApp;
let ana: TestPerson;
let teamId: number;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  ana = await aPerson(api.database);
  [{ id: teamId }] = await api.database.query<[{ id: number }]>(
    `INSERT INTO teams (name, name_key) VALUES ('Identity', 'identity') RETURNING id`,
  );
});
afterAll(() => api.close());

const VALID = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };

const request = (method: 'POST' | 'PATCH' | 'GET', path: string, payload?: object) =>
  api.inject({
    method,
    url: `/api/tickets/${path}`,
    headers: { ...SAME_SITE, cookie: ana.cookie },
    ...(payload && { payload }),
  });

const file = async (fields: object = {}) => (await request('POST', '', { ...VALID, ...fields })).json<TicketDto>();

const change = async (id: number, changes: object) => (await request('PATCH', String(id), changes)).json<TicketDto>();

describe('whose ticket it is', () => {
  it('is nobody’s by default, and then has no field of it', async () => {
    const ticket = await file();

    expect(Object.keys(ticket)).toEqual([
      ...['id', 'title', 'description', 'category', 'priority', 'status', 'created_at', 'updated_at'],
    ]);
  });

  it('is stored when it is filed, and shown by every operation', async () => {
    const belongs = {
      requester: { id: anyNumber(), email: 'nora@example.com', name: 'Nora Lindqvist' },
      assignee: { id: ana.id, name: 'Person' },
      team: { id: teamId, name: 'Identity' },
      tags: ['mfa', 'payroll'],
    };
    const ticket = await file({
      requester: { email: ' Nora@Example.com', name: 'Nora Lindqvist' },
      assignee_id: ana.id,
      team_id: teamId,
      tags: ['payroll', 'MFA', 'payroll'],
    });

    expect(ticket).toMatchObject(belongs);
    expect((await request('GET', String(ticket.id))).json()).toEqual(ticket);
    expect((await request('GET', '?limit=1')).json()).toEqual([{ ...ticket, version: 1 }]);
    expect((await request('GET', '?search=code&limit=1')).json()).toEqual([{ ...ticket, version: 1 }]);
    expect(await change(ticket.id, { status: 'closed' })).toMatchObject(belongs);
  });

  it('changes by PATCH, one field at a time, and null ends it', async () => {
    const { id } = await file({
      requester: { email: 'jo@example.com' },
      assignee_id: ana.id,
      team_id: teamId,
      tags: ['a'],
    });

    expect(await change(id, { assignee_id: null })).not.toHaveProperty('assignee');
    expect(await change(id, { requester: null })).toMatchObject({ team: { id: teamId }, tags: ['a'] });
    expect(await change(id, { team_id: null })).not.toHaveProperty('requester');
    expect(Object.keys(await change(id, { tags: [] }))).toHaveLength(8);
  });

  it('accepts what a client read, and changes nothing', async () => {
    const { id } = await file({
      requester: { email: 'jo@example.com', name: 'Jo' },
      assignee_id: ana.id,
      tags: ['a', 'b'],
    });
    const read = await request('GET', String(id));

    const response = await request('PATCH', String(id), read.json());

    expect(response.statusCode).toBe(200);
    expect(response.headers['etag']).toBe(read.headers['etag']);
  });

  it('knows a requester by the email address, by the newest name that the team gives', async () => {
    const one = await file({ requester: { email: 'mia@example.com', name: 'Mia' } });
    const other = await file({ requester: { email: 'MIA@example.com', name: 'Mia Tan' } });
    const third = await file({ requester: { email: 'mia@example.com' } });

    expect(other.requester?.id).toBe(one.requester?.id);
    expect(third.requester?.name).toBe('Mia Tan');
  });

  it('loses the name of the requester by null', async () => {
    const { id } = await file({ requester: { email: 'lea@example.com', name: 'Lea' } });

    const changed = await change(id, { requester: { email: 'lea@example.com', name: null } });

    expect(changed.requester).toEqual({ id: anyNumber(), email: 'lea@example.com' });
    expect((await file({ requester: { email: 'lea@example.com' } })).requester).toEqual(changed.requester);
  });

  it('corrects the name of the requester only in the version that was read', async () => {
    const { id } = await file({ requester: { email: 'kim@example.com', name: 'Kim' } });
    await change(id, { status: 'closed' });

    const response = await api.inject({
      method: 'PATCH',
      url: `/api/tickets/${id}`,
      headers: { ...SAME_SITE, cookie: ana.cookie, 'if-match': `"${id}-1"` },
      payload: { requester: { email: 'kim@example.com', name: 'Kim Lee' } },
    });

    expect(response.statusCode).toBe(412);
    expect((await request('GET', String(id))).json<TicketDto>().requester?.name).toBe('Kim');
  });

  it('is a part of the history', async () => {
    const { id } = await file();
    await change(id, { assignee_id: ana.id, team_id: teamId, tags: ['b', 'a'] });

    const [{ change: recorded } = { change: undefined }] = await api.database.query<{ change: object }[]>(
      'SELECT change FROM ticket_events WHERE ticket_id = $1 ORDER BY id DESC LIMIT 1',
      [id],
    );
    expect(recorded).toEqual({ assignee_id: [null, ana.id], team_id: [null, teamId], tags: [[], ['a', 'b']] });
  });

  it('keeps tags of all scripts, in the order of their code points', async () => {
    const tags = ['\u{1f1e6}x', 'Straße', 'ﾊﾟ', 'हिन्दी', 'A_1-b', '𐐀'];

    expect((await file({ tags: tags.slice(1) })).tags).toEqual(['a_1-b', 'straße', 'हिन्दी', 'ﾊﾟ', '𐐨']);
  });

  it.each([
    ['an unknown person', { assignee_id: 2_000_000_000 }, '/assignee_id'],
    ['an id of text', { assignee_id: '1' }, '/assignee_id'],
    ['an id beyond 32 bits', { team_id: 2 ** 31 }, '/team_id'],
    ['an unknown team', { team_id: 2_000_000_000 }, '/team_id'],
    ['a requester without an address', { requester: { name: 'Jo' } }, '/requester/email'],
    ['a requester of text', { requester: 'jo@example.com' }, '/requester'],
    ['a requester with other fields', { requester: { email: 'jo@example.com', role: 'admin' } }, '/requester/role'],
    ['a list of requesters', { requester: [{ email: 'jo@example.com' }] }, '/requester'],
    ['tags of text', { tags: 'a,b' }, '/tags'],
    ['no tags', { tags: null }, '/tags'],
    ['a tag with a space', { tags: ['a b'] }, '/tags'],
    ['a tag with an invisible character', { tags: ['a\u200bb'] }, '/tags'],
    ['a tag of 41 characters', { tags: ['x'.repeat(41)] }, '/tags'],
    ['11 tags', { tags: Array.from({ length: 11 }, (_, n) => `t${n}`) }, '/tags'],
    ['1,500 tags', { tags: Array.from({ length: 1_500 }, () => 'a b') }, '/tags'],
    ['a tag that is no text', { tags: [1] }, '/tags'],
  ])('rejects %s', async (_case, fields, pointer) => {
    const { id } = await file();

    for (const response of [
      await request('POST', '', { ...VALID, ...fields }),
      await request('PATCH', String(id), fields),
    ]) {
      expect(response.statusCode).toBe(400);
      const { errors } = response.json<{ errors: { pointer: string }[] }>();
      expect(errors.map((error) => error.pointer)).toContainEqual(expect.stringMatching(new RegExp(`^${pointer}`)));
    }
  });

  it.each([
    ['a viewer', { role: 'viewer' }],
    ['somebody who was deactivated', { state: 'deactivated' }],
    ['somebody who is invited only', { state: 'invited' }],
  ] as const)('is not %s', async (_case, options) => {
    const person = await aPerson(api.database, options);
    const { id } = await file();

    expect((await request('PATCH', String(id), { assignee_id: person.id })).statusCode).toBe(400);
  });

  it('creates no requester if the ticket is rejected', async () => {
    await request('POST', '', { ...VALID, requester: { email: 'ghost@example.com' }, team_id: 2_000_000_000 });
    await request('PATCH', '2147483647', { requester: { email: 'ghost@example.com' } });

    expect(await api.database.query(`SELECT FROM requesters WHERE email = 'ghost@example.com'`)).toEqual([]);
  });
});

describe('the tickets table', () => {
  it.each([
    ['two equal tags', ['a', 'a']],
    ['tags in another order', ['b', 'a']],
    ['an empty tag', ['']],
    ['a tag with a space', ['a b']],
    ['a tag with a comma', ['a,b']],
    ['a tag of 41 characters', ['x'.repeat(41)]],
    ['11 tags', Array.from({ length: 11 }, (_, n) => String.fromCharCode(97 + n))],
    ['a missing tag', ['a', null]],
  ])('rejects %s', async (_case, tags) => {
    const { id } = await file();

    const update = api.database.query('UPDATE tickets SET tags = $2 WHERE id = $1', [id, tags]);
    await expect(update).rejects.toMatchObject({ code: '23514' });
  });
});

describe('GET /api/assignees', () => {
  it('lists active people who may change tickets, by name', async () => {
    const response = await api.inject({
      method: 'GET',
      url: '/api/assignees',
      headers: { cookie: ana.cookie, host: SAME_SITE.host },
    });

    expect(response.json()).toEqual([{ id: ana.id, name: 'Person' }]);
  });
});
