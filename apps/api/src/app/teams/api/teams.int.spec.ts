import { TEAMS_MAX } from '@docket/domain';
import { aTicket } from '../../../testing/a-ticket';
import { anyNumber } from '../../../testing/matchers';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../../tickets/model/ticket.entity';
import type { TeamDto } from './team.dto';

let api: TestApp;
let admin: TestPerson;
let agent: TestPerson;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  admin = await aPerson(api.database, { role: 'admin' });
  agent = await aPerson(api.database);
});
afterAll(() => api.close());
beforeEach(() => api.database.query('TRUNCATE tickets, teams CASCADE'));

const request = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path = '',
  { person = admin, payload, headers = {} }: { person?: TestPerson; payload?: object; headers?: object } = {},
) =>
  api.inject({
    method,
    url: `/api/teams${path}`,
    headers: { ...SAME_SITE, cookie: person.cookie, ...headers },
    ...(payload && { payload }),
  });

const create = (payload: object) => request('POST', '', { payload });
const created = async (payload: object) => (await create(payload)).json<TeamDto>();

describe('teams', () => {
  it('are created with members, and listed by name for everyone who reads tickets', async () => {
    const viewer = await aPerson(api.database, { role: 'viewer' });
    await created({ name: 'identity', member_ids: [agent.id, admin.id, agent.id] });
    await created({ name: 'Billing' });

    expect((await request('GET', '', { person: viewer })).json()).toEqual([
      { id: anyNumber(), name: 'Billing', member_ids: [], version: 1 },
      { id: anyNumber(), name: 'identity', member_ids: [admin.id, agent.id], version: 1 },
    ]);
  });

  it('are changed by administrators only', async () => {
    const { id } = await created({ name: 'Billing' });

    for (const [method, path] of [
      ['POST', ''],
      ['PATCH', `/${id}`],
      ['DELETE', `/${id}`],
    ] as const) {
      const payload = method === 'DELETE' ? {} : { payload: { name: 'Other' } };
      expect((await request(method, path, { person: agent, ...payload })).statusCode).toBe(403);
    }
  });

  it('change their name or their members', async () => {
    const { id } = await created({ name: 'Billing', member_ids: [agent.id] });

    expect((await request('PATCH', `/${id}`, { payload: { name: 'Invoices' } })).json()).toMatchObject({
      name: 'Invoices',
      member_ids: [agent.id],
      version: 2,
    });
    expect((await request('PATCH', `/${id}`, { payload: { member_ids: [] } })).json()).toMatchObject({
      name: 'Invoices',
      member_ids: [],
    });
  });

  it('keep a change of somebody else', async () => {
    const response = await create({ name: 'Billing' });
    const { id } = response.json<TeamDto>();
    const headers = { 'if-match': response.headers['etag'] };
    await request('PATCH', `/${id}`, { payload: { name: 'Theirs' }, headers });

    expect((await request('PATCH', `/${id}`, { payload: { name: 'Mine' }, headers })).statusCode).toBe(412);
  });

  it.each(['Billing', ' bILLING', 'Ｂilling'])('have different names: not %p again', async (name) => {
    await created({ name: 'Billing' });
    const { id } = await created({ name: 'Other' });

    for (const response of [await create({ name }), await request('PATCH', `/${id}`, { payload: { name } })]) {
      expect(response.statusCode).toBe(409);
      expect(response.json()).toMatchObject({ type: '/problems/team-name-taken' });
    }
  });

  it('stay while they have tickets', async () => {
    const { id } = await created({ name: 'Billing', member_ids: [agent.id] });
    const { id: ticket } = await api.database.getRepository(Ticket).save(aTicket({ teamId: id }));

    const response = await request('DELETE', `/${id}`);
    expect([response.statusCode, response.json<{ type: string }>().type]).toEqual([409, '/problems/team-in-use']);

    await api.database.query('UPDATE tickets SET team_id = NULL WHERE id = $1', [ticket]);
    expect((await request('DELETE', `/${id}`)).statusCode).toBe(204);
    expect((await request('DELETE', `/${id}`)).statusCode).toBe(404);
  });

  it.each([
    ['no name', { name: undefined }, '/name'],
    ['a blank name', { name: ' \u200b' }, '/name'],
    ['a name of 101 characters', { name: 'x'.repeat(101) }, '/name'],
    ['a member that does not exist', { member_ids: [2_000_000_000] }, '/member_ids'],
    ['a member of text', { member_ids: ['1'] }, '/member_ids'],
    ['501 members', { member_ids: Array.from({ length: 501 }, (_, n) => n + 1) }, '/member_ids'],
  ])('are not created with %s', async (_case, change, pointer) => {
    const response = await create({ name: 'Billing', ...change });

    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { pointer: string }[] }>().errors[0]?.pointer).toContain(pointer);
    expect((await request('GET')).json()).toEqual([]);
  });

  it(`are ${TEAMS_MAX} at most, also if two are created at once`, async () => {
    await api.database.query(
      `INSERT INTO teams (name, name_key) SELECT 'Team ' || n, 'team ' || n FROM generate_series(1, $1::int) AS n`,
      [TEAMS_MAX - 1],
    );

    const responses = await Promise.all([create({ name: 'One' }), create({ name: 'Two' })]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });
});
