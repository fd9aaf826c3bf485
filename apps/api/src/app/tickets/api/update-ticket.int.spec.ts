import { setTimeout } from 'node:timers/promises';
import { aTicket } from '../../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Ticket } from '../model/ticket.entity';

let api: TestApp;
let id: number;
beforeAll(async () => (api = await startTestApp()));
beforeEach(async () => {
  const { identifiers } = await api.database.getRepository(Ticket).insert(aTicket({ title: 'Before' }));
  id = identifiers[0]?.['id'] as number;
});
afterAll(() => api.close());

const patch = (payload: object, headers: Record<string, string> = {}) =>
  api.inject({ method: 'PATCH', url: `/api/tickets/${id}/`, headers, payload });

const stored = () => api.database.getRepository(Ticket).findOneByOrFail({ id });

describe('PATCH /api/tickets/<id>/', () => {
  it.each([
    ['title', 'After'],
    ['description', ' after \n'],
    ['category', 'billing'],
    ['priority', 'critical'],
    ['status', 'closed'],
  ])('changes %s, and nothing else', async (field, value) => {
    const before = await stored();
    await setTimeout(5);

    const answer = await patch({ [field]: value });

    const after = await stored();
    expect(answer.statusCode).toBe(200);
    expect(answer.headers.etag).toBe(`"${id}-2"`);
    expect(answer.json()).toMatchObject({ id, [field]: value, updated_at: after.updatedAt.toISOString() });
    expect(after).toEqual({ ...before, [field]: value, updatedAt: after.updatedAt, version: 2 });
    expect(after.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime());
  });

  it('changes several fields at once, and trims the title', async () => {
    const answer = await patch({ title: '  After ', status: 'resolved', priority: 'low' });

    expect(answer.json()).toMatchObject({ title: 'After', status: 'resolved', priority: 'low' });
  });

  it('allows any change of the status', async () => {
    for (const status of ['closed', 'open', 'resolved', 'in_progress']) {
      expect((await patch({ status })).json()).toMatchObject({ status });
    }
  });

  it.each([
    ['nothing', {}],
    ['what is so already', { title: 'Before', priority: 'medium' }],
    ['fields that are ignored', { id: 99, created_at: null, updated_at: '2000-01-01' }],
  ])('leaves the version and the time of change alone when it is sent %s', async (_what, changes) => {
    const before = await stored();

    const answer = await patch(changes);

    expect(answer.statusCode).toBe(200);
    expect(answer.headers.etag).toBe(`"${id}-1"`);
    expect(await stored()).toEqual(before);
  });

  it('keeps the changes of two people who change different fields at once', async () => {
    await Promise.all([patch({ status: 'resolved' }), patch({ priority: 'high' }), patch({ category: 'billing' })]);

    expect(await stored()).toMatchObject({ status: 'resolved', priority: 'high', category: 'billing', version: 4 });
  });

  it('lets one of two win who change the same version at once', async () => {
    const headers = { 'if-match': `"${id}-1"` };

    const answers = await Promise.all([patch({ status: 'resolved' }, headers), patch({ status: 'closed' }, headers)]);

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    expect(await stored()).toMatchObject({ version: 2 });
  });

  it.each(['*', '"ID-1"', '"0-0", "ID-1"', '"ID-7","ID-1"'])('changes when If-Match is %s', async (header) => {
    const answer = await patch({ status: 'closed' }, { 'if-match': header.replaceAll('ID', String(id)) });

    expect(answer.statusCode).toBe(200);
  });

  it.each(['"ID-2"', 'W/"ID-1"', '"99999-1"', '"ID-2", "ID-3"', 'nonsense', ''])(
    'answers 412, and changes nothing, when If-Match is %p',
    async (header) => {
      const headers = { 'if-match': header.replaceAll('ID', String(id)) };

      const changing = await patch({ status: 'closed' }, headers);
      const idle = await patch({}, headers);

      expect([changing.statusCode, idle.statusCode]).toEqual([412, 412]);
      expect(changing.json()).toMatchObject({ type: '/problems/precondition-failed' });
      expect(await stored()).toMatchObject({ status: 'open', version: 1 });
    },
  );

  it.each([
    ['null', { title: null }, '/title'],
    ['a blank title', { title: '\u200b' }, '/title'],
    ['an unknown label', { status: 'done' }, '/status'],
    ['an unknown field', { version: 3 }, '/version'],
  ])('refuses %s', async (_what, changes, pointer) => {
    const answer = await patch(changes);

    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it.each([{}, { status: 'closed' }])('answers 404 for a ticket that does not exist, sent %j', async (changes) => {
    const missing = await api.inject({ method: 'PATCH', url: '/api/tickets/2000000000/', payload: changes });
    const withTag = await api.inject({
      method: 'PATCH',
      url: '/api/tickets/2000000000/',
      headers: { 'if-match': '*' },
      payload: changes,
    });

    expect([missing.statusCode, withTag.statusCode]).toEqual([404, 404]);
  });

  it('answers 400 for an id that is no id', async () => {
    const answer = await api.inject({ method: 'PATCH', url: '/api/tickets/first/', payload: {} });

    expect(answer.statusCode).toBe(400);
  });
});
