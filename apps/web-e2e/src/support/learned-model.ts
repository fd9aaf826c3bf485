import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { type TestDatabase, decisionsOfDesk, trainWithBuilt } from '@docket/testing';
import { Client } from 'pg';
import { TRAIN_WORKER } from './server';

const DECISIONS = 300;

interface Queryable {
  query(sql: string, parameters: unknown[]): Promise<unknown>;
}

/**
 * Trains a model with the built program, and activates it in a database that no process uses. The API itself trains only three minutes
 * after its start, and only from decisions of people.
 */
export async function addLearnedModel({ DATABASE_URL, DATA_DIR = '' }: TestDatabase['settings']): Promise<void> {
  const { decisions, metrics, parameters } = await trainWithBuilt(TRAIN_WORKER, decisionsOfDesk(DECISIONS));
  const insert = (database: Queryable) =>
    database.query(
      `INSERT INTO local_models (trained_at, decisions, metrics, parameters, is_active)
       VALUES (now(), $1, $2::jsonb, $3, true)`,
      [decisions, JSON.stringify(metrics), parameters],
    );
  if (DATABASE_URL) {
    const client = new Client({ connectionString: DATABASE_URL });
    await client.connect();
    await insert(client).finally(() => client.end());
  } else {
    const database = await PGlite.create({ dataDir: join(DATA_DIR, 'database'), extensions: { pg_trgm } });
    await insert(database).finally(() => database.close());
  }
}
