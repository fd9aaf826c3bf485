export * from './lib/csv-values';
export { isKnown as isKnownEncoding } from './lib/encodings';
export { type FileRow, ROW_MAX_BYTES, type RowError, type RowFormat } from './lib/file-row';
export * from './lib/file-splitter';
export * from './lib/foreign-file';
