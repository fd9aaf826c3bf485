/** Separate entry point: not part of the scripts that load before the first row. */
export * from './lib/links-api';
export * from './lib/user-filter';
export * from './lib/users-api';
