import { type TestApp, startTestApp } from '../../../../testing/test-app';
import { Lease } from './lease';
import { createIndexOnline } from './online-steps';
import { shareEmbedded } from './open-online-connection';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const nothing = () => Promise.resolve();
const INDEX = { name: 'tickets_of_this_test', definition: 'ON tickets (version)' };

it('creates an index once, and again if an interrupted attempt left it invalid', async () => {
  const connection = shareEmbedded(api.database, new AbortController().signal);
  const idOfIndex = async () => {
    const [row] = await api.database.query<{ id: string; valid: boolean }[]>(
      'SELECT indexrelid::text AS id, indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass($1)',
      [INDEX.name],
    );
    return row;
  };

  await createIndexOnline(connection, INDEX);
  const first = await idOfIndex();
  await createIndexOnline(connection, INDEX);
  const second = await idOfIndex();
  await api.database.query('UPDATE pg_index SET indisvalid = false WHERE indexrelid = to_regclass($1)', [INDEX.name]);
  await createIndexOnline(connection, INDEX);
  const third = await idOfIndex();

  expect([first?.valid, second?.id, third?.valid]).toEqual([true, first?.id, true]);
  expect(third?.id).not.toBe(first?.id);
});

describe('a lease', () => {
  const lease = (name: string) => new Lease(api.database, name);

  it('is held by one process at a time, and free afterwards', async () => {
    const inner: boolean[] = [];

    const outer = await lease('a').run(async () => void inner.push(await lease('a').run(nothing)));
    const later = await lease('a').run(nothing);

    expect([outer, inner, later]).toEqual([true, [false], true]);
  });

  it('is free if its holder has not renewed it in time', async () => {
    await api.database.query(
      `INSERT INTO leases VALUES ('b', '00000000-0000-4000-8000-000000000000', now() - interval '1 second')`,
    );

    expect(await lease('b').run(nothing)).toBe(true);
  });

  it('does not last for days because the clock of the database was set back', async () => {
    await api.database.query(
      `INSERT INTO leases VALUES ('d', '00000000-0000-4000-8000-000000000000', now() + interval '3 days')`,
    );

    expect(await lease('d').run(nothing)).toBe(false); // its holder may still run, and then renews it

    expect(
      await api.database.query(`SELECT FROM leases WHERE name = 'd' AND expires_at < now() + interval '2 minutes'`),
    ).toHaveLength(1);
  });

  it('is released if the work fails', async () => {
    await expect(lease('c').run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');

    expect(await lease('c').run(nothing)).toBe(true);
  });
});
