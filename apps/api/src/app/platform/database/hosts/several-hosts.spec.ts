import { PostgresStandIn } from '../../../../testing/postgres-stand-in';
import { unavailableReason, isOutcomeUnknown } from '../database-unavailable';
import { openSession } from './open-session';
import { ServerAddress } from './server-address';

type State = PostgresStandIn['state'];

let servers: PostgresStandIn[];
beforeEach(() => (servers = []));
afterEach(() => servers.forEach((server) => server.stop()));

/** The address of servers in these states. A server that is `off` does not listen. */
async function addressOf(states: readonly (State | 'off')[], options = '', isPooled = false): Promise<ServerAddress> {
  const names: string[] = [];
  for (const state of states) {
    const server = new PostgresStandIn(state === 'off' ? 'primary' : state);
    names.push(await server.start());
    if (state === 'off') server.stop();
    servers.push(server);
  }
  return new ServerAddress(`postgres://desk:secret@${names.join(',')}/desk${options}`, isPooled);
}

/** Opens a session and closes it. @returns the position of the host that it was on */
async function hostOfSession(address: ServerAddress): Promise<number> {
  const client = await openSession(address, { ssl: false, connectionTimeoutMillis: 600 });
  await client.end();
  return address.hosts.findIndex(({ name }) => name.endsWith(`:${client.port}`));
}

const errorOf = (address: ServerAddress) =>
  hostOfSession(address).then(
    () => undefined,
    (error: Error) => error,
  );

it.each<[readonly (State | 'off')[], number]>([
  [['primary', 'standby'], 0],
  [['standby', 'primary'], 1],
  [['off', 'standby', 'primary'], 2],
  [['full', 'primary'], 1],
  [['silent', 'primary'], 1],
  [['old standby', 'old primary'], 1],
])('takes the host of %j that accepts changes', async (states, position) => {
  expect(await hostOfSession(await addressOf(states))).toBe(position);
});

it('takes the first host that responds if any one will do', async () => {
  expect(await hostOfSession(await addressOf(['off', 'standby', 'primary'], '?target_session_attrs=any'))).toBe(1);
});

it('asks a pooler, which may repeat what a server reported before a failover', async () => {
  const address = await addressOf(['primary'], '?target_session_attrs=read-write', true);

  expect(await hostOfSession(address)).toBe(0);
  expect(await errorOf(await addressOf(['outdated standby'], '?target_session_attrs=read-write', true))).toMatchObject({
    code: 'NO_HOST',
  });
});

it('remembers the host that worked last', async () => {
  const address = await addressOf(['standby', 'primary']);
  await hostOfSession(address);
  await hostOfSession(address);

  expect(servers.map(({ connections }) => connections.length)).toEqual([1, 2]);
});

it('finds the new primary after a failover', async () => {
  const address = await addressOf(['primary', 'standby']);
  await hostOfSession(address);
  const [first, second] = servers as [PostgresStandIn, PostgresStandIn];
  const moves: string[] = [];
  address.onMove(({ name }) => moves.push(name));

  first.stop();
  expect(await errorOf(address)).toMatchObject({ code: 'NO_HOST' });
  second.state = 'primary';

  expect(await hostOfSession(address)).toBe(1);
  expect(moves).toEqual([address.hosts[1]?.name]);
});

it('names each host and why it failed, without the password', async () => {
  const address = await addressOf(['off', 'standby', 'silent']);
  const [off, standby, silent] = address.hosts.map(({ name }) => name);

  const error = await errorOf(address);

  expect(error?.message).toBe(
    `${off}: connect ECONNREFUSED ${off}; ${standby}: accepts no changes, such as a standby; ${silent}: no answer within 300 ms`,
  );
  expect(unavailableReason(error)).toBe('no_connection');
  expect(isOutcomeUnknown(error)).toBe(false); // nothing was sent
});

it('ends when it is aborted', async () => {
  const address = await addressOf(['silent', 'silent']);
  const opening = openSession(address, { ssl: false, signal: AbortSignal.timeout(20) });

  await expect(opening).rejects.toMatchObject({ name: 'TimeoutError' });
});
