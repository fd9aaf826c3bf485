import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database';
import { Settings } from '../config/settings';
import { migrationOptions } from '../database/data-source-options';
import { EmbeddedDataSource } from '../database/embedded-data-source';
import { runCounters } from './counters-command';

let database: TestDatabase;
let settings: Settings;
beforeEach(async () => {
  database = await createTestDatabase();
  settings = Object.assign(new Settings(), database.settings);
});
afterEach(() => database.remove());

/** Runs statements on the database, and closes it again. */
async function run(...statements: string[]): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = settings;
  const source = DATABASE_URL
    ? await new DataSource(migrationOptions(DATABASE_URL)).initialize()
    : await EmbeddedDataSource.open(DATA_DIR);
  for (const statement of statements) await source.query(statement);
  await source.destroy();
}

const FILE = `INSERT INTO tickets (title, description, category, priority) VALUES ('Title', 'Text', 'billing', 'low')`;

describe('the command for counters', () => {
  it('finds nothing wrong where nothing is', async () => {
    await run(FILE);

    expect(await runCounters('check', settings)).toEqual({
      lines: ['All counters agree with the tickets.'],
      agree: true,
    });
  });

  it('names each wrong counter, and rebuilds them all', async () => {
    await run(FILE, 'ALTER TABLE tickets DISABLE TRIGGER USER', FILE, 'ALTER TABLE tickets ENABLE TRIGGER USER');

    const check = await runCounters('check', settings);
    const rebuild = await runCounters('rebuild', settings);

    expect(check.agree).toBe(false);
    expect(check.lines).toContain('billing, low, open: counted 1, but there are 2');
    expect(rebuild.lines).toContain('All counters were rebuilt; 2 of them had been wrong.');
    expect((await runCounters('check', settings)).agree).toBe(true);
  });

  it('refuses any other command', async () => {
    await expect(runCounters('count', settings)).rejects.toThrow('usage: counters check|rebuild');
  });
});
