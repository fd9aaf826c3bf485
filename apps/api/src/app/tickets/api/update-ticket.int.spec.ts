import { TICKET_STATUSES } from '@docket/domain';
import { eventually } from '@docket/testing';
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
  ])('changes only %s', async (field, value) => {
    const before = await stored();
    await eventually(() => Date.now() > before.updatedAt.getTime());

    const response = await patch({ [field]: value });

    const after = await stored();
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).toBe(`"${id}-2"`);
    expect(response.json()).toMatchObject({ id, [field]: value, updated_at: after.updatedAt.toISOString() });
    expect(after).toEqual({ ...before, [field]: value, updatedAt: after.updatedAt, version: 2 });
    expect(after.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime());
  });

  it('changes several fields at once, and trims the title', async () => {
    const response = await patch({ title: '  After ', status: 'resolved', priority: 'low' });

    expect(response.json()).toMatchObject({ title: 'After', status: 'resolved', priority: 'low' });
  });

  it.each(TICKET_STATUSES.flatMap((from) => TICKET_STATUSES.filter((to) => to !== from).map((to) => [from, to])))(
    'changes the status from %s to %s',
    async (from, to) => {
      await api.database.query('UPDATE tickets SET status = $1 WHERE id = $2', [from, id]);

      const response = await patch({ status: to });

      expect(response.json()).toMatchObject({ status: to });
      expect(await stored()).toMatchObject({ status: to });
    },
  );

  it.each([
    ['no fields', {}],
    ['current values', { title: 'Before', priority: 'medium' }],
    ['read-only fields', { id: 99, version: 5, created_at: null, updated_at: '2000-01-01' }],
  ])('keeps the version and updated_at when sent %s', async (_case, changes) => {
    const before = await stored();

    const response = await patch(changes);

    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).toBe(`"${id}-1"`);
    expect(await stored()).toEqual(before);
  });

  it('keeps concurrent changes of different fields', async () => {
    await Promise.all([patch({ status: 'resolved' }), patch({ priority: 'high' }), patch({ category: 'billing' })]);

    expect(await stored()).toMatchObject({ status: 'resolved', priority: 'high', category: 'billing', version: 4 });
  });

  it('accepts only one of two concurrent changes of the same version', async () => {
    const headers = { 'if-match': `"${id}-1"` };

    const responses = await Promise.all([patch({ status: 'resolved' }, headers), patch({ status: 'closed' }, headers)]);

    expect(responses.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    expect(await stored()).toMatchObject({ version: 2 });
  });

  it.each(['*', '"ID-1"', '"0-0", "ID-1"', '"ID-7","ID-1"'])('changes the ticket if If-Match is %s', async (header) => {
    const response = await patch({ status: 'closed' }, { 'if-match': header.replaceAll('ID', String(id)) });

    expect(response.statusCode).toBe(200);
  });

  it.each(['"ID-2"', 'W/"ID-1"', '"99999-1"', '"ID-2", "ID-3"', 'nonsense', ''])(
    'responds 412 and changes nothing if If-Match is %p',
    async (header) => {
      const headers = { 'if-match': header.replaceAll('ID', String(id)) };

      const changing = await patch({ status: 'closed' }, headers);
      const unchanged = await patch({}, headers);

      expect([changing.statusCode, unchanged.statusCode]).toEqual([412, 412]);
      expect(changing.json()).toMatchObject({ type: '/problems/precondition-failed' });
      expect(await stored()).toMatchObject({ status: 'open', version: 1 });
    },
  );

  it('responds 412 after a change by SQL, which If-None-Match notices, too', async () => {
    const seen = `"${id}-1"`;
    const read = () => api.inject({ method: 'GET', url: `/api/tickets/${id}`, headers: { 'if-none-match': seen } });
    expect((await read()).statusCode).toBe(304);

    await api.database.query(`UPDATE tickets SET status = 'closed', priority = 'critical' WHERE id = $1`, [id]);

    const response = await read();
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).toBe(`"${id}-2"`);
    expect(response.json()).toMatchObject({ status: 'closed', priority: 'critical' });
    expect((await patch({ status: 'resolved' }, { 'if-match': seen })).statusCode).toBe(412);
    expect(await stored()).toMatchObject({ status: 'closed', version: 2 });
  });

  it.each([
    ['null', { title: null }, '/title'],
    ['a blank title', { title: '\u200b' }, '/title'],
    ['an unknown value', { status: 'done' }, '/status'],
    ['an unknown field', { external_id: 'a' }, '/external_id'],
  ])('rejects %s', async (_case, changes, pointer) => {
    const response = await patch(changes);

    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ errors: [{ pointer }] });
  });

  it.each([{}, { status: 'closed' }])('responds 404 for a missing ticket when sent %j', async (changes) => {
    const missing = await api.inject({ method: 'PATCH', url: '/api/tickets/2000000000/', payload: changes });
    const withTag = await api.inject({
      method: 'PATCH',
      url: '/api/tickets/2000000000/',
      headers: { 'if-match': '*' },
      payload: changes,
    });

    expect([missing.statusCode, withTag.statusCode]).toEqual([404, 404]);
  });

  it('responds 400 for a malformed id', async () => {
    const response = await api.inject({ method: 'PATCH', url: '/api/tickets/first/', payload: {} });

    expect(response.statusCode).toBe(400);
  });
});
