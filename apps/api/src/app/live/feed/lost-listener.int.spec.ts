import { eventually, runSql } from '@docket/testing';
import { aTicket } from '../../../testing/a-ticket';
import { type Follower, endStreams, follow } from '../../../testing/follower';
import { PUBLIC_URL, type TestPerson, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { ChangeBell } from '../../platform/database/bell/change-bell';
import { RECONNECT_MS } from '../../platform/database/bell/notify-bell';
import { Settings } from '../../platform/config/settings';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { TicketWriter } from '../../tickets';

// On a server, the process loses the connection that listens for changes of other processes. The embedded database is used by a single
// process and has no such connection: there, the same changes come from a writer that does not ring the bell.

/** The time within which a stream has to catch up after the listening connection is lost, in milliseconds. */
const CAUGHT_UP_MS = 5000;

const isServer = process.env['TEST_DATABASE_URL'] !== undefined;
const LISTENERS = `
  SELECT pid FROM pg_stat_activity
  WHERE datname = current_database() AND query = 'LISTEN docket_changes' AND state = 'idle'`;

let api: TestApp;
let ana: TestPerson;
beforeEach(async () => {
  api = await startTestApp({ PUBLIC_URL });
  ana = await aPerson(api.database);
});
afterEach(async () => {
  endStreams();
  await api.close();
});

async function openStreams(count: number): Promise<Follower[]> {
  const streams: Follower[] = [];
  for (let n = 0; n < count; n++) streams.push(await follow({ cookie: ana.cookie }, api));
  for (const stream of streams) await stream.until('ready');
  return streams;
}

const listeners = async () => (await api.database.query<{ pid: number }[]>(LISTENERS)).map(({ pid }) => pid);

/** The id of the server process that serves the listening connection. */
const listener = () => eventually(async () => (await listeners())[0]);

/** Terminates the listening connection from outside. */
async function killListener(): Promise<number> {
  const pid = await listener();
  await api.database.query('SELECT pg_terminate_backend($1)', [pid]);
  await eventually(async () => !(await listeners()).includes(pid));
  return pid;
}

/** Changes a ticket like another process whose notification is lost: the bell does not ring. */
const changeSilently = (id: number, priority: string) =>
  api.database.query('UPDATE tickets SET priority = $2 WHERE id = $1', [id, priority]);

/** Turns polling off, so that only the bell reports changes. Call it before a stream opens. */
const stopPolls = () => Object.defineProperty(api.app.get(ChangeBell), 'pollMs', { value: 3_600_000 });

const databaseUrl = () => new URL(api.app.get(Settings).DATABASE_URL ?? '');

/** Allows or rejects new connections to the database. Open connections stay. */
async function allowConnections(allowed: boolean): Promise<void> {
  const server = databaseUrl();
  const name = server.pathname.slice(1);
  server.pathname = '/postgres';
  await runSql(server.href, `ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`);
}

const fileTicket = async () => (await api.app.get(TicketWriter).create(LOCAL_ACTOR, aTicket())).id;

const have = (streams: readonly Follower[], id: number, count: number) =>
  streams.every((stream) => stream.changesOf(id).length >= count);

it('catches up within five seconds, by the longest pauses that the process makes', () => {
  expect(api.app.get(ChangeBell).pollMs).toBeLessThanOrEqual(CAUGHT_UP_MS);
  expect(Math.max(...RECONNECT_MS)).toBeLessThanOrEqual(CAUGHT_UP_MS);
});

it('tells each open stream of the changes that were made while nobody listened, once each', async () => {
  const id = await fileTicket();
  const streams = await openStreams(3);

  if (isServer) await killListener();
  await changeSilently(id, 'critical');
  await changeSilently(id, 'low');

  await eventually(() => have(streams, id, 2));
  for (const stream of streams) {
    expect(stream.changesOf(id).map(({ fields }) => fields)).toEqual([['priority'], ['priority']]);
    expect(stream.hasEnded).toBe(false);
    expect(stream.messages.some(({ event }) => event === 'reset')).toBe(false);
  }
});

it('tells of the changes of this process without listening and without polls', async () => {
  stopPolls();
  const id = await fileTicket();
  const streams = await openStreams(1);

  if (isServer) await allowConnections(false);
  if (isServer) await killListener();
  await api.app.get(TicketWriter).update(LOCAL_ACTOR, id, { status: 'closed' });

  await eventually(() => have(streams, id, 1));
  if (isServer) expect(await listeners()).toEqual([]);
  if (isServer) await allowConnections(true);
});

// The embedded database has no listening connection to reopen.
(isServer ? describe : describe.skip)('the listening connection', () => {
  it('comes back, and tells of the changes without a poll', async () => {
    stopPolls();
    const id = await fileTicket();
    const streams = await openStreams(2);

    for (const [turn, priority] of ['critical', 'low', 'high'].entries()) {
      const killed = await killListener();
      await changeSilently(id, priority);
      await eventually(() => have(streams, id, turn + 1));
      expect(await listeners()).not.toContain(killed);
    }

    expect(streams.map((stream) => stream.changesOf(id).length)).toEqual([3, 3]);
  });

  it('hears other processes again', async () => {
    stopPolls();
    const id = await fileTicket();
    const streams = await openStreams(1);
    const killed = await killListener();
    expect(await listener()).not.toBe(killed);

    await changeSilently(id, 'critical');
    // Repeated: the new connection may not listen yet when the first notification is sent.
    await eventually(async () => {
      await runSql(databaseUrl().href, 'NOTIFY docket_changes');
      return have(streams, id, 1);
    });
  });

  it('cannot be opened for a while: the polls find the changes', async () => {
    const id = await fileTicket();
    const streams = await openStreams(2);

    await allowConnections(false);
    await killListener();
    await changeSilently(id, 'critical'); // through a pool connection, which stays open
    await eventually(() => have(streams, id, 1));
    expect(await listeners()).toEqual([]);
    await allowConnections(true);

    await listener();
    expect(streams.map((stream) => stream.changesOf(id).length)).toEqual([1, 1]);
  });
});
