import { aTicket } from '../../testing/a-ticket';
import { type TestApp, startTestApp } from '../../testing/test-app';
import { Ticket } from '../tickets/model/ticket.entity';
import { migrate } from '../platform/database/migrate';
import { MIGRATIONS } from './migrations';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const names = async (sql: string): Promise<string[]> => {
  const rows: { name: string }[] = await api.database.query(sql);
  return rows.map(({ name }) => name);
};

/** The relations and functions that the migrations have made: not TypeORM's list of them, and not what extensions brought. */
const made = () =>
  names(`
    SELECT relname AS name FROM pg_class AS made WHERE relnamespace = 'public'::regnamespace AND relname !~ '^migrations'
      AND NOT EXISTS (SELECT FROM pg_index WHERE indexrelid = made.oid AND indrelid = 'migrations'::regclass)
    UNION SELECT proname FROM pg_proc AS made WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = made.oid AND deptype = 'e')
    ORDER BY name`);

it('leave nothing behind when they are taken back, and make the same again', async () => {
  const before = await made();

  for (const _ of MIGRATIONS) await api.database.undoLastMigration();
  expect(await made()).toEqual([]);

  await migrate(api.database);
  expect(await made()).toEqual(before);
  expect(before).toEqual(expect.arrayContaining(['tickets', 'tickets_search', 'ticket_search_text']));
  await expect(api.database.getRepository(Ticket).insert(aTicket())).resolves.toBeDefined();
});

it('are applied once, and seed an empty database only', async () => {
  const seed = jest.fn();

  await migrate(api.database, seed);

  expect(seed).not.toHaveBeenCalled();
  expect(await names('SELECT name FROM migrations ORDER BY id')).toEqual(MIGRATIONS.map(({ name }) => name));
});
