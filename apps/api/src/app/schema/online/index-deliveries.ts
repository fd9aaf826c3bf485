import type { OnlineChange } from '../../platform/database/online/online-change';
import { createIndexOnline } from '../../platform/database/online/online-steps';
import { STATE_INDEX } from '../migrations/1766470000000-index-deliveries';

/** Creates the index of the log of webhooks by state. Without it, such a log is correct but slow. */
export const INDEX_DELIVERIES: OnlineChange = {
  name: 'index-deliveries',
  apply: (connection) => createIndexOnline(connection, STATE_INDEX),
};
