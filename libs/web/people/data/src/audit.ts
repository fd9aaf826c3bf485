/** Separate entry point: not part of the scripts that load before the first row. */
export * from './lib/audit-api';
export * from './lib/audit-filter';
