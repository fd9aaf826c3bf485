import type { OnlineChange } from '../../platform/database/online/online-change';
import { DROP_EARLIER_SEARCH } from './drop-earlier-search';
import { DROP_EARLIER_INDEX } from './drop-earlier-index';
import { FOLD_TEXTS } from './fold-texts';
import { INDEX_DELIVERIES } from './index-deliveries';
import { INDEX_PROPERTIES } from './index-properties';
import { INDEX_RELATIONS } from './index-relations';

/** Changes that run after startup, in order. */
export const ONLINE_CHANGES: readonly OnlineChange[] = [
  INDEX_PROPERTIES,
  FOLD_TEXTS,
  DROP_EARLIER_SEARCH,
  INDEX_RELATIONS,
  DROP_EARLIER_INDEX,
  INDEX_DELIVERIES,
];
