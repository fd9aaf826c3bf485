import { rawRequest, sendRaw } from '../../../testing/raw-requests';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { hostName } from './host-header';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
afterAll(() => api.close());

const get = (target: string, ...headers: string[]) => sendRaw(api.app, rawRequest(target, headers));

it.each([
  ['with user information', 'localhost:80@evil.example'],
  ['with a password', 'user:secret@localhost'],
  ['with a path', 'localhost/evil.example'],
  ['with a query', 'localhost?evil.example'],
  ['with a fragment', 'localhost#@evil.example'],
  ['with two names', 'localhost, evil.example'],
  ['with a space', 'localhost evil.example'],
  ['with a backslash', 'localhost\\.evil.example'],
  ['with percent-encoding', 'localhost%00.evil.example'],
  ['with letters as a port', 'localhost:http'],
  ['with a port that does not exist', 'localhost:65536'],
  ['with two ports', 'localhost:80:80'],
  ['with half a bracket', '[::1'],
  ['with text after the bracket', '[::1]evil.example'],
  ['that is empty', ''],
  ['that is a dot', '.'],
  ['of non-ASCII letters', 'lõcalhost'],
])('rejects a host %s', async (_what, host) => {
  const response = await get('/api/tickets/', `Host: ${host}`);

  expect([400, 421]).toContain(response.status);
  expect(response.head).toMatch(/^content-type: application\/problem\+json/im);
});

it.each([
  'localhost',
  'LOCALHOST:3000',
  'localhost.',
  'localhost.:80',
  'localhost:',
  '127.0.0.1:1',
  '[::1]',
  '[::1]:3000',
])('serves the host %s', async (host) => {
  expect((await get('/api/tickets/', `Host: ${host}`)).status).toBe(200);
});

it.each([
  ['different', ['Host: localhost', 'Host: evil.example']],
  ['equal', ['Host: localhost', 'host: localhost']],
  ['separated', ['Host: localhost', 'Accept: */*', 'HOST: evil.example']],
])('rejects two %s Host headers', async (_what, headers) => {
  for (const path of ['/api/tickets/', '/healthz', '/dashboard'])
    expect((await get(path, ...headers)).status).toBe(400);
});

describe('a target in absolute form', () => {
  it('names the host, whatever the Host header says', async () => {
    expect((await get('http://localhost:3000/api/tickets/?limit=1', 'Host: evil.example')).status).toBe(200);
    expect((await get('http://evil.example/api/tickets/', 'Host: localhost')).status).toBe(421);
    expect((await get('HTTP://localhost', 'Host: localhost')).status).toBe(404);
    expect((await get('http://localhost/api/tickets/?limit=x', 'Host: localhost')).status).toBe(400);
  });

  it('is rejected with user information or another scheme', async () => {
    for (const target of ['http://jane:secret@localhost/api/tickets/', 'ftp://localhost/api/tickets/']) {
      const { status, body } = await get(target, 'Host: localhost');

      expect(status).toBe(400);
      expect(body).toContain('"instance":"/api/tickets/"');
      expect(body).not.toContain('secret');
    }
  });

  it('has the methods of its path', async () => {
    const { status, head } = await sendRaw(
      api.app,
      rawRequest('http://localhost/api/tickets/7', ['Host: localhost'], 'DELETE'),
    );

    expect(status).toBe(405);
    expect(head).toMatch(/^allow: GET, HEAD, OPTIONS, PATCH/im);
  });
});

it.each([
  ['Desk.Example.com.:8080', 'desk.example.com'],
  ['[2001:DB8::1]:80', '[2001:db8::1]'],
  ['my_container', 'my_container'],
  ['a@b', undefined],
])('reads the name of %s', (header, name) => {
  expect(hostName(header)).toBe(name);
});
