import type { OnlineChange } from '../../platform/database/online/online-change';
import { createIndexOnline } from '../../platform/database/online/online-steps';
import { PROPERTIES_INDEX } from '../migrations/1764100000000-index-tickets';

/** Creates the index of lists that are filtered by properties. Without it, such a list is correct but slow. */
export const INDEX_PROPERTIES: OnlineChange = {
  name: 'index-properties',
  apply: (connection) => createIndexOnline(connection, PROPERTIES_INDEX),
};
