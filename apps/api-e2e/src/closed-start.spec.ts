import { join } from 'node:path';
import { NodeProcess, type TestDatabase, createTestDatabase, freePort, stopAllProcesses } from '@docket/testing';
import { DIST, Server } from './support/server';

const PASSWORD = 'green lantern over the quay';
const ADMIN = { ADMIN_EMAIL: 'priya@desk.example', ADMIN_PASSWORD: PASSWORD };

let database: TestDatabase;
let port: string;
/** Settings of an installation with the defaults. */
let settings: Record<string, string | undefined>;
beforeEach(async () => {
  database = await createTestDatabase();
  port = String(await freePort());
  settings = { ...database.settings, ACCESS: undefined, PORT: port };
});
afterEach(async () => {
  await stopAllProcesses('SIGKILL');
  await database.remove();
});

const people = (...args: string[]) =>
  new NodeProcess([join(DIST, 'api/people.js'), ...args], {
    env: { ...settings, PUBLIC_URL: `http://localhost:${port}` },
  });

it('closes an installation on a server, and says first how to keep it open', async () => {
  if (database.form === 'embedded') return;
  const server = await Server.start(settings);

  expect((await server.fetch('/api/tickets/')).status).toBe(401);
  expect((await server.fetch('/api/session')).status).toBe(200);
  const notice = server.output.indexOf('ACCESS=open keeps it open');
  const link = server.output.search(new RegExp(`http://localhost:${port}/set-up#[\\w-]{43}`));
  expect(notice).toBeGreaterThan(0);
  expect(link).toBeGreaterThan(notice);

  await server.stop();
  const open = await Server.start({ ...settings, ACCESS: 'open' });
  expect((await open.fetch('/api/tickets/')).status).toBe(200);
  expect(open.output).not.toContain('/set-up#');
});

it.each<[Record<string, string>, RegExp]>([
  [{ HOST: '0.0.0.0' }, /^HOST is 0\.0\.0\.0, .* Set PUBLIC_URL .*\n$/],
  [{ HOST: '0.0.0.0', ACCESS: 'open' }, /^ACCESS is open and HOST is 0\.0\.0\.0, .*\n$/],
  [{ PUBLIC_URL: 'https://desk.example.com', ACCESS: 'open' }, /^ACCESS is open and PUBLIC_URL is set: .*\n$/],
])('refuses to start with %j, in one line', async (unsafe, message) => {
  const server = new Server({ ...settings, ...unsafe });

  expect(await server.ended).toBe(1);
  expect(server.output).toMatch(message);
});

it('makes the administrator of the settings, and never logs the password', async () => {
  const server = await Server.start({ ...settings, ...ADMIN, LOG_LEVEL: 'trace' });

  expect(server.output).toContain('priya@desk.example is the first administrator. Remove ADMIN_PASSWORD');
  expect(server.output).not.toContain(PASSWORD);
  expect((await server.fetch('/api/tickets/')).status).toBe(401);

  await server.stop();
  const again = await Server.start({ ...settings, ...ADMIN });
  expect(again.output).not.toContain('administrator');
});

it('refuses a weak password of the settings, without quoting it', async () => {
  const server = new Server({ ...settings, ...ADMIN, ADMIN_PASSWORD: 'Docket-2026!' });

  expect(await server.ended).toBe(1);
  expect(server.output).toContain('ADMIN_PASSWORD must be 15 to 128 characters.');
  expect(server.output).not.toContain('Docket-2026!');
});

describe('the people command', () => {
  it('prints the way back in: with a server at any time, with the embedded database while Docket is stopped', async () => {
    const server = await Server.start({ ...settings, ...ADMIN });
    const running = people('link', 'priya@desk.example');
    if (database.form === 'embedded') {
      expect(await running.ended).toBe(2);
      expect(running.output).toMatch(/^Docket is running and uses the data folder \S+\. Stop Docket first\.\n$/);
      await server.stop();
    } else {
      expect(await running.ended).toBe(0);
    }

    const command = people('link', 'priya@desk.example');

    expect(await command.ended).toBe(0);
    expect(command.output).toMatch(
      new RegExp(
        '^This link sets the password of priya@desk\\.example\\. It works once, within 24 hours:\\n' +
          `http://localhost:${port}/set-password#[\\w-]{43}\\n$`,
      ),
    );
  });

  it('explains an unknown address in one line', async () => {
    await (await Server.start({ ...settings, ...ADMIN })).stop();

    const command = people('link', 'nobody@desk.example');

    expect(await command.ended).toBe(2);
    expect(command.output).toBe(
      'Nobody has the address nobody@desk.example. The administrators are: priya@desk.example\n',
    );
  });
});
