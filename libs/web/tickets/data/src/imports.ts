/** Separate entry point, which keeps the import out of the scripts that load before the first row. */
export * from './lib/imports-api';
