export * from './lib/failure';
export * from './lib/page-cursors';
export * from './lib/problem';
export * from './lib/reload-after-change';
