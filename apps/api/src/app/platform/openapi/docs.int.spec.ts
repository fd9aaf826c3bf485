import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const get = (url: string) => api.inject({ method: 'GET', url });

describe('GET /api/openapi.json', () => {
  it("responds with the committed document, from which the client's types are generated", async () => {
    const committed = readFileSync(join(__dirname, '../../../../../../libs/shared/contract/openapi.json'), 'utf8');

    expect((await get('/api/openapi.json')).json()).toEqual(JSON.parse(committed));
  });
});

describe('GET /api/docs', () => {
  it.each(['/api/docs', '/api/docs/'])(
    'responds to %s with a page that loads files from this host only',
    async (url) => {
      const page = await get(url);

      const addresses = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['content-security-policy']).toContain("script-src 'self';");
      expect(page.body).not.toMatch(/<script>|<style|onload=/);
      for (const address of addresses.filter((each) => !each.startsWith('data:')))
        expect((await get(address)).statusCode).toBe(200);
    },
  );

  it('serves no other file of the Swagger UI package', async () => {
    expect((await get('/api/docs/package.json')).statusCode).toBe(404);
    expect((await get('/api/docs/../docs/index.html')).statusCode).toBe(404);
  });
});
