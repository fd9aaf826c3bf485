import type { DataSource } from 'typeorm';

/** Stores tickets without folding their texts, counting them or writing their history, which takes seconds for many or long ones. */
export async function withoutTriggers(database: DataSource, sql: string, parameters: unknown[] = []): Promise<void> {
  await database.query('ALTER TABLE tickets DISABLE TRIGGER USER');
  try {
    await database.query(sql, parameters);
  } finally {
    await database.query('ALTER TABLE tickets ENABLE TRIGGER USER');
  }
}
