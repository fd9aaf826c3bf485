import { type TestDatabase, createTestDatabase, runSql, stopAllProcesses } from '@docket/testing';
import { Server } from './support/server';
import { TcpProxy } from './support/tcp-proxy';

let database: TestDatabase;
let url: string;
beforeEach(async () => {
  database = await createTestDatabase();
  url = database.settings['DATABASE_URL'] ?? '';
});
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

it('migrates an empty database once if two processes start at the same time', async () => {
  const both = await Promise.all([Server.start(database.settings), Server.start(database.settings)]);

  const ready = await Promise.all(both.map((server) => server.fetch('/readyz')));

  expect(ready.map(({ status }) => status)).toEqual([200, 200]);
  expect(await runSql(url, 'SELECT name FROM migrations GROUP BY name HAVING COUNT(*) > 1')).toEqual([]);
});

it('waits for a database that has not started, and logs it without the password', async () => {
  const secret = new URL(url);
  secret.password ||= 'not-to-be-told';
  const proxy = new TcpProxy(secret);
  await proxy.open();
  await proxy.close(); // the port now refuses connections
  const server = new Server({ ...database.settings, DATABASE_URL: proxy.url });
  await server.waitForOutput(/Trying again/);

  await proxy.open();
  await server.listens();

  expect((await server.fetch('/readyz')).status).toBe(200);
  expect(server.output).not.toContain(secret.password);
  await server.stop();
  await proxy.close();
});

it('rejects immediately a database that does not exist', async () => {
  const elsewhere = new URL(url);
  elsewhere.pathname = '/docket_nowhere';

  const server = new Server({ ...database.settings, DATABASE_URL: elsewhere.href });

  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^The database at \S+\/docket_nowhere cannot be used: .*\n$/);
});

it('says in one line that the role has no rights to the database', async () => {
  const role = `stranger_${process.pid}_${Date.now()}`;
  await runSql(url, `CREATE ROLE ${role} LOGIN PASSWORD 'stranger'`);
  const asStranger = new URL(url);
  [asStranger.username, asStranger.password] = [role, 'stranger'];
  await runSql(url, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC'); // as in new databases since PostgreSQL 15

  const server = new Server({ ...database.settings, DATABASE_URL: asStranger.href });

  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(
    /^The role of DATABASE_URL lacks rights: permission denied for .*owner of the database.*\n$/,
  );
  await runSql(url, `DROP ROLE ${role}`);
});

it('says in one line that the encoding of the database is not UTF-8', async () => {
  const name = `ascii_${process.pid}_${Date.now()}`;
  await runSql(url, `CREATE DATABASE ${name} ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'`);
  const ascii = new URL(url);
  ascii.pathname = `/${name}`;

  const server = new Server({ ...database.settings, DATABASE_URL: ascii.href });

  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(/^The database has the encoding SQL_ASCII, and Docket needs UTF8\. .*\n$/);
  await runSql(url, `DROP DATABASE ${name} WITH (FORCE)`);
});

it('finds the server among several hosts, and names each of them if there is none', async () => {
  const { hostname, port } = new URL(url);
  const proxy = new TcpProxy(new URL(url));
  await proxy.open();
  const closed = new URL(proxy.url).port;
  await proxy.close(); // the port now refuses connections
  const several = url.replace(`:${port}/`, `:${closed},127.0.0.1:${port}/`);
  const nowhere = several.replace(/\/[^/]*$/, '/docket_nowhere');

  const server = await Server.start({ ...database.settings, DATABASE_URL: several });
  const failing = new Server({ ...database.settings, DATABASE_URL: nowhere });
  await failing.waitForOutput(/Trying again/);

  expect((await server.post('On the second host')).status).toBe(201);
  expect(failing.output).toContain(
    `${hostname}:${closed}: connect ECONNREFUSED 127.0.0.1:${closed}; 127.0.0.1:${port}: `,
  );
  expect(failing.output).not.toContain(new URL(url).password || 'no password');
});

it('refuses a kind of server that it does not look for', async () => {
  const server = new Server({ ...database.settings, DATABASE_URL: `${url}?target_session_attrs=standby` });

  expect(await server.ended).toBe(1);
  expect(server.output).toContain('DATABASE_URL must have "any" or "read-write" as target_session_attrs');
});
