import { eventually } from '@docket/testing';
import type { Client } from 'pg';
import { PostgresStandIn } from '../../../../testing/postgres-stand-in';
import { TimeoutClient } from '../timeout-client';
import { HostsPool, type HostsPoolConfig } from './hosts-pool';
import { ServerAddress } from './server-address';

let first: PostgresStandIn;
let second: PostgresStandIn;
let pool: HostsPool;
let names: string[];
beforeEach(async () => {
  [first, second] = [new PostgresStandIn('primary'), new PostgresStandIn('standby')];
  names = [await first.start(), await second.start()];
  const config: HostsPoolConfig & { readonly Client: typeof TimeoutClient } = {
    address: new ServerAddress(`postgres://desk:secret@${names.join(',')}/desk`),
    Client: TimeoutClient,
    ssl: false,
    max: 4,
    connectionTimeoutMillis: 20_000, // a busy machine may pause
  };
  pool = new HostsPool(config);
  pool.on('error', () => undefined);
});
afterEach(async () => {
  await pool.end();
  first.stop();
  second.stop();
});

/** The position of the host that a new or idle connection is on. */
async function hostOfConnection(): Promise<number> {
  const client = await pool.connect();
  client.release();
  return names.findIndex((name) => name.endsWith(`:${(client as unknown as Client).port}`));
}

const failOver = () => ([first.state, second.state] = ['standby', 'primary']);

it('keeps connections while the database accepts changes', async () => {
  expect(await hostOfConnection()).toBe(0);
  failOver(); // nobody has noticed

  expect(await hostOfConnection()).toBe(0);
});

it('finds the new primary after the connections are lost, with several requests at once', async () => {
  await hostOfConnection();
  first.stop();
  second.state = 'primary';
  await eventually(() => pool.totalCount === 0);

  expect(await Promise.all([1, 2, 3, 4, 5, 6].map(hostOfConnection))).toEqual([1, 1, 1, 1, 1, 1]);
});

it('replaces every connection after an attempt to write to a read-only database', async () => {
  const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
  clients.forEach((client) => client.release());
  failOver();
  first.refusal = '25006';

  const writer = await pool.connect();
  await expect(writer.query('UPDATE tickets SET version = 2')).rejects.toMatchObject({ code: '25006' });
  writer.release();

  expect(await Promise.all([1, 2, 3].map(hostOfConnection))).toEqual([1, 1, 1]);
  expect(pool.totalCount).toBeLessThanOrEqual(3);
});

it('keeps the connection of a database without an address, such as the embedded one', async () => {
  const port = Number(names[0]?.split(':')[1]);
  const single = new HostsPool({
    host: '127.0.0.1',
    port,
    user: 'desk',
    ssl: false,
    max: 1,
    Client: TimeoutClient,
  });
  const writer = await single.connect();
  first.refusal = '25006';
  await expect(writer.query('UPDATE tickets SET version = 2')).rejects.toMatchObject({ code: '25006' });
  writer.release();

  const next = await single.connect();
  next.release();
  await single.end();

  expect(next).toBe(writer);
});

it('says why no host can be used', async () => {
  first.stop();

  await expect(pool.connect()).rejects.toThrow(
    `${names[0]}: connect ECONNREFUSED ${names[0]}; ${names[1]}: accepts no changes, such as a standby`,
  );
});
