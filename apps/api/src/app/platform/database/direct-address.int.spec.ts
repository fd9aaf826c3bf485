import { setTimeout as sleep } from 'node:timers/promises';
import { ConsoleLogger } from '@nestjs/common';
import { createServerDatabase, eventually, runSql } from '@docket/testing';
import type { QueryRunner } from 'typeorm';
import { createMigratedDatabase } from '../../../testing/test-database';
import { Settings } from '../config/settings';
import type { DatabaseSchema } from './database-schema';
import { openChangeBell, openDatabase, openForMaintenance, openOnlineConnection } from './open-database';
import { openPlace, parsePlace, placeOf } from './transfer/place';

/** The start-up options of an address tell its sessions from those of a pooler, which refuses them. */
const DIRECT = '?options=-c%20docket.route%3Ddirect';
const ROUTE = `SELECT coalesce(current_setting('docket.route', true), 'pooled') AS route`;

/** A migration that notes the address that it ran on. */
class NoteRoute1999000000000 {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE routes AS ${ROUTE}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE routes');
  }
}

const SCHEMA: DatabaseSchema = { entities: [], migrations: [NoteRoute1999000000000], onlineChanges: [] };
const LOGGER = new ConsoleLogger({ logLevels: [] });

// Only a server has a pooler.
const onServer = process.env['TEST_DATABASE_URL'] === undefined ? describe.skip : describe;

onServer('a server behind a pooler', () => {
  let url: string;
  let pooled: Settings;
  let withDirect: Settings;
  const removals: (() => Promise<void>)[] = [];
  beforeEach(async () => {
    const database = await createMigratedDatabase();
    removals.push(database.remove);
    url = database.settings.DATABASE_URL ?? '';
    pooled = Object.assign(new Settings(), { DATABASE_URL: url, DATABASE_POOLER: 'transaction' });
    withDirect = Object.assign(new Settings(), pooled, { DATABASE_DIRECT_URL: url + DIRECT });
  });
  afterEach(async () => {
    for (const remove of removals.splice(0)) await remove();
  });

  it.each([
    ['the pooler', 'pooled'],
    ['the direct address', 'direct'],
  ])('is migrated by %s and serves requests by the pooler', async (_name, route) => {
    const database = await openDatabase(route === 'direct' ? withDirect : pooled, SCHEMA, LOGGER);

    const migrated = await database.query<object[]>('SELECT route FROM routes');
    const served = await database.query<object[]>(ROUTE);
    await database.destroy();

    expect([migrated, served]).toEqual([[{ route }], [{ route: 'pooled' }]]);
  });

  it('has online changes and commands on the direct address', async () => {
    const maintained = await openForMaintenance(withDirect, SCHEMA);
    const online = await openOnlineConnection(withDirect, maintained, new AbortController().signal);
    const place = await openPlace(placeOf(withDirect));

    const routes = [await maintained.query(ROUTE), await online.query(ROUTE), await place.query(ROUTE)];
    await maintained.destroy();
    online.close();
    await place.close();

    expect(routes.flat()).toEqual(Array(3).fill({ route: 'direct' }));
  });

  it('rings the bell of other processes by the direct address, and polls without one', async () => {
    const database = await openForMaintenance(withDirect, SCHEMA);
    const [deaf, bell] = [openChangeBell(pooled, database), openChangeBell(withDirect, database)];
    const rings = { deaf: 0, bell: 0 };
    const stops = [deaf.listen(() => rings.deaf++), bell.listen(() => rings.bell++)];
    await eventually(() => rings.bell === 1); // it listens

    await runSql(url, 'NOTIFY docket_changes');
    await eventually(() => rings.bell === 2);
    await sleep(100);

    expect(rings.deaf).toBe(0);
    expect([deaf.pollMs, bell.pollMs]).toEqual([1000, 5000]);
    for (const stop of stops) stop();
    await database.destroy();
  });

  it('is not the database of another direct address', async () => {
    const other = await createServerDatabase(process.env['TEST_DATABASE_URL'] ?? '');
    removals.push(other.remove);
    const settings = Object.assign(new Settings(), pooled, { DATABASE_DIRECT_URL: other.url });

    await expect(openDatabase(settings, SCHEMA, LOGGER)).rejects.toThrow('lead to different databases');

    expect(await runSql(other.url, `SELECT to_regclass('routes') AS found`)).toEqual([{ found: null }]);
  });

  it('names the setting of a direct address that cannot be used', async () => {
    const settings = Object.assign(new Settings(), pooled, { DATABASE_DIRECT_URL: 'postgres://127.0.0.1:1/desk' });

    await expect(openForMaintenance(settings, SCHEMA)).rejects.toThrow('Check DATABASE_DIRECT_URL and the server.');
  });

  it('takes the address of an option as direct if the settings have a direct one', () => {
    const isPooled = (settings: Settings) => {
      const place = parsePlace('postgres://docket@127.0.0.1/desk', settings);
      return place.form === 'server' && place.address.isPooled;
    };

    expect([isPooled(pooled), isPooled(withDirect)]).toEqual([true, false]);
  });
});
