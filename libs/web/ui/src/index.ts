export * from './lib/icon/icon';
export type { IconName } from './lib/icon/icon-paths';
export * from './lib/labels/category-text';
export * from './lib/labels/priority-mark';
export * from './lib/labels/status-mark';
export * from './lib/shortcut/shortcut-key';
export * from './lib/states/empty-state';
export * from './lib/states/error-state';
