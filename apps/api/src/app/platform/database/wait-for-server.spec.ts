import { rejectOldVersion } from './wait-for-server';

it.each([150_000, 160_009, 180_001])('accepts PostgreSQL %i', (version) => {
  expect(() => rejectOldVersion(version)).not.toThrow();
});

it('rejects a PostgreSQL that is too old', () => {
  expect(() => rejectOldVersion(140_012)).toThrow('The database server is PostgreSQL 14. Docket needs 15 or newer.');
});
