import type { TestDatabase } from '@docket/testing';
import type { DataSource } from 'typeorm';
import { aPerson } from '../../../testing/people';
import { createMigratedDatabase } from '../../../testing/test-database';
import { Settings } from '../../platform/config/settings';
import { openForMaintenance } from '../../platform/database/open-database';
import { SCHEMA } from '../../schema/schema';
import { hashOf } from '../sessions/secret-token';
import { runPeople } from './people-command';

const SITE = new URL('https://desk.example.com');

let database: TestDatabase;
let settings: Settings;
beforeEach(async () => {
  database = await createMigratedDatabase();
  settings = Object.assign(new Settings(), database.settings);
});
afterEach(() => database.remove());

const open = () => openForMaintenance(settings, SCHEMA);
const installation = async () => ({ site: SITE, database: await open() });
const link = (...args: string[]) => runPeople(['link', ...args], installation);

/** Opens the database for some work and closes it, because the embedded one opens only once at a time. */
async function using<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await open();
  return work(source).finally(() => source.destroy());
}

const linksAndEvents = () =>
  using(async (source) => ({
    links: await source.query<{ token_hash: Buffer; kind: string; user_id: number | null }[]>(
      'SELECT token_hash, kind, user_id FROM one_time_links WHERE used_at IS NULL',
    ),
    events: await source.query<object[]>('SELECT event, user_id, details FROM security_events'),
  }));
const links = async () => (await linksAndEvents()).links;
const tokenIn = (lines: readonly string[]) => new URL(lines[1] ?? '').hash.slice(1);

it('makes a link that sets the password of a person', async () => {
  const { id, email } = await using((source) => aPerson(source, { role: 'admin' }));

  const lines = await link(email.toUpperCase());

  expect(lines[0]).toBe(`This link sets the password of ${email}. It works once, within 24 hours:`);
  expect(lines[1]).toMatch(/^https:\/\/desk\.example\.com\/set-password#[\w-]{43}$/);
  expect(await linksAndEvents()).toEqual({
    links: [{ token_hash: hashOf(tokenIn(lines)), kind: 'reset', user_id: id }],
    events: [{ event: 'link_created', user_id: id, details: { kind: 'reset', from: 'command' } }],
  });
});

it('makes the invitation of an invited person, and ends their older links', async () => {
  const { id, email } = await using(async (source) => {
    await aPerson(source, { role: 'admin' });
    return aPerson(source, { state: 'invited' });
  });
  await link(email);

  const lines = await link(email);

  expect(await links()).toEqual([{ token_hash: hashOf(tokenIn(lines)), kind: 'invite', user_id: id }]);
});

it.each([
  ['nobody has an account', undefined],
  ['no administrator is active', { role: 'admin', state: 'deactivated' }],
] as const)('makes a set-up link while %s', async (_case, person) => {
  if (person) await using((source) => aPerson(source, person));

  const lines = await link('priya@desk.example');

  expect(lines[0]).toBe('Docket has no administrator. This link makes the first one, within 24 hours:');
  expect(lines[1]).toMatch(/^https:\/\/desk\.example\.com\/set-up#[\w-]{43}$/);
  expect(lines[2]).toBe(
    'The link does not depend on priya@desk.example: its first user enters a name, an email address and a password.',
  );
  expect(await links()).toEqual([{ token_hash: hashOf(tokenIn(lines)), kind: 'set_up', user_id: null }]);
});

it('names the administrators when nobody has the address', async () => {
  const { email } = await using((source) => aPerson(source, { role: 'admin' }));

  await expect(link('priya@desk.example')).rejects.toThrow(
    `Nobody has the address priya@desk.example. The administrators are: ${email}`,
  );
  expect(await links()).toEqual([]);
});

it('gives a deactivated person no way in', async () => {
  const { email } = await using(async (source) => {
    await aPerson(source, { role: 'admin' });
    return aPerson(source, { state: 'deactivated' });
  });

  await expect(link(email)).rejects.toThrow(`${email} is deactivated`);
  expect(await links()).toEqual([]);
});

it('refuses a database of an older version', async () => {
  await using((source) => source.query('DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations)'));

  await expect(link('priya@desk.example')).rejects.toThrow('Start Docket once, then try again.');
});
