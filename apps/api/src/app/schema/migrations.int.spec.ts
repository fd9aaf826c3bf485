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

/** The relations and functions of the migrations, without TypeORM's own table and those of extensions. */
const schemaObjects = () =>
  names(`
    SELECT relname AS name FROM pg_class AS made WHERE relnamespace = 'public'::regnamespace AND relname !~ '^migrations'
      AND NOT EXISTS (SELECT FROM pg_index WHERE indexrelid = made.oid AND indrelid = 'migrations'::regclass)
    UNION SELECT proname FROM pg_proc AS made WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = made.oid AND deptype = 'e')
    ORDER BY name`);

it('reverts all migrations and applies them again', async () => {
  const before = await schemaObjects();

  for (const _ of MIGRATIONS) await api.database.undoLastMigration();
  expect(await schemaObjects()).toEqual([]);

  await migrate(api.database);
  expect(await schemaObjects()).toEqual(before);
  expect(before).toEqual(expect.arrayContaining(['tickets', 'tickets_by_content', 'ticket_folded_text']));
  await expect(api.database.getRepository(Ticket).insert(aTicket())).resolves.toBeDefined();
});

it('applies each migration once and seeds only a new database', async () => {
  const seed = jest.fn();

  await migrate(api.database, seed);

  expect(seed).not.toHaveBeenCalled();
  expect(await names('SELECT name FROM migrations ORDER BY id')).toEqual(MIGRATIONS.map(({ name }) => name));
});
