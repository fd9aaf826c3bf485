import { once } from 'node:events';
import { type AddressInfo, type Socket, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
  await api.app.listen(0, '127.0.0.1');
});
afterAll(() => api.close());

const begin = async (bytes: string): Promise<Socket> => {
  const socket = connect((api.app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return socket;
};

/** Resolves when the server has read all bytes sent before. */
const roundTrip = async () =>
  text(await begin('GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'));

it('completes requests that began before the stop, and announces that their connections close', async () => {
  const body = await begin(
    'POST /api/tickets/import/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: 2\r\n\r\n\n',
  );
  const head = await begin('GET /api/tickets/ HTTP/1.1\r\n');
  await roundTrip();

  const stopped = api.app.getHttpAdapter().getInstance().close();
  await new Promise(setImmediate);
  body.write('\n');
  head.write('Host: localhost\r\n\r\n');
  const responses = await Promise.all([text(body), text(head)]);
  await stopped;

  for (const response of responses) {
    expect(response).toMatch(/^HTTP\/1.1 200 OK/);
    expect(response).toMatch(/^connection: close/im);
  }
});
