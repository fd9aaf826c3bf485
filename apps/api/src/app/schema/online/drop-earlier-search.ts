import type { OnlineChange } from '../../platform/database/online/online-change';

/** Drops the column, the indexes and the functions that searches used before `fold-texts`. */
export const DROP_EARLIER_SEARCH: OnlineChange = {
  name: 'drop-earlier-search',
  async apply(connection) {
    for (const index of ['tickets_search', 'tickets_rare_characters']) {
      await connection.query(`DROP INDEX CONCURRENTLY IF EXISTS ${index}`);
    }
    // Fast, but takes an exclusive lock: if a running search delays it for a second, other sessions would queue behind it.
    await connection.query(`
      DO $$ BEGIN
        PERFORM set_config('lock_timeout', '1s', true);
        ALTER TABLE tickets DROP COLUMN IF EXISTS search_text;
        DROP FUNCTION IF EXISTS ticket_search_text(text), ticket_rare_characters(text);
      END $$`);
  },
};
