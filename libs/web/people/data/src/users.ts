/** A separate entry: in index.ts, the script before the first row would contain it. */
export * from './lib/links-api';
export * from './lib/user-filter';
export * from './lib/users-api';
