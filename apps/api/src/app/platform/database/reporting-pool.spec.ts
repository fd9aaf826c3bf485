import { once } from 'node:events';
import { type AddressInfo, type Server, createServer } from 'node:net';
import type { Pool } from 'pg';
import { LOCAL_ACTOR } from '../context/actor';
import { runInContext } from '../context/work-context';
import { isDatabaseUnavailable, unavailableReason } from './database-unavailable';
import { REPORTING_DRIVER } from './reporting-pool';

let connections: number;
let refusing: Server;
let answering: Server | undefined;

beforeEach(async () => {
  connections = 0;
  refusing = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await once(refusing.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  refusing.close();
  answering?.close();
});

/** An error of the pool, given to a request with the time left. */
async function errorOfConnecting(pool: Pool, deadline: number): Promise<unknown> {
  const context = { actor: LOCAL_ACTOR, requestId: 'test', deadline };
  return new Promise((resolve) => runInContext(context, () => pool.connect((error) => resolve(error))));
}

it('opens no connection for a request whose deadline has passed, and does not blame the pool', async () => {
  const { port } = refusing.address() as AddressInfo;
  const pool = new REPORTING_DRIVER.Pool({ host: '127.0.0.1', port, user: 'docket', ssl: false });

  const error = await errorOfConnecting(pool, performance.now() - 1);

  expect(unavailableReason(error)).toBe('too_slow');
  expect(isDatabaseUnavailable(await errorOfConnecting(pool, Infinity))).toBe(true);
  expect(connections).toBe(1); // of the request with time left
  await pool.end();
});

it.each([
  ['55000', 'database "desk" is not currently accepting connections'],
  ['42501', 'permission denied for database "desk"'],
])('calls a connection that the server refuses with %s no connection', async (code, message) => {
  const server = (answering = createServer((socket) => {
    const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
    const head = Buffer.alloc(5);
    head.write('E');
    head.writeInt32BE(fields.length + 4, 1);
    socket.once('data', () => socket.end(Buffer.concat([head, fields])));
  }));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const pool = new REPORTING_DRIVER.Pool({ host: '127.0.0.1', port, user: 'docket', ssl: false });

  const error = await errorOfConnecting(pool, Infinity);

  expect(unavailableReason(error)).toBe('no_connection');
  expect(error).toMatchObject({ message });
  await pool.end();
});
