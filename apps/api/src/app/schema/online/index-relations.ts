import type { OnlineChange } from '../../platform/database/online/online-change';
import { createIndexOnline } from '../../platform/database/online/online-steps';
import {
  RELATION_INDEXES,
  SEARCH_INDEX,
  SEARCH_INDEX_WITHOUT_STATISTICS,
} from '../migrations/1765850000000-index-relations';

/**
 * Creates the indexes of lists by assignee, team, requester and tags. Without them, such a list is correct but slow. The search index
 * comes last, because it takes minutes for a million tickets.
 */
export const INDEX_RELATIONS: OnlineChange = {
  name: 'index-relations',
  async apply(connection) {
    for (const index of [...RELATION_INDEXES, SEARCH_INDEX]) await createIndexOnline(connection, index);
    for (const statement of SEARCH_INDEX_WITHOUT_STATISTICS) await connection.query(statement);
  },
};
