import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
afterAll(() => api.close());

/** Sends raw bytes and reads until the server closes the connection. */
const send = async (bytes: string) => {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, problem: JSON.parse(body) as { status: number; type: string; request_id: string; detail?: string } };
};

it.each([
  ['bytes that are not HTTP', 'GIVE ME TICKETS\r\n\r\n', 400, '/problems/bad-request'],
  ['an unknown method', 'TICKETS / HTTP/1.1\r\nHost: localhost\r\n\r\n', 400, '/problems/bad-request'],
  [
    'a tunnel',
    'CONNECT docket.example:443 HTTP/1.1\r\nHost: docket.example:443\r\n\r\n',
    405,
    '/problems/method-not-allowed',
  ],
  ['oversized headers', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, '/problems/headers-too-large'],
  ['an oversized URL', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\n\r\n`, 431, '/problems/headers-too-large'],
  ['a request without a host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, '/problems/bad-request'],
  [
    'a path that is not UTF-8',
    'GET /api/tickets/%FF/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    400,
    '/problems/bad-request',
  ],
  [
    'an unknown path, despite an unknown Expect header,',
    'GET /api/nothing HTTP/1.1\r\nHost: localhost\r\nExpect: more\r\nConnection: close\r\n\r\n',
    404,
    '/problems/not-found',
  ],
])('responds to %s with a problem document', async (_what, bytes, status, type) => {
  const { head, problem } = await send(bytes);

  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toMatch(/^content-type: application\/problem\+json/im);
  expect(head.toLowerCase()).toContain(`x-request-id: ${problem.request_id}`);
  expect(head).toMatch(/^content-security-policy: default-src 'none'/im);
  expect(head).toMatch(/^x-content-type-options: nosniff/im);
  expect(problem).toMatchObject({ status, type });
});

it('names what is wrong with a URL that a program sent as it was typed', async () => {
  const { problem } = await send('GET /api/tickets?search=r\u00fcck HTTP/1.1\r\nHost: localhost\r\n\r\n');

  expect(problem.status).toBe(400);
  expect(problem.detail).toContain('percent-encoded, such as ü as %C3%BC');
});
