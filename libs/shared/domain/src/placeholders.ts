/** Separate entry point, which keeps the placeholders out of the scripts that load with the first page. */
export * from './lib/placeholders';
