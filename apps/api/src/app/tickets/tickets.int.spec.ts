import { type TestApp, startTestApp } from '../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

describe('POST /api/tickets/', () => {
  it('stores a ticket and answers with it', async () => {
    const answer = await api.inject({
      method: 'POST',
      url: '/api/tickets/',
      payload: { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' },
    });

    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({ id: 1, title: 'Cannot sign in', status: 'open' });
  });
});
