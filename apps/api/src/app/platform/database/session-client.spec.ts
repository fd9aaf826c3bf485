import { once } from 'node:events';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { ServerAddress } from './hosts/server-address';
import { SessionClient } from './session-client';

let server: Server;
let message: Promise<string>;
beforeEach(async () => {
  server = createServer();
  message = new Promise((resolve) =>
    server.once('connection', (socket) =>
      socket.once('data', (data) => {
        resolve(data.subarray(8).toString());
        socket.destroy();
      }),
    ),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => void server.close());

/** The parameters of the start-up message of a client. */
async function startupParameters(isPooled: boolean): Promise<Record<string, string>> {
  const { port } = server.address() as AddressInfo;
  const url = `postgres://docket@127.0.0.1:${port}/desk?options=-c%20work_mem%3D8MB`;
  const address = new ServerAddress(url, isPooled);
  const client = new SessionClient({ address, application_name: 'docket', statement_timeout: 4000 });
  client.on('error', () => undefined);
  await expect(client.connect()).rejects.toThrow();
  const parts = (await message).split('\0');
  return Object.fromEntries(parts.flatMap((part, index) => (index % 2 ? [] : [[part, parts[index + 1] ?? '']])));
}

it('sends all session settings, and the options of the URL after them', async () => {
  const parameters = await startupParameters(false);

  expect(parameters).toEqual(
    expect.objectContaining({ DateStyle: 'ISO, MDY', TimeZone: 'UTC', statement_timeout: '4000' }),
  );
  expect(parameters['options']).toMatch(/-c default_transaction_isolation=read\\ committed .* -c work_mem=8MB$/);
});

it('sends PgBouncer only the parameters that it accepts', async () => {
  const parameters = await startupParameters(true);

  expect(Object.keys(parameters).filter(Boolean).sort()).toEqual(
    ['DateStyle', 'TimeZone', 'application_name', 'client_encoding', 'database', 'standard_conforming_strings'].concat(
      'user',
    ),
  );
});
