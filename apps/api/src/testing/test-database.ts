import { type TestDatabase, createTestDatabase } from '@docket/testing';

/** Copies the migrated, empty database of migrate-once.ts. */
export function createMigratedDatabase(): Promise<TestDatabase> {
  const template = process.env['DOCKET_TEST_TEMPLATE'];
  if (!template) throw new Error('Integration tests run with jest.int.config.cjs, which prepares their database');
  return createTestDatabase(template);
}
