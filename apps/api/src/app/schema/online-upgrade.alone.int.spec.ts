import { EARLIER_SEARCH } from '#testing/earlier-schema';
import type { DataSource } from 'typeorm';
import { aTicket } from '../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { migrate } from '../platform/database/migrate';
import { OnlineChanges } from '../platform/database/online/online-changes';
import type { OnlineConnection } from '../platform/database/online/online-change';
import { shareEmbedded } from '../platform/database/online/open-online-connection';
import { Ticket } from '../tickets/model/ticket.entity';
import { MIGRATIONS } from './migrations';
import { ONLINE_CHANGES } from './online';

const TICKETS = 300;
const TEXTS = ['Straße gesperrt', 'Zahlung abgelehnt', 'Не работает ёлка', 'zeppelin lands at 7'];

/** Migrates an empty database to an earlier schema, and files tickets. */
const atVersion = (migrations: number, statements: readonly string[]) => async (database: DataSource) => {
  for (let applied = MIGRATIONS.length; applied > migrations; applied--) await database.undoLastMigration();
  for (const statement of statements) await database.query(statement);
  await database.query(
    `INSERT INTO tickets (title, description, category, priority, created_at)
     SELECT 'Nr ' || n, ($1::text[])[1 + n % 4], 'general', 'low', timestamptz '2026-01-01' + n * interval '1 hour'
     FROM generate_series(1, $2::int) AS n`,
    [TEXTS, TICKETS],
  );
  await migrate(database);
  // The tests hold the lease like another process, and apply the changes one statement at a time.
  await database.query(
    `INSERT INTO leases VALUES ('online-changes', '00000000-0000-4000-8000-000000000000', now() + interval '50 minutes')`,
  );
};

const state = async (database: DataSource) => ({
  tickets: await database.query<unknown[]>('SELECT id, version, updated_at FROM tickets ORDER BY id'),
  days: await database.query<unknown[]>(
    'SELECT day::text, sum(tickets)::int AS tickets FROM ticket_day_counts GROUP BY day ORDER BY day',
  ),
});

const schema = async (database: DataSource) => {
  const rows = await database.query<{ name: string }[]>(`
    SELECT indexdef AS name FROM pg_indexes WHERE tablename = 'tickets'
    UNION SELECT attname FROM pg_attribute WHERE attrelid = 'tickets'::regclass AND attnum > 0 AND NOT attisdropped
    UNION SELECT proname FROM pg_proc WHERE proname LIKE 'ticket\\_%' AND pronamespace = 'public'::regnamespace`);
  return rows.map(({ name }) => name).sort();
};

const pendingChanges = (database: DataSource) =>
  database.query<{ name: string }[]>('SELECT name FROM online_changes WHERE finished_at IS NULL');

class Killed extends Error {}

describe('the API on a database of the version before', () => {
  const prepare = async (database: DataSource) => {
    await atVersion(5, EARLIER_SEARCH)(database);
    await database.query('DELETE FROM leases');
  };

  it('applies the changes after its start', async () => {
    const api = await startTestApp({}, prepare);

    await api.app.get(OnlineChanges).finished();

    expect(await pendingChanges(api.database)).toEqual([]);
    await api.close();
  });

  it('stops without waiting for them', async () => {
    const api = await startTestApp({}, prepare);

    await expect(api.close()).resolves.toBeUndefined();
  });
});

