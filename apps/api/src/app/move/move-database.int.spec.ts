import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsoleLogger } from '@nestjs/common';
import { DESK_TICKETS, fillDesk } from '../../testing/filled-desk';
import { createMigratedDatabase } from '../../testing/test-database';
import { Settings } from '../platform/config/settings';
import { findMove } from '../platform/database/database-move';
import { openForMaintenance } from '../platform/database/open-database';
import { type StoredTable, listStoredTables, quoteName } from '../platform/database/transfer/stored-tables';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { SCHEMA } from '../schema/schema';
import { checkCounters } from '../tickets';
import { type MoveOptions, type MoveStage, finishMove, moveDatabase } from './move-database';
import { type Place, migratePlace, openPlace, placeOf } from '../platform/database/transfer/place';

/** Without a server, the tests move from one embedded folder to another: only the command requires two different forms. */
type Form = 'embedded' | 'server';
const DIRECTIONS: readonly (readonly [Form, Form])[] = process.env['TEST_DATABASE_URL']
  ? ([
      ['embedded', 'server'],
      ['server', 'embedded'],
    ] as const)
  : ([['embedded', 'embedded']] as const);

const PLACES = { source: 'the old desk', target: 'the new desk' };

const removals: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0).reverse()) await remove();
});

/** A migrated, empty database. */
async function emptyPlace(form: 'embedded' | 'server'): Promise<Place> {
  if (form === 'server' || !process.env['TEST_DATABASE_URL']) {
    const { settings, remove } = await createMigratedDatabase();
    removals.push(remove);
    return placeOf(Object.assign(new Settings(), settings));
  }
  const folder = mkdtempSync(join(tmpdir(), 'docket-move-'));
  removals.push(() => rmSync(folder, { recursive: true }));
  const dataDir = join(folder, 'data');
  cpSync(await (template ??= migrateTemplate()), dataDir, { recursive: true });
  return { form, dataDir };
}

let template: Promise<string> | undefined;
afterAll(async () => {
  if (template) rmSync(await template, { recursive: true });
});

async function migrateTemplate(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'docket-move-template-'));
  await migratePlace({ form: 'embedded', dataDir }, SCHEMA, new ConsoleLogger());
  return dataDir;
}

async function open(place: Place): Promise<TransferConnection> {
  const connection = await openPlace(place);
  removals.push(() => connection.close().catch(() => undefined));
  return connection;
}

/** Opens and closes the database as Docket's commands do. */
async function start(place: Place): Promise<void> {
  const where = place.form === 'server' ? { DATABASE_URL: place.address.url } : { DATA_DIR: place.dataDir };
  await (await openForMaintenance(Object.assign(new Settings(), where), SCHEMA)).destroy();
}

const tablesOf = (connection: TransferConnection) => listStoredTables(connection, ['feed_epochs']);

async function rowsOf(connection: TransferConnection, { name, columns }: StoredTable): Promise<string[]> {
  const list = columns.map((column) => quoteName(column.name)).join(', ');
  const rows = await connection.query<{ row: string }[]>(
    `SELECT ROW(${list})::text AS row FROM ${quoteName(name)} ORDER BY 1`,
  );
  return rows.map(({ row }) => row);
}

async function contentsOf(connection: TransferConnection): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const table of await tablesOf(connection)) contents[table.name] = await rowsOf(connection, table);
  return contents;
}

