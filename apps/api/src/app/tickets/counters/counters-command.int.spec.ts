import type { TestDatabase } from '@docket/testing';
import { createMigratedDatabase } from '../../../testing/test-database';
import { Settings } from '../../platform/config/settings';
import { openForMaintenance } from '../../platform/database/open-database';
import { SCHEMA } from '../../schema/schema';
import { runCounters } from './counters-command';

let database: TestDatabase;
let settings: Settings;
beforeEach(async () => {
  database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings);
});
afterEach(() => database.remove());

const open = () => openForMaintenance(settings, SCHEMA);

/** Runs statements on the database, then closes it. */
async function run(...statements: string[]): Promise<void> {
  const source = await open();
  for (const statement of statements) await source.query(statement);
  await source.destroy();
}

const FILE = `INSERT INTO tickets (title, description, category, priority) VALUES ('Title', 'Text', 'billing', 'low')`;

describe('the counters command', () => {
  it('reports counters that agree', async () => {
    await run(FILE);

    expect(await runCounters('check', open)).toEqual({
      lines: ['All counters agree with the tickets.'],
      agree: true,
    });
  });

  it('names each wrong counter and rebuilds all of them', async () => {
    await run(FILE, 'ALTER TABLE tickets DISABLE TRIGGER USER', FILE, 'ALTER TABLE tickets ENABLE TRIGGER USER');

    const check = await runCounters('check', open);
    const rebuild = await runCounters('rebuild', open);

    expect(check.agree).toBe(false);
    expect(check.lines).toContain('billing, low, open: counted 1, but there are 2');
    expect(rebuild.lines).toContain('All counters were rebuilt; 2 of them had been wrong.');
    expect((await runCounters('check', open)).agree).toBe(true);
  });
});
