import { compareMigrations, readMigrations } from './pending-migrations';

class First1 {
  up = () => Promise.resolve();
  down = () => Promise.resolve();
}
class Second2 extends First1 {}
const SCHEMA = { entities: [], migrations: [First1, Second2], onlineChanges: [] };

/** A database with these migrations; without their table if undefined. */
const databaseWith = (names?: readonly string[]) => ({
  query: <T>(sql: string) => {
    const rows = sql.includes('to_regclass') ? [{ exists: names !== undefined }] : names?.map((name) => ({ name }));
    return Promise.resolve(rows as T);
  },
});

it.each([
  ['an empty database', undefined, ['First1', 'Second2'], []],
  ['an older one', ['First1'], ['Second2'], []],
  ['an equal one', ['First1', 'Second2'], [], []],
  ['a newer one', ['First1', 'Second2', 'Third3'], [], ['Third3']],
  ['one of another line', ['First1', 'Third3'], ['Second2'], ['Third3']],
])('compares %s', async (_name, names, pending, newer) => {
  expect(await compareMigrations(databaseWith(names), SCHEMA)).toEqual({ pending, newer });
});

it('tells a database without tables of Docket from one without migrations', async () => {
  expect(await readMigrations(databaseWith())).toBeUndefined();
  expect(await readMigrations(databaseWith([]))).toEqual([]);
});