describe.each([
  { version: 'the version before', migrations: 5, statements: EARLIER_SEARCH, isFoldedAnew: false },
  { version: 'the first version', migrations: 1, statements: [], isFoldedAnew: true },
])('an upgrade from $version', ({ migrations, statements, isFoldedAnew }) => {
  let api: TestApp;
  beforeEach(async () => (api = await startTestApp({}, atVersion(migrations, statements))));
  afterEach(() => api.close());

  const found = async (search: string) => {
    const { headers } = await api.inject({ method: 'GET', url: `/api/tickets/?search=${encodeURIComponent(search)}` });
    return Number(headers['x-total-count']);
  };

  /** Checks searches for texts from before, during and after the upgrade, also with filters. */
  const expectRightSearches = async (written: number) => {
    expect(await found('STRASSE')).toBe(TICKETS / 4);
    expect(await found('zeppelin')).toBe(TICKETS / 4 + written);
    expect(await found('ЁЛКА')).toBe(TICKETS / 4);
    expect(await found('zeppelin lands "nr 299"')).toBe(1);
    expect(await found('nowhere')).toBe(0);
  };

  /** Applies all changes. Calls `after` after each statement, which may throw to simulate the end of the process. */
  const applyAll = async (after: (statements: number) => Promise<void>) => {
    let statements = 0;
    const connection: OnlineConnection = {
      signal: new AbortController().signal,
      query: async <T>(sql: string, parameters?: readonly unknown[]) => {
        const rows = await api.database.query<T[]>(sql, parameters && [...parameters]);
        await after(++statements);
        return rows;
      },
    };
    const pending = await pendingChanges(api.database);
    for (const change of ONLINE_CHANGES) {
      if (!pending.some(({ name }) => name === change.name)) continue;
      await change.apply(connection);
      await api.database.query('UPDATE online_changes SET finished_at = now() WHERE name = $1', [change.name]);
    }
  };

  it('finds the right tickets after every statement, also those that are written and changed meanwhile', async () => {
    const tickets = api.database.getRepository(Ticket);
    let written = 0;
    await expectRightSearches(written);

    await applyAll(async () => {
      await tickets.insert(aTicket({ title: 'A zeppelin', createdAt: new Date('2026-01-02T03:04:05Z') }));
      written += 1;
      await tickets.update({ id: 299 }, { description: `zeppelin lands again, ${written}` });
      await expectRightSearches(written);
    });

    await expectRightSearches(written);
    expect(written).toBeGreaterThan(8);
  });

  it('folds texts anew at the end', async () => {
    const newOnly = 'stra\u1E9Ee';
    expect(await found(newOnly)).toBe(isFoldedAnew ? TICKETS / 4 : 0);

    await applyAll(() => Promise.resolve());

    expect(await found(newOnly)).toBe(TICKETS / 4);
  });

  it('resumes after an end at any statement', async () => {
    for (let killedAfter = 1, isFinished = false; !isFinished; killedAfter++) {
      try {
        await applyAll((statement) => (statement === killedAfter ? Promise.reject(new Killed()) : Promise.resolve()));
        isFinished = true;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      await expectRightSearches(0);
    }
  });

  it('changes no version, time or count, and ends with the schema of a new database', async () => {
    const before = await state(api.database);
    const fresh = await startTestApp();

    await applyAll(() => Promise.resolve());

    expect(await state(api.database)).toEqual(before);
    expect(await schema(api.database)).toEqual(await schema(fresh.database));
    await fresh.close();
  });

  it('waits for the lease of another process, and applies the changes once', async () => {
    expect(await pendingChanges(api.database)).not.toEqual([]);
    await api.database.query(`UPDATE leases SET expires_at = now() - interval '1 second'`);
    const applied: string[] = [];
    const changes = ONLINE_CHANGES.map(({ name }) => ({
      name,
      apply: () => Promise.resolve(void applied.push(name)),
    }));
    const newProcess = () =>
      new OnlineChanges(api.database, changes, (signal) => Promise.resolve(shareEmbedded(api.database, signal)));
    const processes = [newProcess(), newProcess()];

    for (const each of processes) each.onApplicationBootstrap();
    await Promise.race(processes.map((each) => each.finished()));
    for (const each of processes) await each.beforeApplicationShutdown();

    expect(new Set(applied).size).toBe(applied.length);
    expect(await pendingChanges(api.database)).toEqual([]);
  });
});
