/** A typed client for the API of Docket. See README.md. */
export type { components, operations, paths } from './api.js';
export { type Changes, type FollowOptions, followChanges } from './follow-changes.js';
export { type DocketClient, type DocketClientOptions, createDocketClient } from './docket-client.js';
export { type Answer, DocketError, type Problem, dataOf } from './docket-error.js';
export { pages } from './pages.js';
export { DEFAULT_RETRIES, type RetryOptions, retryingFetch } from './retrying-fetch.js';
