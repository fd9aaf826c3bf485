export * from './lib/category-text';
export * from './lib/priority-mark';
export * from './lib/priority-text';
export * from './lib/status-mark';
export * from './lib/status-text';
