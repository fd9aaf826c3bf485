import type { LightMyRequestResponse } from 'fastify';
import type { DataSource } from 'typeorm';
import { type TestApp, startTestApp } from '../../../testing/test-app';

/** Defaults of a database that change the format or the result of a statement. */
const HOSTILE: readonly (readonly [name: string, value: string])[] = [
  ['DateStyle', 'German'],
  ['DateStyle', 'SQL, DMY'],
  ['DateStyle', 'Postgres, MDY'],
  ['IntervalStyle', 'sql_standard'],
  ['TimeZone', 'Asia/Kathmandu'],
  ['bytea_output', 'escape'],
  ['extra_float_digits', '-15'],
  ['standard_conforming_strings', 'off'],
  ['search_path', 'pg_catalog'],
  ['array_nulls', 'off'],
  ['gin_fuzzy_search_limit', '1'],
  ['default_transaction_isolation', 'serializable'],
  ['lock_timeout', '1'],
  // PGlite does not start with this default.
  ...(process.env['TEST_DATABASE_URL'] ? [['client_encoding', 'LATIN1'] as const] : []),
];

const fields = { title: 'Rückgabe zweimal', description: 'abgebucht ✓', category: 'billing', priority: 'low' };
let api: TestApp;
afterEach(() => api.close());

/** The embedded database ignores the defaults of a database, so they are those of the whole server there. */
async function setDefaults(database: DataSource, settings: typeof HOSTILE): Promise<void> {
  const [{ name }] = await database.query<[{ name: string }]>('SELECT current_database() AS name');
  const alter = process.env['TEST_DATABASE_URL'] ? `ALTER DATABASE "${name}"` : 'ALTER SYSTEM';
  for (const [setting, value] of settings) await database.query(`${alter} SET ${setting} = '${value}'`);
}

async function expectCorrectResponses(): Promise<void> {
  const created = await api.inject({ method: 'POST', url: '/api/tickets/', payload: fields });
  const imported = await api.inject({
    method: 'POST',
    url: '/api/tickets/import/',
    headers: { 'content-type': 'application/x-ndjson' },
    payload: `${JSON.stringify({ ...fields, created_at: '2026-03-10T23:30:00Z' })}\n${JSON.stringify(fields)}\n`,
  });
  const got: LightMyRequestResponse[] = [];
  for (const url of ['/', '/?created_from=2026-03-10&created_to=2026-03-10', '/?search=ckgabe', '/1/', '/stats/']) {
    got.push(await api.inject({ url: `/api/tickets${url}` }));
  }

  expect([created, imported, ...got].map(({ statusCode }) => statusCode)).toEqual([201, 200, ...got.map(() => 200)]);
  const [list, onDay, found] = got.map((response) => response.json<{ title: string; created_at: string }[]>());
  expect(list).toHaveLength(3);
  expect(list?.[0]).toEqual(expect.objectContaining({ title: fields.title, description: fields.description }));
  expect(found).toHaveLength(3);
  expect(onDay?.map(({ created_at }) => created_at)).toEqual(['2026-03-10T23:30:00.000Z']);
}

const isOnServer = process.env['TEST_DATABASE_URL'] !== undefined;
const others = HOSTILE.filter(([name]) => name !== 'DateStyle');
const together = HOSTILE.filter(([name]) => name === 'DateStyle').map((style) => [style, ...others]);

// The embedded database has such defaults only after a change of its files, and each one takes two starts: it gets all at once.
it.each(
  [...(isOnServer ? HOSTILE.map((setting) => [setting]) : []), ...together].map((settings) => [settings] as const),
)('responds correctly with the defaults %j', async (settings) => {
  api = await startTestApp({}, (database) => setDefaults(database, settings));

  await expectCorrectResponses();
});
