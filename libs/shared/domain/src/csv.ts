/** Separate entry point, which keeps CSV out of the scripts that load before the first row. */
export * from './lib/csv-cell';
