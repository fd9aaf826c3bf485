/** A separate entry: in index.ts, the script before the first row would contain it. */
export * from './lib/refresh/connection-lost';
export * from './lib/refresh/refresh-button';
export * from './lib/refresh/stale-notice';