const indexesOf = (connection: TransferConnection) =>
  connection.query<object[]>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition, indisvalid,
      (SELECT array_agg(greatest(attstattarget, -1) ORDER BY attnum)::text FROM pg_attribute WHERE attrelid = indexrelid) AS targets
    FROM pg_index WHERE indrelid = 'tickets'::regclass ORDER BY 1`);

const triggersOf = (connection: TransferConnection) =>
  connection.query<object[]>(
    'SELECT tgrelid::regclass::text AS table, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2',
  );

describe.each(DIRECTIONS)('a move from %s to %s', (from: Form, to: Form) => {
  async function desk(fill: (connection: TransferConnection) => Promise<void> = fillSome) {
    const [sourcePlace, targetPlace] = [await emptyPlace(from), await emptyPlace(to)];
    const [source, target] = [await open(sourcePlace), await open(targetPlace)];
    await fill(source);
    const move = (options: Partial<MoveOptions> = {}) => moveDatabase({ source, target, places: PLACES, ...options });
    const close = async () => {
      await source.close();
      await target.close();
    };
    return { sourcePlace, targetPlace, source, target, move, close };
  }

  it('carries every row, the next ids, the counters, the search and the history', async () => {
    const { source, target, move } = await desk(fillDesk);
    const before = await contentsOf(source);
    const [indexes, triggers] = [await indexesOf(target), await triggersOf(target)];

    const result = await move();

    expect(await contentsOf(target)).toEqual(before);
    expect(before['tickets']).toHaveLength(DESK_TICKETS - 2);
    expect(before['ticket_events']?.length).toBeGreaterThan(2000);
    expect(result.rows).toBe(Object.values(before).flat().length);
    expect(await indexesOf(target)).toEqual(indexes);
    expect(await triggersOf(target)).toEqual(triggers);
    expect(await checkCounters(target)).toEqual([]);
    const found = await target.query<unknown[]>(`SELECT id FROM tickets WHERE folded_text LIKE '%word17 %'`);
    expect(found).toHaveLength(1);
    const [created] = await target.query<{ id: number }[]>(
      `INSERT INTO tickets (title, description, category, priority) VALUES ('Next', 'One', 'billing', 'low') RETURNING id`,
    );
    expect(created?.id).toBe(DESK_TICKETS + 1);
    const [event] = await target.query<object[]>(`
      SELECT ticket_id, epoch > (SELECT max(epoch) FROM ticket_events WHERE id < event.id) AS is_later
      FROM ticket_events AS event ORDER BY id DESC LIMIT 1`);
    expect(event).toEqual({ ticket_id: DESK_TICKETS + 1, is_later: true });
  });

  it('leaves a source that goes on and a target that does not start if it is interrupted at any stage before the last', async () => {
    const { sourcePlace, source, close } = await desk();
    const before = await contentsOf(source);
    let targetPlace = sourcePlace;

    for (const interrupted of ['copying', 'indexing', 'comparing', 'confirming'] as const) {
      targetPlace = await emptyPlace(to);
      const target = await open(targetPlace);
      const onStage = (stage: MoveStage) => (stage === interrupted ? Promise.reject(new Error('killed')) : undefined);
      await expect(moveDatabase({ source, target, places: PLACES, onStage })).rejects.toThrow('killed');
      await source.query('ROLLBACK');
      expect([await findMove(source), (await findMove(target))?.state]).toEqual([undefined, 'arriving']);
      await target.close();
    }

    expect(await contentsOf(source)).toEqual(before);
    await close();
    await start(sourcePlace);
    await expect(start(targetPlace)).rejects.toThrow(/^A move from the old desk into this database did not finish\./);
  });

  it('is finished by the same command if it is interrupted after the source was given up', async () => {
    const { sourcePlace, targetPlace, source, target, move, close } = await desk();
    const onStage = (stage: MoveStage) => (stage === 'releasing' ? Promise.reject(new Error('killed')) : undefined);
    await expect(move({ onStage })).rejects.toThrow('killed');

    expect(await finishMove(source, target)).toBe(true);
    await close();

    await start(targetPlace);
    await expect(start(sourcePlace)).rejects.toThrow('moved to the new desk');
  });

  it('keeps the source if the copy differs', async () => {
    const { sourcePlace, target, move, close } = await desk();
    const onStage = async (stage: MoveStage) => {
      if (stage === 'comparing') await target.query(`UPDATE users SET name = 'Somebody else' WHERE id = 2`);
    };

    await expect(move({ onStage })).rejects.toThrow('The copy differs from the source: users has other values.');

    await close();
    await start(sourcePlace);
  });

  it('refuses a target with other columns or with rows, and changes nothing there', async () => {
    const { targetPlace, target, move, close } = await desk();
    await target.query('ALTER TABLE teams ADD motto text');
    await expect(move()).rejects.toThrow('The tables of the two databases differ: teams.motto text.');
    await target.query('ALTER TABLE teams DROP motto');
    await target.query(
      `INSERT INTO one_time_links (token_hash, kind, expires_at) VALUES (sha256('link'), 'set_up', now())`,
    );
    await expect(move()).rejects.toThrow(
      'The target is not empty: Docket was started on it, which makes it a new installation. Move into an empty database or a new folder.',
    );
    await fillSome(target);

    await expect(move()).rejects.toThrow(/^The target is not empty: it has tickets and people\. /);

    await close();
    await start(targetPlace);
  });
});

async function fillSome(connection: TransferConnection): Promise<void> {
  await connection.query(
    `INSERT INTO users (name, email, role, state) SELECT 'P', 'p' || n || '@desk.example', 'agent', 'active' FROM generate_series(1, 3) AS n`,
  );
  await connection.query(
    `INSERT INTO tickets (title, description, category, priority) VALUES ('One', 'Two', 'billing', 'low')`,
  );
}
