import { type TestApp, startTestApp } from '../../testing/test-app';
import { SCHEMA } from './schema';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

it('shows a desk at work on the first start: tickets, requesters, replies and notes', async () => {
  const runner = api.database.createQueryRunner();
  await runner.startTransaction();
  await SCHEMA.seed?.(runner);
  await runner.commitTransaction();
  await runner.release();

  const [ticket] = (await api.inject({ method: 'GET', url: '/api/tickets?search=warehouse' })).json<{ id: number }[]>();
  expect(ticket).toMatchObject({ requester: { name: 'Grace Adeyemi' }, tags: ['orders', 'outage'] });
  const timeline = await api.inject({ method: 'GET', url: `/api/tickets/${ticket?.id}/timeline` });
  expect(timeline.json()).toMatchObject([
    { actor: { kind: 'local' }, message: { visibility: 'public' } },
    { actor: { kind: 'requester', name: 'Grace Adeyemi' }, message: { visibility: 'public' } },
    { actor: { kind: 'local' }, message: { visibility: 'internal' } },
    { actor: { kind: 'local' }, message: { visibility: 'public' } },
  ]);
});
