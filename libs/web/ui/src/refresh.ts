/** Separate entry point: not part of the scripts that load before the first row. */
export * from './lib/refresh/connection-lost';
export * from './lib/refresh/refresh-button';
export * from './lib/refresh/stale-notice';
