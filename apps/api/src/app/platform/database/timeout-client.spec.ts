import { once } from 'node:events';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { TimeoutClient } from './timeout-client';

/** AuthenticationOk and ReadyForQuery, after which the server never responds. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);

let silent: Server;

beforeEach(async () => {
  silent = createServer((socket) => socket.once('data', () => socket.write(WELCOME)).on('error', () => undefined));
  await once(silent.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => void silent.close());

it('rejects a query that times out and closes the connection', async () => {
  const { port } = silent.address() as AddressInfo;
  const client = new TimeoutClient({ host: '127.0.0.1', port, user: 'docket', ssl: false, query_timeout: 50 });
  client.on('error', () => undefined);
  await client.connect();
  const ended = new Promise<void>((resolve) => client.once('end', resolve));

  await expect(client.query('SELECT 1') as Promise<unknown>).rejects.toThrow('Query read timeout');
  await ended;
});
