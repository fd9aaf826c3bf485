import type { TestDatabase } from '@docket/testing';
import { createMigratedDatabase } from '../../../testing/test-database';
import { Settings } from '../../platform/config/settings';
import { openForMaintenance } from '../../platform/database/open-database';
import { SCHEMA } from '../../schema/schema';
import { simulateYear } from './simulate-year';

const NOW = new Date('2026-11-29T15:30:00Z');

let database: TestDatabase;
let settings: Settings;
beforeEach(async () => {
  database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings);
});
afterEach(() => database.remove());

const open = () => openForMaintenance(settings, SCHEMA);

it('fills an empty ledger up to the last Sunday, says what it contains, and leaves another ledger alone', async () => {
  const lines = await simulateYear(open, NOW, 10);

  const source = await open();
  const [filled] = await source.query<[{ number: number; last: string; tickets: number }]>(
    `SELECT count(*)::int AS number, max(asked_at)::date::text AS last, (SELECT count(*)::int FROM tickets WHERE id = ANY (SELECT ticket_id FROM suggestions)) AS tickets
     FROM suggestions`,
  );
  await source.destroy();
  expect(lines[0]).toBe(`${filled.number} suggestions from 2025-11-24 to 2026-11-22. Of the model's categories:`);
  expect(filled.last).toBe('2026-11-22');
  expect(filled.tickets).toBe(0);

  await expect(simulateYear(open, NOW, 10)).rejects.toThrow('The ledger of suggestions is not empty');
});
