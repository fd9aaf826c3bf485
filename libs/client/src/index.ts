/** A typed client for the API of Docket. See README.md. */
export type { components, operations, paths } from './api.js';
export { DEFAULT_RETRIES, type RetryOptions } from './back-off.js';
export type { DeliveryBody } from './delivery-body.js';
export { type DocketClient, type DocketClientOptions, createDocketClient } from './docket-client.js';
export { type Answer, DocketError, type Problem, dataOf } from './docket-error.js';
export { type ExportOptions, type ExportedTicket, type TicketExport, exportTickets } from './export-tickets.js';
export { type Changes, type FollowOptions, followChanges } from './follow-changes.js';
export { type ImportOptions, type ImportResult, importTickets } from './import-tickets.js';
export { pages } from './pages.js';
export { retryingFetch } from './retrying-fetch.js';
