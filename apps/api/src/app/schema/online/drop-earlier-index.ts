import type { OnlineChange } from '../../platform/database/online/online-change';
import { SEARCH_INDEX as EARLIER_SEARCH_INDEX } from '../migrations/1764700000000-fold-texts';

/** Drops the search index that `index-relations` has replaced. Running searches may still use it: the drop waits for them. */
export const DROP_EARLIER_INDEX: OnlineChange = {
  name: 'drop-earlier-index',
  apply: async (connection) => {
    await connection.query(`DROP INDEX CONCURRENTLY IF EXISTS ${EARLIER_SEARCH_INDEX.name}`);
  },
};
