/** A separate entry: in index.ts, the script before the first row would contain it. */
export * from './lib/csv-cell';
