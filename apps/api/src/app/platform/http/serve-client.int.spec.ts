import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'docket-client-'));
  writeFileSync(join(root, 'index.html'), '<docket-root></docket-root>');
  writeFileSync(join(root, 'start.js'), '1');
  api = await startTestApp({ WEB_ROOT: root });
});
afterAll(async () => {
  await api.close();
  rmSync(root, { recursive: true });
});

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const get = (url: string, accept?: string, method: 'GET' | 'HEAD' = 'GET') =>
  api.inject({ method, url, headers: accept === undefined ? {} : { accept } });

it.each([
  '/',
  '/index.html',
  '/dashboard',
  '/tickets/',
  '/tickets/7?search=card',
  '/tickets?search=100%',
  '/tickets?search=%zz&x=%ff',
  '/tickets/12.5',
  '/tickets/1.2.3',
  '/tickets/%',
  '/tickets/100%25',
  '/%C3%28',
  '/tickets/%00',
  '/tickets/a%2Fb',
  '/API/tickets',
  '/apis',
])('serves the page at %s to browsers and to programs that accept anything', async (url) => {
  for (const accept of [BROWSER, '*/*', undefined, 'text/*', 'TEXT/HTML']) {
    const page = await get(url, accept);

    expect([url, accept, page.statusCode]).toEqual([url, accept, 200]);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'referrer-policy': 'same-origin',
      vary: 'Accept',
    });
    expect((await get(url, accept, 'HEAD')).statusCode).toBe(200);
  }
});

it.each(['application/json', 'image/png', 'text/html;q=0, */*', '*/*;q=0'])(
  'serves no page to a program that accepts %s',
  async (accept) => {
    expect((await get('/tickets/12.5', accept)).statusCode).toBe(404);
    expect((await get('/tickets/%', accept)).statusCode).toBe(400);
  },
);

it.each([
  '/missing.js',
  '/assets/missing.png',
  '/main-00000000.js?x=100%25',
  '/api',
  '/api/nothing',
  '/api/nothing/',
  '/api%2Fx',
  '/healthz/x',
])('serves no page for %s', async (url) => {
  const response = await get(url, BROWSER);

  expect(response.statusCode).toBe(404);
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
});

it.each(['/api/tickets/?search=100%', '/api/tickets/%', '/start.js?%'])('rejects %s as before', async (url) => {
  expect((await get(url, BROWSER)).statusCode).toBe(400);
});

it('serves no page for another host or method', async () => {
  const evil = await api.inject({ method: 'GET', url: '/tickets', headers: { host: 'evil.example', accept: BROWSER } });
  const post = await api.inject({ method: 'POST', url: '/tickets', headers: { accept: BROWSER } });

  expect([evil.statusCode, post.statusCode]).toEqual([421, 404]);
});
