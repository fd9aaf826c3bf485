import type { OnlineChange } from '../../platform/database/online/online-change';
import { DROP_EARLIER_SEARCH } from './drop-earlier-search';
import { FOLD_TEXTS } from './fold-texts';
import { INDEX_PROPERTIES } from './index-properties';

/** The changes that run after the start, in their order. */
export const ONLINE_CHANGES: readonly OnlineChange[] = [INDEX_PROPERTIES, FOLD_TEXTS, DROP_EARLIER_SEARCH];
