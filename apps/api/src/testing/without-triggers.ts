import type { DataSource } from 'typeorm';

/** Runs SQL with triggers disabled: folding, counting and recording many or long tickets takes seconds. */
export async function withoutTriggers(database: DataSource, sql: string, parameters: unknown[] = []): Promise<void> {
  await database.query('ALTER TABLE tickets DISABLE TRIGGER USER');
  try {
    await database.query(sql, parameters);
  } finally {
    await database.query('ALTER TABLE tickets ENABLE TRIGGER USER');
  }
}
