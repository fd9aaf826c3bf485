export * from './lib/failure';
export * from './lib/last-value';
export * from './lib/page-cursors';
export * from './lib/problem';
export * from './lib/query-values';
export * from './lib/read-ahead';
export * from './lib/reload-after-change';
export * from './lib/after-paint';
